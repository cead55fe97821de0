"""Running a session: start, stop, the cue's pause, who is on its roster, times put right."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import count
from typing import Any

from practice import clock
from practice.desk import presence, schedule, visitors
from practice.desk.due import due
from practice.desk.members import short_name
from practice.desk.practice import from_wall, practice
from practice.desk.presence import Stay
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import FREES_SEAT, MissedBecause, Mode, Status
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SessionState
from practice.models.office import Attendance, Member, Session, Stretch
from practice.models.read import rows, tuples
from practice.models.seats import GROUP_SIZE
from practice.text import clean_line

LONGEST = timedelta(hours=12)
ONE_RUNNING = "Another session is running. End it first, then start this one."


@dataclass(frozen=True, kw_only=True)
class Seat:
    """One row of a session's roster. `digit` is the key: 1 to 9, then 0 for the tenth.

    Seats above ten belong to people who cancelled and whose seat a visitor has.
    """

    id: str
    member: str
    seat: int
    given_name: str
    family_name: str
    preferred_name: str
    status: Status
    mode: Mode | None
    audio_reason: str
    location: str
    usual_location: str
    consent_on: date | None
    notice_at: datetime | None = None
    missed_because: MissedBecause | None = None
    stays: tuple[Stay, ...] = ()

    @property
    def digit(self) -> str:
        """The key that selects this member; a dash where none does."""
        return str(self.seat % 10) if self.seat <= GROUP_SIZE else "–"

    @property
    def short_name(self) -> str:
        """As `members.short_name`."""
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def full_name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


def seats(session_id: str) -> list[Seat]:
    """The session's roster in the order of its digits."""
    query = (
        Attendance.select(
            Attendance.id,
            Attendance.member,
            Attendance.seat,
            Attendance.status,
            Attendance.mode,
            Attendance.audio_reason,
            Attendance.location,
            Attendance.notice_at,
            Attendance.missed_because,
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
            Member.consent_on,
            Member.location.alias("usual_location"),
        )
        .join(Member)
        .where(Attendance.session == session_id)
        .order_by(Attendance.seat)
    )
    stays = stays_of([session_id])
    return [replace(row, stays=stays.get(row.id, ())) for row in rows(query, Seat)]


def to_ask(seats: Iterable[Seat], session: schedule.SessionRow) -> list[Seat]:
    """Who came by video or phone and whose location nobody has recorded yet."""
    return [
        seat
        for seat in seats
        if seat.status is Status.ATTENDED
        and not seat.location
        and (seat.mode or session.mode) is not Mode.IN_PERSON
    ]


def stays_of(session_ids: list[str]) -> dict[str, tuple[Stay, ...]]:
    """The stretches of every row of these sessions, by attendance id, in time order."""
    rows_of = Attendance.select(Attendance.id).where(Attendance.session.in_(session_ids))
    return _stays(Stretch.attendance.in_(rows_of))


def stays_of_rows(attendance_ids: list[str]) -> dict[str, tuple[Stay, ...]]:
    """The stretches of these rows, by attendance id, in time order."""
    return _stays(Stretch.attendance.in_(attendance_ids))


def _stays(where: Any) -> dict[str, tuple[Stay, ...]]:
    query = Stretch.select(Stretch.attendance, Stretch.in_at, Stretch.out_at).where(where)
    query = query.order_by(Stretch.in_at)
    found: dict[str, tuple[Stay, ...]] = {}
    for attendance, in_at, out_at in tuples(query):
        found[attendance] = (*found.get(attendance, ()), Stay(in_at, out_at))
    return found


def running() -> str | None:
    """The id of the session that is running, if one is."""
    row = Session.get_or_none(Session.state == SessionState.LIVE)
    return None if row is None else str(row.id)


def start(session_id: str) -> None:
    """Begin now. The roster is that of the session's day; everybody is still to be marked.

    Starting a session that already runs does nothing, so that a crash in between does no harm.
    """
    row = schedule.session(session_id)
    if row.state is SessionState.LIVE:
        return
    _refuse_second(row)
    with operation(OFFICE, "Start the session", undoable=False):
        _begin(row, started_at=clock.now())


def record_afterwards(session_id: str, started: datetime, stopped: datetime) -> None:
    """Open a past session for recording, marked as a late entry. Both times are wall times."""
    row = schedule.session(session_id)
    _refuse_second(row)
    started_at, stopped_at = from_wall(started), from_wall(stopped)
    _check_times(started_at, stopped_at)
    with operation(OFFICE, "Record a past session", undoable=False):
        _begin(row, started_at=started_at, stopped_at=stopped_at, late_entry=True)


def _refuse_second(row: schedule.SessionRow) -> None:
    if row.state is not SessionState.PLANNED:
        raise Refused("This session was already held or cancelled.")
    if running() is not None:
        raise Refused(ONE_RUNNING)


def _begin(row: schedule.SessionRow, **what: object) -> None:
    Session.update(state=SessionState.LIVE, **what).where(Session.id == row.id).execute()
    open_roster(row)


def open_roster(row: schedule.SessionRow) -> None:
    """Give everybody who is due a row, unrecorded; rows already there stay.

    Before a session begins this happens when someone cancels for it (desk/absence.py); whoever
    leaves the group before its day loses the row again (roster.leave).
    """
    there = {seat.member for seat in seats(row.id)}
    for one in due(row):
        if one.member not in there:
            _add_row(row.id, one.member)


def _add_row(session_id: str, member_id: str) -> str:
    seat = _free_seat(session_id)
    return str(Attendance.create(session=session_id, member=member_id, seat=seat).id)


def _free_seat(session_id: str) -> int:
    """The lowest number nobody has; beyond ten, someone who cancelled gives theirs up for it."""
    there = seats(session_id)
    taken = {seat.seat for seat in there}
    free = next(number for number in count(1) if number not in taken)
    away = (seat for seat in there if seat.seat <= GROUP_SIZE and seat.status in FREES_SEAT)
    gives_up = next(away, None) if free > GROUP_SIZE else None
    if gives_up is None:
        return free
    Attendance.update(seat=free).where(Attendance.id == gives_up.id).execute()
    return gives_up.seat


def add_person(session_id: str, member_id: str) -> str:
    """Put one more member on a group session's roster, at a free digit. Returns the row's id.

    Who is not in the group that day is written down as a visitor. Raises Refused when they are on
    it already or ten people are.
    """
    row = schedule.session(session_id)
    if row.group is None:
        raise Refused(visitors.WITH_ONE)
    if any(seat.member == member_id for seat in seats(session_id)):
        raise Refused("This member is already on the list.")
    with operation(OFFICE, "Add someone to the session"):
        if all(one.member != member_id for one in due(row)):
            visitors.note(session_id, member_id, VisitBecause.OTHER)
        return _add_row(session_id, member_id)


def stop(session_id: str) -> None:
    """End now; a late entry keeps the end it was given. Ending twice does nothing.

    A clock set back meanwhile ends it no earlier than the last thing recorded in it.
    """
    row = schedule.session(session_id)
    if row.state is not SessionState.LIVE:
        return
    with operation(OFFICE, "End the session", undoable=False):
        Session.update(
            state=SessionState.HELD, stopped_at=row.stopped_at or _end(row), cue_paused_at=None
        ).where(Session.id == session_id).execute()


def _end(row: schedule.SessionRow) -> datetime:
    stays = [stay for seat in seats(row.id) for stay in seat.stays]
    known = [row.started_at, *(stay.in_at for stay in stays), *(stay.out_at for stay in stays)]
    return max(clock.now(), *(moment for moment in known if moment))


def go_on(session_id: str) -> None:
    """Take back an End pressed too early: the session runs on from its first start."""
    check_going_on(session_id)
    row = schedule.session(session_id)
    with operation(OFFICE, "Go on with the session", undoable=False):
        stopped = row.stopped_at if row.late_entry else None
        Session.update(state=SessionState.LIVE, stopped_at=stopped).where(
            Session.id == session_id
        ).execute()


def check_going_on(session_id: str) -> None:
    """Raise Refused where `go_on` would."""
    row = schedule.session(session_id)
    if row.state is not SessionState.HELD:
        raise Refused("This session has not ended.")
    if row.signed:
        raise Refused("Notes of this session are signed, so it can't run on.")
    if running() is not None:
        raise Refused(ONE_RUNNING)


def pause_cue(session_id: str) -> None:
    """Hold the plan's cue, or let it go on. Nobody's minutes change."""
    row = schedule.session(session_id)
    now = clock.now()
    with operation(OFFICE, "Pause or resume the plan", undoable=False):
        if row.cue_paused_at is None:
            Session.update(cue_paused_at=now).where(Session.id == session_id).execute()
        else:
            held = row.cue_paused_seconds + int((now - row.cue_paused_at).total_seconds())
            Session.update(cue_paused_at=None, cue_paused_seconds=held).where(
                Session.id == session_id
            ).execute()


def cue_seconds(row: schedule.SessionRow) -> int:
    """How far the plan has come, in seconds, pauses left out."""
    if row.started_at is None:
        return 0
    until = row.cue_paused_at or row.stopped_at or clock.now()
    return max(0, int((until - row.started_at).total_seconds()) - row.cue_paused_seconds)


def set_times(
    session_id: str, started: datetime, stopped: datetime | None, *, reason: str = ""
) -> None:
    """Put the actual start and stop right (moments). Those present from the start move with it."""
    row = schedule.session(session_id)
    _check_times(started, stopped)
    if row.stopped_at is None and stopped is not None:
        raise Refused("The session is still running; leave its end open.", field="times")
    with operation(OFFICE, "Correct the session's times", reason=reason):
        for seat in seats(session_id):
            if row.started_at and any(stay.in_at == row.started_at for stay in seat.stays):
                Stretch.update(in_at=started).where(
                    Stretch.attendance == seat.id, Stretch.in_at == row.started_at
                ).execute()
        Session.update(started_at=started, stopped_at=stopped).where(
            Session.id == session_id
        ).execute()


@dataclass(frozen=True, kw_only=True)
class Held:
    """How a session was held: actual start and stop (moments), and from where."""

    started: datetime
    stopped: datetime
    platform: str
    clinician_location: str


def correct(session_id: str, to: Held, *, reason: str = "") -> None:
    """Put a held session's times and places right in one step; see `set_times`."""
    with operation(OFFICE, "Correct the session", reason=reason):
        set_times(session_id, to.started, to.stopped)
        Session.update(
            platform=clean_line(to.platform), clinician_location=clean_line(to.clinician_location)
        ).where(Session.id == session_id).execute()


def moments(row: schedule.SessionRow, started: time, stopped: time) -> tuple[datetime, datetime]:
    """Typed wall times of a begun session as moments; a minute left as it was keeps its seconds."""
    wall, found = wall_clock(row), []
    for typed, was in ((started, row.started_at), (stopped, row.stopped_at)):
        same = was is not None and wall(was).time().replace(second=0, microsecond=0) == typed
        found.append(was if same and was else wall.moment(typed))
    return found[0], found[1]


def _check_times(started: datetime, stopped: datetime | None) -> None:
    now = clock.now()
    if started > now or (stopped is not None and stopped > now):
        raise Refused("This time is still to come. Please check it.", field="times")
    if stopped is not None and not timedelta(0) < stopped - started <= LONGEST:
        raise Refused("The end should come after the start, within twelve hours.", field="times")


def wall_clock(row: schedule.SessionRow) -> presence.WallClock:
    """Turns this session's moments into wall time and typed times into moments."""
    return presence.WallClock(practice().zone, row.started_at or from_wall(row.starts))
