"""One member's record in the order of time, newest first: a table of kinds, each with its key."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import Enum
from zoneinfo import ZoneInfo

from practice.care import issued, plans
from practice.desk import history, outreach
from practice.desk import issued as letters
from practice.desk.members import OLDEST
from practice.desk.practice import practice, today
from practice.models.clinical import Addendum, Cosignature, Note
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.models.enums.notes import NoteState
from practice.models.enums.outreach import CHANNEL_WORDS, OUTCOME_WORDS
from practice.models.enums.plans import GOAL_STATUS_WORDS, GoalStatus
from practice.models.read import tuples
from practice.vault.roles import Key


class Kind(Enum):
    """What stands in a timeline."""

    SESSION = "session"
    NOTE = "note"
    PLAN = "plan"
    REPORT = "report"
    LETTER = "letter"
    CONTACT = "contact"


KIND_WORDS = {
    Kind.SESSION: "Sessions",
    Kind.NOTE: "Signed notes",
    Kind.PLAN: "Plan and goals",
    Kind.REPORT: "Reports",
    Kind.LETTER: "Letters",
    Kind.CONTACT: "Reaching out",
}


@dataclass(frozen=True)
class Entry:
    """`at` is wall time, `whole_day` where only the day is known. `session_id` leads to more."""

    kind: Kind
    at: datetime
    title: str
    detail: str = ""
    session_id: str = ""
    whole_day: bool = False


def kinds(clinical: bool) -> tuple[Kind, ...]:
    """Those that someone with or without the key to notes may read."""
    held = {Key.OFFICE, Key.CLINICAL} if clinical else {Key.OFFICE}
    return tuple(kind for kind, (needs, _) in _SOURCES.items() if needs in held)


def timeline(member_id: str, wanted: Iterable[Kind]) -> list[Entry]:
    """Everything of these kinds, newest first. Ask for `kinds` the person may read."""
    zone = practice().zone
    found = [_on_the_wall(e, zone) for kind in wanted for e in _SOURCES[kind][1](member_id)]
    return sorted(found, key=lambda entry: entry.at, reverse=True)


def _on_the_wall(entry: Entry, zone: ZoneInfo) -> Entry:
    """What happened is read as a moment, what was planned as wall time already."""
    if entry.at.tzinfo is None:
        return entry
    return replace(entry, at=entry.at.astimezone(zone).replace(tzinfo=None))


def _sessions(member_id: str) -> Iterator[Entry]:
    for visit in history.visits(member_id, OLDEST, today()):
        attended = visit.status is Status.ATTENDED
        words = f"{visit.minutes} min" if attended else STATUS_WORDS[visit.status]
        yield Entry(Kind.SESSION, visit.starts, visit.service, words, visit.session_id)


def _notes(member_id: str) -> Iterator[Entry]:
    signed = (Note.member_id == member_id) & (Note.state == NoteState.SIGNED)
    columns = (Note.session_id, Note.signed_at, Note.signature)
    for session_id, at, who in tuples(Note.select(*columns).where(signed)):
        yield Entry(Kind.NOTE, at, "Note signed", who, session_id)
    columns = (Note.session_id, Addendum.signed_at, Addendum.signature)
    for session_id, at, who in tuples(Addendum.select(*columns).join(Note).where(signed)):
        yield Entry(Kind.NOTE, at, "Addendum signed", who, session_id)
    columns = (Note.session_id, Cosignature.signed_at, Cosignature.signature)
    given = signed & Cosignature.signed_at.is_null(is_null=False)
    for session_id, at, who in set(tuples(Cosignature.select(*columns).join(Note).where(given))):
        yield Entry(Kind.NOTE, at, "Co-signed", who, session_id)


def _plan(member_id: str) -> Iterator[Entry]:
    for plan in plans.versions(member_id):
        if plan.signed_at is not None:
            title = f"Plan signed, version {plan.version}"
            yield Entry(Kind.PLAN, plan.signed_at, title, plan.signature)
    for goal in plans.goals(member_id):
        yield _on_day(goal.started_on, "Goal agreed", goal.words)
        if goal.closed_on is not None and goal.status is not GoalStatus.ACTIVE:
            ended = f"Goal {GOAL_STATUS_WORDS[goal.status].lower()}"
            yield _on_day(goal.closed_on, ended, goal.words)


def _on_day(day: date, title: str, words: str) -> Entry:
    at = datetime.combine(day, time.min)
    return Entry(Kind.PLAN, at, title, words, whole_day=True)


def _reports(member_id: str) -> Iterator[Entry]:
    for row in issued.of_member(member_id):
        yield _left(Kind.REPORT, row)


def _letters(member_id: str) -> Iterator[Entry]:
    for row in letters.of_member(member_id):
        yield _left(Kind.LETTER, row)


def _left(kind: Kind, row: issued.IssueRow | letters.IssueRow) -> Entry:
    said = (row.title, f"to {row.recipient}" if row.recipient else "")
    return Entry(kind, row.issued_at, row.kind, " · ".join(filter(None, said)))


def _contacts(member_id: str) -> Iterator[Entry]:
    for tried in outreach.tries_of(member_id):
        what = f"{CHANNEL_WORDS[tried.channel]}: {OUTCOME_WORDS[tried.outcome].lower()}"
        said = " · ".join(part for part in (tried.words, tried.by_name) if part)
        yield Entry(Kind.CONTACT, tried.at, what, said)


_SOURCES: dict[Kind, tuple[Key, Callable[[str], Iterator[Entry]]]] = {
    Kind.SESSION: (Key.OFFICE, _sessions),
    Kind.NOTE: (Key.CLINICAL, _notes),
    Kind.PLAN: (Key.CLINICAL, _plan),
    Kind.REPORT: (Key.CLINICAL, _reports),
    Kind.LETTER: (Key.OFFICE, _letters),
    Kind.CONTACT: (Key.OFFICE, _contacts),
}
"""Every kind that exists: the key it needs and where it is read."""
