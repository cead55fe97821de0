"""The third step: what would go in, who may be there already, which rows can't."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.exchange.importing import Checked
from practice.exchange.plan import Plan
from practice.ui.icons import Icon
from practice.ui.importing.doubles import DoublesCard
from practice.ui.importing.left_out import LeftOutList
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import SectionHeader
from practice.ui.widgets.text import Text

NOTHING = "Nothing of this list would go in."


class CheckStep(QWidget):
    """`back`, `write` and `save` (the rows that can't go in) are pressed.

    `plan` is what would be done; None from a decision (`decided`) until it was weighed.
    """

    decided = Signal()
    back = Signal()
    write = Signal()
    save = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.plan: Plan | None = None
        self.checked: Checked | None = None
        self.banner = Banner(BannerKind.DANGER)
        self.doubles = DoublesCard()
        self.left_out = LeftOutList()
        self.save_rows = Button("Save these rows as CSV…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.go_on = Button("Import", ButtonKind.PRIMARY)
        self.added = StatusPill(PillKind.PRESENT, "")
        self.filled = StatusPill(PillKind.NEUTRAL, "")
        self.skipped = StatusPill(PillKind.LATE, "")
        self.bad = StatusPill(PillKind.NO_SHOW, "")
        self._groups = Text("", Type.SECONDARY, wrap=True)
        self._bad_card = Card()
        self._bad_header = SectionHeader("", "", Icon.WARNING, Role.TEXT2)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        summary = Card()
        pills, buttons = FlowLayout(), FlowLayout()
        for part in (self.added, self.filled, self.skipped, self.bad):
            pills.addWidget(part)
        back = Button("Back", ButtonKind.QUIET, Icon.ARROW_LEFT)
        back.clicked.connect(self.back)
        for button in (self.go_on, back):
            buttons.addWidget(button)
        summary.body.addWidget(self.banner)
        summary.body.addLayout(pills)
        summary.body.addWidget(self._groups)
        summary.body.addLayout(buttons)
        save = FlowLayout()
        save.addWidget(self.save_rows)
        self._bad_card.body.addWidget(self._bad_header)
        self._bad_card.body.addWidget(self.left_out)
        self._bad_card.body.addLayout(save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for card in (summary, self.doubles, self._bad_card):
            column.addWidget(card)
        column.addStretch(1)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.write)
        self.save_rows.clicked.connect(self.save)
        self.doubles.decided.connect(self._decided)

    def show_checked(self, checked: Checked, plan: Plan) -> None:
        """Show what another list holds and what would be done; nothing is decided yet."""
        self.checked = checked
        self.banner.say("")
        self.doubles.show_doubles(checked.doubles)
        self.show_plan(plan)

    def _decided(self) -> None:
        self.plan = None
        self.decided.emit()

    def show_plan(self, made: Plan) -> None:
        """Show what would be done, as it is decided now."""
        self.plan = made
        self._say(made)
        self._bad_card.setVisible(bool(made.bad))
        self._bad_header.say(f"Rows that can’t go in: {len(made.bad):,}", "The others go in.")
        self.left_out.show_rows(made.bad)

    def _say(self, made: Plan) -> None:
        for pill, number, words in (
            (self.added, len(made.add), "to add"),
            (self.filled, len(made.fill), "to fill in"),
            (self.skipped, made.skipped, "left out, may be there already"),
            (self.bad, len(made.bad), "can’t go in"),
        ):
            pill.setText(f"{number:,} {words}")
            pill.setVisible(number > 0)
        self.go_on.setText(f"Import {made.size:,} {'member' if made.size == 1 else 'members'}")
        self.go_on.setVisible(made.size > 0 or bool(made.join))
        joins = f"{len(made.join):,} come into a group."
        self._groups.setText(joins if made.join else "" if made.size else NOTHING)
        self._groups.setVisible(bool(self._groups.text()))
