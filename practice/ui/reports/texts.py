"""The clinician's own words for a report: saved while typed, watched for other members' names."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care import namecheck
from practice.reports.progress import SECTION_WORDS, Section
from practice.reports.release import TEXTS, Mention
from practice.ui.autosave import Autosave
from practice.ui.savemark import SaveMark
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import TextInput

_HINTS = {
    Section.SUMMARY: "How it went in this period, in your words",
    Section.PLAN: "What you will go on with, begin or end",
    Section.REQUEST: "For example: 13 weekly sessions of group psychotherapy, 60 minutes each",
}
_LINES = {Section.SUMMARY: 6, Section.PLAN: 4, Section.REQUEST: 3}


def draft_key(member_id: str, author_id: str, section: Section) -> str:
    """Where one author's text about one member is kept; it stays for the next report."""
    return f"report:{member_id}:{author_id}:{section.value}"


class ReportTexts(QWidget):
    """Three texts about one member. `edited` follows every change a person makes."""

    edited = Signal()

    def __init__(self, author_id: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._author_id = author_id
        self.autosave = Autosave(self)
        self.fields: dict[Section, Field[str]] = {}
        self.editors: dict[Section, TextInput] = {}
        self.peers: dict[Section, Button] = {}
        self._member_id = ""
        self._mentions: dict[Section, Mention] = {}
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE.m)
        for section in TEXTS:
            self._add(section)
        self._mark = SaveMark(self.autosave)
        self.column.addWidget(self._mark)
        self._second = QTimer(self)
        self._second.timeout.connect(self._mark.refresh)
        self._second.start(1000)
        self.setEnabled(False)

    def _add(self, section: Section) -> None:
        editor = TextInput(lines=_LINES[section], hint=_HINTS[section])
        field = Field[str](section.value, SECTION_WORDS[section], editor)
        peer = Button("Write “a peer” instead", ButtonKind.LINK)
        peer.clicked.connect(lambda: self._write_peer(section))
        peer.hide()
        editor.textChanged.connect(lambda: self._typed(section))
        row = QHBoxLayout()
        row.addWidget(peer)
        row.addStretch(1)
        block = QVBoxLayout()
        block.setSpacing(2)
        block.addWidget(field)
        block.addLayout(row)
        self.column.addLayout(block)
        self.fields[section], self.editors[section], self.peers[section] = field, editor, peer

    def load(self, member_id: str) -> None:
        """Show what was written about a member before, this session or earlier."""
        self.autosave.flush()
        self._member_id = ""
        for section, field in self.fields.items():
            field.set_value(self.autosave.text(self._key(member_id, section)))
        self._member_id = member_id
        self.setEnabled(bool(member_id))

    def _key(self, member_id: str, section: Section) -> str:
        return draft_key(member_id, self._author_id, section)

    def value(self, section: Section) -> str:
        """One text as it stands."""
        return self.fields[section].editor.value()

    def _typed(self, section: Section) -> None:
        if self._member_id:
            self.autosave.put(self._key(self._member_id, section), self.value(section))
            self.edited.emit()

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """Say beside each text whom it names; one name at a time."""
        self._mentions = {mention.section: mention for mention in reversed(mentions)}
        for section, field in self.fields.items():
            mention = self._mentions.get(section)
            self.peers[section].setVisible(mention is not None)
            if mention:
                field.set_error(mention.words)
                words = f"Replace “{mention.finding.text}” with “a peer”"
                self.peers[section].setText(words)

    def _write_peer(self, section: Section) -> None:
        editor = self.editors[section]
        words = namecheck.replace(editor.value(), self._mentions.pop(section).finding)
        self.peers[section].hide()
        cursor = editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)  # so that Ctrl+Z takes it back
        editor.setFocus()
