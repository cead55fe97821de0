"""Rows of a list on a card, and the heading above them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import RADIUS, SIZE, SPACE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face
from practice.ui.widgets.text import ElidedText, IconLabel, Text
from practice.ui.widgets.tile import Tile

_BAR = 3
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListRow(QWidget):
    """Something in front, a name, what there is to say about it, and what follows at the right.

    Dense rows hold it in one line. `beside` holds small things that follow the name; `hold` puts
    something in the place of what there is to say.
    """

    def __init__(
        self,
        title: str,
        detail: str = "",
        *,
        leading: QWidget | None = None,
        trailing: Sequence[QWidget] = (),
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dense = dense
        self._held: QWidget | None = None
        self.selected = self.hovered = self.ringed = False
        self._title = ElidedText(title, Type.EMPHASIS)
        self._detail = ElidedText(detail, Type.SMALL)
        self.beside = QHBoxLayout()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lay_out(leading, trailing)
        self.say(title, detail)
        follow(self._restyle)

    def _lay_out(self, leading: QWidget | None, trailing: Sequence[QWidget]) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, 0, SPACE.s, 0)
        row.setSpacing(SPACE.s)
        if leading:
            row.addWidget(leading)
            row.addSpacing(2)
        row.addLayout(self._dense_words() if self._dense else self._words(), 1)
        for part in trailing:
            row.addWidget(part)

    def _words(self) -> QVBoxLayout:
        column, first = QVBoxLayout(), self.beside
        column.setSpacing(0)
        first.setSpacing(SPACE.s)
        first.addWidget(self._title)
        first.addStretch(1)
        column.addStretch(1)
        column.addLayout(first)
        column.addWidget(self._detail)
        column.addStretch(1)
        return column

    def _dense_words(self) -> QHBoxLayout:
        line = self.beside
        line.setSpacing(SPACE.s)
        line.addWidget(self._title)
        line.addWidget(self._detail, 1)
        self._detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        return line

    def add_beside(self, part: QWidget) -> None:
        """Put something small right after the name."""
        self.beside.insertWidget(self.beside.count() - 1, part)

    def hold(self, part: QWidget | None) -> None:
        """Put something to write in where a dense row's words stand, or the words back."""
        self._held = part
        self._detail.setVisible(part is None)
        if part is not None:
            self.beside.addWidget(part, 1)
            part.show()

    def words(self) -> str:
        """All of the row's own words, as a screen reader says them."""
        return ", ".join(text for text in (self._title.text(), self._detail.text()) if text)

    def say(self, title: str, detail: str = "") -> None:
        """Show another name and detail."""
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible((bool(detail) or self._dense) and self._held is None)
        self.setAccessibleName(self.words())

    def set_detail_role(self, role: Role | None) -> None:
        """Write the detail in another colour; None is its own."""
        self._detail.set_role(role)

    def set_selected(self, selected: bool) -> None:
        """Mark it as the one chosen."""
        self.selected = selected
        self.update()

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        least = theme().px(SIZE.row_dense if self._dense else SIZE.row)
        hint = super().sizeHint()
        return QSize(hint.width(), max(least, hint.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = paint.begin(self), QRectF(self.rect())
        if self.selected or self.hovered:
            fill = Role.SELECTION if self.selected else Role.HOVER
            paint.ground(painter, box, RADIUS.control, Face(fill=fill))
        if self.selected:
            shape = QPainterPath()
            shape.addRoundedRect(box, RADIUS.control, RADIUS.control)
            painter.setClipPath(shape)
            painter.fillRect(QRectF(0, 0, _BAR, self.height()), theme().color(Role.ACCENT))
            painter.setClipping(False)
        if self.ringed:
            paint.focus_ring(painter, box, RADIUS.control)


class ActionRow(Tile):
    """A row that can be pressed. Its parts are in `row`, which paints its state itself."""

    def __init__(self, row: ListRow, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(row.words())

    def say(self, title: str, detail: str = "") -> None:
        """Show another name and detail."""
        self.row.say(title, detail)
        self.setAccessibleName(self.row.words())

    def sizeHint(self) -> QSize:
        return self.row.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_state(hovered=True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_state(hovered=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        beside = self._beside(_STEPS.get(Qt.Key(event.key()), 0))
        if beside is not None:
            beside.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def _beside(self, step: int) -> "ActionRow | None":
        """The row so many further down in the same list, past any buttons inside the rows."""
        parent = self.parentWidget()
        around = parent.children() if step and parent else []
        rows = [row for row in around if isinstance(row, ActionRow) and row.isVisible()]
        rows.sort(key=ActionRow.y)
        place = rows.index(self) + step if self in rows else -1
        return rows[place] if 0 <= place < len(rows) else None

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_state(hovered=self.row.hovered)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_state(hovered=self.row.hovered)

    def _show_state(self, *, hovered: bool) -> None:
        self.row.hovered, self.row.ringed = hovered, self.ringed
        self.row.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        pass  # the row's own paint covers all of it


class SectionHeader(QWidget):
    """A card's heading: icon if any, words, and something short at the right.

    Over rows, which reach further out than text, give `inset=SPACE.m` and the card a small margin.
    """

    def __init__(
        self,
        words: str,
        note: str = "",
        icon: Icon | None = None,
        role: Role = Role.TEXT2,
        *,
        inset: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words, self._note = Text(words, Type.STRONG), Text(note, Type.MUTED)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(inset, 0, inset, 0)
        self.row.setSpacing(SPACE.s)
        if icon:
            self.row.addWidget(IconLabel(icon, role, 18))
        self.row.addWidget(self._words)
        self.row.addStretch(1)
        self.row.addWidget(self._note)

    def say(self, words: str, note: str = "") -> None:
        """Show another heading and note."""
        self._words.setText(words)
        self._note.setText(note)
