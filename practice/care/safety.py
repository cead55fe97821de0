"""Safety checks: a line that speaks of risk is flagged, and what was done about it is written down.

Nothing of a session can be signed while one of its checks is open; the database itself refuses
(models/guards/notes.py). What a check asks is what a reviewer looks for after a risk was
noted: that it was asked about, what was answered, what was done, and who was told.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from practice import clock
from practice.care import drafts, live
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL, new_id
from practice.models.clinical import SafetyCheck
from practice.models.read import first, one, rows
from practice.text import clean_text

NO_LINE = "Write the line about this member first, then flag it."


class Step(Enum):
    """What a check asks; the value is the column and the field."""

    ASKED = "asked"
    ANSWER = "answer"
    ACTION = "action"
    TOLD = "told"


STEP_WORDS = {
    Step.ASKED: "What did you ask?",
    Step.ANSWER: "What was the answer?",
    Step.ACTION: "What was done?",
    Step.TOLD: "Who was told?",
}
STEP_MISSING = {
    Step.ASKED: "Please write what you asked, or that you did not and why.",
    Step.ANSWER: "Please write what was answered.",
    Step.ACTION: "Please write what was done; “nothing” with a reason is an answer.",
    Step.TOLD: "Please write who was told; “nobody” with a reason is an answer.",
}


@dataclass(frozen=True, kw_only=True)
class CheckRow:
    """One check. It is open until everything in it is answered."""

    id: str
    session_id: str
    member_id: str
    line_id: str
    author_id: str
    flagged_at: datetime
    asked: str
    answer: str
    action: str
    told: str
    finished_at: datetime | None

    @property
    def open(self) -> bool:
        """Whether it still waits to be finished."""
        return self.finished_at is None

    def words(self, step: Step) -> str:
        """What is on record for one question."""
        return str(getattr(self, step.value))


def flag(session_id: str, member_id: str) -> str:
    """Flag the last line about a member; returns the id of its check, begun if there was none.

    While a check about them is open, it is that one. Raises Refused where nothing is written about
    them yet.
    """
    waiting = (row for row in still_open(session_id) if row.member_id == member_id)
    if (unfinished := next(waiting, None)) is not None:
        return unfinished.id
    said = [line for line in live.lines(session_id) if line.member_id == member_id]
    if not said:
        raise Refused(NO_LINE)
    there = first(SafetyCheck.select().where(SafetyCheck.line_id == said[-1].id), CheckRow)
    if there is not None:
        return there.id
    check_id = new_id()
    with operation(CLINICAL, "Flag a risk"):
        SafetyCheck.create(
            id=check_id,
            session_id=session_id,
            member_id=member_id,
            line_id=said[-1].id,
            author_id=CLINICAL.actor,
            flagged_at=clock.now(),
        )
    return check_id


def finish(check_id: str, answers: dict[Step, str]) -> None:
    """Put all four answers on record, or those of a finished check right; the drafts go.

    Raises Refused, naming the field, where one of them is empty.
    """
    words = {step: clean_text(answers.get(step, "")) for step in Step}
    for step in Step:
        if not words[step]:
            raise Refused(STEP_MISSING[step], field=step.value)
    with operation(CLINICAL, "Finish a safety check"):
        SafetyCheck.update(
            **{step.value: words[step] for step in Step}, finished_at=clock.now()
        ).where(SafetyCheck.id == check_id).execute()
        for step in Step:
            drafts.discard(draft_key(check_id, step))


def check(check_id: str) -> CheckRow:
    """One check."""
    return one(SafetyCheck.select().where(SafetyCheck.id == check_id), CheckRow)


def of_session(session_id: str) -> list[CheckRow]:
    """The checks of a session, in the order of their flags."""
    query = SafetyCheck.select().where(SafetyCheck.session_id == session_id)
    return rows(query.order_by(SafetyCheck.flagged_at), CheckRow)


def still_open(session_id: str) -> list[CheckRow]:
    """Those that wait to be finished."""
    return [row for row in of_session(session_id) if row.open]


def draft_key(check_id: str, step: Step) -> str:
    """Where an answer being typed is kept until the check is finished."""
    return f"safety:{check_id}:{step.value}"
