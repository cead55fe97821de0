"""People who may be there already: a list, the two side by side, and what to do about them."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.desk.members import MemberRow
from practice.exchange.doubles import Double
from practice.exchange.plan import DECISION_WORDS, Decision
from practice.ui.columns import Columns
from practice.ui.icons import Icon
from practice.ui.importing.beside import Beside
from practice.ui.members.directory import Entry, MemberList
from practice.ui.theme import SIZE, Role, follow, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.rows import SectionHeader

SHOWN = 6
LEAD = "Much the same name and birth date. Nobody is merged unless you say so."


class DoublesCard(Card):
    """Until someone decides, a likely double is left out. `decided` follows every decision."""

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.decisions: dict[int, Decision] = {}
        self._doubles: dict[str, Double] = {}
        self.list = MemberList("May be there already")
        self.beside = Beside()
        self.what = SegmentedControl("What to do", list(DECISION_WORDS.items()))
        self.for_all = Button("Do so with all", ButtonKind.LINK)
        self._header = SectionHeader("", LEAD, Icon.MEMBERS, Role.TEXT2)
        self._lay_out()
        self.list.picked.connect(self._show)
        self.what.chosen.connect(self._decide)
        self.for_all.clicked.connect(self._decide_for_all)
        follow(self._restyle)

    def _lay_out(self) -> None:
        what = QWidget()
        line = FlowLayout(what)
        line.addWidget(self.what)
        line.addWidget(self.for_all)
        self.body.addWidget(self._header)
        self.body.addWidget(Columns((self.list,), (self.beside, what), shares=(2, 5)))

    def _restyle(self) -> None:
        rows = max(1, min(SHOWN, len(self._doubles)))
        self.list.setFixedHeight(theme().px(SIZE.row) * rows)

    def show_doubles(self, doubles: Sequence[Double]) -> None:
        """Show others; nothing is decided about them yet."""
        self.decisions = {}
        self._doubles = {double.person.id: double for double in doubles}
        self.setVisible(bool(doubles))
        self._header.say(f"May be there already: {len(doubles):,}", LEAD)
        self.for_all.setText(f"Do so with all {len(doubles):,}")
        self.for_all.setVisible(len(doubles) > 1)
        self._restyle()
        self.list.members.show_entries(_Entries(doubles, self._entry))
        if doubles:
            self.list.choose(doubles[0].person.id)
            self._show(doubles[0].person.id)

    def _entry(self, double: Double) -> Entry:
        details = {**vars(double.person.details)}
        words = DECISION_WORDS[self._decision(double)]
        detail = f"Row {double.person.row.number} · {double.known.where} · {words}"
        return Entry(MemberRow(id=double.person.id, code="", **details), detail)

    def _decision(self, double: Double) -> Decision:
        return self.decisions.get(double.person.row.number, Decision.SKIP)

    def _show(self, person_id: str) -> None:
        double = self._doubles[person_id]
        self.beside.show_double(double)
        self.what.set_value(self._decision(double))

    def _decide(self, decision: Decision) -> None:
        self.decisions[self._doubles[self.list.chosen()].person.row.number] = decision
        self._tell()

    def _decide_for_all(self) -> None:
        decision = self.what.value()
        self.decisions = {one.person.row.number: decision for one in self._doubles.values()}
        self._tell()

    def _tell(self) -> None:
        self.list.members.words_changed()
        self.decided.emit()


class _Entries(Sequence[Entry]):
    """Each entry is written when it is asked for; there may be thousands."""

    def __init__(self, doubles: Sequence[Double], entry: Callable[[Double], Entry]) -> None:
        self._doubles, self._entry = doubles, entry

    def __len__(self) -> int:
        return len(self._doubles)

    def __getitem__(self, row: Any) -> Any:
        return self._entry(self._doubles[row])
