"""One text of a note: saved while it is typed, on record when it is left, checked for names."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QTextCursor
from PySide6.QtWidgets import QToolTip, QVBoxLayout, QWidget

from practice.care.namecheck import Finding, replace
from practice.ui.icons import Icon
from practice.ui.notes.bench import Bench
from practice.ui.notes.names import NamesStrip
from practice.ui.notes.slot import Slot
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text, as_tip

CHECK_AFTER = 400
"""Milliseconds after the last key until names are looked for; on leaving it is at once."""
OWN_WORDS = "These words are your own."
KEPT = "Words not yet in the note were kept."


class PartEditor(QWidget):
    """A labelled editor with what is to say about its words below it.

    `entered` tells that someone writes here now.
    """

    entered = Signal()

    def __init__(
        self,
        bench: Bench,
        label: str,
        editor: TextInput | LineInput,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench = bench
        self.editor = editor
        self.names = NamesStrip()
        self._slot: Slot | None = None
        self._on_record = ""
        self._error = Remark("", Icon.X_CIRCLE, Role.NO_SHOW, inked=True)
        self._kept = Remark(KEPT, Icon.INFO, Role.ACCENT)
        self._origin = Remark("", Icon.NOTE, Role.ACCENT)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(CHECK_AFTER)
        self._lay_out(label)
        self._connect()

    def _lay_out(self, label: str) -> None:
        words = Text(label, Type.LABEL)
        words.setBuddy(self.editor)
        self.editor.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(words)
        column.addWidget(self.editor, 1)
        for part in (self._origin, self._error, self._kept, self.names):
            part.hide()
            column.addWidget(part)
        self.setFocusProxy(self.editor)

    def _connect(self) -> None:
        self.editor.installEventFilter(self)
        if isinstance(self.editor, TextInput):
            self.editor.viewport().installEventFilter(self)
        self.editor.textChanged.connect(self._typed)
        self.editor.watch(self._clear_error, self._say_error)
        self._soon.timeout.connect(self.look_for_names)
        self.names.replace_wanted.connect(self._replace)
        self.names.keep_wanted.connect(self._keep)
        self.names.answered.connect(self._answer)

    @property
    def dirty(self) -> bool:
        """Whether words stand here that are not on record."""
        return self._slot is not None and self.editor.value() != self._on_record

    def fill(self, slot: Slot) -> None:
        """Show what is on record; words being typed into the same slot stay."""
        same = self._slot is not None and self._slot.key == slot.key
        self._slot, dirty = slot, same and self.dirty
        if not dirty:
            self._show(slot, same=same)
        self.look_for_names()

    def _show(self, slot: Slot, *, same: bool) -> None:
        typed = "" if same else self._bench.autosave.text(slot.key)
        if not same or slot.text.split() != self.editor.value().split():
            with QSignalBlocker(self.editor):
                self.editor.set_value(typed or slot.text)
            if isinstance(self.editor, TextInput):
                self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self._on_record = slot.text if typed else self.editor.value()
        if not same:
            self._origin.hide()
            self._error.hide()
            self._kept.setVisible(slot.key in self._bench.kept)

    def commit(self) -> bool:
        """Put the words on record; whether nothing is left to."""
        if self._slot is None or not self.dirty:
            return True
        text, slot = self.editor.value(), self._slot
        refused = self._bench.attempt(lambda: slot.save(text))
        if refused:
            self._bench.autosave.flush()
            self._say_error(refused)
            self._bench.stuck.emit()
            return False
        self._on_record = text
        self._bench.autosave.forget(slot.key)
        self._clear_error()
        self.look_for_names()
        return True

    def look_for_names(self) -> None:
        """Say whom these words name."""
        self._soon.stop()
        if self._slot is not None:
            self.names.show_findings(self._slot.find(self.editor.value()))

    def tell_origin(self) -> None:
        """Say below where the sentence at the cursor came from."""
        if self._slot is not None and isinstance(self.editor, TextInput):
            at = self.editor.textCursor().position()
            said = self._slot.origin(self.editor.value(), at) or OWN_WORDS
            self._origin.say(said)
            self._origin.show()

    def _tip(self, event: QHelpEvent) -> None:
        if self._slot is not None and isinstance(self.editor, TextInput):
            at = self.editor.cursorForPosition(event.pos()).position()
            said = self._slot.origin(self.editor.value(), at)
            QToolTip.showText(event.globalPos(), as_tip(said), self.editor)

    def insert(self, words: str) -> None:
        """Put words in at the cursor, on a line of their own."""
        if isinstance(self.editor, TextInput):
            before = self.editor.textCursor().block().text()
            self.editor.insertPlainText(f"\n{words}" if before.strip() else words)
        else:
            self.editor.insert(words)

    def _typed(self) -> None:
        if self._slot is not None:
            self._bench.autosave.put(self._slot.key, self.editor.value())
            self._kept.hide()
            self._origin.hide()
            self._soon.start()

    def _replace(self, finding: Finding) -> None:
        words = replace(self.editor.value(), finding)
        self.editor.selectAll()
        if isinstance(self.editor, TextInput):
            self.editor.insertPlainText(words)
        else:
            self.editor.insert(words)
        self.commit()
        self.editor.setFocus()

    def _keep(self, finding: Finding, why: str) -> None:
        slot = self._slot
        if slot is not None and self.commit():
            self.names.say_error(self._bench.attempt(lambda: slot.keep(finding, why)))
            self.look_for_names()

    def _answer(self, finding: Finding) -> None:
        slot = self._slot
        if slot is not None and self.commit():
            self.names.say_error(self._bench.attempt(lambda: slot.answer(finding)))
            self.look_for_names()
            self.editor.setFocus()

    def _say_error(self, words: str) -> None:
        self._error.say(words)
        self._error.show()

    def _clear_error(self) -> None:
        self._error.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tip(event)
            return True
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit()
        elif event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)
