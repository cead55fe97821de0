"""Where lines are written: for one member or the whole group, each with its own unsaved words."""

from collections.abc import Callable
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from practice import clock
from practice.care import drafts, live
from practice.care.namecheck import Certainty, Finding, replace
from practice.desk.sessions import Seat
from practice.ui.autosave import Autosave
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.live.header import elapsed
from practice.ui.live.phrasing import PhraseStrip
from practice.ui.live.record import Record
from practice.ui.theme import SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.ui.words import NARROW_ROOM, short

LOOK_MS = 150
UNFILLED = "Fill or delete what stands in ‹ ›, then put the line on record."
LINES = 2


class Target(Enum):
    """Whom a line is about."""

    MEMBER = "member"
    GROUP = "group"


class LineEditor(TextInput):
    """Plain text; keys are first offered to the window."""

    focused = Signal()

    def __init__(self, offered: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(lines=LINES, hint="Press Enter in the roster and write")
        self._offered = offered
        self.tabbed: Callable[[], bool] = bool
        self.setAccessibleName("Line for the record")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(0, theme().px(SPACE.s))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._offered(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab takes a phrase or goes to its next field, and only then leaves."""
        return (forward and self.tabbed()) or super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()


class Composer(Card):
    """Holds the words for whoever it is turned to. `turned` asks to write for the other target."""

    turned = Signal(object)

    def __init__(
        self,
        context: Context,
        record: Record,
        autosave: Autosave,
        offered: Callable[[QKeyEvent], bool],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(margin=SPACE.m, spacing=SPACE.s, parent=parent)
        self._context, self._record, self._autosave = context, record, autosave
        self.seat: Seat | None = None
        self.target = Target.GROUP
        self._began: datetime | None = None
        self._finding: Finding | None = None
        self.editor = LineEditor(offered)
        self.phrase = PhraseStrip(self.editor)
        self.editor.tabbed = self.phrase.tab
        self._whom = SegmentedControl(
            "Note for", ((Target.MEMBER, "Nobody"), (Target.GROUP, record.whole))
        )
        self._offset = Text("", Type.MUTED, tabular=True)
        self.warning = Remark("", Icon.WARNING, Role.LATE, inked=True)
        self.replace_button = Button("Replace", ButtonKind.QUIET)
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE.s)
        top.addWidget(Text("Note for", Type.SECONDARY))
        top.addWidget(self._whom)
        top.addStretch(1)
        top.addWidget(self._offset)
        self.body.addLayout(top)
        self.body.addWidget(self.editor)
        self.body.addWidget(self.phrase)
        self._warned = QWidget()
        row = QHBoxLayout(self._warned)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.warning, 1)
        row.addWidget(self.replace_button)
        self.body.addWidget(self._warned)
        self._warned.hide()
        self.replace_button.setToolTip("Alt+R")

    def _connect(self) -> None:
        self.editor.textChanged.connect(self._edited)
        self._whom.chosen.connect(self.turned)
        self.replace_button.clicked.connect(self.replace_name)
        self._look.timeout.connect(self.look_for_names)

    @property
    def member(self) -> str | None:
        """Whom the words are about; None means the whole group."""
        return self.seat.member if self.seat and self.target is Target.MEMBER else None

    @property
    def words(self) -> str:
        """What is written and not on record yet."""
        return self.editor.toPlainText().strip()

    @property
    def key(self) -> str:
        """Where the words on the screen are kept."""
        return live.draft_key(self._record.id, self.member)

    def turn_to(self, seat: Seat | None, target: Target) -> None:
        """Keep what was being written and show the words for someone else."""
        self._autosave.flush()
        self.seat = seat
        self.target = target if seat else Target.GROUP
        name = short(seat.short_name, NARROW_ROOM) if seat else "Nobody"
        self._whom.set_words(Target.MEMBER, name)
        self._whom.set_value(self.target)
        spoken = seat.short_name if self.member and seat else "the whole group"
        self.editor.setAccessibleName(f"Line for {spoken}")
        self.reload()

    def reload(self) -> None:
        """Show the words as they are kept."""
        words = self._autosave.text(self.key)
        kept = drafts.find(self.key)
        self._began = kept.updated_at if kept and words else None
        self._show(words)

    def _show(self, words: str) -> None:
        with QSignalBlocker(self.editor):
            self.editor.set_value(words)
        self.editor.viewport().update()
        self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.phrase.read()
        self.phrase.look()
        self.look_for_names()
        self.tick()

    def _edited(self) -> None:
        words = self.editor.toPlainText()
        if not words:
            self._began = None
        elif self._began is None:
            self._began = clock.now()
        self._autosave.put(self.key, words)
        self.phrase.look()
        self._look.start()
        self.tick()

    def record(self) -> bool:
        """Put the words on record; whether there is a new line. Fields are filled before."""
        if self.phrase.to_unfilled():
            self.editor.refused.emit(UNFILLED)
            return False
        words, key, began = self.editor.toPlainText(), self.key, self._began
        done = self._context.actions.run(
            live.write_line, self._record.id, self.member, words, at=began
        )
        if done:
            self._autosave.forget(key)
            self._began = None
            self._show("")
        return done

    def look_for_names(self) -> None:
        """Warn where the words name another member of the session."""
        self._look.stop()
        own = self.member or self._record.session.member
        found = self._record.check.find(self.editor.toPlainText(), own=own)
        self._finding = found[0] if found else None
        self._warned.setVisible(bool(found))
        if found:
            sure = found[0].certainty is Certainty.BLOCK
            start = "Names another member" if sure else "May name another member"
            self.warning.say(f"{start} ({short(found[0].text)}). Use “{found[0].suggestion}”?")

    def replace_name(self) -> None:
        """Put the neutral words in the place of the first name found; Ctrl+Z takes it back."""
        if self._finding is None:
            return
        words = replace(self.editor.toPlainText(), self._finding)
        cursor = self.editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(words)
        self.look_for_names()
        self.editor.setFocus()

    def set_writing(self, writing: bool) -> None:
        """Show where keys go."""
        self.set_border(Role.ACCENT if writing else Role.BORDER)

    def tick(self) -> None:
        """Show the time the line will carry: when it was begun, else now."""
        session = self._record.session
        if session.late_entry:
            return
        seconds = elapsed(session)
        if self._began is not None:
            seconds = max(0, int((self._began - self._record.started).total_seconds()))
        self._offset.setText(f"{seconds // 60:02}:{seconds % 60:02}")

    def forget(self) -> None:
        """Show nothing any more (at lock)."""
        self._look.stop()
        with QSignalBlocker(self.editor):
            self.editor.clear()
        self.warning.say("")
