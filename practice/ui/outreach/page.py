"""The page of the outreach board: rows at the left, the one selected at the right, or fees."""

from collections.abc import Callable
from enum import Enum
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from practice.desk import contacts, fees, outreach
from practice.desk.outreach import Row
from practice.desk.practice import today
from practice.models.enums.outreach import Channel
from practice.ui import reading
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.help.chapters import Chapter
from practice.ui.icons import Icon
from practice.ui.live.keys import pressed_button
from practice.ui.outreach import keys
from practice.ui.outreach.aside import Aside
from practice.ui.outreach.board import Board, RowTile
from practice.ui.outreach.fees import FeesView
from practice.ui.outreach.forms import AddForm, CloseForm, DueForm, LogForm
from practice.ui.outreach.keys import Do, Log
from practice.ui.page import Page
from practice.ui.papers.opening import open_call_list, open_missed_letter
from practice.ui.theme import SPACE, follow, theme
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.keys import KeyOverlay, pressed
from practice.ui.widgets.scroll import Scroll
from practice.ui.words import count

ASIDE_WIDTH = 320
_ON_BOTH = (Do.FEES, Do.LEAVE, Do.KEYS)
NO_SUCH_KEY = "Nothing was logged: {} is none of the keys that follow. They stand at the right."


class Shown(Enum):
    """The two sides of the page."""

    BOARD = "Board"
    FEES = "Fees"


class OutreachPage(Page):
    """A try is logged in two keys on the row selected; see `keys`."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {"attendance", "session", "member", "group_", "practice", "fee", "fee_policy", "contact"}
        | {"outreach", "outreach_miss", "outreach_rule", "outreach_policy"}
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.begun: Channel | None = None
        self.which = SegmentedControl("What to show", [(one, one.value) for one in Shown])
        self.add = Button("Put someone on the board", ButtonKind.SECONDARY, Icon.PLUS)
        self.print = Button("Print the call list…", ButtonKind.SECONDARY, Icon.PRINTER)
        self.help = IconButton(Icon.KEYBOARD, "Show the keys")
        self.board, self.aside, self.fees = Board(), Aside(context), FeesView(context)
        self._commands: dict[Do, Callable[[], object]] = {
            Do.FIRST: self.board.first_to_call,
            Do.WRITE: partial(self._open, LogForm),
            Do.DUE: partial(self._open, DueForm),
            Do.CLOSE: partial(self._open, CloseForm),
            Do.REOPEN: self._reopen,
            Do.ADD: self._add,
            Do.LETTER: self._write_letter,
            Do.MEMBER: self._go_to_member,
            Do.FEES: self._turn,
            Do.LEAVE: self._leave,
        }
        self._arrange()
        self._connect()
        self.overlay = KeyOverlay(keys.groups(), self)
        self.overlay.closed.connect(self.board.take_keyboard)
        self.overlay.manual_wanted.connect(partial(context.help.emit, Chapter.OUTREACH))
        self._commands[Do.KEYS] = self.overlay.open

    def _arrange(self) -> None:
        self.area.use_gutter()
        self._board_area, self._aside_area = Scroll(self.board), Scroll(self.aside)
        self._fees_area = Scroll(self.fees)
        self._both = QWidget()
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self._board_area, 1)
        row.addWidget(self._aside_area)
        self.body.addWidget(self._both, 1)
        self.body.addWidget(self._fees_area, 1)
        for inner in (self.board, self.aside, self.fees):
            inner.setObjectName("body")
        for part in (self.which, self.add, self.print, self.help):
            self.add_action(part)
        self._fees_area.hide()
        follow(self._restyle)

    def _restyle(self) -> None:
        self._aside_area.setFixedWidth(theme().px(ASIDE_WIDTH))

    def _connect(self) -> None:
        self.which.chosen.connect(self._show_which)
        self.add.clicked.connect(self._add)
        self.print.clicked.connect(partial(open_call_list, self.context))
        self.help.clicked.connect(lambda: self.do(Do.KEYS))
        self.board.chosen.connect(lambda _key: self._begin(None))
        self.aside.begun.connect(self._begin)
        self.aside.logged.connect(self._log)
        self.aside.asked.connect(self.do)

    def load(self) -> None:
        """Read the board; who is selected stays so."""
        rows, day = outreach.board(), today()
        open_ = sum(row.closed_at is None for row in rows)
        due = sum(row.is_due(day) for row in rows)
        self.say(
            "Outreach", f"{count(open_, 'open row')}, {due} due" if open_ else "Nobody to reach."
        )
        waiting = len(fees.suggestions())
        self.which.set_words(Shown.FEES, f"Fees ({waiting})" if waiting else "Fees")
        self.board.show_rows(rows, day)
        self.fees.load()

    def show_item(self, item_id: str) -> None:
        """Select a member's row."""
        self.which.set_value(Shown.BOARD)
        self._show_which(Shown.BOARD)
        self.board.select(item_id)
        self.board.take_keyboard()

    def _show_which(self, which: Shown) -> None:
        on_board = which is Shown.BOARD
        self._fees_area.setVisible(not on_board)
        self._both.setVisible(on_board)
        self.add.setVisible(on_board)
        self.print.setVisible(on_board)

    def _turn(self) -> None:
        wanted = Shown.FEES if self.which.value() is Shown.BOARD else Shown.BOARD
        self.which.set_value(wanted)
        self._show_which(wanted)
        if wanted is Shown.BOARD:
            self.board.take_keyboard()
        elif not reading.step(self.fees, forward=True):
            self.help.setFocus(Qt.FocusReason.TabFocusReason)

    def row(self) -> Row | None:
        """The row selected."""
        return self.board.row()

    def _begin(self, channel: Channel | None) -> None:
        """The first of two keys, or none."""
        self.begun = channel
        self.aside.show_row(self.row(), channel)

    def _log(self, log: Log) -> None:
        row = self.row()
        self._begin(None)
        if row is not None and self._is_open(row):
            self.context.actions.run(contacts.log_now, row.member.id, log.channel, log.outcome)

    def _is_open(self, row: Row) -> bool:
        if row.closed_at is not None:
            self.context.actions.refused.emit(contacts.NOT_OVER)
        return row.closed_at is None

    def do(self, do: Do) -> None:
        """What a single key or a button stands for."""
        self._commands[do]()

    def _open(self, kind: Callable[..., EntryForm]) -> None:
        row = self.row()
        if row is not None and self._is_open(row):
            form = kind(self.context.actions, row)
            self.aside.open_form(form)
            for told in (form.saved, form.cancelled):
                told.connect(self.board.take_keyboard)
            self._aside_area.ensureWidgetVisible(form)

    def _reopen(self) -> None:
        row = self.row()
        if row is not None and row.closed_at is not None:
            self.context.actions.run(contacts.reopen, row.id)

    def _add(self, *_: object) -> None:
        form = AddForm(self.context.actions)
        self.aside.ask_whom(form)
        form.saved.connect(lambda: self.show_item(form.picker.value()))
        form.cancelled.connect(self.board.take_keyboard)

    def _write_letter(self) -> None:
        """The letter about the newest session they missed without a word."""
        if row := self.row():
            open_missed_letter(self.context, row.member.id)

    def _go_to_member(self) -> None:
        if row := self.row():
            self.context.go.emit(Place.MEMBERS, row.member.id)

    def _leave(self) -> None:
        if self.begun is not None:
            self._begin(None)
        elif self.which.value() is Shown.FEES:
            self._turn()
        else:
            self.board.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = pressed(event)
        if self.begun is not None:
            self._second(self.begun, name)
        elif _types() or not self._act(name, event):
            super().keyPressEvent(event)

    def _act(self, name: str, event: QKeyEvent) -> bool:
        """Whether a key means something here: on the fees' side only those that lead back."""
        on_board, do = self.which.value() is Shown.BOARD, keys.find(name)
        if do is Do.WRITE and not isinstance(QApplication.focusWidget(), RowTile):
            return pressed_button(event)
        if on_board and name in keys.BEGIN:
            row = self.row()
            if row is not None and self._is_open(row):
                self._begin(keys.BEGIN[name])
            return True
        if do is None or not (on_board or do in _ON_BOTH):
            return False
        self.do(do)
        return True

    def _second(self, begun: Channel, name: str) -> None:
        log = keys.second(begun, name)
        if log is not None:
            self._log(log)
            return
        self._begin(None)
        if keys.find(name) is not Do.LEAVE:
            self.context.actions.refused.emit(NO_SUCH_KEY.format(name))

    def showEvent(self, event: QShowEvent) -> None:
        """Days pass: what is due is read anew each time."""
        self._stale = True
        super().showEvent(event)
        self.board.take_keyboard()


def _types() -> bool:
    """Whether the keyboard is in a form, where letters are words."""
    part = QApplication.focusWidget()
    while part is not None and not isinstance(part, EntryForm):
        part = part.parentWidget()
    return part is not None
