"""Lists and calendars saved from the pages they belong to, and the record of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from practice.desk import archiving, members
from practice.desk.members import MemberDetails
from practice.exchange.calendar_file import Tell
from practice.models.base import OFFICE, OPERATIONS
from practice.ui.context import Place
from practice.ui.figures.page import FiguresPage
from practice.ui.groups.calendar import GroupCalendarForm
from practice.ui.groups.page import GroupsPage
from practice.ui.members.page import MembersPage
from practice.ui.preview import dialogs
from practice.ui.settings.page import SettingsPage
from practice.ui.workspace import Workspace
from tests.build import a_group
from tests.conftest import Opened

Window = Callable[[], Workspace]


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder everything is saved to, under the name that is offered."""
    monkeypatch.setattr(dialogs, "ask_path", lambda _parent, name: tmp_path / name)
    return tmp_path


def recorded() -> str:
    table = OPERATIONS[OFFICE]
    return str(table.select().order_by(table.id.desc()).first().label)


def test_members_are_saved_as_the_page_shows_them(
    opened: Opened, window: Window, saved: Path
) -> None:
    members.add(MemberDetails(given_name="Dana"))
    archiving.archive(members.add(MemberDetails(given_name="Luis")))
    workspace = window()
    workspace.go(Place.MEMBERS)
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    page.save.click()
    path = saved / "members-2026-11-17.csv"
    assert "Luis" not in path.read_text(encoding="utf-8-sig")
    assert path.stat().st_mode & 0o777 == 0o600
    assert recorded() == "Save the list of members"
    page.which.set_value(True)
    page.which.chosen.emit(page.which.value())
    page.save.click()
    assert "Luis" in path.read_text(encoding="utf-8-sig")


def test_attendance_of_the_period_shown_is_saved(
    opened: Opened, window: Window, saved: Path
) -> None:
    workspace = window()
    workspace.go(Place.ATTENDANCE)
    page = workspace.pages[Place.ATTENDANCE]
    assert isinstance(page, FiguresPage)
    page.save.click()
    assert (saved / "attendance-2026-11-17.csv").is_file()
    assert recorded() == "Save a list of attendance"


def test_a_groups_calendar_is_saved_from_its_page(
    opened: Opened, window: Window, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    group = a_group(opened.user_id)
    workspace = window()
    workspace.go(Place.GROUPS, group)
    page = workspace.pages[Place.GROUPS]
    assert isinstance(page, GroupsPage)
    page.detail.about.add_button.click()
    form = page.detail.about.form
    assert isinstance(form, GroupCalendarForm)
    form.fields["last"].widget.setText("1 Jan 2020")  # type: ignore[attr-defined]
    form.save()
    assert form.fields["last"].error
    form.fields["last"].widget.setText("31 Dec 2026")  # type: ignore[attr-defined]
    with monkeypatch.context() as thought_better:
        thought_better.setattr(dialogs, "ask_path", lambda *_: None)
        form.save()
    assert form.isVisible()
    form.save()
    assert not form.isVisible()
    calendar = Calendar.from_ical((saved / "schedule-2026-11-17.ics").read_bytes())
    assert {str(event["summary"]) for event in calendar.walk("VEVENT")} == {"Busy"}
    assert recorded() == "Save a calendar file"


def test_a_clinicians_calendar_is_saved_from_settings(
    opened: Opened, window: Window, saved: Path
) -> None:
    a_group(opened.user_id)
    workspace = window()
    workspace.go(Place.SETTINGS)
    page = workspace.pages[Place.SETTINGS]
    assert isinstance(page, SettingsPage)
    part = page.calendar
    assert part.whose.value() == opened.user_id
    part.form.fields["tell"].set_value(Tell.GROUPS)
    part.save_file.click()
    assert part.done.text().startswith("Saved.")
    text = (saved / "schedule-2026-11-17.ics").read_text()
    assert "SUMMARY:Tuesday Recovery Skills" in text
