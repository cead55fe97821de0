"""Text on the window: always plain, in a kind of the type scale."""

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from practice.ui import icons
from practice.ui.icons import Icon
from practice.ui.theme import SIZE, Role, Type, follow, theme


def plain_tip(widget: QWidget, words: str) -> None:
    """Words in a tip as they were typed; Qt would read some of them as markup."""
    widget.setToolTip(as_tip(words))


def as_tip(words: str) -> str:
    """Words that a tip shows as they were typed; nothing for none."""
    return f"<p>{escape(words)}</p>" if words else ""


class Text(QLabel):
    """Words that are never read as markup, whoever wrote them."""

    def __init__(
        self,
        words: str = "",
        kind: Type = Type.BODY,
        *,
        role: Role | None = None,
        wrap: bool = False,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setForegroundRole(QPalette.ColorRole.WindowText)
        self._kind, self._role, self._tabular = kind, role, tabular
        self.setText(words)
        follow(self._restyle)

    def set_role(self, role: Role | None) -> None:
        """Write in another colour; None is the kind's own."""
        self._role = role
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(theme().font(self._kind, tabular=self._tabular))
        colors = self.palette()
        ink = theme().color(self._role or self._kind.value.role)
        colors.setColor(QPalette.ColorRole.WindowText, ink)
        self.setPalette(colors)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt puts the first palette back when it styles a label that was never shown before."""
        self._restyle()
        super().showEvent(event)


class ElidedText(Text):
    """One line that ends in … where there is no room; screen readers get all of it."""

    def __init__(
        self,
        words: str = "",
        kind: Type = Type.BODY,
        *,
        role: Role | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, kind, role=role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def setText(self, words: str) -> None:
        super().setText(" ".join(words.splitlines()))
        self.setAccessibleName(self.text())

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 4, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        line = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() + 1
        )
        painter.drawText(self.rect(), self.alignment() | Qt.TextFlag.TextSingleLine, line)


class IconLabel(QWidget):
    """An icon beside words. Give `name` only where no words say the same."""

    def __init__(
        self,
        icon: Icon,
        role: Role = Role.TEXT,
        size: int = SIZE.icon,
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._role, self._size = icon, role, size
        self.setAccessibleName(name)
        follow(self._restyle)

    def set_icon(self, icon: Icon, role: Role | None = None) -> None:
        """Show another icon, or the same in another colour."""
        self._icon, self._role = icon, role or self._role
        self.update()

    def _restyle(self) -> None:
        self.setFixedSize(theme().px(self._size), theme().px(self._size))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icons.draw(QPainter(self), self.rect().toRectF(), self._icon, self._role)
