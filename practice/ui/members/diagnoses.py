"""A member's diagnoses, for those who hold the key to them."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import diagnoses, icd10
from practice.care.diagnoses import DiagnosisDetails, DiagnosisRow
from practice.ui.actions import Actions
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.members.codes import CodeInput
from practice.ui.members.joining import day_field, given
from practice.ui.section import Section
from practice.ui.widgets.button import IconButton
from practice.ui.widgets.choices import Check
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.words import period


class DiagnosisForm(EntryForm):
    """Adds a diagnosis after the others, or changes one; ticking principal puts it first."""

    def __init__(
        self, actions: Actions, member_id: str, have: list[DiagnosisRow], row: DiagnosisRow | None
    ) -> None:
        super().__init__(actions, "Save the diagnosis", blame="code")
        self._member_id, self._row = member_id, row
        others = [d.position for d in have if row is None or d.id != row.id]
        self._last = max(others, default=0) + 1
        code = CodeInput()
        self._code = Field(
            "code",
            "ICD-10-CM code",
            code,
            help=f"By code or words; chapters F and Z, release of {icd10.release()}.",
        )
        self._words = Field("words", "In words", LineInput())
        self._from = day_field("from_on", "From", "Write since when it holds.")
        self._until = Field[date | None](
            "until_on", "Until", DateInput(), help="Empty while it holds."
        )
        self._principal = Field("principal", "", Check("Principal diagnosis"))
        code.taken.connect(self._words.set_value)
        code.taken.connect(lambda _words: self._words.widget.setFocus())
        self.add(self._code)
        self.body.addWidget(code.listed)
        self.add(self._words)
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
        diagnoses.save(self._member_id, details, self._row.id if self._row else None)

    def _position(self) -> int:
        if self._principal.value():
            return 1
        kept = self._row.position if self._row else 1
        return kept if kept > 1 else max(2, self._last)


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
        self._member_id, self._have = member_id, diagnoses.of_member(member_id)
        holding = [row for row in self._have if row.until_on is None]
        over = [row for row in self._have if row.until_on is not None]
        rows = [self._holding(row, place, len(holding)) for place, row in enumerate(holding)]
        self.show_rows([*rows, *map(self._row, over)], "No diagnosis on record yet.")

    def _holding(self, row: DiagnosisRow, place: int, among: int) -> QWidget:
        if among == 1:
            return self._marked(self._row(row), principal=True)
        up = self._mover(Icon.CHEVRON_UP, f"Move {row.code} up", row, -1)
        down = self._mover(Icon.CHEVRON_DOWN, f"Move {row.code} down", row, 1)
        up.setEnabled(place > 0)
        down.setEnabled(place < among - 1)
        return self._marked(self._row(row, up, down), principal=place == 0)

    def _mover(self, icon: Icon, name: str, row: DiagnosisRow, by: int) -> IconButton:
        made = IconButton(icon, name)
        made.clicked.connect(lambda: self._context.actions.run(diagnoses.move, row.id, by))
        return made

    def _row(self, row: DiagnosisRow, *movers: QWidget) -> ListRow:
        edit = button("Edit", f"Edit {row.code}")
        edit.clicked.connect(partial(self._ask, row))
        detail = f"{row.words} · {period(row.from_on, row.until_on)}"
        return ListRow(row.code, detail, trailing=(*movers, edit))

    def _marked(self, made: ListRow, *, principal: bool) -> ListRow:
        if principal:
            made.add_beside(StatusPill(PillKind.NEUTRAL, "Principal"))
        return made

    def _ask(self, row: DiagnosisRow | None, *_: object) -> None:
        actions = self._context.actions
        self.open_form(DiagnosisForm(actions, self._member_id, self._have, row))
