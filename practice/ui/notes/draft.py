"""A draft note: facts, goals, the texts of its form, and one's live lines beside them."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from practice.care import carrying, forms
from practice.care.wrapup import MemberPart, Standing
from practice.models.enums.notes import NoteForm
from practice.models.enums.plans import Progress
from practice.ui.icons import Icon
from practice.ui.notes.alike import AlikeView
from practice.ui.notes.bench import Bench
from practice.ui.notes.facts import FactsView
from practice.ui.notes.goals import GoalsView
from practice.ui.notes.lines import LinesView
from practice.ui.notes.part import PartEditor
from practice.ui.page import clear
from practice.ui.theme import SPACE, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.text import plain_tip

LINES_WIDTH = 220
NARROW = 560


class DraftView(QWidget):
    """One member's note while it can be written. `discard_wanted` for a member who was absent."""

    discard_wanted = Signal()

    def __init__(self, bench: Bench, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self.facts = FactsView(bench)
        self.goals = GoalsView(bench, self.commit)
        self.parts: dict[str, PartEditor] = {}
        self._form: NoteForm | None = None
        self._note_id = ""
        self.alike = AlikeView()
        self.lines = LinesView()
        self._side = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        discard = Button("Discard the draft", ButtonKind.DANGER)
        discard.clicked.connect(self.discard_wanted)
        self._absent = Banner(BannerKind.WARNING, "", discard)
        self.carry = Button("Take over the last plan", ButtonKind.LINK, Icon.NOTE)
        self.carry.clicked.connect(self.carry_forward)
        self._texts = QVBoxLayout()
        self.facts.section_wanted.connect(self._go)
        self._lay_out()
        self.lines.wanted.connect(self._insert)
        self._take_form(NoteForm.PLAIN)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for part in (self._absent, self.facts, self.goals, self.alike):
            column.addWidget(part)
        texts = QVBoxLayout()
        texts.addLayout(self._texts)
        texts.addWidget(self.carry)
        texts.addStretch(1)
        self._texts.setSpacing(SPACE.s)
        self._side.setSpacing(SPACE.l)
        self._side.addLayout(texts, 1)
        self._side.addWidget(self.lines)
        column.addLayout(self._side, 1)

    def _take_form(self, form: NoteForm) -> None:
        """An editor for each section the member has for themselves, in the form's order."""
        if form is self._form:
            return
        self._form = form
        clear(self._texts)
        self.parts = {
            section.part: PartEditor(
                self._bench, section.heading, TextInput(lines=3, most=14, hint=section.hint)
            )
            for section in forms.own(form)
        }
        self._writing = self.parts["response"]
        for editor in self.parts.values():
            self._texts.addWidget(editor)
            editor.entered.connect(partial(self._enter, editor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the lines stand below the texts."""
        narrow = self.width() < theme().px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._side.setDirection(down if narrow else across)
        self.lines.setMaximumWidth(self.width() if narrow else theme().px(LINES_WIDTH))
        self.lines.setMinimumWidth(0 if narrow else theme().px(LINES_WIDTH))
        super().resizeEvent(event)

    def show_part(self, part: MemberPart) -> None:
        """Show a draft."""
        if part.note is None:
            return
        absent = part.standing is Standing.ABSENT
        self._absent.say(part.obstacles[0].words if absent else "")
        self.facts.show_part(part)
        self.goals.show_part(part)
        self._note_id = part.note.id
        self.carry.setVisible(bool(part.last_plan))
        plain_tip(self.carry, f"Alt+K: {part.last_plan}")
        self.alike.show_part(part, self._bench.found)
        self._take_form(part.note.form)
        for name, editor in self.parts.items():
            editor.fill(self._bench.slot(part.note, name))
        self.lines.show_part(part, self._bench.found.session.started_at)

    def commit(self) -> bool:
        """Put everything typed on record; whether nothing is left to."""
        done = [editor.commit() for editor in self.parts.values()]
        return all(done)

    def begin(self, part: str = "") -> None:
        """Take the keyboard at a part: the one named, else the first that is empty."""
        empty = (e for e in self.parts.values() if not e.editor.value().strip())
        wanted = self.parts.get(part) or next(empty, next(iter(self.parts.values())))
        wanted.editor.setFocus()

    def carry_forward(self) -> None:
        """Take the plan of the member's last note over, where there is none yet."""
        if self.carry.isVisibleTo(self):
            self.commit()
            self._bench.context.actions.run(carrying.carry_forward, self._note_id)
            self.begin("plan")

    def _go(self, part: str) -> None:
        if part:
            self.begin(part)
        elif self.goals.lines:
            self.goals.lines[0].chips[Progress.FORWARD].setFocus()

    def tell_origin(self) -> None:
        """Say where the sentence at the cursor came from."""
        self._writing.tell_origin()

    def replace_name(self) -> None:
        """Replace the first name found anywhere in the note."""
        for editor in self.parts.values():
            if editor.names.found:
                editor.names.replace_wanted.emit(editor.names.found[0])
                return

    def _insert(self, words: str) -> None:
        self._writing.insert(words)
        self._writing.editor.setFocus()

    def _enter(self, part: PartEditor) -> None:
        self._writing = part
