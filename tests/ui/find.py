"""Finding what a person sees: buttons by their words, everything said in a part."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget

from practice.ui.widgets.form import Form

B = TypeVar("B", bound=QAbstractButton)


def buttons(part: QWidget) -> list[QAbstractButton]:
    """Those that can be seen, in the order they were made."""
    return [b for b in part.findChildren(QAbstractButton) if b.isVisibleTo(part.window())]


def button(part: QWidget, words: str) -> QAbstractButton:
    """The visible button whose words or name are these."""
    return next(b for b in buttons(part) if words in (b.text(), b.accessibleName()))


def said(part: QWidget) -> list[str]:
    """Every line of text that can be seen in a part."""
    return [
        label.text()
        for label in part.findChildren(QLabel)
        if label.text() and label.isVisibleTo(part.window())
    ]


def nameless(part: QWidget) -> list[QWidget]:
    """What takes the keyboard and has no name for a screen reader."""
    inputs = [w for w in part.findChildren(QWidget) if w.focusPolicy().value & 1]
    return [
        w
        for w in inputs
        if w.isVisibleTo(part.window())
        and not (w.accessibleName() or getattr(w, "text", lambda: "")())
        and w.focusProxy() is None
    ]


def typed(form: Form, key: str, words: str) -> None:
    """Put words into a field as if typed, whatever stood there."""
    widget = form.fields[key].widget
    if isinstance(widget, QPlainTextEdit):
        widget.setPlainText(words)
    elif isinstance(widget, QLineEdit):
        widget.setText(words)
