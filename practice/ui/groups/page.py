"""The page of groups: cards of all of them, one of them, or its form."""

from enum import IntEnum
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from practice.desk import groups
from practice.ui.context import Context
from practice.ui.entry import NEW
from practice.ui.groups.card import GroupCard, about
from practice.ui.groups.detail import GroupDetail
from practice.ui.groups.filter import GroupFilter
from practice.ui.groups.form import GroupForm
from practice.ui.groups.view import CardView, cards
from practice.ui.icons import Icon
from practice.ui.page import Page, clear
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.notices import EmptyState
from practice.ui.words import count

NO_GROUPS = "There are no groups yet. A group meets every week and holds up to ten members."
NONE_FITS = "No group fits this choice."


class Face(IntEnum):
    """What the page shows, by its place in the stack."""

    CARDS = 0
    GROUP = 1
    FORM = 2


class GroupsPage(Page):
    """Enter opens a group, Ctrl+N adds one, Ctrl+E changes the one shown, Esc goes back."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "group_",
            "plan_segment",
            "named_plan",
            "enrolment",
            "member",
            "session",
            "attendance",
            "user",
            "waiting",
            "offer",
            "screening",
            "visit",
        }
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.form: GroupForm | None = None
        self.detail = GroupDetail(context)
        self.cards: dict[str, GroupCard] = {}
        self._opened_from = ""
        self._number = 0
        self.back = Button("All groups", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.edit = Button("Edit", ButtonKind.SECONDARY, Icon.EDIT)
        self.add = Button("Add a group", ButtonKind.PRIMARY, Icon.PLUS)
        self.nothing = Card()
        self.filter = GroupFilter()
        self.none_fits = EmptyState(NONE_FITS, icon=Icon.GROUP)
        self._cards_part, self._flow_part, self._form_part = QWidget(), QWidget(), QWidget()
        self._flow = FlowLayout(self._flow_part, spacing=SPACE.m, equal=True)
        self._form_box = QVBoxLayout(self._form_part)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        first = Button("Add a group", ButtonKind.PRIMARY, Icon.PLUS)
        first.clicked.connect(self.add_group)
        self.nothing.body.addWidget(EmptyState(NO_GROUPS, first, Icon.GROUP))
        self._form_box.setContentsMargins(0, 0, 0, 0)
        shown = QVBoxLayout(self._cards_part)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(SPACE.m)
        for part in (self.filter, self.none_fits, self._flow_part):
            shown.addWidget(part)
        shown.addStretch(1)
        self._parts: tuple[QWidget, ...] = (self._cards_part, self.detail, self._form_part)
        for part in self._parts:
            self._stack.addWidget(part)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self._stack, 1)
        for button in (self.back, self.edit, self.add):
            self.add_action(button)

    def _connect(self) -> None:
        self.back.clicked.connect(self.go_back)
        self.edit.clicked.connect(self.edit_group)
        self.add.clicked.connect(self.add_group)
        self.filter.changed.connect(self.load)
        for words, keys, what in (
            ("Add a group", QKeySequence(QKeySequence.StandardKey.New), self.add_group),
            ("Edit this group", QKeySequence("Ctrl+E"), self.edit_group),
        ):
            action = QAction(words, self)
            action.setShortcut(keys)
            action.triggered.connect(what)
            self.addAction(action)

    @property
    def face(self) -> Face:
        """What is shown now."""
        return Face(self._stack.currentIndex())

    def load(self) -> None:
        """Read the cards, and the group shown."""
        found = cards()
        self._number = len(found)
        self.filter.offer(groups.audiences())
        self._show_cards([card for card in found if self.filter.fits(card)])
        shown = self.detail.group
        if shown and any(card.group.id == shown.id for card in found):
            self.detail.show_group(shown.id)
        elif self.face is Face.GROUP:
            self._turn(Face.CARDS)
        self._say()

    def _show_cards(self, found: list[CardView]) -> None:
        focused = next((key for key, card in self.cards.items() if card.hasFocus()), "")
        clear(self._flow)
        self.cards = {view.group.id: GroupCard(view) for view in found}
        for group_id, card in self.cards.items():
            card.clicked.connect(lambda _checked=False, key=group_id: self.open_group(key))
            self._flow.addWidget(card)
            card.show()
        self._focus_card(focused)

    def _say(self) -> None:
        empty = not self._number and self.face is Face.CARDS
        self.filter.setVisible(self._number > 1)
        self.none_fits.setVisible(self._number > 0 and not self.cards)
        self.nothing.setVisible(empty)
        self._stack.setVisible(not empty)
        self.back.setVisible(self.face is Face.GROUP)
        self.edit.setVisible(self.face is Face.GROUP)
        self.add.setVisible(self._number > 0 and self.face is Face.CARDS)
        if self.form:
            self.say(self.form.title)
        elif self.face is Face.GROUP and self.detail.group:
            self.say(self.detail.group.name, about(self.detail.group))
        else:
            self.say("Groups", count(self._number, "group") if self._number else "")

    def _turn(self, face: Face) -> None:
        self._stack.setCurrentIndex(face)
        for part in self._parts:
            shown = part is self._stack.currentWidget()
            tall = QSizePolicy.Policy.Preferred if shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self._say()

    def turn_to(self, item_id: str) -> None:
        if self.detail.group and self.detail.group.id != item_id:
            self.detail.group = None

    def show_item(self, item_id: str) -> None:
        if item_id == NEW:
            self.add_group()
        else:
            self.open_group(item_id)

    def open_group(self, group_id: str) -> None:
        """Show one group; a form that is open stays until saved or given up."""
        if self.form is None:
            self._opened_from = group_id
            if self.detail.group is None or self.detail.group.id != group_id:
                self.detail.show_group(group_id)
            self._turn(Face.GROUP)
            self.detail.roster.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_group(self) -> None:
        """Open an empty form; one that is already open stays."""
        self._open_form(None)

    def edit_group(self) -> None:
        """Open the form of the group shown."""
        if self.face is Face.GROUP and self.detail.group:
            self._open_form(self.detail.group.id)

    def _open_form(self, group_id: str | None) -> None:
        if self.form is None:
            row = groups.group(group_id) if group_id else None
            self.form = GroupForm(self.context.actions, row)
            self.form.saved.connect(self._saved)
            self.form.cancelled.connect(self._given_up)
            card = Card()
            card.body.addWidget(self.form)
            self._form_box.addWidget(card)
            self._turn(Face.FORM)
        self.form.begin()

    def _saved(self) -> None:
        group_id = self.form.group_id if self.form else ""
        self._put_form_away()
        self.open_group(group_id)

    def _given_up(self) -> None:
        changed = self.form.group_id if self.form else ""
        self._put_form_away()
        if changed:
            self.open_group(changed)
        else:
            self.go_back()

    def _put_form_away(self) -> None:
        self.form = None
        clear(self._form_box)

    def go_back(self) -> None:
        """From a group to all of them."""
        self.detail.group = None
        self._turn(Face.CARDS)
        self._focus_card(self._opened_from)

    def _focus_card(self, group_id: str) -> None:
        if group_id in self.cards:
            self.cards[group_id].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.face is Face.GROUP:
            self.go_back()
        else:
            super().keyPressEvent(event)
