"""Marking who came. Everybody starts unrecorded and nothing is ever filled in by the program.

Attended means at least one stretch of presence; late and left early follow from the stretches.
Any other status means no presence. After a note of the session is signed every change needs a
reason (the database asks for it, models/guards/).
"""

from dataclasses import dataclass
from datetime import datetime

from practice import clock
from practice.desk import schedule, sessions
from practice.desk.entry import required
from practice.desk.presence import Stay
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import STATUS_WORDS, MissedBecause, Mode, Status
from practice.models.office import Attendance, Stretch
from practice.text import clean_line

NOT_STARTED = "The session has not begun, so there are no times to record yet."
BY_TIMES = "This session is recorded afterwards. Press T and type the times, such as 18:12-18:41."


def _session(attendance_id: str) -> SessionRow:
    return schedule.session(Attendance.get_by_id(attendance_id).session_id)


def _stays(attendance_id: str) -> tuple[Stay, ...]:
    return sessions.stays_of_rows([attendance_id]).get(attendance_id, ())


def mark_all_present(session_id: str) -> None:
    """Everybody still unrecorded was there from the start; rows already marked stay as they are."""
    session = schedule.session(session_id)
    with operation(OFFICE, "Mark everybody present"):
        for seat in sessions.seats(session_id):
            if seat.status is Status.UNRECORDED:
                _write(seat.id, Status.ATTENDED, (_from_start(session),))


def mark_present(attendance_id: str, *, reason: str = "") -> None:
    """Present from the start to the end."""
    session = _session(attendance_id)
    with operation(OFFICE, "Mark present", reason=reason):
        _write(attendance_id, Status.ATTENDED, (_from_start(session),))


def mark_in(attendance_id: str) -> None:
    """In from now: late, or back again after having been out.

    Someone already counted as in was not there until now, so that stretch begins now.
    """
    _refuse_afterwards(_session(attendance_id))
    earlier = tuple(stay for stay in _stays(attendance_id) if stay.out_at is not None)
    with operation(OFFICE, "Mark as come in"):
        _write(attendance_id, Status.ATTENDED, (*earlier, Stay(clock.now())))


def mark_out(attendance_id: str) -> None:
    """Out from now: left early, or dropped from the call. Raises Refused if they were not in."""
    _refuse_afterwards(_session(attendance_id))
    before = _stays(attendance_id)
    if not before or before[-1].out_at is not None:
        raise Refused("They are not marked as in. Press P if they were here from the start.")
    stays = (*before[:-1], Stay(before[-1].in_at, clock.now()))
    with operation(OFFICE, "Mark as gone out"):
        _write(attendance_id, Status.ATTENDED, stays)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is known of an absence: when notice came, if any (a moment), and why."""

    notice_at: datetime | None = None
    because: MissedBecause | None = None


def mark_missed(
    attendance_id: str, status: Status, *, told: Told | None = None, reason: str = ""
) -> None:
    """Not there: `status` says how. Any presence recorded before is taken away.

    Without `told`, what was known stays with an unchanged status and goes with another one.
    """
    if status is Status.ATTENDED:
        raise ValueError("someone who attended has times")
    with operation(OFFICE, f"Mark as {STATUS_WORDS[status].lower()}", reason=reason):
        _write(attendance_id, status, (), told)


def unmark(attendance_id: str, *, reason: str = "") -> None:
    """Take the mark back: nobody has recorded this row."""
    with operation(OFFICE, "Unmark", reason=reason):
        _write(attendance_id, Status.UNRECORDED, ())


def set_stays(attendance_id: str, stays: tuple[Stay, ...], *, reason: str = "") -> None:
    """Put the times right; no times at all makes the row unrecorded again.

    Raises Refused for a stretch that lies outside the session or still to come.
    """
    session = _session(attendance_id)
    for stay in stays:
        _refuse_outside(stay, session)
    with operation(OFFICE, "Correct times", reason=reason):
        _write(attendance_id, Status.ATTENDED if stays else Status.UNRECORDED, stays)


def set_how(
    attendance_id: str, mode: Mode | None, audio_reason: str, location: str, *, reason: str = ""
) -> None:
    """How and from where someone took part. Audio alone needs a reason (payers ask for it)."""
    if mode is Mode.AUDIO:
        required(audio_reason, "audio_reason", "Please say why audio only; payers ask for it.")
    with operation(OFFICE, "Record how someone took part", reason=reason):
        Attendance.update(
            mode=mode,
            audio_reason=clean_line(audio_reason) if mode is Mode.AUDIO else "",
            location=clean_line(location),
        ).where(Attendance.id == attendance_id).execute()


@dataclass(frozen=True, kw_only=True)
class Correction:
    """One row as it should be. No stays leaves the status as it is; no mode is the session's."""

    stays: tuple[Stay, ...]
    mode: Mode | None
    audio_reason: str
    location: str


def correct(attendance_id: str, to: Correction, *, reason: str = "") -> None:
    """Put times, mode and place of one row right in one step."""
    with operation(OFFICE, "Correct the attendance", reason=reason):
        if to.stays:
            set_stays(attendance_id, to.stays)
        set_how(attendance_id, to.mode, to.audio_reason, to.location)


def confirm_location(attendance_id: str, location: str, *, reason: str = "") -> None:
    """Where this member was, as they said; nothing else of the row changes."""
    with operation(OFFICE, "Record where someone was", reason=reason):
        Attendance.update(location=clean_line(location)).where(
            Attendance.id == attendance_id
        ).execute()


def confirm_usual_locations(session_id: str, *, reason: str = "") -> None:
    """Everybody who takes part from elsewhere, and has no place yet, said it is their usual one.

    Nobody without a usual location is touched; theirs stays to be asked.
    """
    asked = sessions.to_ask(sessions.seats(session_id), schedule.session(session_id))
    with operation(OFFICE, "Record usual locations", reason=reason):
        for seat in filter(lambda seat: seat.usual_location, asked):
            Attendance.update(location=seat.usual_location).where(
                Attendance.id == seat.id
            ).execute()


def _refuse_outside(stay: Stay, session: SessionRow) -> None:
    if session.started_at is None:
        raise Refused(NOT_STARTED, field="times")
    now = clock.now()
    if max(stay.in_at, stay.out_at or stay.in_at) > now:
        raise Refused("This time is still to come. Please check it.", field="times")
    too_late = session.stopped_at is not None and stay.in_at >= session.stopped_at
    if too_late or (stay.out_at is not None and stay.out_at <= session.started_at):
        raise Refused("These times lie outside the session. Please check them.", field="times")


def _from_start(session: SessionRow) -> Stay:
    if session.started_at is None:
        raise Refused(NOT_STARTED)
    return Stay(session.started_at)


def _refuse_afterwards(session: SessionRow) -> None:
    if session.started_at is None:
        raise Refused(NOT_STARTED)
    if session.stopped_at is not None:
        raise Refused(BY_TIMES)


def _write(
    attendance_id: str, status: Status, stays: tuple[Stay, ...], told: Told | None = None
) -> None:
    """Both tables together, touching only what differs."""
    old = {
        Stay(s.in_at, s.out_at): s.id
        for s in Stretch.select().where(Stretch.attendance == attendance_id)
    }
    for stay, stretch_id in old.items():
        if stay not in stays:
            Stretch.delete().where(Stretch.id == stretch_id).execute()
    for stay in stays:
        if stay not in old:
            Stretch.create(attendance=attendance_id, in_at=stay.in_at, out_at=stay.out_at)
    now = told or Told()
    row, other = Attendance.id == attendance_id, Attendance.status != status
    Attendance.update(status=status, notice_at=now.notice_at, missed_because=now.because).where(
        row if told else row & other
    ).execute()
