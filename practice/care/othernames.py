"""The other-member check on the notes of a session, with the exceptions a clinician made."""

from dataclasses import dataclass

from practice import clock
from practice.care import notes
from practice.care.namecheck import Finding, NameCheck, Person
from practice.care.namecontext import Certainty
from practice.care.notes import NoteRow
from practice.desk import sessions
from practice.desk.entry import required
from practice.desk.sessions import Seat
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import NameException
from practice.models.read import tuples
from practice.text import clean_line, fold


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

    def in_text(self, row: NoteRow, text: str) -> list[Finding]:
        """Names of others in a text meant for this note's member."""
        return self._blocking(text, row.member_id, row.id)

    def in_shared_text(self, text: str) -> list[Finding]:
        """Names of anybody in a text that all notes share."""
        return self._blocking(text, None, self._session_id)

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

    def _blocking(self, text: str, own: str | None, place: str) -> list[Finding]:
        found = [f for f in self._check.find(text, own=own) if f.certainty is Certainty.BLOCK]
        kept = _exceptions(place) if found else set()
        return [f for f in found if (f.person_id, fold(f.text)) not in kept]


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
        NameException.create(
            note_id=place,
            person_id=finding.person_id,
            found=fold(finding.text),
            reason=clean_line(reason),
            author_id=CLINICAL.actor,
            at=clock.now(),
        )
