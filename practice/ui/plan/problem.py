"""One problem on its card: its goals, and under each its objectives and interventions."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.care.plan_content import GoalPart, ProblemPart
from practice.care.plan_thread import Thread
from practice.care.plans import GoalRow, InterventionRow, ObjectiveRow, ProblemRow
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.plan.forms import GoalForm, InterventionForm, ObjectiveForm, ProblemForm
from practice.ui.plan.rows import inset_text, part_row, status_pill
from practice.ui.section import Section
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.parsing import show_date
from practice.ui.words import period

NO_GOALS = "No goal yet for this problem."


class ProblemSection(Section):
    """`followed` carries the id of a goal whose sessions are wanted."""

    followed = Signal(str)

    def __init__(self, context: Context, member_id: str, *, parent: QWidget | None = None) -> None:
        super().__init__("", Icon.FLAG, add="Add a goal", parent=parent)
        self._context, self._member_id = context, member_id
        self._part = ProblemPart(problem=None)
        self.add_button.clicked.connect(partial(self.ask_goal, None))

    def show_part(self, title: str, part: ProblemPart, threads: Mapping[str, Thread]) -> None:
        """Show a problem, or the goals that belong to none."""
        self._part, self.title = part, title
        self.setAccessibleName(title)
        rows: list[QWidget] = [self._problem(part.problem)] if part.problem else []
        for goal in part.goals:
            rows += self._goal(goal, threads[goal.goal.id])
        if not part.goals:
            rows.append(inset_text(NO_GOALS, Type.MUTED))
        self.show_rows(rows)

    def _problem(self, row: ProblemRow) -> QWidget:
        edit = button("Edit", f"Edit the problem: {row.words}")
        edit.clicked.connect(partial(self.ask_problem, row))
        return part_row(row.words, status_pill(row.status), "", (edit,), kind=Type.EMPHASIS)

    def _goal(self, part: GoalPart, thread: Thread) -> list[QWidget]:
        goal = part.goal
        sessions = button(f"{thread.signed} of {thread.signed_notes} notes", "")
        sessions.set_icon(Icon.NOTE)
        sessions.setAccessibleName(f"Show the sessions that worked on: {goal.words}")
        sessions.setToolTip("Sessions that worked on it, of those with a signed note")
        sessions.clicked.connect(partial(self.followed.emit, goal.id))
        edit = button("Edit", f"Edit the goal: {goal.words}")
        edit.clicked.connect(partial(self.ask_goal, goal))
        target = f"target {show_date(goal.target_on)}" if goal.target_on else ""
        when = " · ".join(filter(None, (period(goal.started_on, goal.closed_on), target)))
        rows = [
            inset_text("Goal", Type.LABEL, above=SPACE.s),
            part_row(
                goal.words, status_pill(goal.status), when, (sessions, edit), kind=Type.EMPHASIS
            ),
        ]
        rows += [self._objective(row) for row in part.objectives]
        rows += [self._intervention(row) for row in part.interventions]
        return [*rows, self._ways(goal)]

    def _objective(self, row: ObjectiveRow) -> QWidget:
        edit = button("Edit", f"Edit the objective: {row.words}")
        edit.clicked.connect(partial(self.ask_objective, row.goal, row))
        target = f"by {show_date(row.target_on)}" if row.target_on else "No target date"
        return part_row(
            row.words, status_pill(row.status), f"Objective · {target}", (edit,), inset=1
        )

    def _intervention(self, row: InterventionRow) -> QWidget:
        edit = button("Edit", f"Edit the intervention: {row.words}")
        edit.clicked.connect(partial(self.ask_intervention, row.goal, row))
        detail = " · ".join(filter(None, ("Intervention", row.frequency, row.responsible)))
        return part_row(row.words, status_pill(row.status), detail, (edit,), inset=1)

    def _ways(self, goal: GoalRow) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(SPACE.xl, 0, SPACE.s, SPACE.s)
        row.setSpacing(SPACE.s)
        for words, ask in (
            ("Add an objective", self.ask_objective),
            ("Add an intervention", self.ask_intervention),
        ):
            add = Button(words, ButtonKind.LINK, Icon.PLUS)
            add.setAccessibleName(f"{words} to: {goal.words}")
            add.clicked.connect(partial(ask, goal.id, None))
            row.addWidget(add)
        row.addStretch(1)
        return made

    def ask_problem(self, row: ProblemRow, *_: object) -> None:
        """Change the problem."""
        self.open_form(ProblemForm(self._context.actions, self._member_id, row))

    def ask_goal(self, row: GoalRow | None, *_: object) -> None:
        """Add a goal to this problem, or change one."""
        problem = self._part.problem.id if self._part.problem else None
        self.open_form(GoalForm(self._context.actions, self._member_id, row, problem))

    def ask_objective(self, goal_id: str, row: ObjectiveRow | None, *_: object) -> None:
        """Add an objective to a goal, or change one."""
        self.open_form(ObjectiveForm(self._context.actions, goal_id, row))

    def ask_intervention(self, goal_id: str, row: InterventionRow | None, *_: object) -> None:
        """Add an intervention to a goal, or change one."""
        self.open_form(InterventionForm(self._context.actions, goal_id, row))
