"""One session as rows: its shared part, everybody's attendance, their notes and lines."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from practice.care.facts import Facts, GoalFact
from practice.demo.attendance import Outcome, Presence, attendance
from practice.demo.clinicians import CLINICIANS, Clinician
from practice.demo.groups import Group, shared_part
from practice.demo.notes import Entry, story
from practice.demo.notes import Progress as Came
from practice.demo.people import EMERGENCY, Member
from practice.demo.profiles import Profile, profile
from practice.demo.rows import Row, Rows, id_of, user_id, week_of
from practice.demo.world import CHOSEN_SEED, Place, World
from practice.models.enums.attendance import MODE_WORDS, MissedBecause, Mode, Status
from practice.models.enums.groups import GROUP_KIND_WORDS
from practice.models.enums.notes import NoteState
from practice.models.enums.plans import PROGRESS_WORDS, Progress
from practice.models.enums.sessions import SessionState

OFFICE_PLACE = "Harbour Practice, Port Merrin"
UNSIGNED_DAYS = 2
_STATUS = {
    Outcome.ATTENDED: Status.ATTENDED,
    Outcome.NO_SHOW: Status.NO_SHOW,
    Outcome.LATE_CANCEL: Status.LATE_CANCEL,
    Outcome.CLIENT_CANCEL: Status.CLIENT_CANCEL,
    Outcome.EXCUSED: Status.EXCUSED,
}
PROGRESS = {
    Came.SETBACK: Progress.BACK,
    Came.LITTLE: Progress.STEADY,
    Came.SOME: Progress.FORWARD,
    Came.GOOD: Progress.FORWARD,
}


@dataclass(frozen=True)
class Stay:
    """One member's weeks in a group with what was written about each."""

    place: Place
    about: Profile
    presences: tuple[Presence, ...]
    entries: tuple[Entry | None, ...]

    @classmethod
    def of(cls, world: World, place: Place) -> "Stay":
        until = world.weeks if place.until is None else place.until
        about = profile(place.member, CHOSEN_SEED)
        random = Random(f"{CHOSEN_SEED} {place.member.key}")  # noqa: S311  # made-up attendance
        weeks = until - place.since
        presences = attendance(place.member.habit, place.group.minutes, weeks, random)
        entries = story(about, place.group, presences, CHOSEN_SEED, place.since)
        return cls(place, about, presences, entries)

    def is_in(self, week: int) -> bool:
        return 0 <= week - self.place.since < len(self.presences)


def add_session(made: Rows, world: World, group: Group, week: int, present: list[Stay]) -> None:
    day = week_of(world, week, group)
    wall = datetime.combine(day, group.start)
    started = wall.replace(tzinfo=ZoneInfo(world.zone)).astimezone(UTC)
    stopped = started + timedelta(minutes=group.minutes)
    signed = world.day - day > timedelta(days=UNSIGNED_DAYS)
    held = _Held(
        world.zone, group, week, id_of("session", group.key, week), wall, started, stopped, signed
    )
    made.add(
        made.office,
        "session",
        id=held.id,
        group=id_of("group", group.key),
        series=id_of("series", group.key),
        occurrence=day,
        clinician=user_id(group.clinician),
        starts=wall,
        minutes=group.minutes,
        state=SessionState.HELD,
        started_at=started,
        stopped_at=stopped,
        platform=group.platform,
        link=group.link,
        clinician_location=OFFICE_PLACE,
        technique=group.topic(week).technique,
        signed=signed and bool(present),
    )
    shared = shared_part(group, week)
    made.add(
        made.clinical,
        "group_note",
        id=id_of("shared", held.id),
        session_id=held.id,
        topic=shared.topic,
        text=shared.interventions,
    )
    presences = [stay.presences[week - stay.place.since] for stay in present]
    held.participants = sum(p.outcome is Outcome.ATTENDED for p in presences)
    for seat, (stay, presence) in enumerate(zip(present, presences, strict=True), start=1):
        _add_attendance(made, held, seat, stay, presence)


@dataclass
class _Held:
    """A session that took place; `started` and `stopped` are moments."""

    zone: str
    group: Group
    week: int
    id: str
    wall: datetime
    started: datetime
    stopped: datetime
    signed: bool
    participants: int = 0


def _add_attendance(made: Rows, held: _Held, seat: int, stay: Stay, presence: Presence) -> None:
    who = stay.place.member
    attendance_id = id_of("attendance", held.id, who.key)
    came = presence.outcome is Outcome.ATTENDED
    made.add(
        made.office,
        "attendance",
        id=attendance_id,
        session=held.id,
        member=id_of("member", who.key),
        seat=seat,
        status=_STATUS[presence.outcome],
        location=f"Home, {who.town}" if came else "",
        missed_because=_because(attendance_id, presence.outcome),
    )
    for number, (begin, end) in enumerate(presence.stretches):
        made.add(
            made.office,
            "stretch",
            id=id_of("stretch", attendance_id, number),
            attendance=attendance_id,
            in_at=held.started + timedelta(minutes=begin),
            out_at=None if end >= held.group.minutes else held.started + timedelta(minutes=end),
        )
    entry = stay.entries[held.week - stay.place.since]
    if entry is None:
        _add_missed(made, held, who, presence)
    else:
        _add_note(made, held, stay, presence, entry)


def _because(attendance_id: str, outcome: Outcome) -> MissedBecause | None:
    """What they said about it; half of them said nothing."""
    if outcome in (Outcome.ATTENDED, Outcome.EXCUSED):
        return None
    random = Random(f"{attendance_id} because")  # noqa: S311  # made-up reasons
    return random.choice(list(MissedBecause)) if random.random() < 0.5 else None


def _add_missed(made: Rows, held: _Held, who: Member, presence: Presence) -> None:
    made.add(
        made.clinical,
        "missed_entry",
        id=id_of("missed", held.id, who.key),
        session_id=held.id,
        member_id=id_of("member", who.key),
        status=_STATUS[presence.outcome],
        recorded_at=held.stopped,
    )


def _add_note(made: Rows, held: _Held, stay: Stay, presence: Presence, entry: Entry) -> None:
    who, shared = stay.place.member, shared_part(held.group, held.week)
    note_id = id_of("note", held.id, who.key)
    goal = stay.about.goals[entry.goal]
    progress = PROGRESS[entry.progress]
    author = CLINICIANS[held.group.clinician]
    made.add(
        made.clinical,
        "note_goal",
        id=id_of("note-goal", note_id),
        note=note_id,
        goal=id_of("goal", who.key, entry.goal),
        progress=progress,
    )
    note: Row = {
        "id": note_id,
        "session_id": held.id,
        "member_id": id_of("member", who.key),
        "author_id": user_id(held.group.clinician),
        "participation": entry.participation,
        "response": f"{entry.response} {entry.goal_progress}".strip(),
        "plan": entry.plan,
    }
    if held.signed:
        said = GoalFact(goal.words, PROGRESS_WORDS[progress])
        note |= {
            "state": NoteState.SIGNED,
            "shared_topic": shared.topic,
            "shared_text": shared.interventions,
            "facts": _facts(held, stay, presence, author, said).to_text(),
            "signed_at": held.stopped + timedelta(minutes=25),
            "signed_by": user_id(held.group.clinician),
            "signature": f"{author.name}, {author.credentials}",
        }
    made.add(made.clinical, "note", **note)
    for number, line in enumerate(entry.lines):
        made.add(
            made.clinical,
            "line",
            id=id_of("line", note_id, number),
            session_id=held.id,
            member_id=id_of("member", who.key),
            author_id=user_id(held.group.clinician),
            at=held.started + timedelta(minutes=line.minute),
            text=line.text,
        )


def _facts(held: _Held, stay: Stay, presence: Presence, author: Clinician, goal: GoalFact) -> Facts:
    who, last = stay.place.member, held.wall + timedelta(minutes=held.group.minutes)
    joined = held.wall.date() - timedelta(weeks=held.week - stay.place.since)
    return Facts(
        group=held.group.name,
        modality=GROUP_KIND_WORDS[held.group.registered_kind],
        day=held.wall.date().isoformat(),
        zone=held.zone,
        scheduled_start=f"{held.wall:%H:%M}",
        scheduled_stop=f"{last:%H:%M}",
        started=f"{held.wall:%H:%M}",
        stopped=f"{last:%H:%M}",
        participants=held.participants,
        minutes=sum(end - begin for begin, end in presence.stretches),
        late=presence.joined,
        left_early=presence.left_before(held.group.minutes),
        mode=MODE_WORDS[Mode.VIDEO],
        audio_reason="",
        platform=held.group.platform,
        location=f"Home, {who.town}",
        clinician=f"{author.name}, {author.credentials}",
        clinician_location=OFFICE_PLACE,
        consent_on=(joined - timedelta(days=5)).isoformat(),
        late_entry=False,
        emergency=f"{EMERGENCY} {who.emergency_phone}",
        diagnoses=tuple(f"{d.code} {d.words}" for d in stay.about.diagnoses),
        goals=(goal,),
    )
