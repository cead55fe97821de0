"""Attendance by keys alone."""

from dataclasses import fields

from practice.desk import attendance, members, presence, schedule, sessions
from practice.desk.members import MemberDetails
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.sessions import SessionState
from practice.ui.live.keys import TABLE
from practice.ui.live.menu import popup
from practice.ui.widgets.pill import KeyCap
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, Sit, words_on


def minutes(desk: Desk, digit: str) -> int:
    session = schedule.session(desk.session_id)
    assert session.started_at
    assert session.stopped_at
    return presence.minutes(desk.seats()[digit].stays, session.started_at, session.stopped_at)


def test_a_telehealth_group_of_nine(sit: Sit, clock_at: Clock) -> None:
    """W1: #4 in at 18:12, #7 out at 18:41, #5 by audio with a reason, #9 absent."""
    desk = sit(9)
    desk.begin()
    desk.press("4", "N", "A")
    clock_at.to("18:05")
    desk.press("9", "N", "5", "M", "Alt+A")
    desk.type("Camera broken")
    desk.press("Alt+U", "Enter")
    clock_at.to("18:12")
    desk.press("4", "L")
    assert desk.pill("4") == "Late 12 min"
    desk.press("C")
    clock_at.to("18:41")
    desk.press("7", "X")
    assert desk.pill("7") == "Out 18:41"
    clock_at.to("19:00")
    ended: list[str] = []
    desk.window.ended.connect(ended.append)
    desk.press("Ctrl+E", "Enter")

    assert ended == [desk.session_id]
    assert schedule.session(desk.session_id).state is SessionState.HELD
    assert minutes(desk, "4") == 48
    assert minutes(desk, "7") == 41
    assert minutes(desk, "1") == 60
    five = desk.seats()["5"]
    assert (five.mode, five.audio_reason, five.location) == (
        Mode.AUDIO,
        "Camera broken",
        "Home, Albany",
    )
    assert desk.statuses()["9"] is Status.NO_SHOW
    assert not desk.seats()["9"].location
    attended = [s for s in desk.seats().values() if s.status is Status.ATTENDED]
    assert len(attended) == 8
    assert all(seat.location for seat in attended)


def test_ten_members_and_three_exceptions_take_seven_keys(sit: Sit) -> None:
    desk = sit(10)
    desk.begin()
    desk.press("A", "2", "N", "7", "E", "0", "N")
    assert desk.keys <= 7
    exceptions = {"2": Status.NO_SHOW, "7": Status.EXCUSED, "0": Status.NO_SHOW}
    assert desk.statuses() == {
        digit: exceptions.get(digit, Status.ATTENDED) for digit in "1234567890"
    }


def test_nobody_is_marked_before_a_person_says_so(sit: Sit, clock_at: Clock) -> None:
    desk = sit(3)
    desk.begin()
    clock_at.to("18:59")
    assert set(desk.statuses().values()) == {Status.UNRECORDED}
    assert desk.pill("1") == "To mark"


def test_dropped_and_back_twice(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "2")
    for key, wall in (("X", "18:10"), ("L", "18:15"), ("X", "18:30"), ("L", "18:40")):
        clock_at.to(wall)
        desk.press(key)
    assert desk.pill("2") == "Back 18:40"
    clock_at.to("19:00")
    desk.press("Ctrl+E", "Enter")
    assert minutes(desk, "2") == 10 + 15 + 20
    assert minutes(desk, "1") == 60


def test_pause_changes_nobodys_minutes(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A")
    clock_at.to("18:05")
    desk.press("F7")
    clock_at.to("18:25")
    assert sessions.cue_seconds(schedule.session(desk.session_id)) == 300
    assert desk.view.header.timer.text() == "05:00"
    desk.view.tick()
    assert desk.view.header.timer.text() == "25:00"
    desk.press("F7")
    clock_at.to("19:00")
    desk.press("Ctrl+E", "Enter")
    assert minutes(desk, "1") == 60


def test_times_are_corrected_by_typing(sit: Sit, clock_at: Clock) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("A", "2", "T")
    clock_at.to("18:55")
    desk.retype("18:12-18:41, 19:50-")
    desk.press("Enter")
    assert "still to come" in words_on(desk.window)
    desk.retype("18:12-18:41, 18:50-")
    desk.press("Enter")
    assert "still to come" not in words_on(desk.window)
    clock_at.to("19:00")
    desk.press("Ctrl+E", "Enter")
    assert minutes(desk, "2") == 29 + 10


def test_correcting_one_time_keeps_the_seconds_of_the_other(sit: Sit, clock_at: Clock) -> None:
    desk = sit(1)
    desk.begin()
    clock_at.advance(minutes=12, seconds=40)
    desk.press("L")
    clock_at.advance(minutes=20)
    came = desk.seats()["1"].stays[0].in_at
    desk.press("X", "T")
    desk.retype("18:12-18:30")
    desk.press("Enter")
    assert desk.seats()["1"].stays[0].in_at == came


def test_the_session_began_earlier_than_start_was_pressed(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    clock_at.to("18:04")
    desk.begin()
    desk.press("A", "Shift+T")
    desk.retype("18:01-")
    desk.press("Enter")
    clock_at.to("19:00")
    desk.view.tick()
    assert desk.view.header.timer.text() == "59:00"
    desk.press("Ctrl+E", "Enter")
    assert minutes(desk, "1") == 59


def test_digits_stay_when_someone_is_added(sit: Sit) -> None:
    members.add(MemberDetails(given_name="Bo", family_name="Adams"))
    desk = sit(3)
    desk.begin()
    before = {digit: seat.member for digit, seat in desk.seats().items()}
    desk.press("+")
    desk.type("bo ad")
    desk.press("Enter")
    after = {digit: seat.member for digit, seat in desk.seats().items()}
    assert {digit: after[digit] for digit in before} == before
    assert desk.seats()["4"].short_name == "Bo A."
    desk.press("P")
    assert desk.statuses()["4"] is Status.ATTENDED


def test_enter_presses_the_button_one_went_to(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("1", "T")
    desk.retype("18:00-")
    desk.press("Tab", "Tab", "Enter")
    assert desk.statuses()["1"] is Status.UNRECORDED
    desk.view.header.pause_button.setFocus()
    desk.press("Enter")
    assert schedule.session(desk.session_id).cue_paused_at is not None


def test_the_emergency_contact_is_one_key_away(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    member = desk.seats()["1"].member
    row = members.member(member)
    known = {f.name: getattr(row, f.name) for f in fields(MemberDetails)}
    known |= {"emergency_name": "Rosa K.", "emergency_phone": "212-555-0199", "consent_on": None}
    members.change(member, MemberDetails(**known))
    desk.press("1", "M")
    assert "Emergency: Rosa K." in words_on(desk.window)
    assert "555-0199" in words_on(desk.window)
    assert "Consent: not on file" in words_on(desk.window)


def test_the_menu_does_what_its_keys_do(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    menu = popup(desk.view.header.more_button, desk.view.commands.do, desk.view.edge_wanted.emit)
    next(action for action in menu.actions() if "These keys" in action.text()).trigger()
    menu.close()
    assert desk.view.overlay.isVisible()


def test_undo_and_unmark(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "2", "N", "Z")
    assert desk.pill("2") == "Present"
    desk.press("U")
    assert desk.statuses()["2"] is Status.UNRECORDED
    assert desk.pill("2") == "To mark"


def test_what_cannot_be_is_said_and_never_a_dialog(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("X")
    assert "not marked as in" in words_on(desk.window)
    desk.press("8")
    assert "Nobody has the number 8" in words_on(desk.window)


def test_a_late_entry_is_recorded_by_typing_its_times(sit: Sit, clock_at: Clock) -> None:
    desk = sit(3)
    clock_at.to("21:00")
    desk.begin()
    assert "Recorded afterwards" in words_on(desk.window)
    assert "18:00–19:00" in words_on(desk.window)
    assert not desk.view.header.timer.isVisible()
    desk.press("A", "2", "T")
    desk.retype("18:12-18:41")
    desk.press("Enter")
    assert desk.pill("2") == "Late 12, left early 19"
    desk.press("3", "L")
    assert "recorded afterwards" in words_on(desk.window)
    desk.press("Ctrl+E", "Enter")
    assert schedule.session(desk.session_id).late_entry
    assert minutes(desk, "1") == 60
    assert minutes(desk, "2") == 29


def test_every_key_is_on_the_overlay_and_does_something(sit: Sit) -> None:
    desk = sit(1)
    desk.begin()
    desk.press("?")
    assert desk.view.overlay.isVisible()
    shown = {cap.text() for cap in desk.view.overlay.findChildren(KeyCap)}
    words = words_on(desk.view.overlay)
    for key in TABLE:
        assert key.words in words
        assert set(key.shown) <= shown
    desk.press("Esc")
    assert not desk.view.overlay.isVisible()
    desk.press("P")
    assert desk.statuses()["1"] is Status.ATTENDED


def test_rows_say_all_they_show(sit: Sit, clock_at: Clock) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("A", "3", "Enter")
    clock_at.advance(minutes=11, seconds=48)
    desk.type("Practised twice")
    desk.press("Enter")
    row = desk.view.roster.rows[desk.seats()["3"].id]
    assert row.accessibleName() == "3, Luis M., Present, last line 11:48  Practised twice"


def test_closing_asks_nothing_and_the_session_goes_on(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A")
    assert desk.window.close()
    clock_at.to("18:30")
    assert schedule.session(desk.session_id).state is SessionState.LIVE
    desk.window.open(desk.context, desk.session_id)
    desk.view.tick()
    assert desk.view.header.timer.text() == "30:00"
    desk.press("2", "X")
    assert desk.pill("2") == "Out 18:30"


def test_a_mark_made_elsewhere_shows_here(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.context.actions.run(attendance.mark_present, desk.seats()["2"].id)
    assert desk.pill("2") == "Present"
    assert "1 present · 1 to mark" in words_on(desk.window)


def test_a_place_typed_after_the_usual_one_was_taken_replaces_it(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "C", "2", "M")
    desk.type("Parked car")
    desk.press("Enter")
    assert desk.seats()["2"].location == "Parked car"
    assert desk.seats()["1"].location == "Home, Albany"


def test_times_typed_take_the_place_of_those_that_stood_there(sit: Sit, clock_at: Clock) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A")
    clock_at.to("18:45")
    desk.press("2", "T")
    desk.type("18:12-18:41")
    desk.press("Enter")
    clock_at.to("19:00")
    desk.press("Ctrl+E", "Enter")
    assert minutes(desk, "2") == 29


def test_nobody_in_the_room_is_given_a_place_to_have_called_from(sit: Sit) -> None:
    desk = sit(2)
    desk.begin()
    desk.press("A", "2", "M", "Alt+P", "Enter", "C")
    assert desk.seats()["1"].location == "Home, Albany"
    assert desk.seats()["2"].location == ""
