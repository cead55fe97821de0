"""Other members' names found in a text: replace each, or say why it may stay.

Words that only may name another member are asked about below, quietly; they block nothing.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care.namecheck import Certainty, Finding
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.theme import SIZE, SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

SHOWN = 40
WHY_HINT = "In a word: who is it then?"


class NamesStrip(QWidget):
    """Hidden while nothing is found. `keep_wanted` carries a finding and the person's reason.

    `answered` carries a finding that names nobody else. Words that are `signed` can't be replaced.
    """

    replace_wanted = Signal(object)
    keep_wanted = Signal(object, str)
    answered = Signal(object)

    def __init__(self, *, signed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signed = signed
        self._found: list[Finding] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)
        self._error = Text("", Type.SMALL, role=Role.NO_SHOW, wrap=True)

    @property
    def found(self) -> tuple[Finding, ...]:
        """The sure ones."""
        return tuple(f for f in self._found if f.certainty is Certainty.BLOCK)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Show these, sure ones first and each question once.

        Rows stay while nothing changes, so that a reason being typed is kept.
        """
        self.setVisible(bool(found))
        if list(found) == self._found:
            return
        self._found = list(found)
        self._column.removeWidget(self._error)
        clear(self._column)
        for finding in self.found:
            self._column.addWidget(self._row(finding))
        for finding in _questions(found):
            self._column.addWidget(self._question(finding))
        self._column.addWidget(self._error)
        self.say_error("")

    def say_error(self, words: str) -> None:
        """Say why a name was not kept; nothing hides it."""
        self._error.setText(words)
        self._error.setVisible(bool(words))

    def _row(self, finding: Finding) -> QWidget:
        words = f"Names another member: {finding.text[:SHOWN]}"
        said = Remark(words, Icon.WARNING, Role.LATE, inked=True, wrap=False)
        swap = self._swap(finding)
        swap.setToolTip("Alt+R")
        keep = Button("Keep the name", ButtonKind.LINK)
        why = LineInput(hint=WHY_HINT)
        why.setAccessibleName(f"Why {finding.text} is not the other member")
        why.hide()
        keep.clicked.connect(partial(self._ask, keep, why))
        why.returnPressed.connect(lambda: self.keep_wanted.emit(finding, why.value()))
        if self._signed:
            swap.hide()
        return _line(said, swap, keep, why)

    def _question(self, finding: Finding) -> QWidget:
        word = finding.text[:SHOWN]
        keep = Button("No, keep it", ButtonKind.LINK)
        keep.setAccessibleName(f"No, keep “{word}”")
        keep.clicked.connect(partial(self.answered.emit, finding))
        asked = Remark(f"Is “{word}” another member?", Icon.HELP, wrap=False)
        return _line(asked, self._swap(finding), keep)

    def _swap(self, finding: Finding) -> Button:
        swap = Button(f"Replace by “{finding.suggestion}”", ButtonKind.LINK)
        swap.setAccessibleName(f"Replace {finding.text[:SHOWN]} by “{finding.suggestion}”")
        swap.clicked.connect(partial(self.replace_wanted.emit, finding))
        return swap

    def _ask(self, keep: Button, why: LineInput) -> None:
        keep.hide()
        why.show()
        why.setFocus()


def _questions(found: Sequence[Finding]) -> list[Finding]:
    """One question for each word as written, the first place it stands; one answer is for all."""
    asked = {
        (finding.person_id, finding.text): finding
        for finding in reversed(found)
        if finding.certainty is Certainty.QUESTION
    }
    return sorted(asked.values(), key=lambda finding: finding.start)


def _line(said: Remark, *parts: QWidget) -> QWidget:
    row = QWidget()
    line = FlowLayout(row, spacing=SPACE.xs)
    said.setMinimumHeight(theme().px(SIZE.control))
    for part in (said, *parts):
        line.addWidget(part)
    return row
