"""The session: attendance by keys, lines, curtain, lock and end."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from practice.care import facts, notes
from practice.care import live as care_live
from practice.desk import schedule, sessions
from practice.models.enums.attendance import Status
from practice.ui.context import Place
from practice.ui.today.page import TodayPage
from practice.ui.tour.guide import (
    click,
    come_forward,
    press,
    said,
    type_words,
    wait_for,
)
from practice.ui.tour.record import settle
from practice.ui.tour.steps import Tour


def begin_session(tour: Tour) -> None:
    page = tour.go(Place.TODAY, TodayPage)
    tour.hours.to("18:00")
    click(page, "Open session notes")
    tour.check("the window's title names nobody", tour.live.windowTitle() == "Session notes")
    tour.picture("session-ready", tour.live)
    press(tour.live, "Enter")
    tour.check("the session runs", sessions.running() == tour.session)
    everybody = {seat.status for seat in sessions.seats(tour.session)}
    tour.check("everybody is still to mark", everybody == {Status.UNRECORDED})


def mark_attendance(tour: Tour) -> None:
    live = tour.live
    press(live, "A", "9", "N", "0", "E")
    tour.hours.to("18:12")
    press(live, "4", "L")
    statuses = [seat.status for seat in sessions.seats(tour.session)]
    tour.check(
        "ten members with three exceptions took seven keys", Status.UNRECORDED not in statuses
    )
    tour.check("one no-show, one excused", statuses[8:] == [Status.NO_SHOW, Status.EXCUSED])
    press(live, "C")
    places = [s.location for s in sessions.seats(tour.session) if s.status is Status.ATTENDED]
    tour.check("usual locations are confirmed in one key", all(places))
    press(live, "5", "M", "Alt+A", "Tab")
    tour.picture("session-how", live)
    slip = tour.view.slip
    assert slip is not None
    _write_reason(tour)
    press(live, "?")
    tour.picture("session-keys", live)
    press(live, "Esc")


def _write_reason(tour: Tour) -> None:
    fields = [w for w in tour.live.findChildren(QLineEdit) if w.isVisible() and w.isEnabled()]
    reason = next(w for w in fields if "audio" in w.accessibleName().lower())
    reason.setFocus()
    type_words(tour.live, "Camera broken")
    press(tour.live, "Enter")
    seat = sessions.seats(tour.session)[4]
    tour.check("audio only is recorded with its reason", seat.audio_reason == "Camera broken")


LINES = {
    "1": ("18:14", "Named payday as this week's strongest cue; called a friend before going out."),
    "2": ("18:18", "Wrote the pros and cons of one drink, stopped at the third con, and laughed."),
    "3": ("18:21", "Quiet at first; tried the breathing with the camera off, came back calmer."),
    "4": ("18:24", "Arrived from work, tense. Joined the second half of the exercise."),
    "5": ("18:27", "By phone. Two days without a drink, first time since August."),
    "6": ("18:31", "Slip on Saturday, told it without being asked, wants to plan the weekend."),
    "7": ("18:35", "Shared the refusal line that worked at a wedding."),
    "8": ("18:38", "Sleep is better; keeps the evening routine four nights of seven."),
}


def write_lines(tour: Tour) -> None:
    live = tour.live
    for digit, (at, words) in LINES.items():
        tour.hours.to(at)
        press(live, digit, "Enter")
        type_words(live, words)
        press(live, "Enter", "Esc")
    tour.hours.to("18:39")
    press(live, "G")
    type_words(live, "Taught the chain from cue to urge to act, practised one link in pairs.")
    press(live, "Enter", "Esc")
    tour.check("nine lines are on record", len(care_live.lines(tour.session)) == 9)
    other = sessions.seats(tour.session)[2]
    press(live, "6", "Enter")
    type_words(live, f"Worked in a pair with {other.given_name} and ")
    wait_for("the name check", lambda: "another member" in said(live))
    tour.check("another member's name is pointed out while typing", other.given_name in said(live))
    tour.picture("session-other-name", live)
    press(live, "Alt+R")
    type_words(live, "set a time to call.")
    live.autosave.flush()
    settle()
    tour.check(
        "the name became a peer", "a peer" in said(live) and other.given_name not in _composed(tour)
    )
    tour.check("the saved mark says so only now", "Saved" in said(live))
    tour.picture("session", live)


def _composed(tour: Tour) -> str:
    return "\n".join(
        t.toPlainText() for t in tour.live.findChildren(QPlainTextEdit) if t.isVisible()
    )


def curtain_and_lock(tour: Tour) -> None:
    live, names = tour.live, [seat.given_name for seat in sessions.seats(tour.session)]
    typed = _composed(tour)
    press(live, "F9")
    tour.check("behind the curtain nobody is named", not any(n in said(live) for n in names))
    tour.picture("curtain", live)
    press(live, "F9")
    tour.shell.lock()
    settle()
    tour.check("locking raises the curtain over the session", live.locked and live.isVisible())
    tour.check("nothing is readable while locked", not any(n in said(live) for n in names))
    tour.picture("curtain-locked", live)
    tour.unlock()
    tour.check("unlocking returns to the same words", typed in _composed(tour))
    come_forward(live)
    press(live, "Enter", "Esc")
    tour.check("ten lines are on record", len(care_live.lines(tour.session)) == 10)


def end_session(tour: Tour) -> None:
    live = tour.live
    tour.hours.to("18:41")
    press(live, "7", "X")
    tour.hours.to("19:00")
    press(live, "Ctrl+E")
    tour.picture("session-end", live)
    press(live, "Enter")
    found = notes.of_session(tour.session)
    tour.check("eight drafts, one for each who came", len(found) == 8)
    attended = facts.of_session(schedule.session(tour.session))
    tour.check("each says eight participants", {f.participants for f in attended.values()} == {8})
    by_seat = {
        s.digit: attended[s.member] for s in sessions.seats(tour.session) if s.member in attended
    }
    tour.check("48 minutes for the one who came at 18:12", by_seat["4"].minutes == 48)
    tour.check("41 minutes for the one who left at 18:41", by_seat["7"].minutes == 41)
    tour.check("audio only with its reason", by_seat["5"].audio_reason == "Camera broken")
