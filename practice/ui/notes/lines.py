"""One's own live lines about a member, beside the note: pressed, they go into it."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from practice.care.live import LineRow
from practice.care.wrapup import MemberPart
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.paint import Face
from practice.ui.widgets.text import Text
from practice.ui.widgets.tile import Tile

PRIVATE = "Only you see these. They are never printed."
NOTHING = "No lines about this member."


class LineButton(Tile):
    """A line with its time."""

    def __init__(self, line: LineRow, at: str, *, parent: QWidget | None = None) -> None:
        super().__init__(hover=Face(fill=Role.HOVER), parent=parent)
        self.words = line.text
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
        column.setSpacing(0)
        column.addWidget(Text(at, Type.MUTED, tabular=True))
        column.addWidget(Text(line.text, Type.SMALL, wrap=True))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"Insert the line of {at}: {line.text}")
        self.setToolTip("Enter puts it into the note")

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)


class LinesView(QWidget):
    """`wanted` carries the words of a line to put into the note, where there is one."""

    wanted = Signal(str)

    def __init__(self, *, to_insert: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to_insert = to_insert
        self.buttons: list[LineButton] = []
        self._shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(Text("Your live lines", Type.LABEL))
        column.addWidget(Text(PRIVATE, Type.MUTED, wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        column.addStretch(1)

    def show_part(self, part: MemberPart, started: datetime | None) -> None:
        """Show a member's lines."""
        shown = (part.seat.id, part.lines)
        if shown == self._shown or started is None:
            return
        self._shown = shown
        clear(self._column)
        if not self._to_insert:
            for line in part.lines:
                words = f"{line.offset(started)}  {line.text}"
                self._column.addWidget(Text(words, Type.SMALL, wrap=True, tabular=True))
            return
        self.buttons = [LineButton(line, line.offset(started)) for line in part.lines]
        for button in self.buttons:
            button.clicked.connect(partial(self.wanted.emit, button.words))
            self._column.addWidget(button)
        if not self.buttons:
            self._column.addWidget(Text(NOTHING, Type.MUTED, wrap=True))
