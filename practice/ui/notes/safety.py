"""The safety checks of one member: each with the way to it, and the form that finishes it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care.safety import CheckRow
from practice.care.wrapup import MemberPart
from practice.ui.icons import Icon
from practice.ui.notes.bench import Bench
from practice.ui.notes.panel import Panel
from practice.ui.page import clear
from practice.ui.safety_fields import SafetyFields
from practice.ui.theme import SIZE, SPACE, Role, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

TO_FINISH = "A line is flagged as a risk."
FINISHED = "A safety check was finished."


class SafetyPanel(Panel):
    """Finishes one check, or puts its answers right. Esc leaves it, with its words kept."""

    def __init__(
        self, bench: Bench, check: CheckRow, name: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, f"Safety check: {name}", "Finish check", parent=parent)
        self.leave_button.setText("Finish later")
        self._fields = SafetyFields(self.form, bench.autosave, check)
        part = bench.member(check.member_id)
        said = (line.text for line in part.lines if line.id == check.line_id) if part else ()
        self.body.insertWidget(1, Text(" ".join(next(iter(said), "").split()), wrap=True))

    def begin(self) -> None:
        self._fields.first_empty.setFocus()

    def apply(self) -> None:
        self._fields.finish()


class SafetyStrip(QWidget):
    """One line for each check; `wanted` carries the id of the one to open."""

    wanted = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[CheckRow, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self.hide()

    def show_part(self, part: MemberPart) -> None:
        """Show those of a member."""
        self.setVisible(bool(part.checks))
        if part.checks == self._shown:
            return
        self._shown = part.checks
        clear(self._rows)
        for check in part.checks:
            self._rows.addWidget(self._row(check))

    def _row(self, check: CheckRow) -> QWidget:
        row = QWidget()
        flow = FlowLayout(row, spacing=SPACE.xs)
        role = Role.NO_SHOW if check.open else Role.TEXT2
        words = TO_FINISH if check.open else FINISHED
        said = Remark(words, Icon.FLAG, role, inked=check.open, wrap=False)
        said.setMinimumHeight(theme().px(SIZE.control))
        button = Button("Finish the safety check" if check.open else "Open it", ButtonKind.LINK)
        button.setAccessibleName("Open the safety check")
        button.clicked.connect(partial(self.wanted.emit, check.id))
        for part in (said, button):
            flow.addWidget(part)
        return row
