"""The unlocked practice: navigation at the left, one page at the right, what was done below."""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from practice.desk.practice import practice
from practice.ui.context import Context, Place
from practice.ui.counting import Counting
from practice.ui.help.pages import FOR_PLACE
from practice.ui.icons import Icon
from practice.ui.page import Page
from practice.ui.places import Entry, entries
from practice.ui.theme import SPACE, Role, Type, follow, theme
from practice.ui.widgets.card import Side
from practice.ui.widgets.mark import Mark
from practice.ui.widgets.navigation import NavigationItem, NavigationList
from practice.ui.widgets.notices import Banner, BannerKind, UndoBar
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, IconLabel, Text
from practice.vault.device import Protection
from practice.vault.roles import ROLE_WORDS

if TYPE_CHECKING:  # loaded when someone first asks for it
    from practice.ui.palette.palette import Palette

NAVIGATION_WIDTH = 224
BRAND = 26
LOCK = "Lock now"


class Workspace(QWidget):
    """Everything an unlocked practice shows; destroyed at lock."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.pages: dict[Place, Page] = {}
        self.place = Place.TODAY
        self.finder: Palette | None = None
        self._entries = {entry.place: entry for entry in entries(context)}
        self._panel = Side()
        self.navigation = NavigationList[Place]("Pages")
        self.settings = NavigationItem(Place.SETTINGS.value, Icon.SETTINGS)
        self.manual = NavigationItem("Manual", Icon.HELP, checkable=False)
        self.switch_user = NavigationItem("Switch user", Icon.PERSON, checkable=False)
        self.lock_now = NavigationItem(LOCK, Icon.LOCK, checkable=False)
        self.stack = QStackedWidget()
        self.trouble = Banner(BannerKind.DANGER)
        self.said = Banner(BannerKind.WARNING)
        self.undo_bar = UndoBar()
        self._counting = Counting(context, self.navigation, self)
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.go(Place.TODAY)

    def _lay_out(self) -> None:
        main = QVBoxLayout()
        main.setContentsMargins(0, 0, 0, SPACE.s)
        main.setSpacing(0)
        for bar in (self.trouble, self.said):
            main.addWidget(bar)
        main.addWidget(self.stack, 1)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(SPACE.xl, 0, SPACE.l, 0)
        bottom.addWidget(self.undo_bar)
        main.addLayout(bottom)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addLayout(main, 1)

    def _side(self) -> QWidget:
        side = self._panel
        follow(self._restyle)
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE.m, SPACE.l, SPACE.m, SPACE.m)
        column.setSpacing(2)
        self._who = ElidedText(who_words(self.context), Type.SMALL)
        column.addLayout(_brand(self._who))
        for entry in self._in_order():
            self.navigation.add(entry.place, entry.place.value, entry.icon)
        column.addWidget(self.navigation)
        column.addStretch(1)
        for item in (self.settings, self.manual, self.switch_user, self.lock_now):
            column.addWidget(item)
        self._count_people()
        self.settings.setVisible(Place.SETTINGS in self._entries)
        column.addLayout(self._here_only())
        if self.context.vault.store.protection is Protection.FILE:
            column.addLayout(_reduced())
        return side

    def _count_people(self) -> None:
        """Who is at work and how to change that matter once there are several."""
        several = len(self.context.vault.users) > 1
        for part in (self._who, self.switch_user):
            part.setVisible(several)

    def _restyle(self) -> None:
        self._panel.setFixedWidth(theme().px(NAVIGATION_WIDTH))

    def _here_only(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE.s + 2, SPACE.s, 0, 0)
        row.setSpacing(SPACE.m)
        row.addWidget(IconLabel(Icon.DRIVE, Role.MUTED))
        words = Text("On this computer only", Type.SMALL)
        row.addWidget(words, 1)
        return row

    def _connect(self) -> None:
        actions = self.context.actions
        self.navigation.chosen.connect(self.go)
        self.settings.clicked.connect(lambda: self.go(Place.SETTINGS))
        self.manual.clicked.connect(lambda: self.context.help.emit(FOR_PLACE[self.place]))
        self.switch_user.clicked.connect(self.context.switch)
        self.lock_now.clicked.connect(self.context.lock)
        self.context.go.connect(self.go)
        self.context.wrap_up.connect(partial(self.go, Place.NOTES))
        self.context.hold.connect(partial(self._let_change, allowed=False))
        self.context.release.connect(partial(self._let_change, allowed=True))
        self.undo_bar.undo.connect(actions.undo)
        actions.undoable.connect(self.undo_bar.offer)
        actions.refused.connect(self.said.say)
        actions.unavailable.connect(self.trouble.say)
        actions.acting.connect(partial(self.said.say, ""))
        actions.changed.connect(lambda _: self._count_people())
        self._counting.failed.connect(self.trouble.say)

    def _let_change(self, *, allowed: bool) -> None:
        """Nothing but locking is possible while a long write goes on beside the window."""
        for part in (self.navigation, self.settings, self.undo_bar):
            part.setEnabled(allowed)
        for action in self.actions():
            action.setEnabled(allowed or action.text() == LOCK)

    def _add_shortcuts(self) -> None:
        for number, entry in enumerate(self._in_order(), start=1):
            self._shortcut(
                f"Go to {entry.place.value}", f"Ctrl+{number}", partial(self.go, entry.place)
            )
        self._find = self._shortcut("Go to, find or do", "Ctrl+K", self.open_palette)
        self._shortcut("Settings", "Ctrl+,", partial(self.go, Place.SETTINGS))
        self._shortcut("Undo", QKeySequence.StandardKey.Undo, self.context.actions.undo)
        self._shortcut("Switch user", "Ctrl+Shift+L", self.context.switch.emit)
        self._shortcut(LOCK, "Ctrl+L", self.context.lock.emit)

    def _in_order(self) -> list[Entry]:
        return [e for e in self._entries.values() if e.listed and not e.at_bottom]

    def _shortcut(
        self, words: str, keys: str | QKeySequence.StandardKey, what: Callable[[], None]
    ) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked: what())
        self.addAction(action)
        return action

    def open_palette(self) -> None:
        """One box over the window to go, find and do; loaded when first asked for."""
        if self.finder is None:
            module = import_module("practice.ui.palette.palette")
            self.finder = module.Palette(self.context, self, self._find)
        self.finder.open()

    def go(self, place: Place, item_id: str = "") -> None:
        """Show a page, made at the first visit, and the one thing on it that was asked for."""
        entry = self._entries.get(place)
        if entry is None:
            return
        page = self.pages.get(place) or self._make(entry)
        self.place = place
        marked = entry.within or place
        self.navigation.select(marked if marked in self.navigation.items else None)
        self.settings.setChecked(place is Place.SETTINGS)
        self.said.say("")
        self.stack.setCurrentWidget(page)
        page.refresh()
        if item_id:
            page.show_item(item_id)

    def _make(self, entry: Entry) -> Page:
        page = entry.make(self.context)
        self.pages[entry.place] = page
        self.stack.addWidget(page)
        return page


def _brand(who: ElidedText) -> QHBoxLayout:
    row, words = QHBoxLayout(), QVBoxLayout()
    row.setContentsMargins(SPACE.xs, 0, 0, SPACE.m)
    row.setSpacing(SPACE.s)
    words.setSpacing(0)
    words.addWidget(ElidedText(practice().name, Type.EMPHASIS))
    words.addWidget(who)
    row.addWidget(Mark(BRAND))
    row.addLayout(words, 1)
    return row


def who_words(context: Context) -> str:
    """`Maria Lopez · Owner`."""
    person = context.unlocked.user
    return f"{person.name} · {ROLE_WORDS[person.role]}"


def _reduced() -> QHBoxLayout:
    """The badge for a key that lies in a file; Settings says what it means."""
    row = QHBoxLayout()
    row.setContentsMargins(SPACE.s, SPACE.xs, 0, 0)
    row.addWidget(StatusPill(PillKind.LATE, "Reduced protection", Icon.KEY))
    row.addStretch(1)
    return row
