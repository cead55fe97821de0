"""The small forms of a plan: its dates, and each kind of part."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import plans
from practice.care.plans import (
    GoalDetails,
    GoalRow,
    InterventionDetails,
    InterventionRow,
    ObjectiveDetails,
    ObjectiveRow,
    PlanDates,
    ProblemDetails,
    ProblemRow,
)
from practice.desk.practice import signed_in, today
from practice.models.enums.plans import GOAL_STATUS_WORDS, GoalStatus
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.members.joining import day_field, given
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.moments import DateInput

TAKE_OUT = "Take out"


def status_field() -> Field[GoalStatus]:
    """Where a part stands."""
    return Field("status", "Status", Choice(list(GOAL_STATUS_WORDS.items())))


class PartForm(EntryForm):
    """A form with *Take out* for a part on record, which `take_out` removes or refuses to."""

    def __init__(
        self, actions: Actions, save: str, take_out: Callable[[], None] | None = None
    ) -> None:
        super().__init__(actions, save, blame="words")
        self._remove = take_out
        self.take_out = Button(TAKE_OUT, ButtonKind.QUIET)
        self.take_out.clicked.connect(self._take_out)

    def end_with_buttons(self) -> None:
        """After the last field."""
        others: tuple[QWidget, ...] = (self.take_out,) if self._remove else ()
        self.add_buttons(*others)

    def _take_out(self) -> None:
        if self._remove is None:
            return
        refused = self._actions.refusal(self._remove)
        if refused:
            self.banner.say(refused)
        else:
            self.saved.emit()


class DatesForm(EntryForm):
    """When the version begins, when it is to be reviewed, when the member agreed to it."""

    def __init__(self, actions: Actions, member_id: str, dates: PlanDates) -> None:
        super().__init__(actions, "Save the dates", blame="review_on")
        self._member_id = member_id
        self._starts = day_field("starts_on", "In effect from", "Write from when it holds.")
        self._review = day_field("review_on", "Review due", "Write when to review it.")
        self._agreed = Field[date | None](
            "agreed_on", "Talked through with the member on", DateInput(), help="Empty: not yet."
        )
        self.add(self._starts, self._review)
        self.add(self._agreed)
        self.add_buttons()
        self._starts.set_value(dates.starts_on)
        self._review.set_value(dates.review_on)
        self._agreed.set_value(dates.agreed_on)

    def act(self) -> None:
        dates = PlanDates(
            starts_on=given(self._starts),
            review_on=given(self._review),
            agreed_on=self._agreed.value(),
        )
        plans.save_dates(self._member_id, dates)


class ProblemForm(PartForm):
    """What the member came with."""

    def __init__(self, actions: Actions, member_id: str, row: ProblemRow | None) -> None:
        remove = partial(plans.remove_problem, row.id) if row else None
        super().__init__(actions, "Save the problem", remove)
        self._member_id, self._row = member_id, row
        self._words = Field(
            "words",
            "Problem",
            TextInput(lines=2),
            help="What the member came with and what it does to their days, in a sentence.",
        )
        self._status = status_field()
        self.add(self._words)
        self.add(self._status)
        self.end_with_buttons()
        if row:
            self._words.set_value(row.words)
            self._status.set_value(row.status)

    def act(self) -> None:
        details = ProblemDetails(words=self._words.value(), status=self._status.value())
        plans.save_problem(self._member_id, details, self._row.id if self._row else None)


class GoalForm(PartForm):
    """Adds or changes a goal; one that is over ends today unless another day is typed."""

    def __init__(
        self, actions: Actions, member_id: str, row: GoalRow | None, problem: str | None = None
    ) -> None:
        remove = partial(plans.remove_goal, row.id) if row else None
        super().__init__(actions, "Save the goal", remove)
        self._member_id, self._row = member_id, row
        self._words = Field("words", "What the member works towards", TextInput(lines=3))
        self._problem: Field[str | None] = Field("problem", "Problem", Choice(_problems(member_id)))
        self._started = day_field("started_on", "Started", "Write when it was agreed.")
        self._target = Field("target_on", "Target date", DateInput())
        self._status = status_field()
        self._closed = Field("closed_on", "Ended", DateInput(), help="Empty while in progress.")
        self._lay_out()
        self._problem.set_value(row.problem if row else problem)
        if row:
            self._words.set_value(row.words)
            self._started.set_value(row.started_on)
            self._target.set_value(row.target_on)
            self._status.set_value(row.status)
            self._closed.set_value(row.closed_on)
        self._status.editor.watch(self._suggest_end, lambda _words: None)

    def _lay_out(self) -> None:
        self.add(self._words)
        self.add(self._problem)
        self.add(self._started, self._target)
        self.add(self._status, self._closed)
        self.end_with_buttons()
        self._problem.setVisible(bool(plans.problems(self._member_id)))

    def _suggest_end(self) -> None:
        over = self._status.value() is not GoalStatus.ACTIVE
        self._closed.set_value((self._closed.value() or today()) if over else None)

    def act(self) -> None:
        details = GoalDetails(
            words=self._words.value(),
            started_on=given(self._started),
            status=self._status.value(),
            target_on=self._target.value(),
            closed_on=self._closed.value(),
            problem=self._problem.value(),
        )
        plans.save_goal(self._member_id, details, self._row.id if self._row else None)


def _problems(member_id: str) -> list[tuple[str | None, str]]:
    return [(None, "None"), *((row.id, row.words) for row in plans.problems(member_id))]


class ObjectiveForm(PartForm):
    """A step that can be counted or seen, and by when."""

    def __init__(self, actions: Actions, goal_id: str, row: ObjectiveRow | None) -> None:
        remove = partial(plans.remove_objective, row.id) if row else None
        super().__init__(actions, "Save the objective", remove)
        self._goal_id, self._row = goal_id, row
        self._words = Field(
            "words",
            "Measurable objective",
            TextInput(lines=2),
            help="What will be counted or seen, and how much of it.",
        )
        self._target = Field("target_on", "Target date", DateInput())
        self._status = status_field()
        self.add(self._words)
        self.add(self._target, self._status)
        self.end_with_buttons()
        if row:
            self._words.set_value(row.words)
            self._target.set_value(row.target_on)
            self._status.set_value(row.status)

    def act(self) -> None:
        details = ObjectiveDetails(
            words=self._words.value(),
            target_on=self._target.value(),
            status=self._status.value(),
        )
        plans.save_objective(self._goal_id, details, self._row.id if self._row else None)


class InterventionForm(PartForm):
    """What is done, how often, and who is responsible: at first whoever types it."""

    def __init__(self, actions: Actions, goal_id: str, row: InterventionRow | None) -> None:
        remove = partial(plans.remove_intervention, row.id) if row else None
        super().__init__(actions, "Save the intervention", remove)
        self._goal_id, self._row = goal_id, row
        self._words = Field("words", "Intervention", TextInput(lines=2))
        self._frequency = Field(
            "frequency", "How often", LineInput(hint="weekly, 60 minutes", limit=100)
        )
        self._responsible = Field("responsible", "Responsible", LineInput(limit=100))
        self._status = status_field()
        self.add(self._words)
        self.add(self._frequency, self._responsible)
        self.add(self._status)
        self.end_with_buttons()
        self._responsible.set_value(row.responsible if row else signed_in().signature)
        if row:
            self._words.set_value(row.words)
            self._frequency.set_value(row.frequency)
            self._status.set_value(row.status)

    def act(self) -> None:
        details = InterventionDetails(
            words=self._words.value(),
            frequency=self._frequency.value(),
            responsible=self._responsible.value(),
            status=self._status.value(),
        )
        plans.save_intervention(self._goal_id, details, self._row.id if self._row else None)
