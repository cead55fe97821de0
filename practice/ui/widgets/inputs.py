"""What a person types in. `value()` gives it, or refuses in clear words.

Nothing is ever cut: text that would be too long is not taken, the words already there stay, and
the reason appears beside the field.
"""

from collections.abc import Callable
from typing import Protocol, TypeVar

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QAction, QInputMethodEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from practice.ui.icons import Icon, keep_icon
from practice.ui.theme import SIZE, Role, Type, follow, theme

LINE_LIMIT = 200
TEXT_LIMIT = 200_000

T = TypeVar("T")

_LINE_ENDS = ("\r", "\n")


class Editor(Protocol[T]):
    """What a `Field` asks of the widget in it."""

    def value(self) -> T:
        """What stands there; raises Refused where it can't be read."""

    def set_value(self, value: T, /) -> None:
        """Show a value."""

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None], /) -> None:
        """Be told of every edit, and of text that was not taken."""


def too_long(length: int, limit: int) -> str:
    """The words for text that was not taken."""
    return f"That would be {length:,} characters; this field takes {limit:,}. Nothing was changed."


class _Limit(QValidator):
    """Lets Qt put the old text back whole. The line may hold one more, so that it can be seen."""

    exceeded = Signal()

    def __init__(self, limit: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.limit = limit

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if len(text) > self.limit:
            self.exceeded.emit()
            return QValidator.State.Invalid, text, position
        return QValidator.State.Acceptable, text, position


class LimitedLine(QLineEdit):
    """One line that takes at most `limit` characters; the base of every one-line input."""

    def __init__(self, *, limit: int, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = _Limit(limit, self)
        self.setMaxLength(limit + 1)
        self.setValidator(self._limit)
        self.setPlaceholderText(hint)

    def show_stored(self, text: str) -> None:
        """Show stored text, even if it is longer than one may type."""
        self._limit.limit = max(self._limit.limit, len(text))
        self.setMaxLength(self._limit.limit + 1)
        self.setText(text)

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        self.textChanged.connect(edited)
        limit = self._limit.limit
        words = (
            f"That is longer than the {limit:,} characters this field takes. Nothing was changed."
        )
        self._limit.exceeded.connect(lambda: refused(words))


class LineInput(LimitedLine):
    """One line of text."""

    def __init__(
        self, *, limit: int = LINE_LIMIT, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(limit=limit, hint=hint, parent=parent)

    def value(self) -> str:
        """The words without spaces around them."""
        return self.text().strip()

    def set_value(self, value: str) -> None:
        """Show stored words."""
        self.show_stored(value)


class SecretInput(LineInput):
    """A passphrase, hidden until its eye is pressed; never trimmed."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(limit=1_000, hint=hint, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction("Show what I type", self, checkable=True)
        self._eye.toggled.connect(self._show)
        keep_icon(self._eye, Icon.EYE, Role.TEXT2)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)

    def value(self) -> str:
        return self.text()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        self._eye.setText("Hide what I type" if shown else "Show what I type")


class TextInput(QPlainTextEdit):
    """Several lines of plain text; Tab moves on, as in every other field.

    With `most` it grows with its words, up to so many lines.
    """

    refused = Signal(str)

    def __init__(
        self,
        *,
        lines: int = 4,
        most: int = 0,
        limit: int = TEXT_LIMIT,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most, self._limit = lines, most, limit
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        follow(self._restyle)
        if most:
            # Later: a layout that is at work does not hear of new heights.
            told = self.document().documentLayout().documentSizeChanged
            told.connect(self._grow, Qt.ConnectionType.QueuedConnection)

    def value(self) -> str:
        """The text as it stands."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Show stored text, even if it is longer than one may type."""
        self._limit = max(self._limit, len(value))
        self.setPlainText(value)

    def watch(self, edited: Callable[[], None], refused: Callable[[str], None]) -> None:
        self.textChanged.connect(edited)
        self.refused.connect(refused)

    def _restyle(self) -> None:
        self.setFont(theme().font(Type.BODY))
        if self._most:
            self._grow()
        else:
            self.setMinimumHeight(self.sizeHint().height())
        self.updateGeometry()

    def _grow(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        written = round(self.document().size().height())  # in lines
        lines = max(self._lines, min(written, self._most))
        height = lines * self.fontMetrics().lineSpacing() + 24
        return QSize(theme().px(240), max(theme().px(SIZE.control), height))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def _fits(self, added: int) -> bool:
        cursor = self.textCursor()
        chosen = cursor.selectionEnd() - cursor.selectionStart()
        length = self.document().characterCount() - 1 - chosen + added
        if length > self._limit:
            self.refused.emit(too_long(length, self._limit))
        return length <= self._limit

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = source.text()
        if text and self._fits(len(text)):
            self.insertPlainText(text)
            self.ensureCursorVisible()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        adds = typed in _LINE_ENDS or (bool(typed) and typed.isprintable())
        if not adds or self._fits(len(typed)):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if not event.commitString() or self._fits(len(event.commitString())):
            super().inputMethodEvent(event)
