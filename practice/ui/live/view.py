"""The running session in the window: cards from top to bottom, and where keys go."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care import live, notes
from practice.care.live import LineRow
from practice.desk import sessions
from practice.errors import Refused
from practice.models.audit import Changes
from practice.ui.autosave import Autosave, SaveState
from practice.ui.context import Context
from practice.ui.help.chapters import Chapter
from practice.ui.icons import Icon
from practice.ui.live import keys
from practice.ui.live.commands import Commands
from practice.ui.live.composer import Composer, Target
from practice.ui.live.header import Header
from practice.ui.live.hint import HintLine
from practice.ui.live.keys import Do, Focus
from practice.ui.live.menu import popup
from practice.ui.live.record import NOTED, Record
from practice.ui.live.room import make_room
from practice.ui.live.roster import Roster
from practice.ui.live.slip import Slip
from practice.ui.savemark import SaveMark
from practice.ui.theme import SPACE, theme
from practice.ui.widgets.keys import KeyOverlay, pressed
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.remark import Remark

NOT_SAVED = "What you type is not saved yet. {} Your words stay here and are tried every second."
AROUND = 420
"""The height of everything but the rows, while nothing special is shown."""


class SessionView(QWidget):
    """`ended` comes once the session was stopped and its notes are prepared."""

    ended = Signal()
    curtain_wanted = Signal()
    edge_wanted = Signal()

    def __init__(
        self,
        context: Context,
        session_id: str,
        autosave: Autosave,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context, self.record, self.autosave = context, Record(session_id), autosave
        self._writing = False
        self.slip: Slip | None = None
        self.header = Header(self.record)
        self.roster = Roster(self.record)
        self.hint = HintLine()
        self.composer = Composer(context, self.record, autosave, self.offered)
        self.trouble = Banner(BannerKind.DANGER)
        self.said = Banner(BannerKind.WARNING)
        self.mark = SaveMark(autosave)
        self.capture = Remark("", Icon.MONITOR, wrap=False)
        self.overlay = KeyOverlay(keys.groups(), self)
        self.commands = Commands(self)
        self._lay_out()
        self._connect()
        self._begin()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.s)
        column.addWidget(self.header)
        column.addWidget(self.roster, 1)
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(SPACE.s)
        for part in (self.hint, self.trouble, self.said, self.composer):
            self._bottom.addWidget(part)
        column.addLayout(self._bottom)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE.xs, 0, SPACE.xs, 0)
        foot.addWidget(self.mark, 1)
        foot.addWidget(self.capture)
        column.addLayout(foot)

    def _connect(self) -> None:
        actions = self.context.actions
        actions.changed.connect(self._changed)
        actions.refused.connect(self.say)
        actions.unavailable.connect(self._say_trouble)
        self.autosave.state_changed.connect(self._save_state)
        self.header.pause.connect(lambda: self.commands.do(Do.PAUSE))
        self.header.stepped.connect(self._stepped)
        self.header.turn.next.connect(lambda: self.commands.do(Do.NEXT_TURN))
        self.header.end.connect(lambda: self.commands.do(Do.END))
        self.header.curtain.connect(self.curtain_wanted)
        self.header.edge.connect(self.edge_wanted)
        self.header.more.connect(self._show_menu)
        self.roster.chosen.connect(self.select)
        self.roster.focused.connect(lambda: self.set_writing(writing=False))
        self.composer.editor.focused.connect(lambda: self.set_writing(writing=True))
        self.composer.editor.refused.connect(self.say)
        self.composer.turned.connect(self.write)
        self.composer.placed.connect(self._place_editor)
        self.overlay.closed.connect(self.take_keyboard)
        self.overlay.manual_wanted.connect(lambda: self.context.help.emit(Chapter.SESSION))

    def _begin(self) -> None:
        """After a restart: the words last typed stand in the composer of whom they are for."""
        kept = live.unfinished(self.record.id)
        member = kept[-1][0] if kept else None
        seat = self.record.seat_of(member) or self.record.seat(self.roster.selected)
        target = Target.GROUP if kept and member is None else Target.MEMBER
        if seat is not None:
            self.roster.select(seat.id, focus=False)
        self.composer.turn_to(seat, target)
        for member, _draft in kept:
            self._show_kept(member)
        self.hint.show_keys(Focus.ROSTER)

    # Where keys go

    @property
    def writing(self) -> bool:
        """Whether a line is being written."""
        return self._writing

    @property
    def where(self) -> Focus:
        """What a key means now."""
        if self.slip is not None:
            return Focus.SLIP
        return Focus.WRITING if self._writing else Focus.ROSTER

    def offered(self, event: QKeyEvent) -> bool:
        """Whether a key was one of the table's and is done."""
        key = keys.find(event, self.where)
        if key is None or key.where is Focus.SLIP:
            return False
        self.commands.do(key.do, pressed(event))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not keys.pressed_button(event) and not self.offered(event):
            super().keyPressEvent(event)

    def set_writing(self, *, writing: bool) -> None:
        """Keys are text from now on, or act again."""
        if self.slip is None:
            self._writing = writing
            self.composer.set_writing(writing)
            self.hint.show_keys(self.where)

    def take_keyboard(self) -> None:
        """Put the focus where the state says it is."""
        if self.slip is not None:
            self.slip.begin()
        elif self._writing:
            self.composer.editor.setFocus()
        elif self.roster.selected:
            self.roster.select(self.roster.selected)
        else:
            self.setFocus()

    # What keys do

    def select(self, attendance_id: str, *, focus: bool = True) -> None:
        """Act on this member from now on, and turn the composer to them."""
        left = self.composer.member
        self.roster.select(attendance_id, focus=focus)
        self.composer.turn_to(self.record.seat(attendance_id), Target.MEMBER)
        self._show_kept(left)
        self._show_kept(self.composer.member)
        self.say("")

    def write(self, target: Target) -> None:
        """Write for the selected member or the group."""
        left = self.composer.member
        seat = self.record.seat(self.roster.selected)
        if target is not self.composer.target or seat is not self.composer.seat:
            self.composer.turn_to(seat, target)
            self._show_kept(left)
        self.composer.editor.setFocus()

    def put_on_record(self) -> None:
        """Record the line; with nothing written, go back to the roster."""
        if not self.composer.words:
            self.back_to_roster()
        elif self.composer.record():
            self.say("")

    def _place_editor(self) -> None:
        """In a micro-group a member's line is written in their row; the group's stays below."""
        if self.record.micro and self.composer.member:
            self.composer.lend()
            self.roster.lend(self.composer.editor)
        else:
            self.roster.lend(None)
            self.composer.take_back()

    def back_to_roster(self) -> None:
        """Leave writing; the words stay, and are saved."""
        self.autosave.flush()
        if self.composer.target is Target.GROUP:
            self.composer.turn_to(self.record.seat(self.roster.selected), Target.MEMBER)
        self._writing = False
        self.take_keyboard()
        self.set_writing(writing=False)

    def undo(self) -> None:
        """Take back what was done last. A line's words return to the composer first."""
        last = self.context.actions.last
        wanted = last.rows.get("line", frozenset()) if last else frozenset()
        for line in self.record.lines:
            if line.id in wanted and not self._give_back(line):
                return
        self.context.actions.undo()

    def _give_back(self, line: LineRow) -> bool:
        key = live.draft_key(self.record.id, line.member_id)
        words = self.autosave.text(key)
        if line.text not in words:
            self.autosave.put(key, "\n".join(filter(None, (line.text, words))))
        saved = self.autosave.flush()
        seat = self.record.seat_of(line.member_id)
        if seat is not None:
            self.roster.select(seat.id, focus=not self._writing)
        target = Target.MEMBER if line.member_id else Target.GROUP
        self.composer.turn_to(seat or self.record.seat(self.roster.selected), target)
        return saved

    def end(self) -> None:
        """Stop and prepare the notes; words not yet a line become one."""
        actions, session_id = self.context.actions, self.record.id
        if not self.autosave.flush():
            raise Refused("What you typed is not saved yet, so the session runs on.")
        if actions.run(sessions.stop, session_id) and actions.run(notes.prepare, session_id):
            actions.seal()
            self.ended.emit()

    def open_slip(self, slip: Slip) -> None:
        """Let a small form take the composer's place, and the keyboard before that is gone."""
        self.close_slip()
        self.slip = slip
        slip.closed.connect(self.close_slip)
        self._bottom.addWidget(slip)
        slip.show()
        slip.begin()
        self.composer.hide()
        self._make_room()

    def close_slip(self) -> None:
        """Bring the composer back, and the keyboard before the form is gone."""
        slip, self.slip = self.slip, None
        if slip is None:
            return
        self._bottom.removeWidget(slip)
        self.composer.fit()
        self._make_room()
        self.take_keyboard()
        slip.hide()
        slip.deleteLater()

    def _show_menu(self) -> None:
        popup(self.header.more_button, self.commands.do, self.edge_wanted.emit)

    # What is shown

    def say(self, words: str) -> None:
        """Say something beside the work; nothing takes it away again."""
        self.said.say(words)
        self._make_room()

    def _say_trouble(self, words: str) -> None:
        if self.autosave.state is not SaveState.FAILED:
            self.trouble.say(words)

    def _save_state(self, state: SaveState) -> None:
        failed = state is SaveState.FAILED
        self.trouble.say(NOT_SAVED.format(self.autosave.trouble) if failed else "")

    def _show_kept(self, member: str | None) -> None:
        """In the roster: words that wait to be a line, for whoever the composer has left."""
        seat = self.record.seat_of(member)
        if seat is None:
            return
        words = self.autosave.text(live.draft_key(self.record.id, member))
        waiting = words and member != self.composer.member
        said = f"Not on record yet: {' '.join(words.split())[:80]}" if waiting else ""
        self.roster.show_said(seat, said or self.record.said(seat.member))

    def _changed(self, changes: Changes) -> None:
        tables = changes.rows.keys()
        self.mark.note_commit()
        self.say("")
        if "session" in tables:
            self.record.read_session()
            self.header.refresh()
        if "turn" in tables:
            self.record.read_turns()
            self.header.refresh()
            self._stepped()
        if tables & {"attendance", "stretch", "member", "session"}:
            changed = self.record.read_seats()
            self.roster.refresh(self.record.seats if "session" in tables else changed)
        if "line" in tables:
            self._lines_changed(changes)
        if tables & NOTED:
            self.record.read_noted(tables)
            self.header.refresh()
            self.roster.refresh(self.record.seats)

    def _lines_changed(self, changes: Changes) -> None:
        for gone in self.record.read_lines():
            if changes.label.startswith("Undo"):
                self._give_back(gone)
        self.roster.refresh(self.record.seats)

    def _stepped(self) -> None:
        self.roster.refresh(self.record.seats)
        self._make_room()

    def tick(self) -> None:
        """Once a second."""
        self.header.tick()
        self.composer.tick()
        self.mark.refresh()

    def shut(self) -> None:
        """Forget everything shown, before it is destroyed."""
        actions = self.context.actions
        actions.changed.disconnect(self._changed)
        actions.refused.disconnect(self.say)
        actions.unavailable.disconnect(self._say_trouble)
        self.autosave.state_changed.disconnect(self._save_state)
        self.close_slip()
        self.roster.lend(None)
        self.composer.take_back()
        self.composer.forget()
        self.hide()

    def _make_room(self) -> None:
        make_room(self, self.header, self.hint, self.roster, slip_open=self.slip is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self.roster.fit(self.height() - theme().px(AROUND))
