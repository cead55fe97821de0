"""The tour's hands and eyes: presses keys, types words, finds what a person would look for."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDeadlineTimer, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from practice import clock
from practice.ui.tour.record import CheckFailed, settle
from practice.ui.widgets.form import Form

_NAMED = {
    "Enter": Qt.Key.Key_Return,
    "Esc": Qt.Key.Key_Escape,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Tab": Qt.Key.Key_Tab,
    "Space": Qt.Key.Key_Space,
    "F9": Qt.Key.Key_F9,
}
_HELD = {
    "Alt": Qt.KeyboardModifier.AltModifier,
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
PATIENCE_MS = 10_000


class Hours:
    """The tour's clocks: they stand where they are put and run together, only when told."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)
        self._zone = at.tzinfo
        clock.use(lambda: self._at, lambda: self._at.timestamp())

    def to(self, wall: str) -> None:
        """Go on to a time of this day on the practice's wall: `18:12`."""
        hour, minute = map(int, wall.split(":"))
        local = self._at.astimezone(self._zone)
        self._at = local.replace(hour=hour, minute=minute, second=0).astimezone(UTC)

    def on(self, **span: float) -> None:
        """Let time pass."""
        self._at += timedelta(**span)


def press(window: QWidget, *names: str) -> None:
    """Press keys one after another, wherever the keyboard is: `Ctrl+2`, `A`, `Alt+G`."""
    if not window.isActiveWindow():
        come_forward(window)
    for name in names:
        *held, last = name.split("+") if len(name) > 1 else [name]
        modifiers = Qt.KeyboardModifier.NoModifier
        for part in held:
            modifiers |= _HELD[part]
        key = _NAMED.get(last) or Qt.Key(ord(last.upper()))
        if last in _NAMED or held:
            QTest.keyClick(_focus(window), key, modifiers)
        else:
            QTest.keyClicks(_focus(window), last)
        settle()


def type_words(window: QWidget, words: str) -> None:
    """Type words where the keyboard is."""
    _type(_focus(window), words)


def _type(widget: QWidget, words: str) -> None:
    """Any script: QTest types ASCII only."""
    for character in words:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, event)
    settle()


def _focus(window: QWidget) -> QWidget:
    return window.focusWidget() or window


def come_forward(window: QWidget) -> None:
    """Bring a window to the front, as a click on it would."""
    if QGuiApplication.platformName() != "offscreen":
        window.raise_()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    settle()


def button(part: QWidget, words: str) -> QAbstractButton:
    """The visible button with these words or this name; CheckFailed where there is none."""
    for found in part.findChildren(QAbstractButton):
        if found.isVisible() and words in (found.text(), found.accessibleName()):
            return found
    raise CheckFailed(f"a button “{words}” is there")


def click(part: QWidget, words: str) -> None:
    """Press a button by its words."""
    button(part, words).click()
    settle()


def fill(form: Form, **fields: str) -> None:
    """Type into the fields of a form, by their keys."""
    for key, words in fields.items():
        widget = form.fields[key].widget.focusProxy() or form.fields[key].widget
        widget.setFocus()
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            widget.selectAll()
        _type(widget, words)


def said(part: QWidget) -> str:
    """Every line of text that can be seen in a part."""
    labels = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    inputs = [text.toPlainText() for text in part.findChildren(QPlainTextEdit) if text.isVisible()]
    return "\n".join(filter(None, labels + inputs))


def wait_for(what: str, held: Callable[[], object]) -> None:
    """Wait until something slow is done; CheckFailed where it never is."""
    patience = QDeadlineTimer(PATIENCE_MS)
    while not held():
        if patience.hasExpired():
            raise CheckFailed(what)
        QTest.qWait(20)
