"""The other-member check on the notes of a session, with the exceptions a clinician made.

A sure name stands in the way of signing until it is replaced or kept with a reason. A question, a
word that may be a name, is shown and stands in nobody's way. Reasons are kept with the folded
name, answers to questions with the word exactly as written: saying that “hope Grace” is nobody
must not let “Hope Grace” pass.
"""

from dataclasses import dataclass

from practice import clock
from practice.care import notes
from practice.care.namecheck import Finding, NameCheck, Person
from practice.care.namecontext import Certainty
from practice.care.notes import NoteRow
from practice.desk import schedule, sessions
from practice.desk.entry import required
from practice.desk.sessions import Seat
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import NameException
from practice.models.read import tuples
from practice.text import clean_line, fold

NOBODY_ELSE = "Names no other member"


@dataclass(frozen=True)
class Named:
    """Another member's name in one part of a note, or of the shared part: nobody decided yet."""

    part: str
    finding: Finding


def check_for(seats: list[Seat]) -> NameCheck:
    """The check against everybody on a session's roster, whether they came or not."""
    return NameCheck(Person(seat.member, seat.full_name, seat.preferred_name) for seat in seats)


class SessionCheck:
    """The check for one session, made once; exceptions are read anew each time."""

    def __init__(self, session_id: str) -> None:
        self._session_id = session_id
        self._check = check_for(sessions.seats(session_id))
        self._whose = schedule.session(session_id).member
        """The one member of a session that is not a group's; what all notes share is theirs."""

    def in_text(self, row: NoteRow, text: str) -> list[Finding]:
        """Names of others, sure ones, in a text meant for this note's member."""
        return _sure(self.look(row, text))

    def in_shared_text(self, text: str) -> list[Finding]:
        """Names of anybody, sure ones, in a text that all notes share."""
        return _sure(self.look_in_shared(text))

    def look(self, row: NoteRow, text: str) -> list[Finding]:
        """Names of others and questions nobody has answered, in reading order."""
        return self._undecided(text, row.member_id, row.id)

    def look_in_shared(self, text: str) -> list[Finding]:
        """The same for a text that all notes share."""
        return self._undecided(text, self._whose, self._session_id)

    def in_note(self, row: NoteRow) -> list[Named]:
        """Names of others in the parts of one note."""
        return [
            Named(part, finding)
            for part in notes.PARTS
            for finding in self.in_text(row, getattr(row, part))
        ]

    def in_shared(self) -> list[Named]:
        """Names of anybody in the shared part."""
        shared = notes.shared(self._session_id)
        return [
            Named(part, finding)
            for part in notes.SHARED_PARTS
            for finding in self.in_shared_text(getattr(shared, part))
        ]

    def _undecided(self, text: str, own: str | None, place: str) -> list[Finding]:
        found = self._check.find(text, own=own)
        decided = _exceptions(place) if found else set()
        return [f for f in found if not _is_decided(f, decided)]


def _sure(found: list[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.certainty is Certainty.BLOCK]


def _is_decided(finding: Finding, decided: set[tuple[str, str]]) -> bool:
    if (finding.person_id, fold(finding.text)) in decided:
        return True
    is_question = finding.certainty is Certainty.QUESTION
    return is_question and (finding.person_id, finding.text) in decided


def _exceptions(place: str) -> set[tuple[str, str]]:
    query = NameException.select(NameException.person_id, NameException.found)
    return {
        (person, found) for person, found in tuples(query.where(NameException.note_id == place))
    }


def carry_over(session_id: str, note_id: str) -> None:
    """What was decided about the shared part stands with the note that is signed with it."""
    names = ("person_id", "found", "reason", "author_id", "at")
    columns = [getattr(NameException, name) for name in names]
    query = NameException.select(*columns).where(NameException.note_id == session_id)
    for values in tuples(query):
        NameException.create(note_id=note_id, **dict(zip(names, values, strict=True)))


def keep_name(place: str, finding: Finding, reason: str) -> None:
    """Record a clinician's word that this name is not the other member; the reason is required.

    `place` is the note's id, or the session's for the part that all notes share.
    """
    required(reason, "reason", "Please say why this name is not the other member.")
    with operation(CLINICAL, "Keep a name in a note"):
        _decide(place, finding.person_id, fold(finding.text), clean_line(reason))


def answer(place: str, finding: Finding) -> None:
    """Record that a word names no other member here; it is not asked about again."""
    if finding.certainty is not Certainty.QUESTION:
        raise ValueError("a sure name takes a reason")
    with operation(CLINICAL, "Say that a word names nobody else"):
        _decide(place, finding.person_id, finding.text, NOBODY_ELSE)


def _decide(place: str, person_id: str, found: str, reason: str) -> None:
    NameException.create(
        note_id=place,
        person_id=person_id,
        found=found,
        reason=reason,
        author_id=CLINICAL.actor,
        at=clock.now(),
    )
