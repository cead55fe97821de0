"""The steps: from unlocking the demo to a payer's report, a backup and the lock.

The demo is that of Tuesday 17 November 2026, so that pictures and figures stay the same.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from practice import clock, paths
from practice.care import issued, notes
from practice.desk import members, roster, schedule, sessions
from practice.models.enums import Status
from practice.ui import demo, files, theme
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.live.view import SessionView
from practice.ui.live.window import LiveWindow
from practice.ui.page import Page
from practice.ui.preview import dialogs
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.ui.theme import Scheme
from practice.ui.tour.guide import Hours, button, click, come_forward, fill, press, said, type_words
from practice.ui.tour.record import CheckFailed, Record, settle
from practice.ui.workspace import Workspace
from practice.ui.zones import system_zone
from practice.vault.folder import harden
from practice.vault.keys import QUICKEST

DAY = date(2026, 11, 17)
BEGIN = time(17, 54)
GROUP = "Tuesday Skills"
NEWCOMER = {"given_name": "Ngọc Ánh", "family_name": "Nguyễn", "preferred_name": "Anh"}


def tour(out: Path, home: Path) -> Record:
    """Drive the windows through everything; what failed stands in the record."""
    harden()
    app = QApplication.instance() or QApplication(["practice"])
    assert isinstance(app, QApplication)
    app.setQuitOnLastWindowClosed(False)
    files.keep_no_places()
    theme.apply(app, Scheme.LIGHT)
    record, hours = Record(out), Hours(datetime.combine(DAY, BEGIN, ZoneInfo(system_zone())))
    shell = Shell(Start(paths.demo_folder(), demo=True, cost=QUICKEST), InlineLane())
    taken = Tour(record, hours, shell, home)
    try:
        for name, step in STEPS.items():
            with record.step(name):
                step(taken)
    except Exception as error:  # noqa: BLE001  # the record says what failed; the tour ends
        record.picture("failed", QApplication.activeWindow() or shell)
        if not isinstance(error, CheckFailed):
            raise
    finally:
        shell.lock_at_once()
        shell.hold.let_go()
        clock.use(None)
    return record


@dataclass
class Tour:
    """What the steps share."""

    record: Record
    hours: Hours
    shell: Shell
    home: Path
    session: str = ""
    member: str = ""
    saved: list[Path] = field(default_factory=list)

    @property
    def context(self) -> Context:
        assert self.shell.context is not None
        return self.shell.context

    @property
    def workspace(self) -> Workspace:
        return self.shell.findChildren(Workspace)[0]

    @property
    def live(self) -> LiveWindow:
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, LiveWindow)]
        return next(window for window in found if window.isVisible())

    @property
    def view(self) -> SessionView:
        assert self.live.view is not None
        return self.live.view

    def page(self, place: Place) -> Page:
        """Go to a page, as Ctrl+number does."""
        self.context.go.emit(place, "")
        settle()
        return self.workspace.pages[place]

    def check(self, what: str, held: object) -> None:
        self.record.check(what, held)

    def picture(self, name: str, widget: QWidget | None = None) -> None:
        settle()
        self.record.picture(name, widget or self.shell)

    def unlock(self) -> None:
        """Type the passphrase that the demo shows."""
        come_forward(self.shell)
        type_words(self.shell, demo.passphrase())
        press(self.shell, "Enter")


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
    page = tour.page(Place.TODAY)
    words = said(page)
    tour.check("the next session is on Today", GROUP in words and "In 6 min" in words)
    tour.check("notes to finish are on Today", "Notes to finish" in words)
    tour.picture("today")


def add_member(tour: Tour) -> None:
    page = tour.page(Place.MEMBERS)
    tour.picture("members")
    press(tour.shell, "Ctrl+N")
    form = page.form  # type: ignore[attr-defined]  # the members page
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
    page = tour.page(Place.MEMBERS)
    page.show_item(tour.member)
    settle()
    click(page, "Add a diagnosis")
    form = _open_form(page, "code")
    fill(form, code="F10", words="Alcohol use disorder, mild", from_on="10 Nov 2026")
    form.fields["code"].widget.clear()
    fill(form, code="alcohol")
    form.save_button.click()
    settle()
    tour.check("a code of the wrong shape is refused beside the field", form.fields["code"].error)
    form.fields["code"].widget.clear()
    fill(form, code="F10.10")
    form.save_button.click()
    settle()
    click(page, "Add a goal")
    form = _open_form(page, "words")
    fill(form, words="Name two early warning signs before each weekend", started_on="17 Nov 2026")
    form.save_button.click()
    settle()
    words = said(page)
    tour.check(
        "diagnosis and goal stand on the member's page",
        "F10.10" in words and "warning signs" in words,
    )
    tour.picture("member")


def _open_form(page: QWidget, key: str):  # type: ignore[no-untyped-def]
    from practice.ui.entry import EntryForm  # noqa: PLC0415

    return next(f for f in page.findChildren(EntryForm) if f.isVisible() and key in f.fields)


def groups_page(tour: Tour) -> None:
    page = tour.page(Place.GROUPS)
    tour.picture("groups")
    tour.session = next(s.id for s in schedule.on_day(DAY) if s.group_name == GROUP)
    group = schedule.session(tour.session).group
    before = len(roster.on_day(group, DAY))
    tour.check("six groups of different lengths", len({g.minutes for g in page_groups()}) >= 4)
    page.show_item(group)
    settle()
    tour.picture("group")
    tour.check("the roster says how many of ten", f"{before} of 10" in said(page))


def page_groups():  # type: ignore[no-untyped-def]
    from practice.desk import groups  # noqa: PLC0415

    return groups.groups()


STEPS = {
    "Unlock the demo practice": unlock,
    "Today": today,
    "Add a member": add_member,
    "Diagnosis and goal": plan_of_member,
    "Groups": groups_page,
}
