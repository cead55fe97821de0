"""The other-member check on the notes of a session, with the exceptions a clinician made."""

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


def check_for(seats: list[Seat]) -> NameCheck:
    """The check against everybody on a session's roster, whether they came or not."""
    return NameCheck(Person(seat.member, seat.full_name, seat.preferred_name) for seat in seats)


def find(row: NoteRow, text: str) -> list[Finding]:
    """Other members surely named in a text meant for this note's member."""
    check = check_for(sessions.seats(row.session_id))
    return [f for f in check.find(text, own=row.member_id) if f.certainty is Certainty.BLOCK]


def unresolved(row: NoteRow) -> list[Finding]:
    """Names of others in a draft, its shared part included, that nobody has decided on yet."""
    shared = notes.shared(row.session_id)
    check = check_for(sessions.seats(row.session_id))
    texts = (
        (row.participation, row.member_id),
        (row.response, row.member_id),
        (row.plan, row.member_id),
        (shared.topic, None),
        (shared.text, None),
    )
    decided = _exceptions(row.id)
    return [
        finding
        for text, own in texts
        for finding in check.find(text, own=own)
        if finding.certainty is Certainty.BLOCK
        and (finding.person_id, fold(finding.text)) not in decided
    ]


def _exceptions(note_id: str) -> set[tuple[str, str]]:
    query = NameException.select(NameException.person_id, NameException.found)
    return {
        (person, found) for person, found in tuples(query.where(NameException.note_id == note_id))
    }


def keep_name(row: NoteRow, finding: Finding, reason: str) -> None:
    """Record a clinician's word that this name is not the other member; the reason is required."""
    required(reason, "reason", "Please say why this name is not the other member.")
    with operation(CLINICAL, "Keep a name in a note"):
        NameException.create(
            note_id=row.id,
            person_id=finding.person_id,
            found=fold(finding.text),
            reason=clean_line(reason),
            author_id=CLINICAL.actor,
            at=clock.now(),
        )
