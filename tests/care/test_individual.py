"""A session with one member is run, noted, signed and reported like a group's."""

from datetime import date, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from practice.care import live, notes, signing, waiting, wrapup
from practice.care.wrapup import Standing
from practice.desk import attendance, figures, history, schedule, series, sessions
from practice.desk.figures import By, Period
from practice.desk.practice import today
from practice.desk.series import NewAppointment
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SessionKind, SessionState
from practice.reports import gather
from practice.reports.notes import render
from practice.vault.confirmation import Confirmation
from tests.build import some_members
from tests.care.story import give_goals
from tests.conftest import PASSPHRASE, Clock, Opened


@pytest.fixture
def held(opened: Opened, clock_at: Clock) -> str:
    """A peer contact by video, 18:00 to 18:30, with a line; its notes are made."""
    dana = some_members(1)[0]
    give_goals(dana, 1)
    session = series.place(
        NewAppointment(
            kind=SessionKind.PEER,
            member=dana,
            clinician=opened.user_id,
            starts=datetime(2026, 11, 17, 18, 0),
            minutes=30,
            platform="Zoom",
        )
    )
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    live.write_line(session, dana, "Named two people to call on Saturday.")
    clock_at.to("18:30")
    sessions.stop(session)
    wrapup.open_session(session)
    return session


def test_it_is_held_noted_and_signed(opened: Opened, held: str) -> None:
    row = schedule.session(held)
    assert (row.state, row.title, schedule.number_of(row)) == (SessionState.HELD, "Dana R.", 1)
    assert [one.session.id for one in waiting.to_finish()] == [held]
    (part,) = wrapup.gather(held).members
    assert part.standing is Standing.READY
    assert part.facts is not None
    assert (part.facts.group, part.facts.minutes) == ("Peer contact", 30)
    sign(opened, held)
    assert waiting.to_finish() == []


def sign(opened: Opened, session: str) -> str:
    me: Confirmation = opened.vault.confirm(opened.user_id, PASSPHRASE)
    (note,) = notes.of_session(session)
    signing.sign(session, [note.id], me)
    return note.id


def test_its_note_and_the_report_say_what_it_was(opened: Opened, held: str) -> None:
    note = sign(opened, held)
    pages = PdfReader(BytesIO(render(gather.progress_note(note)))).pages
    printed = " ".join(page.extract_text() for page in pages)
    assert "Peer contact" in printed
    assert "Group" not in printed
    assert "Participants" not in printed
    member = schedule.session(held).member or ""
    (visit,) = history.visits(member, today(), today())
    assert (visit.service, visit.status, visit.minutes) == ("Peer contact", Status.ATTENDED, 30)


def test_the_figures_count_it_by_its_kind(opened: Opened, held: str) -> None:
    period = Period(date(2026, 11, 1), date(2026, 11, 30))
    (figure,) = figures.overview(period).by[By.GROUP]
    assert (figure.name, figure.counts.attended) == ("Peer contact", 1)
    (behind,) = figures.sessions_behind(period, By.GROUP, figure.key)
    assert (behind.service, behind.group, behind.session) == ("Peer contact", None, held)


def test_the_members_own_name_stands_in_nobodys_way(opened: Opened, held: str) -> None:
    notes.save_shared(held, "text", "Dana and I went through the week.")
    assert signing.obstacles(held) == []
    sign(opened, held)
