"""The length of a group: one of the usual ones, or typed."""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from practice.desk.groups import LONGEST
from practice.errors import Refused
from practice.ui import icons
from practice.ui.icons import Icon
from practice.ui.theme import SIZE, Role, theme
from practice.ui.widgets import paint
from practice.ui.widgets.inputs import LimitedLine

USUAL = (20, 30, 45, 50, 60, 90, 120, 180)


def minutes_typed(words: str, most: int = LONGEST) -> int:
    """Whole minutes from 1 to `most`; raises Refused for anything else."""
    typed = words.strip().removesuffix("min").strip()
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:6]) <= most):
        raise Refused(f"Write whole minutes, from 1 to {most}.")
    return int(typed)


class MinutesInput(LimitedLine):
    """Minutes typed; empty until then."""

    def __init__(self, *, hint: str = "10", parent: QWidget | None = None) -> None:
        super().__init__(limit=8, hint=hint, parent=parent)

    def value(self) -> int:
        """The minutes; raises Refused where they can't be read."""
        return minutes_typed(self.text())

    def set_value(self, value: int) -> None:
        """Show minutes."""
        self.setText(str(value))


class LengthChoice(QComboBox):
    """The usual lengths to pick with the arrow keys; any other is typed over them."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([str(length) for length in USUAL])
        self.set_value(60)

    def value(self) -> int:
        """The minutes; raises Refused where they can't be read."""
        return minutes_typed(self.currentText())

    def set_value(self, value: int) -> None:
        """Show minutes."""
        self.setEditText(str(value))

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.editTextChanged.connect(edited)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = theme().px(SIZE.icon)
        box = QRectF(self.width() - edge - 8, (self.height() - edge) / 2, edge, edge)
        icons.draw(paint.begin(self), box, Icon.CHEVRON_DOWN, Role.TEXT2)
