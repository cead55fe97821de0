"""The second step: what each column is used for, and how days and letters are read."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from practice.errors import Refused
from practice.exchange import importing
from practice.exchange.columns import USES
from practice.exchange.dates import ORDER_WORDS, Evidence, Order
from practice.exchange.encoding import ENCODING_WORDS, Encoding
from practice.exchange.matching import Column, Table
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.form import Form
from practice.ui.widgets.text import ElidedText, Text

NOT_USED = "Do not use"
NO_HEADINGS = "No names of columns were recognised. Say below what each column holds."
HEADED = "The first row holds the names of the columns, not a person"
HEADINGS = ("Column in the file", "What it holds", "Use it for")
ORDER_HELP = {
    Evidence.EITHER: "Days such as 3/5 could be read both ways in this list.",
    Evidence.BOTH: "Some days make sense only one way, some only the other. Those that do not "
    "make sense as you choose are listed, not guessed.",
    Evidence.DAY_FIRST: "Some days of the list make sense only so.",
    Evidence.MONTH_FIRST: "Some days of the list make sense only so.",
}
_SEEN = {Evidence.DAY_FIRST: Order.DAY_FIRST, Evidence.MONTH_FIRST: Order.MONTH_FIRST}
ASK_ORDER = "Say in which order day and month stand in this list."


class ColumnsStep(Card):
    """`back` and `check` are pressed; `reread` carries another Encoding.

    `reheaded` comes when the person says whether the first row, in which nothing was recognised,
    holds the names of the columns: `headed`.
    """

    back = Signal()
    check = Signal()
    reread = Signal(object)
    reheaded = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = Form()
        self.choices: dict[int, Choice[str]] = {}
        self.order: Choice[Order | None] = Choice()
        self.encoding: Choice[Encoding] = Choice(list(ENCODING_WORDS.items()))
        self._order = Field("order", "Order of day and month", self.order)
        self._encoding = Field("encoding", "Letters are read as", self.encoding)
        self._table: Table | None = None
        self._evidence = Evidence.NONE_NEEDED
        self._grid_part = QWidget()
        self._grid = QGridLayout(self._grid_part)
        self._lead = Text(NO_HEADINGS, Type.SECONDARY, wrap=True)
        self.headed = Check(HEADED)
        self._lay_out()
        self.encoding.activated.connect(lambda _: self.reread.emit(self.encoding.value()))
        self.headed.clicked.connect(self.reheaded)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, SPACE.s)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.s)
        for column, share in enumerate((2, 3, 2)):
            self._grid.setColumnStretch(column, share)
        for part in (self._lead, self.headed):
            self.body.addWidget(part)
        self.body.addWidget(self._grid_part)
        self.form.add(self._order, self._encoding)
        self.body.addWidget(self.form)
        back = Button("Back", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.go_on = Button("Check the rows", ButtonKind.PRIMARY)
        back.clicked.connect(self.back)
        self.go_on.clicked.connect(self._go_on)
        row = FlowLayout()
        for button in (self.go_on, back):
            row.addWidget(button)
        self.body.addLayout(row)

    def show_table(self, table: Table, encoding: Encoding | None) -> None:
        """Show another list, matched as its headings say."""
        self._table = table
        self.form.clear_errors()
        self.form.banner.say("")
        for part in (self._lead, self.headed):
            part.setVisible(not table.recognised)
        self.headed.set_value(table.heading is not None)
        self._encoding.setVisible(encoding is not None)
        if encoding is not None:
            self.encoding.set_value(encoding)
        self._show_columns(table)
        self._look_at_days()

    def _show_columns(self, table: Table) -> None:
        clear(self._grid)
        self.choices = {}
        for place, words in enumerate(HEADINGS):
            self._grid.addWidget(Text(words, Type.LABEL), 0, place)
        for column in table.columns:
            self._add(column)

    def _add(self, column: Column) -> None:
        name = column.heading or f"Column {column.place + 1}"
        choice = Choice([("", NOT_USED), *((use.key, use.words) for use in USES)])
        choice.setAccessibleName(f"Use {name} for")
        choice.set_value(column.use)
        choice.activated.connect(partial(self._chosen, column.place))
        self.choices[column.place] = choice
        row, middle = column.place + 1, Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(ElidedText(name, Type.EMPHASIS), row, 0, middle)
        held = ElidedText(" · ".join(column.samples) or "nothing", Type.SMALL)
        self._grid.addWidget(held, row, 1, middle)
        self._grid.addWidget(choice, row, 2)

    def _chosen(self, place: int, _index: int) -> None:
        """One column for each use: another that had it is no longer used."""
        use = self.choices[place].value()
        for other, choice in self.choices.items():
            if other != place and use and choice.value() == use:
                choice.set_value("")
        self._look_at_days()

    def _look_at_days(self) -> None:
        if self._table is None:
            return
        found = self._evidence = self._table.evidence(self.uses())
        self._order.setVisible(found is not Evidence.NONE_NEEDED)
        options: list[tuple[Order | None, str]] = list(ORDER_WORDS.items())
        seen = _SEEN.get(found)
        self.order.set_options(options if seen else [(None, "Choose…"), *options])
        self._order.set_value(seen)
        self._order.set_help(ORDER_HELP.get(found, ""))

    def uses(self) -> dict[int, str]:
        """What each column is used for, by its place; those not used are left out."""
        return {place: choice.value() for place, choice in self.choices.items() if choice.value()}

    def chosen_order(self) -> Order:
        """How days are read; any order where it makes no difference."""
        return self.order.value() or Order.DAY_FIRST

    def _go_on(self) -> None:
        if self.form.submit(self._require_enough):
            self.check.emit()

    def _require_enough(self) -> None:
        importing.require_names(self.uses())
        asked = self._evidence is not Evidence.NONE_NEEDED
        if asked and self.order.value() is None:
            raise Refused(ASK_ORDER, field="order")
