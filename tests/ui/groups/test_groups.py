"""Stories of the page of groups, through its real widgets over a real practice."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from practice.desk import (
    attendance,
    groups,
    members,
    named_plans,
    roster,
    schedule,
    segments,
    sessions,
    waitlist,
)
from practice.desk.members import MemberDetails
from practice.desk.practice import UserDetails, save_user, today
from practice.desk.segments import Segment
from practice.desk.usual import GIVEN
from practice.models.enums.groups import GroupKind, SegmentKind
from practice.models.enums.members import Suitability
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionState
from practice.ui.context import Context, Place
from practice.ui.groups.form import GroupForm
from practice.ui.groups.page import Face, GroupsPage
from practice.ui.groups.plan import compare
from practice.ui.groups.roster import AddForm
from practice.ui.groups.strip import AttendanceStrip
from practice.ui.workspace import Workspace
from tests.build import LATER, PLAN, a_full_group, a_group, some_members
from tests.conftest import Clock, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def groups_page(workspace: Workspace) -> GroupsPage:
    workspace.go(Place.GROUPS)
    page = workspace.pages[Place.GROUPS]
    assert isinstance(page, GroupsPage)
    return page


def form_of(page: GroupsPage) -> GroupForm:
    assert page.form is not None
    return page.form


def add_form(page: GroupsPage) -> AddForm:
    page.detail.roster.add_button.click()
    form = page.detail.roster.form
    assert isinstance(form, AddForm)
    return form


def length(form: GroupForm, words: str) -> None:
    widget = form.fields["minutes"].widget
    assert isinstance(widget, QComboBox)
    widget.setEditText(words)


def test_a_group_and_its_plan_are_made_by_keyboard_alone(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    workspace = window()
    page = groups_page(workspace)
    assert page.nothing.isVisible()
    qtbot.keyClick(workspace, Qt.Key.Key_N, CTRL)
    form = form_of(page)
    assert form.fields["name"].widget.hasFocus()
    qtbot.keyClicks(form.fields["name"].widget, "Urge surfing")
    form.fields["kind"].set_value(GroupKind.MICRO)
    typed(form, "time", "12:30")
    typed(form, "link", "https://video.example.org/j/2")
    length(form, "20")
    form.plan.add_step()
    for name, minutes in (("Teach", "5"), ("Check in", "3"), ("Close", "14")):
        step = form.plan.steps[-1]
        qtbot.keyClicks(step.name, name)
        step.minutes.setFocus()
        qtbot.keyClicks(step.minutes, minutes)
        qtbot.keyClick(step.minutes, Qt.Key.Key_Return)
    assert form.plan.sum.text() == "22 of 20 min planned, 2 more than the session has"
    qtbot.keyClick(form.plan.steps[1].name, Qt.Key.Key_Up, ALT)
    form.plan.steps[2].minutes.setText("12")
    assert form.plan.sum.text() == "20 of 20 min planned"
    qtbot.keyClick(form.plan.steps[3].name, Qt.Key.Key_Delete, ALT)
    qtbot.keyClick(form.fields["name"].widget, Qt.Key.Key_Return)
    (group,) = groups.groups()
    assert (group.minutes, group.time, group.kind) == (20, time(12, 30), GroupKind.MICRO)
    assert segments.of_group(group.id) == (
        Segment(name="Check in", minutes=3, kind=SegmentKind.CHECK_IN),
        Segment(name="Teach", minutes=5, kind=SegmentKind.TEACH),
        Segment(name="Close", minutes=12, kind=SegmentKind.CLOSE),
    )
    assert page.face is Face.GROUP
    assert schedule.next_of_group(group.id) is not None


def test_a_micro_group_begins_with_its_usual_length_and_plan(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = groups_page(window())
    page.add_group()
    form = form_of(page)
    form.kind.setFocus()
    for kind, minutes, steps in ((GroupKind.MICRO, 20, 4), (GroupKind.THERAPY, 60, 5)):
        form.kind.set_value(kind)
        form.kind.activated.emit(form.kind.currentIndex())
        assert (form.fields["minutes"].value(), len(form.plan.steps)) == (minutes, steps)
        assert form.plan.sum.text() == f"{minutes} of {minutes} min planned"
    form.plan.steps[0].name.setText("Arrive")
    form.kind.set_value(GroupKind.MICRO)
    form.kind.activated.emit(form.kind.currentIndex())
    assert form.plan.steps[0].name.text() == "Arrive"
    assert form.fields["minutes"].value() == 60


def test_a_plan_is_taken_over_changed_and_kept_under_a_name(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = groups_page(window())
    page.open_group(a_group(opened.user_id))
    page.edit_group()
    form = form_of(page)
    form.named.set_value(GIVEN["90 minutes, individual work"])
    form.named.activated.emit(form.named.currentIndex())
    assert [step.kind.value() for step in form.plan.steps][2] is SegmentKind.INDIVIDUAL
    first = form.plan.steps[0]
    first.kind.set_value(SegmentKind.PAIRS)
    first.kind.activated.emit(first.kind.currentIndex())
    assert first.name.value() == "Pairs"
    qtbot.keyClicks(form.fields["keep_as"].widget, "Pairs first")
    form.save()
    kept = {row.name: row.plan for row in named_plans.library() if row.id}
    assert kept == {"Pairs first": segments.of_group(groups.groups()[0].id)}
    assert kept["Pairs first"][0] == Segment(name="Pairs", minutes=15, kind=SegmentKind.PAIRS)


@pytest.mark.parametrize(
    ("key", "wrong", "words"),
    [
        ("name", " ", "give the group a name"),
        ("time", "6", "morning or evening"),
        ("starts_on", "31/02/2026", "There is no 31 February"),
        ("ends_on", "2020-01-01", "before the first day"),
        ("link", "file:///etc/passwd", "not a link the program will open"),
        ("link", "javascript:alert(1)", "not a link the program will open"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    opened: Opened, window: Window, key: str, wrong: str, words: str
) -> None:
    page = groups_page(window())
    page.add_group()
    form = form_of(page)
    typed(form, "name", "Group")
    typed(form, "time", "18:00")
    typed(form, key, wrong)
    form.save()
    assert words in form.fields[key].error
    assert groups.groups() == []


@pytest.mark.parametrize("wrong", ["", "0", "481", "an hour", "2.5", "٦٠", "-5"])
def test_a_length_is_whole_minutes(opened: Opened, window: Window, wrong: str) -> None:
    page = groups_page(window())
    page.add_group()
    length(form_of(page), wrong)
    form_of(page).save()
    assert "whole minutes, from 1 to 480" in form_of(page).fields["minutes"].error


def test_a_step_without_name_or_minutes_is_refused_at_the_plan(
    opened: Opened, window: Window
) -> None:
    page = groups_page(window())
    page.open_group(a_group(opened.user_id))
    page.edit_group()
    form = form_of(page)
    assert form.fields["plan"].value() == PLAN
    form.plan.add_step()
    form.plan.steps[-1].minutes.setText("5")
    form.save()
    assert "needs a name" in form.fields["plan"].error
    form.plan.steps[-1].name.setText("Close")
    form.plan.steps[-1].minutes.setText("0")
    form.save()
    assert "whole minutes" in form.fields["plan"].error


def test_the_sum_of_a_plan_stands_against_the_length() -> None:
    assert compare(25, 60) == ("25 of 60 min planned, 35 left", True)
    assert compare(25, None) == ("25 min planned", True)
    assert compare(61, 60)[1] is False


def test_ten_join_and_the_eleventh_is_refused_in_the_databases_words(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    group_id = a_group(opened.user_id)
    ids = [*some_members(10), members.add(MemberDetails(given_name="Nora", family_name="Vance"))]
    page = groups_page(window())
    page.open_group(group_id)
    for member_id in ids:
        form = add_form(page)
        qtbot.keyClicks(form.picker.search, members.member(member_id).family_name[:4])
        qtbot.keyClick(form.picker.search, Qt.Key.Key_Return)
        assert form.fields["first_day"].widget.hasFocus()
        qtbot.keyClick(form.fields["first_day"].widget, Qt.Key.Key_Return)
    assert len(roster.on_day(group_id, date(2026, 11, 17))) == 10
    assert "10 of 10" in said(page.detail.roster)
    assert "already has 10 members in that time" in form.fields["member"].error
    assert "waitlist" in form.fields["member"].error
    assert form.wait.hasFocus()
    qtbot.keyClick(form.wait, Qt.Key.Key_Space)
    assert [row.member for row in waitlist.of_group(group_id)] == [ids[10]]
    assert page.detail.roster.form is None


def test_nobody_chosen_is_asked_for_beside_the_field(opened: Opened, window: Window) -> None:
    some_members(1)
    page = groups_page(window())
    page.open_group(a_group(opened.user_id))
    form = add_form(page)
    form.save()
    assert "Choose a member from the list" in form.fields["member"].error


def test_leaving_and_coming_back_shows_both_stretches(opened: Opened, window: Window) -> None:
    group_id, (dana,), _ = a_full_group(opened.user_id, 1)
    page = groups_page(window())
    page.open_group(group_id)
    button(page.detail.roster, "Dana Reyes leaves the group").click()
    leave = page.detail.roster.form
    assert leave is not None
    typed(leave, "last_day", "2026-03-03")
    leave.save()
    assert "Nobody is in this group yet." in said(page.detail.roster)
    form = add_form(page)
    form.picker.list.choose(dana)
    form.fields["verdict"].set_value(Suitability.SUITED)
    form.save()
    assert "since 17 Nov 2026" in said(page.detail.roster)
    assert "6 Jan 2026 – 3 Mar 2026" in said(page.detail.earlier)


def test_a_past_roster_stays_when_someone_joins_later(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    group_id, ids, session_id = a_full_group(opened.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session_id)
    clock_at.to("19:00")
    sessions.stop(session_id)
    nora = members.add(MemberDetails(given_name="Nora"))
    page = groups_page(window())
    page.open_group(group_id)
    form = add_form(page)
    form.picker.list.choose(nora)
    typed(form, "first_day", "2026-01-06")
    form.save()
    assert {seat.member for seat in sessions.seats(session_id)} == set(ids)
    assert "Urge surfing · 0 of 2 came" in said(page.detail.past)


def test_joining_is_taken_back_from_the_bar(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    group_id = a_group(opened.user_id)
    workspace = window()
    page = groups_page(workspace)
    page.open_group(group_id)
    form = add_form(page)
    form.picker.list.choose(dana)
    form.save()
    assert "Add a member to a group" in said(workspace.undo_bar)
    workspace.undo_bar.button.click()
    assert roster.history(group_id) == []
    assert "0 of 10" in said(page.detail.roster)


def test_cards_are_walked_by_arrows_opened_by_enter_and_left_by_escape(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    first, second = a_group(opened.user_id), a_group(opened.user_id, name="Later group", at=LATER)
    page = groups_page(window())
    page.cards[first].setFocus()
    qtbot.keyClick(page.cards[first], Qt.Key.Key_Down)
    assert page.cards[second].hasFocus()
    qtbot.keyClick(page.cards[second], Qt.Key.Key_Return)
    assert page.accessibleName() == "Later group"
    qtbot.keyClick(page.detail.roster.add_button, Qt.Key.Key_Escape)
    assert page.face is Face.CARDS
    assert page.cards[second].hasFocus()


def test_a_card_says_how_it_went(opened: Opened, window: Window, clock_at: Clock) -> None:
    group_id, _, session_id = a_full_group(opened.user_id, 3)
    clock_at.to("18:00")
    sessions.start(session_id)
    attendance.mark_present(sessions.seats(session_id)[0].id)
    clock_at.to("19:00")
    sessions.stop(session_id)
    clock_at.advance(days=7)
    page = groups_page(window())
    card = page.cards[group_id]
    strip = card.findChild(AttendanceStrip)
    assert isinstance(strip, AttendanceStrip)
    assert strip.accessibleName().endswith("1 of 3, not recorded")
    assert "3 of 10" in said(card)
    assert "Check in 10 · Teach 15 min" in said(card)


def test_past_sessions_lead_on(
    opened: Opened, window: Window, context: Context, clock_at: Clock, qtbot: QtBot
) -> None:
    group_id, _, session_id = a_full_group(opened.user_id, 1)
    clock_at.advance(days=1)
    page = groups_page(window())
    page.open_group(group_id)
    past = page.detail.past
    button(past, "Record the session of Yesterday, 18:00").click()
    assert past.form is not None
    with qtbot.waitSignal(context.open_session) as opening:
        past.form.save()
    assert opening.args == [session_id]
    sessions.stop(session_id)
    with qtbot.waitSignal(context.wrap_up) as wrapping:
        button(past, "Notes of Yesterday, 18:00").click()
    assert wrapping.args == [session_id]
    assert schedule.session(session_id).state is SessionState.HELD


def test_a_changed_group_moves_what_is_to_come(opened: Opened, window: Window) -> None:
    page = groups_page(window())
    page.open_group(a_group(opened.user_id))
    page.edit_group()
    typed(form_of(page), "time", "19:15")
    form_of(page).save()
    assert page.detail.group is not None
    coming = schedule.next_of_group(page.detail.group.id)
    assert coming is not None
    assert coming.starts.time() == time(19, 15)


def test_a_peer_facilitator_without_a_clinical_key_leads_beside_the_clinician(
    opened: Opened, window: Window
) -> None:
    save_user("peer", UserDetails(name="Pat Winter", role=Role.FRONT_DESK))
    page = groups_page(window())
    page.open_group(a_group(opened.user_id))
    page.edit_group()
    form = form_of(page)
    form.fields["co_leader"].set_value(opened.user_id)
    form.save()
    assert "someone else" in form.fields["co_leader"].error
    form.fields["co_leader"].set_value("peer")
    form.save()
    group = page.detail.group
    assert group is not None
    assert "Pat Winter" in said(page.detail)
    coming = schedule.next_of_group(group.id)
    assert coming is not None
    assert coming.co_leader_name == "Pat Winter"
    page.edit_group()
    assert form_of(page).fields["co_leader"].value() == "peer"
    form_of(page).fields["co_leader"].set_value(None)
    form_of(page).save()
    assert schedule.session(coming.id).co_leader is None


def test_everything_that_takes_the_keyboard_has_a_name(opened: Opened, window: Window) -> None:
    group_id, _, _ = a_full_group(opened.user_id, 2)
    workspace = window()
    page = groups_page(workspace)
    assert nameless(workspace) == []
    page.open_group(group_id)
    add_form(page)
    assert nameless(workspace) == []
    page.edit_group()
    assert nameless(workspace) == []


def test_suitability_is_asked_at_joining_and_put_right_later(
    opened: Opened, window: Window
) -> None:
    group_id, (dana,), _ = a_full_group(opened.user_id, 1)
    page = groups_page(window())
    page.open_group(group_id)
    bo = members.add(MemberDetails(given_name="Bo", family_name="Adams"))
    form = add_form(page)
    form.picker.list.choose(bo)
    form.fields["verdict"].set_value(Suitability.NOT_NOW)
    form.save()
    assert [row.member for row in roster.on_day(group_id, today())] == [dana]
    form.fields["reason"].set_value("In hospital")
    form.save()
    assert any("Not suited now: In hospital" in words for words in said(page.detail.roster))
    button(page.detail.roster, "Record suitability of Bo Adams").click()
    again = page.detail.roster.form
    assert again is not None
    again.save()
    assert not any("Not suited" in words for words in said(page.detail.roster))
    assert any("Suitability not asked yet" in words for words in said(page.detail.roster))
