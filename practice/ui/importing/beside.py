"""Two people side by side: the row of the list, and who it may be."""

from dataclasses import fields
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from practice.desk.members import MemberDetails
from practice.exchange.columns import USES
from practice.exchange.doubles import Double
from practice.ui.page import clear
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.text import Text

NOTHING = "–"
_TOP = Qt.AlignmentFlag.AlignTop
_FIELDS = {field.name for field in fields(MemberDetails)} - {"given_name", "family_name"}


class Beside(QWidget):
    """What both hold, field by field; where they differ, the words stand out."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE.l)
        self._grid.setVerticalSpacing(SPACE.xs)
        for column in (1, 2):
            self._grid.setColumnStretch(column, 1)

    def show_double(self, double: Double) -> None:
        """Show another pair."""
        clear(self._grid)
        known = "On record" if double.known.on_record else "Earlier in the list"
        headings = ("", f"In the list, row {double.person.row.number}", _where(known, double))
        for column, words in enumerate(headings):
            self._grid.addWidget(Text(words, Type.LABEL, wrap=True), 0, column)
        for row, (name, one, other) in enumerate(pairs(double), start=1):
            self._grid.addWidget(Text(name, Type.MUTED), row, 0, _TOP)
            differs = bool(one and other and one != other)
            for column, words in ((1, one), (2, other)):
                self._grid.addWidget(_cell(words, differs=differs), row, column, _TOP)


def _cell(words: str, *, differs: bool) -> Text:
    kind, role = Type.EMPHASIS if differs else Type.BODY, None if words else Role.MUTED
    return Text(words or NOTHING, kind, role=role, wrap=True)


def _where(known: str, double: Double) -> str:
    return f"{known}, {double.known.where}"


def pairs(double: Double) -> list[tuple[str, str, str]]:
    """The name of each field either of them has, and what stands in both."""
    found = [("Name", double.person.details.full_name, double.known.details.full_name)]
    for use in USES:
        if use.key in _FIELDS:
            one = _words(use.show(getattr(double.person.details, use.key)))
            other = _words(use.show(getattr(double.known.details, use.key)))
            found += [(use.words, one, other)] if one or other else []
    return found


def _words(value: object) -> str:
    return show_date(value) if isinstance(value, date) else str(value or "")
