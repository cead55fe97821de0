"""A member's treatment plan in short: how its version stands, when it is due, and the goals."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import plans
from practice.care.plans import GoalRow, PlanRow
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.plan.forms import GoalForm
from practice.ui.plan.rows import part_row, status_pill
from practice.ui.plan.version import review_words, state_pill
from practice.ui.section import Section
from practice.ui.widgets.rows import ListRow
from practice.ui.words import period

OPEN = "Open the plan"


class Goals(Section):
    """The goals stand here to be added and changed; the rest of the plan has its own page."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Treatment plan", Icon.FLAG, add="Add a goal", parent=parent)
        self._context = context
        self._member_id = ""
        self.add_button.clicked.connect(partial(self._ask, None))

    def show_member(self, member_id: str) -> None:
        """Show a member's goals, oldest first."""
        self._member_id = member_id
        found = plans.versions(member_id)
        goals = [self._row(goal) for goal in plans.goals(member_id)]
        self.show_rows([self._version(found[0] if found else None), *goals])

    def _version(self, plan: PlanRow | None) -> QWidget:
        open_ = button(OPEN, OPEN)
        open_.clicked.connect(partial(self._context.go.emit, Place.PLAN, self._member_id))
        if plan is None:
            return ListRow("No plan yet", "Version 1 begins with the first goal", trailing=(open_,))
        row = ListRow(
            f"Version {plan.version}", f"Review on {review_words(plan)}", trailing=(open_,)
        )
        row.add_beside(state_pill(plan))
        return row

    def _row(self, goal: GoalRow) -> QWidget:
        edit = button("Edit", f"Edit the goal: {goal.words}")
        edit.clicked.connect(partial(self._ask, goal))
        when = period(goal.started_on, goal.closed_on)
        return part_row(goal.words, status_pill(goal.status), when, (edit,))

    def _ask(self, goal: GoalRow | None, *_: object) -> None:
        self.open_form(GoalForm(self._context.actions, self._member_id, goal))
