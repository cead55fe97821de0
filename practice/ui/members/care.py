"""Diagnoses and goals, for those who hold the key to them."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care import plans
from practice.care.plans import DiagnosisDetails, DiagnosisRow, GoalDetails, GoalRow
from practice.desk.practice import today
from practice.models.enums import GOAL_STATUS_WORDS, GoalStatus
from practice.ui.actions import Actions
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.members.joining import day_field, given
from practice.ui.section import Section
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import period

_GOAL_PILLS = {
    GoalStatus.ACTIVE: PillKind.NEUTRAL,
    GoalStatus.MET: PillKind.PRESENT,
    GoalStatus.REVISED: PillKind.NEUTRAL,
    GoalStatus.STOPPED: PillKind.NEUTRAL,
}


class DiagnosisForm(EntryForm):
    """Adds a diagnosis after the others, or changes one; ticking principal puts it first."""

    def __init__(
        self, actions: Actions, member_id: str, have: list[DiagnosisRow], row: DiagnosisRow | None
    ) -> None:
        super().__init__(actions, "Save the diagnosis", blame="code")
        self._member_id, self._row = member_id, row
        others = [d.position for d in have if row is None or d.id != row.id]
        self._last = max(others, default=0) + 1
        self._code = Field("code", "ICD-10-CM code", LineInput(hint="F10.20", limit=20))
        self._words = Field("words", "In words", LineInput())
        self._from = day_field("from_on", "From", "Write since when it holds.")
        self._until = Field("until_on", "Until", DateInput(), help="Empty while it holds.")
        self._principal = Field("principal", "", Check("Principal diagnosis"))
        self.add(self._code, self._words)
        self.add(self._from, self._until)
        self.add(self._principal)
        self.add_buttons()
        self._principal.set_value(row.position == 1 if row else not have)
        if row:
            self._code.set_value(row.code)
            self._words.set_value(row.words)
            self._from.set_value(row.from_on)
            self._until.set_value(row.until_on)

    def act(self) -> None:
        details = DiagnosisDetails(
            code=self._code.value(),
            words=self._words.value(),
            from_on=given(self._from),
            until_on=self._until.value(),
            position=self._position(),
        )
        plans.save_diagnosis(self._member_id, details, self._row.id if self._row else None)

    def _position(self) -> int:
        if self._principal.value():
            return 1
        kept = self._row.position if self._row else 1
        return kept if kept > 1 else max(2, self._last)


class GoalForm(EntryForm):
    """Adds or changes a goal; one that is over gets today as its last day until another is typed"""

    def __init__(self, actions: Actions, member_id: str, row: GoalRow | None) -> None:
        super().__init__(actions, "Save the goal", blame="words")
        self._member_id, self._row = member_id, row
        self._words = Field("words", "What the member works towards", TextInput(lines=3))
        self._started = day_field("started_on", "Started", "Write when it was agreed.")
        self._status = Field("status", "Status", Choice(list(GOAL_STATUS_WORDS.items())))
        self._closed = Field("closed_on", "Ended", DateInput(), help="Empty while in progress.")
        self.add(self._words)
        self.add(self._started, self._status, self._closed)
        self.add_buttons()
        if row:
            self._words.set_value(row.words)
            self._started.set_value(row.started_on)
            self._status.set_value(row.status)
            self._closed.set_value(row.closed_on)
        self._status.editor.watch(self._suggest_end, lambda _words: None)

    def _suggest_end(self) -> None:
        over = self._status.value() is not GoalStatus.ACTIVE
        self._closed.set_value((self._closed.value() or today()) if over else None)

    def act(self) -> None:
        details = GoalDetails(
            words=self._words.value(),
            started_on=given(self._started),
            status=self._status.value(),
            closed_on=self._closed.value(),
        )
        plans.save_goal(self._member_id, details, self._row.id if self._row else None)


class Diagnoses(Section):
    """Principal first; those that no longer hold stay on record below."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Diagnoses", Icon.TAG, add="Add a diagnosis", parent=parent)
        self._context = context
        self._member_id = ""
        self._have: list[DiagnosisRow] = []
        self.add_button.clicked.connect(partial(self._ask, None))

    def show_member(self, member_id: str) -> None:
        """Show a member's diagnoses."""
        self._member_id, self._have = member_id, plans.diagnoses(member_id)
        holding = [row for row in self._have if row.until_on is None]
        over = [row for row in self._have if row.until_on is not None]
        rows = [self._row(row, principal=row in holding[:1]) for row in (*holding, *over)]
        self.show_rows(rows, "No diagnosis on record yet.")

    def _row(self, row: DiagnosisRow, *, principal: bool) -> QWidget:
        edit = button("Edit", f"Edit {row.code}")
        edit.clicked.connect(partial(self._ask, row))
        detail = f"{row.words} · {period(row.from_on, row.until_on)}"
        made = ListRow(row.code, detail, trailing=(edit,))
        if principal:
            made.add_beside(StatusPill(PillKind.NEUTRAL, "Principal"))
        return made

    def _ask(self, row: DiagnosisRow | None, *_: object) -> None:
        actions = self._context.actions
        self.open_form(DiagnosisForm(actions, self._member_id, self._have, row))


class Goals(Section):
    """What a member works towards, oldest first."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Goals", Icon.FLAG, add="Add a goal", parent=parent)
        self._context = context
        self._member_id = ""
        self.add_button.clicked.connect(partial(self._ask, None))

    def show_member(self, member_id: str) -> None:
        """Show a member's goals."""
        self._member_id = member_id
        self.show_rows([self._row(g) for g in plans.goals(member_id)], "No goal agreed yet.")

    def _row(self, goal: GoalRow) -> QWidget:
        """All of the goal's words: half a goal says something else."""
        edit = button("Edit", f"Edit the goal: {goal.words}")
        edit.clicked.connect(partial(self._ask, goal))
        below = QHBoxLayout()
        below.setSpacing(SPACE.s)
        below.addWidget(StatusPill(_GOAL_PILLS[goal.status], GOAL_STATUS_WORDS[goal.status]))
        below.addWidget(Text(period(goal.started_on, goal.closed_on), Type.SMALL), 1)
        below.addWidget(edit)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(SPACE.m, SPACE.xs, SPACE.s, 0)
        column.setSpacing(0)
        column.addWidget(Text(goal.words, Type.BODY, wrap=True))
        column.addLayout(below)
        return made

    def _ask(self, goal: GoalRow | None, *_: object) -> None:
        self.open_form(GoalForm(self._context.actions, self._member_id, goal))
