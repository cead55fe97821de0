"""A form: fields in reading order, and refusals put beside the field they belong to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.errors import Refused
from practice.ui.theme import SPACE
from practice.ui.widgets.field import Field
from practice.ui.widgets.notices import Banner, BannerKind


class Form(QWidget):
    """Add rows of fields; `submit` runs an action and shows what it refuses."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, Field[Any]] = {}
        self.banner = Banner(BannerKind.DANGER)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.m)
        self.body.addWidget(self.banner)

    def add(self, *fields: Field[Any]) -> None:
        """One row: a field across, or several side by side."""
        row = QHBoxLayout()
        row.setSpacing(SPACE.m)
        for field in fields:
            self.fields[field.key] = field
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def check(self) -> bool:
        """Whether every field can be read; else says so beside each and goes to the first."""
        self.banner.say("")
        wrong = [field for field in self.fields.values() if not field.check()]
        if wrong:
            wrong[0].widget.setFocus()
        return not wrong

    def refuse(self, refused: Refused) -> None:
        """Show a refusal beside its field, or above the form where it belongs to none."""
        field = self.fields.get(refused.field)
        if field:
            field.set_error(refused.message)
            field.widget.setFocus()
        else:
            self.banner.say(refused.message)

    def submit(self, action: Callable[[], object]) -> bool:
        """Check, then act; whether it was done. Refusals are shown, nothing else is caught."""
        if not self.check():
            return False
        try:
            action()
        except Refused as refused:
            self.refuse(refused)
            return False
        return True

    def clear_errors(self) -> None:
        """As if nothing had been refused."""
        self.banner.say("")
        for field in self.fields.values():
            field.clear_error()
