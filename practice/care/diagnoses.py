"""What a member is treated for: diagnoses, the principal one first.

Codes must have the shape of ICD-10-CM. Words are the clinician's own; care/icd10.py offers those of
the code set.
"""

from dataclasses import asdict, dataclass, replace
from datetime import date

from practice.desk.entry import cleaned, in_order, required
from practice.identifiers import check_icd10
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Diagnosis
from practice.models.read import one, rows


@dataclass(frozen=True, kw_only=True)
class DiagnosisDetails:
    """`position` 1 is the principal diagnosis; no `until_on` means it still holds."""

    code: str
    words: str
    from_on: date
    until_on: date | None = None
    position: int = 1


@dataclass(frozen=True, kw_only=True)
class DiagnosisRow(DiagnosisDetails):
    """A diagnosis on record."""

    id: str
    member_id: str


def save(member_id: str, details: DiagnosisDetails, diagnosis_id: str | None = None) -> None:
    """Add or change a diagnosis; those at its position and after it move down by one.

    Raises Refused at the field that is wrong.
    """
    details = cleaned(details)
    details = replace(details, code=check_icd10(details.code, field="code"))
    required(details.words, "words", "Please put the diagnosis in words, as on your papers.")
    in_order(details.from_on, details.until_on, "until_on")
    with operation(CLINICAL, "Record a diagnosis"):
        _make_room(member_id, details.position, diagnosis_id)
        if diagnosis_id is None:
            Diagnosis.create(member_id=member_id, **asdict(details))
        else:
            Diagnosis.update(**asdict(details)).where(Diagnosis.id == diagnosis_id).execute()


def _make_room(member_id: str, position: int, diagnosis_id: str | None) -> None:
    others = [row for row in of_member(member_id) if row.id != diagnosis_id]
    if any(row.position == position for row in others):
        later = [row.id for row in others if row.position >= position]
        Diagnosis.update(position=Diagnosis.position + 1).where(Diagnosis.id.in_(later)).execute()


def move(diagnosis_id: str, by: int) -> None:
    """Put a diagnosis that holds so many places further down (up, if negative) among those that do.

    Moving past either end leaves it there.
    """
    row = one(Diagnosis.select().where(Diagnosis.id == diagnosis_id), DiagnosisRow)
    order = _holding_first(of_member(row.member_id))
    held = [each.id for each in order if each.until_on is None]
    place = held.index(row.id) + by if row.id in held else -1
    if not 0 <= place < len(held):
        return
    held.remove(row.id)
    held.insert(place, row.id)
    wanted = [*held, *(each.id for each in order if each.until_on is not None)]
    now = {each.id: each.position for each in order}
    with operation(CLINICAL, "Reorder diagnoses"):
        for position, each in enumerate(wanted, start=1):
            if now[each] != position:
                Diagnosis.update(position=position).where(Diagnosis.id == each).execute()


def _holding_first(found: list[DiagnosisRow]) -> list[DiagnosisRow]:
    return sorted(found, key=lambda row: row.until_on is not None)


def of_member(member_id: str) -> list[DiagnosisRow]:
    """A member's diagnoses, principal first."""
    query = Diagnosis.select().where(Diagnosis.member_id == member_id)
    return rows(query.order_by(Diagnosis.position, Diagnosis.from_on), DiagnosisRow)


def on_day(member_id: str, day: date) -> list[DiagnosisRow]:
    """The diagnoses that hold on a day, principal first."""
    return [
        row
        for row in of_member(member_id)
        if row.from_on <= day and (row.until_on is None or row.until_on >= day)
    ]
