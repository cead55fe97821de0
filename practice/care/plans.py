"""What a member is treated for and towards: diagnoses and goals, as the clinician types them.

Codes must have the shape of ICD-10-CM; words are the clinician's own (no code set is shipped).
"""

from dataclasses import asdict, dataclass, replace
from datetime import date

from practice.desk.entry import cleaned, required
from practice.errors import Refused
from practice.identifiers import check_icd10
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Diagnosis, Goal
from practice.models.enums import GoalStatus
from practice.models.read import rows


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


@dataclass(frozen=True, kw_only=True)
class GoalDetails:
    """A goal of the treatment plan, in the words agreed with the member."""

    words: str
    started_on: date
    status: GoalStatus = GoalStatus.ACTIVE
    closed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class GoalRow(GoalDetails):
    """A goal on record."""

    id: str
    member_id: str


def save_diagnosis(
    member_id: str, details: DiagnosisDetails, diagnosis_id: str | None = None
) -> None:
    """Add or change a diagnosis; those at its position and after it move down by one.

    Raises Refused at the field that is wrong.
    """
    details = cleaned(details)
    details = replace(details, code=check_icd10(details.code, field="code"))
    required(details.words, "words", "Please put the diagnosis in words, as on your papers.")
    _in_order(details.from_on, details.until_on, "until_on")
    with operation(CLINICAL, "Record a diagnosis"):
        _make_room(member_id, details.position, diagnosis_id)
        if diagnosis_id is None:
            Diagnosis.create(member_id=member_id, **asdict(details))
        else:
            Diagnosis.update(**asdict(details)).where(Diagnosis.id == diagnosis_id).execute()


def _make_room(member_id: str, position: int, diagnosis_id: str | None) -> None:
    others = [row for row in diagnoses(member_id) if row.id != diagnosis_id]
    if any(row.position == position for row in others):
        later = [row.id for row in others if row.position >= position]
        Diagnosis.update(position=Diagnosis.position + 1).where(Diagnosis.id.in_(later)).execute()


def save_goal(member_id: str, details: GoalDetails, goal_id: str | None = None) -> None:
    """Add or change a goal. Raises Refused at the field that is wrong."""
    details = cleaned(details, long=frozenset({"words"}))
    required(details.words, "words", "Please say what the member works towards.")
    _in_order(details.started_on, details.closed_on, "closed_on")
    with operation(CLINICAL, "Record a goal"):
        if goal_id is None:
            Goal.create(member_id=member_id, **asdict(details))
        else:
            Goal.update(**asdict(details)).where(Goal.id == goal_id).execute()


def _in_order(first: date, last: date | None, field: str) -> None:
    if last is not None and last < first:
        raise Refused("The last day is before the first day.", field=field)


def diagnoses(member_id: str) -> list[DiagnosisRow]:
    """A member's diagnoses, principal first."""
    query = Diagnosis.select().where(Diagnosis.member_id == member_id)
    return rows(query.order_by(Diagnosis.position, Diagnosis.from_on), DiagnosisRow)


def diagnoses_on(member_id: str, day: date) -> list[DiagnosisRow]:
    """The diagnoses that hold on a day, principal first."""
    return [
        row
        for row in diagnoses(member_id)
        if row.from_on <= day and (row.until_on is None or row.until_on >= day)
    ]


def goals(member_id: str) -> list[GoalRow]:
    """A member's goals, oldest first."""
    query = Goal.select().where(Goal.member_id == member_id)
    return rows(query.order_by(Goal.started_on, Goal.id), GoalRow)


def goals_on(member_id: str, day: date) -> list[GoalRow]:
    """The goals a member was working towards on a day."""
    return [
        goal
        for goal in goals(member_id)
        if goal.started_on <= day and (goal.closed_on is None or goal.closed_on >= day)
    ]
