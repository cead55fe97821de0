"""A session after its end, gathered for the wrap-up: each member, and what is still to do.

Opening it repeats whatever a crash may have cut short; nothing already there is written over.
"""

from dataclasses import dataclass
from enum import Enum

from practice.care import (
    alike,
    carrying,
    cosigning,
    drafting,
    drafts,
    live,
    missing,
    notes,
    plans,
    safety,
    signing,
)
from practice.care.alike import Alike
from practice.care.assembly import Sentence
from practice.care.cosigning import NO_SECOND, Second
from practice.care.facts import Facts
from practice.care.facts import of_session as facts_of
from practice.care.live import LineRow
from practice.care.missing import Missing
from practice.care.notes import AddendumRow, MissedRow, NoteRow, Shared
from practice.care.plans import GoalRow
from practice.care.safety import CheckRow
from practice.care.signing import Disagreement, Obstacle, Why
from practice.desk import members, schedule, sessions
from practice.desk.practice import to_wall
from practice.desk.schedule import SessionRow
from practice.desk.sessions import Seat
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import GroupNote
from practice.models.enums.attendance import Status
from practice.models.enums.plans import Progress
from practice.models.enums.sessions import SessionState


class Standing(Enum):
    """How far the wrap-up of one member has come."""

    TO_MARK = "to-mark"
    MISSED = "missed"
    ABSENT = "absent"
    UNSAVED = "unsaved"
    EMPTY = "empty"
    NAMES_OTHER = "names-other"
    READY = "ready"
    SIGNED = "signed"
    TO_COSIGN = "to-cosign"
    RETURNED = "returned"
    AWAITED = "awaited"
    DIFFERS = "differs"


STANDING_WORDS = {
    Standing.TO_MARK: "To mark",
    Standing.MISSED: "Missed",
    Standing.ABSENT: "Not there",
    Standing.UNSAVED: "Not saved",
    Standing.EMPTY: "Empty",
    Standing.NAMES_OTHER: "Names another",
    Standing.READY: "Ready",
    Standing.SIGNED: "Signed",
    Standing.TO_COSIGN: "To co-sign",
    Standing.RETURNED: "Returned",
    Standing.AWAITED: "Not co-signed",
    Standing.DIFFERS: "Differs",
}
_STANDS_FOR = {
    Why.ABSENT: Standing.ABSENT,
    Why.UNSAVED: Standing.UNSAVED,
    Why.EMPTY: Standing.EMPTY,
    Why.OTHER_NAME: Standing.NAMES_OTHER,
}
_WAITS_AS = {
    None: Standing.SIGNED,
    cosigning.Kind.TO_COSIGN: Standing.TO_COSIGN,
    cosigning.Kind.RETURNED: Standing.RETURNED,
    cosigning.Kind.AWAITED: Standing.AWAITED,
}
_DONE = (Standing.MISSED, Standing.READY, Standing.SIGNED, Standing.AWAITED)


@dataclass(frozen=True, kw_only=True)
class MemberPart:
    """One row of the roster with its note. `facts` are as signed, or as they stand now.

    `lines` are one's own live lines about this member; `goals` are those of the session's day;
    `checks` are the safety checks about them; `last_plan` can be carried forward; `second` is the
    co-signature of a note signed under supervision.
    """

    seat: Seat
    standing: Standing
    note: NoteRow | None = None
    facts: Facts | None = None
    goals: tuple[GoalRow, ...] = ()
    progress: dict[str, Progress]
    obstacles: tuple[Obstacle, ...] = ()
    lines: tuple[LineRow, ...] = ()
    addenda: tuple[AddendumRow, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    missed: MissedRow | None = None
    checks: tuple[CheckRow, ...] = ()
    alike: tuple[Alike, ...] = ()
    missing: tuple[Missing, ...] = ()
    last_plan: str = ""
    second: Second = NO_SECOND

    @property
    def to_do(self) -> bool:
        """Whether a person has something to put right here before the session is done.

        What a supervisor returned is the author's to answer.
        """
        given_back = self.standing is Standing.RETURNED and self.second.mine
        return self.standing not in _DONE and not given_back


@dataclass(frozen=True, kw_only=True)
class WrapUp:
    """A held session. `obstacles` are those that stand in the way of every note.

    `told` are the sentences each draft was assembled with, by the note's id, and by the session's
    those of the part that all share.
    """

    session: SessionRow
    shared: Shared
    members: tuple[MemberPart, ...]
    obstacles: tuple[Obstacle, ...]
    told: dict[str, tuple[Sentence, ...]]

    @property
    def ready(self) -> tuple[str, ...]:
        """The notes that can be signed now."""
        if self.obstacles:
            return ()
        return tuple(m.note.id for m in self.members if m.note and m.standing is Standing.READY)

    @property
    def to_cosign(self) -> tuple[str, ...]:
        """The notes that wait for a co-signature of the person at work."""
        to_cosign = cosigning.Kind.TO_COSIGN
        return tuple(m.note.id for m in self.members if m.note and m.second.kind is to_cosign)

    @property
    def unsigned(self) -> int:
        """How many notes are still drafts."""
        return sum(m.note is not None and not m.note.signed for m in self.members)

    @property
    def signed(self) -> int:
        """How many notes are signed."""
        return sum(m.note is not None and m.note.signed for m in self.members)

    def member_of_note(self, note_id: str) -> MemberPart | None:
        """Whose note it is."""
        return next((m for m in self.members if m.note and m.note.id == note_id), None)

    def flagged(self, obstacle: Obstacle) -> MemberPart | None:
        """Whose safety check stands in the way, where the obstacle is one."""
        if obstacle.why is not Why.SAFETY:
            return None
        return next((m for m in self.members if obstacle.part in {c.id for c in m.checks}), None)

    def member(self, member_id: str) -> MemberPart | None:
        """One member's part."""
        return next((m for m in self.members if m.seat.member == member_id), None)


def open_session(session_id: str) -> frozenset[str]:
    """Make what is missing and take in what was typed and not yet put on record.

    Returns the draft keys (`notes.draft_key`) whose words were kept. Raises Refused while the
    session has not ended.
    """
    if schedule.session(session_id).state is not SessionState.HELD:
        raise Refused("This session has not ended yet. End it, then write its notes.")
    notes.prepare(session_id)
    kept = {_take_in(session_id, None, part) for part in notes.SHARED_PARTS}
    for note in notes.of_session(session_id):
        kept |= {_take_in(session_id, note, part) for part in notes.PARTS}
    return frozenset(kept - {""})


def _take_in(session_id: str, note: NoteRow | None, part: str) -> str:
    """One leftover; its key, or nothing. Words that can't be stored stay a draft for a person."""
    key = notes.draft_key(note.id if note else session_id, part)
    text = next((draft.text for draft in drafts.left_over(key) if draft.id == key), "")
    if not text:
        return ""
    if note is not None and note.signed:
        later = notes.draft_key(note.id, notes.ADDENDUM)
        drafts.save(later, "\n".join(filter(None, (drafts.load(later), text))))
        drafts.discard(key)
        return later
    try:
        if note is None:
            notes.save_shared(session_id, part, text)
        else:
            notes.save_part(note.id, part, text)
    except Refused:
        return key
    return key


def gather(session_id: str) -> WrapUp:
    """Everything the wrap-up shows, as it stands now."""
    session = schedule.session(session_id)
    by_member = {note.member_id: note for note in notes.of_session(session_id)}
    ids = [note.id for note in by_member.values()]
    seats = sessions.seats(session_id)
    told = drafting.sentences_of([session_id, *ids])
    found = _Found(
        session=session,
        facts=facts_of(session) if session.started_at else {},
        progress=notes.progress_of(ids),
        addenda=notes.addenda(ids),
        missed=notes.missed(session_id),
        obstacles=signing.obstacles(session_id),
        lines=live.lines(session_id),
        checks=safety.of_session(session_id),
        seconds=cosigning.of_notes(ids),
        without_birth_date=members.without_birth_date([seat.member for seat in seats]),
        alike=alike.of_session(by_member.values(), seats, told),
    )
    return WrapUp(
        session=session,
        shared=notes.shared(session_id),
        members=tuple(_member(seat, by_member.get(seat.member), found) for seat in seats),
        obstacles=tuple(o for o in found.obstacles if o.note_id is None),
        told=told,
    )


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What is read once for all members."""

    session: SessionRow
    facts: dict[str, Facts]
    progress: dict[str, dict[str, Progress]]
    addenda: dict[str, list[AddendumRow]]
    missed: dict[str, MissedRow]
    obstacles: list[Obstacle]
    lines: list[LineRow]
    checks: list[CheckRow]
    alike: dict[str, tuple[Alike, ...]]
    seconds: dict[str, Second]
    without_birth_date: set[str]


def _member(seat: Seat, note: NoteRow | None, found: _Found) -> MemberPart:
    mine = tuple(o for o in found.obstacles if note is not None and o.note_id == note.id)
    differs = tuple(signing.disagreements(note)) if note else ()
    signed_facts = note.signed_facts if note else None
    started = found.session.started_at
    goals = tuple(plans.goals_on(seat.member, to_wall(started).date())) if started else ()
    progress = found.progress.get(note.id, {}) if note else {}
    facts = signed_facts or found.facts.get(seat.member)
    second = found.seconds.get(note.id, NO_SECOND) if note else NO_SECOND
    born = seat.member not in found.without_birth_date
    return MemberPart(
        seat=seat,
        standing=_standing(seat, note, mine, second, differs),
        note=note,
        facts=facts,
        goals=goals,
        progress=progress,
        obstacles=mine,
        lines=tuple(line for line in found.lines if line.member_id == seat.member),
        addenda=tuple(found.addenda.get(note.id, ())) if note else (),
        disagreements=differs,
        missed=found.missed.get(seat.member),
        checks=tuple(check for check in found.checks if check.member_id == seat.member),
        alike=found.alike.get(seat.member, ()),
        last_plan=_last_plan(note),
        second=second,
        missing=missing.of_draft(note, facts, goals, progress, born=born) if note else (),
    )


def _last_plan(note: NoteRow | None) -> str:
    """The plan that can be carried forward into a draft that has none."""
    if note is None or note.signed or note.plan.strip():
        return ""
    last = carrying.last_plan(note)
    return last.plan if last else ""


def _standing(
    seat: Seat,
    note: NoteRow | None,
    mine: tuple[Obstacle, ...],
    second: Second,
    differs: tuple[Disagreement, ...],
) -> Standing:
    if note is not None and note.signed:
        return Standing.DIFFERS if differs else _WAITS_AS[second.kind]
    if seat.status is Status.UNRECORDED:
        return Standing.TO_MARK
    if note is None:
        return Standing.EMPTY if seat.status is Status.ATTENDED else Standing.MISSED
    return _STANDS_FOR[mine[0].why] if mine else Standing.READY


def go_on(session_id: str) -> None:
    """Take back an End pressed too early, while nothing is signed.

    Drafts nobody has touched are made anew at the next end, with the lines written until then;
    drafts with a person's own words stay.
    """
    sessions.check_going_on(session_id)
    session = schedule.session(session_id)
    rows = notes.of_session(session_id)
    kept = drafting.sentences_of([session_id, *(row.id for row in rows)])
    worked_on = notes.progress_of([row.id for row in rows])
    shared = notes.shared(session_id)
    made = notes.shared_from(session, kept.get(session_id, ()))
    with operation(CLINICAL, "Go on with the session", undoable=False):
        if {"topic": shared.topic, "text": shared.text} == made:
            GroupNote.delete().where(GroupNote.session_id == session_id).execute()
        for row in rows:
            if drafting.untouched(kept.get(row.id, ()), row.texts) and row.id not in worked_on:
                notes.drop(row.id)
    sessions.go_on(session_id)
