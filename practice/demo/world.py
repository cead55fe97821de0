"""The demo practice as rows: who belongs where, every session of the years, every note.

Pure: the same size and day give the same world. The year is the content of this package as it
stands; ten years repeat its groups and people under other names, to measure with.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from practice.care.facts import Facts, GoalFact
from practice.demo.attendance import Outcome, Presence, attendance
from practice.demo.clinicians import CLINICIANS, Clinician
from practice.demo.groups import Group, groups, shared_part
from practice.demo.notes import Entry, story
from practice.demo.notes import Progress as Came
from practice.demo.people import Member, members
from practice.demo.profiles import Profile, profile
from practice.desk.practice import PracticeDetails
from practice.models.enums import (
    MODE_WORDS,
    PROGRESS_WORDS,
    GroupKind,
    Mode,
    NoteState,
    Progress,
    SessionState,
    Status,
)

ZONE = "America/Los_Angeles"
PRACTICE = PracticeDetails(
    name="Harbour Practice",
    address="14 Quay Street\nPort Merrin, OR 97000",
    phone="(541) 555-0100",
    email="office@example.org",
    time_zone=ZONE,
)
OFFICE_PLACE = "Harbour Practice, Port Merrin"
CHOSEN_SEED = 20260101
UNSIGNED_DAYS = 2

_KINDS = {"Micro-group": GroupKind.MICRO, "Support group": GroupKind.PEER_SUPPORT}
_STATUS = {
    Outcome.ATTENDED: Status.ATTENDED,
    Outcome.NO_SHOW: Status.NO_SHOW,
    Outcome.LATE_CANCEL: Status.LATE_CANCEL,
    Outcome.CLIENT_CANCEL: Status.CLIENT_CANCEL,
    Outcome.EXCUSED: Status.EXCUSED,
}
_PROGRESS = {
    Came.SETBACK: Progress.BACK,
    Came.LITTLE: Progress.STEADY,
    Came.SOME: Progress.FORWARD,
    Came.GOOD: Progress.FORWARD,
}

Row = dict[str, Any]


@dataclass(frozen=True)
class Place:
    """One member's time in one group, in weeks from the world's first; `until` is exclusive."""

    member: Member
    group: Group
    since: int
    until: int | None


@dataclass(frozen=True)
class World:
    """Who is in which group when. The last of the `weeks` is the one of `day`.

    `zone` is the practice's, an IANA name; the words of the notes do not depend on it.
    """

    day: date
    zone: str
    weeks: int
    groups: tuple[Group, ...]
    places: tuple[Place, ...]


@dataclass
class Rows:
    """Rows by table name, office and clinical apart, in an order that foreign keys allow."""

    office: dict[str, list[Row]] = field(default_factory=dict)
    clinical: dict[str, list[Row]] = field(default_factory=dict)

    def add(self, file: dict[str, list[Row]], table: str, **row: Any) -> None:
        file.setdefault(table, []).append(row)


def year(day: date, zone: str = ZONE) -> World:
    """The demo: three clinicians, six groups, fifty members, fifty-two weeks up to `day`."""
    weekdays = {group.weekday for group in groups()}
    moved = "surfing" if day.weekday() not in weekdays else ""
    ours = tuple(
        replace(group, weekday=day.weekday()) if group.key == moved else group for group in groups()
    )
    by_key = {group.key: group for group in ours}
    places = tuple(Place(m, by_key[m.group], m.joins, None) for m in members())
    return World(day, zone, 52, ours, places)


def ten_years(day: date, zone: str = ZONE) -> World:
    """To measure with: 20 groups, 600 members, 500 weeks, about 80,000 attendance rows."""
    weeks, seats, in_turn = 500, 8, (3, 3, 4, 4, 4, 4, 4, 4)
    ours = tuple(_another_group(number) for number in range(20))
    places, number = [], 0
    for group in ours:
        for seat in range(seats):
            share = weeks // in_turn[seat]
            for turn in range(in_turn[seat]):
                last = turn == in_turn[seat] - 1
                until = None if last else (turn + 1) * share
                places.append(Place(_another_member(number), group, turn * share, until))
                number += 1
    return World(day, zone, weeks, ours, tuple(places))


def _another_group(number: int) -> Group:
    base = groups()[number % len(groups())]
    return replace(
        base,
        key=f"{base.key}-{number}",
        name=f"{base.name} {number + 1}",
        weekday=number % 5,
        start=time(9 + number // 5 * 2, 0),
        clinician=number % len(CLINICIANS),
    )


def _another_member(number: int) -> Member:
    people = members()
    given, family = people[number % 50], people[(number * 7 + number // 50) % 50]
    name = f"{given.name.split()[0]} {family.name.split()[-1]}"
    return replace(given, key=f"t{number:03}", name=name, preferred="")


def rows(world: World) -> Rows:
    """Every row of the practice. Ids follow from what they name, so that two runs are equal."""
    made = Rows()
    for number, clinician in enumerate(CLINICIANS):
        made.add(made.office, "user", **_user(number, clinician))
    for place in world.places:
        _add_member(made, world, place)
    for group in world.groups:
        _add_group(made, world, group)
    return made


def user_id(number: int) -> str:
    """The id of a clinician's row; the owner's slot in the vault must carry the first one."""
    return _id("user", number)


def _id(*parts: object) -> str:
    return sha256("/".join(map(str, parts)).encode()).hexdigest()[:32]


def _user(number: int, who: Clinician) -> Row:
    return {
        "id": user_id(number),
        "name": who.name,
        "credentials": who.credentials,
        "licence": who.licence,
        "npi": who.npi,
        "location": OFFICE_PLACE,
    }


def _week_of(world: World, week: int, group: Group) -> date:
    monday = world.day - timedelta(days=world.day.weekday(), weeks=world.weeks - 1 - week)
    return monday + timedelta(days=group.weekday)


def _names(member: Member) -> tuple[str, str]:
    """Given and family name; a name of one word is all given."""
    given, _, family = member.name.rpartition(" ")
    return (given, family) if given else (family, "")


def _add_member(made: Rows, world: World, place: Place) -> None:
    who, joined = place.member, _week_of(world, place.since, place.group)
    given, family = _names(who)
    member_id, about = _id("member", who.key), profile(who, CHOSEN_SEED)
    made.add(
        made.office,
        "member",
        id=member_id,
        code=f"M-{len(made.office.get('member', ())) + 1:04}",
        given_name=given,
        family_name=family,
        preferred_name=who.preferred,
        pronouns=str(who.pronouns),
        birth_date=_birth_date(who, world.day),
        sex=who.sex,
        address=f"{who.street}\n{who.town}, OR 97000",
        phone=who.phone,
        email=who.email,
        emergency_name="On file",
        emergency_phone=who.emergency_phone,
        location=f"Home, {who.town}",
        consent_on=joined - timedelta(days=5),
        payer=who.payer.name,
        payer_member_id=who.payer.member_id,
        archived=place.until is not None,
    )
    for position, found in enumerate(about.diagnoses, start=1):
        made.add(
            made.clinical,
            "diagnosis",
            id=_id("diagnosis", who.key, position),
            member_id=member_id,
            code=found.code,
            words=found.words,
            from_on=joined - timedelta(days=5),
            position=position,
        )
    for number, goal in enumerate(about.goals):
        made.add(
            made.clinical,
            "goal",
            id=_id("goal", who.key, number),
            member_id=member_id,
            words=f"{goal.words}: {goal.objective}",
            started_on=joined,
        )


def _birth_date(who: Member, day: date) -> date:
    random = Random(who.key)  # noqa: S311  # made-up birthdays
    return date(day.year - who.age - 1, random.randint(1, 12), random.randint(1, 28))


def _add_group(made: Rows, world: World, group: Group) -> None:
    group_id = _id("group", group.key)
    made.add(
        made.office,
        "group_",
        id=group_id,
        name=group.name,
        kind=_KINDS.get(group.kind, GroupKind.THERAPY),
        minutes=group.minutes,
        platform=group.platform,
        link=group.link,
        clinician=user_id(group.clinician),
        starts_on=_week_of(world, 0, group),
        weekday=group.weekday,
        time=group.start,
        technique=group.topic(world.weeks).technique,
    )
    for position, segment in enumerate(group.plan, start=1):
        made.add(
            made.office,
            "plan_segment",
            id=_id("segment", group.key, position),
            group=group_id,
            position=position,
            name=segment.title,
            minutes=segment.minutes,
        )
    here = [place for place in world.places if place.group.key == group.key]
    for place in here:
        _add_enrolment(made, world, group_id, place)
    writers = [_Stay.of(world, place) for place in here]
    held = [week for week in range(world.weeks) if _week_of(world, week, group) < world.day]
    for week in held:
        _add_session(made, world, group, week, [w for w in writers if w.is_in(week)])


def _add_enrolment(made: Rows, world: World, group_id: str, place: Place) -> None:
    last = None
    if place.until is not None:
        last = _week_of(world, place.until, place.group) - timedelta(days=1)
    made.add(
        made.office,
        "enrolment",
        id=_id("enrolment", place.member.key),
        group=group_id,
        member=_id("member", place.member.key),
        joined_on=_week_of(world, place.since, place.group),
        left_on=last,
    )


@dataclass(frozen=True)
class _Stay:
    """One member's weeks in a group with what was written about each."""

    place: Place
    about: Profile
    presences: tuple[Presence, ...]
    entries: tuple[Entry | None, ...]

    @classmethod
    def of(cls, world: World, place: Place) -> "_Stay":
        until = world.weeks if place.until is None else place.until
        about = profile(place.member, CHOSEN_SEED)
        random = Random(f"{CHOSEN_SEED} {place.member.key}")  # noqa: S311  # made-up attendance
        weeks = until - place.since
        presences = attendance(place.member.habit, place.group.minutes, weeks, random)
        entries = story(about, place.group, presences, CHOSEN_SEED, place.since)
        return cls(place, about, presences, entries)

    def is_in(self, week: int) -> bool:
        return 0 <= week - self.place.since < len(self.presences)


def _add_session(made: Rows, world: World, group: Group, week: int, present: list[_Stay]) -> None:
    day = _week_of(world, week, group)
    wall = datetime.combine(day, group.start)
    started = wall.replace(tzinfo=ZoneInfo(world.zone)).astimezone(UTC)
    stopped = started + timedelta(minutes=group.minutes)
    signed = world.day - day > timedelta(days=UNSIGNED_DAYS)
    held = _Held(
        world.zone, group, week, _id("session", group.key, week), wall, started, stopped, signed
    )
    made.add(
        made.office,
        "session",
        id=held.id,
        group=_id("group", group.key),
        clinician=user_id(group.clinician),
        starts=wall,
        minutes=group.minutes,
        state=SessionState.HELD,
        started_at=started,
        stopped_at=stopped,
        platform=group.platform,
        clinician_location=OFFICE_PLACE,
        technique=group.topic(week).technique,
        signed=signed and bool(present),
    )
    shared = shared_part(group, week)
    made.add(
        made.clinical,
        "group_note",
        id=_id("shared", held.id),
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


def _add_attendance(made: Rows, held: _Held, seat: int, stay: _Stay, presence: Presence) -> None:
    who = stay.place.member
    attendance_id = _id("attendance", held.id, who.key)
    came = presence.outcome is Outcome.ATTENDED
    made.add(
        made.office,
        "attendance",
        id=attendance_id,
        session=held.id,
        member=_id("member", who.key),
        seat=seat,
        status=_STATUS[presence.outcome],
        location=f"Home, {who.town}" if came else "",
    )
    for number, (begin, end) in enumerate(presence.stretches):
        made.add(
            made.office,
            "stretch",
            id=_id("stretch", attendance_id, number),
            attendance=attendance_id,
            in_at=held.started + timedelta(minutes=begin),
            out_at=None if end >= held.group.minutes else held.started + timedelta(minutes=end),
        )
    entry = stay.entries[held.week - stay.place.since]
    if entry is None:
        _add_missed(made, held, who, presence)
    else:
        _add_note(made, held, stay, presence, entry)


def _add_missed(made: Rows, held: _Held, who: Member, presence: Presence) -> None:
    made.add(
        made.clinical,
        "missed_entry",
        id=_id("missed", held.id, who.key),
        session_id=held.id,
        member_id=_id("member", who.key),
        status=_STATUS[presence.outcome],
        recorded_at=held.stopped,
    )


def _add_note(made: Rows, held: _Held, stay: _Stay, presence: Presence, entry: Entry) -> None:
    who, shared = stay.place.member, shared_part(held.group, held.week)
    note_id = _id("note", held.id, who.key)
    goal = stay.about.goals[entry.goal]
    progress = _PROGRESS[entry.progress]
    author = CLINICIANS[held.group.clinician]
    made.add(
        made.clinical,
        "note_goal",
        id=_id("note-goal", note_id),
        note=note_id,
        goal=_id("goal", who.key, entry.goal),
        progress=progress,
    )
    note: Row = {
        "id": note_id,
        "session_id": held.id,
        "member_id": _id("member", who.key),
        "author_id": user_id(held.group.clinician),
        "participation": entry.participation,
        "response": f"{entry.response} {entry.goal_progress}".strip(),
        "plan": entry.plan,
    }
    if held.signed:
        said = GoalFact(f"{goal.words}: {goal.objective}", PROGRESS_WORDS[progress])
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
            id=_id("line", note_id, number),
            session_id=held.id,
            member_id=_id("member", who.key),
            author_id=user_id(held.group.clinician),
            at=held.started + timedelta(minutes=line.minute),
            text=line.text,
        )


def _facts(
    held: _Held, stay: _Stay, presence: Presence, author: Clinician, goal: GoalFact
) -> Facts:
    who, last = stay.place.member, held.wall + timedelta(minutes=held.group.minutes)
    joined = held.wall.date() - timedelta(weeks=held.week - stay.place.since)
    return Facts(
        group=held.group.name,
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
        emergency=f"On file {who.emergency_phone}",
        diagnoses=tuple(f"{d.code} {d.words}" for d in stay.about.diagnoses),
        goals=(goal,),
    )
