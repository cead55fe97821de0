"""Keys as they are drawn: caps, and the overlay that shows every key of a window."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from practice.ui import reading
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.card import Card, Ground
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.text import Text

_ICONS = {"↵": Icon.ENTER}
_CHORD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True)
class KeyLine:
    """What to draw on the caps, and what the keys do."""

    caps: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class KeyGroup:
    """The keys that hold in one state, such as while writing."""

    title: str
    lines: tuple[KeyLine, ...]


Do = TypeVar("Do", bound=Enum)
State = TypeVar("State", bound=Enum)


@dataclass(frozen=True)
class Key(Generic[Do, State]):
    """One row of a window's table of keys: what they do, and in which state they hold.

    `keys` are as `pressed` names them; `caps` is how they are drawn, if otherwise. `hint` is the
    word for the window's line of keys, for those that belong there.
    """

    do: Do
    where: State
    keys: tuple[str, ...]
    words: str
    hint: str = ""
    caps: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """What to draw on key caps."""
        return self.caps or self.keys


def by_state(table: Sequence[Key[Do, State]], states: Iterable[State]) -> list[KeyGroup]:
    """A whole table, for the overlay and the manual; a state's value is its title."""
    return [
        KeyGroup(one.value, tuple(KeyLine(k.shown, k.words) for k in table if k.where is one))
        for one in states
    ]


def pressed(event: QKeyEvent) -> str:
    """The name of what was pressed: `A`, `Shift+T`, `?`, `Alt+3`, `Return`.

    Signs are named by what they print, since where Shift is needed differs between keyboards.
    """
    sign = event.text()
    if sign and sign.isprintable() and not sign.isalpha() and not event.modifiers() & _CHORD:
        return sign
    combined = event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value
    return QKeySequence(combined).toString(QKeySequence.SequenceFormat.PortableText)


def key_caps(caps: Sequence[str]) -> list[KeyCap]:
    """One small label for each."""
    return [KeyCap(cap, _ICONS.get(cap)) for cap in caps]


class KeyOverlay(Ground):
    """All keys, over the whole of `over`, until any key closes it; arrow keys scroll.

    `closed` asks for the keyboard to go back, `manual_wanted` for the chapter about it.
    """

    closed = Signal()
    manual_wanted = Signal()

    def __init__(self, groups: Sequence[KeyGroup], over: QWidget) -> None:
        super().__init__(Role.BG, parent=over)
        self._over = over
        self.setAccessibleName("Keys of this window")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        card = Card(margin=SPACE.m, spacing=SPACE.s)
        column.addWidget(card)
        self.manual = Button("Manual", ButtonKind.LINK)
        self.close_button = IconButton(Icon.X, "Close")
        self.manual.clicked.connect(self.manual_wanted)
        self.close_button.clicked.connect(self.put_away)
        top = QHBoxLayout()
        top.addWidget(Text("Keys", Type.STRONG))
        top.addStretch(1)
        top.addWidget(self.manual)
        top.addWidget(self.close_button)
        card.body.addLayout(top)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(_all_keys(groups))
        card.body.addWidget(self._scroll)
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show every key and take the keyboard."""
        self.setGeometry(self._over.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def put_away(self) -> None:
        """Back to the window below."""
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        """While it is shown, no shortcut of the window below acts: the key only closes it."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading.step(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        bar = self._scroll.verticalScrollBar()
        if event.key() in steps and bar.maximum():
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * 3 * bar.singleStep())
        else:
            self.put_away()


def _all_keys(groups: Sequence[KeyGroup]) -> QWidget:
    inside = QWidget()
    inside.setObjectName("body")
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, SPACE.s, 0)
    grid.setVerticalSpacing(3)
    grid.setHorizontalSpacing(SPACE.m)
    grid.setColumnStretch(1, 1)
    for group in groups:
        heading = Text(group.title, Type.LABEL, role=Role.MUTED)
        heading.setContentsMargins(0, SPACE.s, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for line in group.lines:
            row = grid.rowCount()
            grid.addLayout(_together(line), row, 0)
            grid.addWidget(Text(line.words, Type.SMALL, role=Role.TEXT, wrap=True), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return inside


def _together(line: KeyLine) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(3)
    for cap in key_caps(line.caps):
        row.addWidget(cap)
    row.addStretch(1)
    return row
