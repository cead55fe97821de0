"""Before the session: unlocking, Today, members, a full group."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from practice.desk import groups, members, roster, schedule
from practice.ui import demo
from practice.ui.context import Place
from practice.ui.entry import EntryForm
from practice.ui.groups.page import GroupsPage
from practice.ui.members.page import MembersPage
from practice.ui.today.page import TodayPage
from practice.ui.tour.guide import (
    click,
    come_forward,
    fill,
    press,
    said,
    type_words,
)
from practice.ui.tour.record import settle
from practice.ui.tour.steps import DAY, GROUP, NEWCOMER, Tour


def unlock(tour: Tour) -> None:
    shell = tour.shell
    shell.hold.take()
    shell.resize(1440, 900)
    shell.begin()
    shell.show()
    settle()
    tour.check("the lock screen shows the demo's passphrase", demo.passphrase() in said(shell))
    tour.picture("unlock")
    come_forward(shell)
    type_words(shell, "not the passphrase at all")
    press(shell, "Enter")
    tour.check("a wrong passphrase says so", shell.context is None and "passphrase" in said(shell))
    tour.picture("unlock-refused")
    tour.unlock()
    tour.check("the right one opens the practice", shell.context is not None)
    tour.check("the demo's banner is there", demo.BANNER in said(shell))


def today(tour: Tour) -> None:
    page = tour.go(Place.TODAY, TodayPage)
    words = said(page)
    tour.check("the next session is on Today", GROUP in words and "In 6 min" in words)
    tour.check("notes to finish are on Today", "Notes to finish" in words)
    tour.session = next(s.id for s in schedule.on_day(DAY) if s.title == GROUP)
    tour.picture("today")


def add_member(tour: Tour) -> None:
    page = tour.go(Place.MEMBERS, MembersPage)
    tour.picture("members")
    press(tour.shell, "Ctrl+N")
    form = open_form(page, "given_name")
    fill(form, family_name="Nguyễn")
    form.save_button.click()
    settle()
    tour.check(
        "a member without a name is refused beside the field", form.fields["given_name"].error
    )
    tour.picture("member-refused")
    fill(form, **NEWCOMER, birth_date="31/02/1990")
    form.save_button.click()
    settle()
    tour.check("31 February is no date", form.fields["birth_date"].error)
    fill(form, birth_date="5 Mar 1990", pronouns="she/her", location="Home, Alder Falls")
    fill(
        form, consent_on="10 Nov 2026", emergency_name="Hana Nguyễn", emergency_phone="541 555 0188"
    )
    fill(form, payer="Larkspur Health Plan", payer_member_id="LAR000551190")
    form.save_button.click()
    settle()
    tour.member = next(
        m.id for m in members.members() if m.family_name == "Nguyễn" and m.given_name == "Ngọc Ánh"
    )
    tour.check(
        "the name is stored as typed", members.member(tour.member).full_name == "Ngọc Ánh Nguyễn"
    )


def plan_of_member(tour: Tour) -> None:
    page = tour.go(Place.MEMBERS, MembersPage)
    page.show_item(tour.member)
    settle()
    click(page, "Add a diagnosis")
    form = open_form(page, "code")
    fill(form, code="alcohol", words="Alcohol use disorder, mild", from_on="10 Nov 2026")
    form.save_button.click()
    settle()
    tour.check("a code of the wrong shape is refused beside the field", form.fields["code"].error)
    fill(form, code="F10.10")
    form.save_button.click()
    settle()
    click(page, "Add a goal")
    form = open_form(page, "words")
    fill(form, words="Name two early warning signs before each weekend", started_on="17 Nov 2026")
    form.save_button.click()
    settle()
    words = said(page)
    tour.check(
        "diagnosis and goal stand on the member's page",
        "F10.10" in words and "warning signs" in words,
    )
    tour.picture("member")


def open_form(page: QWidget, key: str) -> EntryForm:
    """The form now open on a page that has this field."""
    return next(f for f in page.findChildren(EntryForm) if f.isVisible() and key in f.fields)


def full_group(tour: Tour) -> None:
    page = tour.go(Place.GROUPS, GroupsPage)
    tour.picture("groups")
    tour.check("groups of four lengths or more", len({g.minutes for g in groups.groups()}) >= 4)
    group = schedule.session(tour.session).group or ""
    page.show_item(group)
    settle()
    tour.check("the roster says how many of ten", "10 of 10" in said(page))
    click(page, "Add a member")
    form = open_form(page, "member")
    form.fields["member"].editor.set_value(tour.member)
    fill(form, first_day="17 Nov 2026")
    form.save_button.click()
    settle()
    tour.check(
        "the eleventh is refused beside the field", "10 members" in form.fields["member"].error
    )
    tour.picture("group-eleventh-refused")
    form.cancelled.emit()
    leaving = roster.on_day(group, DAY)[-1]
    roster.leave(leaving.id, DAY - timedelta(days=1))
    roster.join(group, tour.member, DAY)
    tour.check("one leaves, the newcomer joins", len(roster.on_day(group, DAY)) == 10)
