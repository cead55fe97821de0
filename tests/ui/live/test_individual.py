"""A session with one member runs in the same window, by the same keys."""

from datetime import datetime

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from practice.care import notes
from practice.desk import schedule, series
from practice.desk.series import NewAppointment
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SessionKind, SessionState
from practice.ui.context import Context
from practice.ui.live import LiveWindow
from practice.ui.live_host import LiveHost
from tests.build import some_members
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, words_on


def test_one_member_from_start_to_a_draft(context: Context, clock_at: Clock, qtbot: QtBot) -> None:
    dana = some_members(1)[0]
    new = NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=dana,
        clinician=context.user_id,
        starts=datetime(2026, 11, 17, 18, 0),
        minutes=50,
    )
    session = series.place(new)
    host = LiveHost()
    led_on: list[str] = []
    context.wrap_up.connect(led_on.append)
    host.open(context, session)
    window: object = host._window
    assert isinstance(window, LiveWindow)
    QTest.qWaitForWindowActive(window)
    assert "1 member expected" in words_on(window)
    assert "Dana R." in words_on(window)
    desk = Desk(window, context, session)
    clock_at.to("18:00")
    desk.press("Enter", "A", "1", "Enter")
    desk.type("Named her first cue.")
    desk.press("Enter")
    assert desk.statuses() == {"1": Status.ATTENDED}
    clock_at.to("18:50")
    desk.press("Esc", "Ctrl+E", "Enter")
    assert led_on == [session]
    assert schedule.session(session).state is SessionState.HELD
    (note,) = notes.of_session(session)
    assert note.member_id == dana
    assert "named her first cue." in note.own_text.lower()
