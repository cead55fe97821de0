"""A form's field: label above, input, help or error below, all told to screen readers."""

from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.errors import Refused
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.inputs import Editor
from practice.ui.widgets.text import IconLabel, Text

T = TypeVar("T")


class Field(QWidget, Generic[T]):
    """One value a person gives. `key` is the name domain functions use in `Refused.field`.

    `required` is what to say when it is left empty, for example “Write the member’s name.”
    """

    def __init__(
        self,
        key: str,
        label: str,
        editor: Editor[T],
        *,
        help: str = "",  # noqa: A002
        required: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.key, self.editor = key, editor
        self.widget = cast(QWidget, editor)
        self._help, self._required = help, required
        self._label = Text(label.replace("&", "&&"), Type.LABEL)
        self._label.setBuddy(self.widget)
        self._help_line = Text(help, Type.MUTED, wrap=True)
        self._error_line = Text("", Type.SMALL, role=Role.NO_SHOW, wrap=True)
        self._error = self._error_row()
        self._lay_out()
        self.widget.setAccessibleName(label or self.widget.accessibleName())
        self.setFocusProxy(self.widget)
        self.clear_error()
        editor.watch(self.clear_error, self.set_error)

    def _error_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel(Icon.X_CIRCLE, Role.NO_SHOW, 14), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._error_line, 1)
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        for part in (self._label, self.widget, self._help_line, self._error):
            column.addWidget(part)
        self._label.setVisible(bool(self._label.text()))

    def value(self) -> T:
        """What was given; raises Refused, naming this field, if it is missing or can't be read."""
        try:
            value = self.editor.value()
        except Refused as refused:
            raise Refused(refused.message, field=self.key) from refused
        if self._required and value in ("", None):
            raise Refused(self._required, field=self.key)
        return value

    def set_value(self, value: T) -> None:
        """Show a value, without any error."""
        self.editor.set_value(value)
        self.clear_error()

    def set_help(self, words: str) -> None:
        """Say something else below the input."""
        self._help = words
        self._help_line.setText(words)
        self._show(self.error)

    def check(self) -> bool:
        """Whether `value` would be given; shows beside the field why not."""
        try:
            self.value()
        except Refused as refused:
            self.set_error(refused.message)
            return False
        self.clear_error()
        return True

    @property
    def error(self) -> str:
        """The words shown as an error, or nothing."""
        return self._error_line.text()

    def set_error(self, words: str) -> None:
        """Say beside the field what is wrong and what to do."""
        self._show(words)

    def clear_error(self) -> None:
        """Take the error away; the help comes back."""
        self._show("")

    def _show(self, error: str) -> None:
        self._error_line.setText(error)
        self._error.setVisible(bool(error))
        self._help_line.setVisible(bool(self._help) and not error)
        self.widget.setAccessibleDescription(error or self._help)
        if bool(self.widget.property("wrong")) != bool(error):
            self.widget.setProperty("wrong", bool(error))
            self.widget.style().unpolish(self.widget)
            self.widget.style().polish(self.widget)
