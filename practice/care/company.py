"""Who was around a member in a period, and whether a text about the member names one of them."""

from datetime import date

from practice.care.namecheck import Finding, NameCheck, Person
from practice.care.namecontext import Certainty
from practice.desk import roster
from practice.models.clinical import NameException
from practice.models.read import tuples
from practice.text import fold


def people_around(member_id: str, first: date, last: date) -> list[Person]:
    """Everybody else who was in a group with the member, or on a session's roster with them.

    Both days of the period count.
    """
    return [
        Person(row.id, row.full_name, row.preferred_name)
        for row in roster.company(member_id, first, last)
    ]


def named(people: list[Person], member_id: str, text: str) -> list[Finding]:
    """Those people surely named in a text about this member."""
    found = NameCheck(people).find(text, own=member_id) if people else []
    return [finding for finding in found if finding.certainty is Certainty.BLOCK]


def kept_names(note_ids: list[str]) -> dict[str, set[tuple[str, str]]]:
    """For each note, the names a clinician said are nobody else's: who was meant, folded text."""
    query = NameException.select(
        NameException.note_id, NameException.person_id, NameException.found
    ).where(NameException.note_id.in_(note_ids))
    kept: dict[str, set[tuple[str, str]]] = {}
    for note_id, person, found in tuples(query):
        kept.setdefault(note_id, set()).add((person, found))
    return kept


def is_kept(kept: set[tuple[str, str]], finding: Finding) -> bool:
    """Whether a clinician decided on this name already."""
    return (finding.person_id, fold(finding.text)) in kept
