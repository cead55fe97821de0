"""The command palette: one box over the window to go, find and do, by keys alone."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from practice.care import search
from practice.care.search import Found
from practice.errors import Refused, Unavailable
from practice.ui import reading
from practice.ui.context import Context
from practice.ui.icons import Icon, keep_icon
from practice.ui.palette import items
from practice.ui.palette.items import Item
from practice.ui.palette.matching import Index
from practice.ui.palette.results import ResultList
from practice.ui.theme import SIZE, SPACE, Role, Type, follow, theme
from practice.ui.waiting import run_for
from practice.ui.widgets.card import Card
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.text import Text

WIDTH, TOP = 640, 72
ROWS = 8
HINT = "Go to, find or do"
NOTHING = "Nothing found. Try fewer letters or another word."
IN_NOTES = "Words are looked for in signed notes too."
_VEIL = 170
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class _Box(LineInput):
    """The one line. Its palette has the keys that move; losing the keyboard closes it."""

    def __init__(self, palette: "Palette") -> None:
        super().__init__(hint=HINT)
        self._palette = palette
        icon = QAction(HINT, self)
        keep_icon(icon, Icon.SEARCH, Role.MUTED)
        self.addAction(icon, LineInput.ActionPosition.LeadingPosition)
        self.setAccessibleName(HINT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._palette.press(Qt.Key(event.key())):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _STAYS:
            self._palette.put_away()


class Palette(QWidget):
    """Over the whole of `over`. What was used last comes first while this practice is open.

    `command` is the action that opens it; `used` holds ids, in memory alone.
    """

    def __init__(self, context: Context, over: QWidget, command: QAction) -> None:
        super().__init__(over)
        self.used: list[str] = []
        self._context, self._over, self._command = context, over, command
        self._index = Index(())
        self._matching: list[Item] = []
        self._before: QWidget | None = None
        self._turn = 0
        self.box = _Box(self)
        self.list = ResultList("Results")
        self.said = Text("", Type.MUTED, wrap=True)
        self._lay_out()
        self.setAccessibleName(HINT)
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(self._look)
        self.list.chosen.connect(self.choose)
        over.installEventFilter(self)
        follow(self._restyle)
        self.hide()

    def _lay_out(self) -> None:
        self._card = Card(margin=SPACE.s, spacing=SPACE.s)
        for part in (self.box, self.list, self.said):
            self._card.body.addWidget(part)
        self.said.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.xs)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, TOP, SPACE.l, SPACE.l)
        column.addWidget(self._card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def _restyle(self) -> None:
        self._card.setFixedWidth(theme().px(WIDTH))
        self._fit()

    def open(self) -> None:
        """Read what there is now and take the keyboard; open already, it closes."""
        if self.isVisible():
            self.put_away()
            return
        window = self._over.window()
        self._before = window.focusWidget()
        self._index = Index(items.gather(self._context, window, self._command))
        self.box.clear()
        self._look("")
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_away(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        if self.isHidden():
            return
        self._turn += 1
        before, self._before = self._before, None
        if self.box.hasFocus() and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.clearFocus()
        self.hide()

    def choose(self) -> None:
        """Close, then do what is selected."""
        item = self.list.current()
        if item is not None:
            self.used = [item.id, *(used for used in self.used if used != item.id)]
            self.put_away()
            item.do()

    def press(self, key: Qt.Key) -> bool:
        """Whether a key was one that moves, chooses or leaves."""
        if key in _STEPS:
            self.list.step(_STEPS[key])
            self._announce()
        elif key in _ENTER:
            self.choose()
        elif key == Qt.Key.Key_Escape:
            self.put_away()
        else:
            return False
        return True

    def _look(self, typed: str) -> None:
        self._turn += 1
        if typed.strip():
            self._matching = self._index.find(typed, self.used)
            self._look_in_notes(typed)
        else:
            self._matching = self._index.without_words(self.used)
            self._show(self._matching)

    def _look_in_notes(self, typed: str) -> None:
        """What fits by name is shown at once, notes when they come."""
        self._show(self._matching)
        if self._context.clinical:
            then, lane = partial(self._show_notes, self._turn), self._context.lane.short
            run_for(self, lane, partial(search.find, typed), then, self._say_why)

    def _show_notes(self, turn: int, found: tuple[Found, ...]) -> None:
        if turn == self._turn and found:
            notes = [items.note(self._context, one) for one in found]
            self._show([*self._matching, *notes], keep=True)

    def _say_why(self, error: Refused | Unavailable) -> None:
        self.said.setText(error.message)

    def _show(self, found: Sequence[Item], *, keep: bool = False) -> None:
        self.list.show_items(found, keep=keep)
        self.list.setVisible(bool(found))
        in_notes = IN_NOTES if self._context.clinical and not self.box.text() else ""
        self.said.setText(in_notes if found else NOTHING)
        self.said.setVisible(bool(self.said.text()))
        self._fit()
        self._announce()

    def _fit(self) -> None:
        rows = min(ROWS, max(1, len(self.list.results.items)))
        self.list.setFixedHeight(rows * theme().px(SIZE.row))

    def _announce(self) -> None:
        """Say what is selected, as the keyboard stays in the box."""
        item, number = self.list.current(), len(self.list.results.items)
        at = self.list.currentIndex().row() + 1
        words = f"{item.words}, {at} of {number}" if item else NOTHING
        self.box.setAccessibleDescription(words)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.box, words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.put_away()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays here: the box is the only stop."""
        reading.step(self, forward=forward)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = theme().color(Role.BG)
        veil.setAlpha(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)
