"""The page of members: a list to search at the left, one member at the right."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from practice.desk import members
from practice.exchange import lists
from practice.exchange.lists import Leaving
from practice.ui.context import Context, Place
from practice.ui.entry import NEW
from practice.ui.icons import Icon
from practice.ui.members.directory import Entry, MemberList, entries
from practice.ui.members.form import MemberForm
from practice.ui.members.profile import Profile
from practice.ui.members.search import MemberSearch
from practice.ui.page import Page
from practice.ui.preview import leaving
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.notices import EmptyState
from practice.ui.widgets.scroll import Scroll
from practice.ui.words import count

LIST_WIDTH = 288
NO_MEMBERS = "There are no members yet. A name is enough to begin with."


class MembersPage(Page):
    """Recent members first, search focused. Ctrl+N adds, Ctrl+E edits, Esc goes back."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "member",
            "enrolment",
            "group_",
            "attendance",
            "session",
            "waiting",
            "issued_paper",
            "visit",
        }
        | {"diagnosis", "plan", "goal", "note", "psychotherapy_note", "psychotherapy_release"}
        | {"outreach", "contact", "fee", "fee_policy"}
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self._everybody: list[Entry] = []
        self.form: MemberForm | None = None
        self.list = MemberList("Members")
        self.search = MemberSearch(self.list, hint="Find a member")
        self.which = SegmentedControl("Which members", [(False, "Current"), (True, "Archived")])
        self.profile = Profile(context)
        self.add = Button("Add a member", ButtonKind.PRIMARY, Icon.PLUS)
        self.bring_in = Button("Import…", ButtonKind.SECONDARY, Icon.UPLOAD)
        self.save = Button("Save as CSV…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.nothing = Card()
        self._right = QStackedWidget()
        self._profile_area, self._form_area = Scroll(), Scroll()
        self.area.use_gutter()
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        first = Button("Add a member", ButtonKind.PRIMARY, Icon.PLUS)
        first.clicked.connect(self.add_member)
        listed = Button("Import a list…", ButtonKind.LINK, Icon.UPLOAD)
        listed.clicked.connect(self._bring_in)
        self.nothing.body.addWidget(EmptyState(NO_MEMBERS, first, Icon.MEMBERS))
        self.nothing.body.addWidget(listed, 0, Qt.AlignmentFlag.AlignHCenter)
        self._profile_area.setWidget(self.profile)
        hint = EmptyState("Choose someone at the left, or type a name.", icon=Icon.MEMBERS)
        for part in (hint, self._profile_area, self._form_area):
            self._right.addWidget(part)
        self._left = Card(margin=SPACE.s)
        self._left.setFixedWidth(LIST_WIDTH)
        self._left.body.addWidget(self.search)
        self._left.body.addWidget(self.which)
        self._left.body.addWidget(self.list, 1)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE.l)
        columns.addWidget(self._left)
        columns.addWidget(self._right, 1)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.nothing)
        for button in (self.bring_in, self.save, self.add):
            self.add_action(button)

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_member)
        self.bring_in.clicked.connect(self._bring_in)
        self.save.clicked.connect(self._save_list)
        self.search.textChanged.connect(self._narrow)
        self.search.entered.connect(self._open)
        self.which.chosen.connect(lambda _: self._load_list())
        self.list.picked.connect(self._show_profile)
        self.list.opened.connect(self._open)
        self.profile.edit.connect(self.edit_member)
        for words, keys, what in (
            ("Add a member", QKeySequence(QKeySequence.StandardKey.New), self.add_member),
            ("Edit this member", QKeySequence("Ctrl+E"), self.edit_member),
            ("Find a member", QKeySequence(QKeySequence.StandardKey.Find), self._find),
        ):
            action = QAction(words, self)
            action.setShortcut(keys)
            action.triggered.connect(what)
            self.addAction(action)

    def load(self) -> None:
        """Read the list, and the member shown."""
        self._load_list()
        shown = self.profile.member
        if shown is None:
            return
        if members.named([shown.id]):
            self.profile.show_member(shown.id)
            self.list.choose(shown.id)
        else:
            self.profile.member = None
            if self.form is None:
                self._right.setCurrentIndex(0)

    def _shows(self, member_id: str) -> bool:
        return self.profile.member is not None and self.profile.member.id == member_id

    def _load_list(self) -> None:
        self._everybody = entries(archived=self.which.value())
        self._narrow()
        anybody = bool(self._everybody) or self.which.value() or self.form is not None
        anybody = anybody or bool(members.members(archived=True))
        self.nothing.setVisible(not anybody)
        self._left.setVisible(anybody)
        self._right.setVisible(anybody)
        for button in (self.add, self.bring_in, self.save):
            button.setVisible(anybody and self.form is None)
        kind = "archived member" if self.which.value() else "member"
        listed = count(len(self._everybody), kind) if anybody else ""
        self.say(self.form.title if self.form else "Members", listed)

    def _narrow(self) -> None:
        found = {row.id for row in members.search(self.search.text(), self._rows())}
        self.list.members.show_entries([e for e in self._everybody if e.member.id in found])
        if self.profile.member:
            self.list.choose(self.profile.member.id)

    def _rows(self) -> list[members.MemberRow]:
        return [entry.member for entry in self._everybody]

    def turn_to(self, item_id: str) -> None:
        if self.form is None and not self._shows(item_id):
            self.profile.member = None

    def show_item(self, item_id: str) -> None:
        if item_id == NEW:
            self.add_member()
            return
        archived = members.member(item_id).archived
        if archived != self.which.value():
            self.which.set_value(archived)
            self._load_list()
        self._open(item_id)

    def _show_profile(self, member_id: str) -> None:
        """Show someone beside the list; a form that is open stays until saved or given up."""
        if self.form is None:
            if not self._shows(member_id):
                self.profile.show_member(member_id)
            self._right.setCurrentWidget(self._profile_area)

    def _open(self, member_id: str) -> None:
        self._show_profile(member_id)
        self.list.choose(member_id)
        if self.form is None:
            self.profile.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_member(self) -> None:
        """Open an empty form; one that is already open stays."""
        self._open_form(None)

    def edit_member(self) -> None:
        """Open the form of the member shown."""
        if self.profile.member:
            self._open_form(members.member(self.profile.member.id))

    def _open_form(self, row: members.MemberRow | None) -> None:
        if self.form is None:
            self.form = form = MemberForm(self.context.actions, row)
            form.saved.connect(self._saved)
            form.cancelled.connect(self._given_up)
            form.show_other.connect(self._show_other)
            self._form_area.setWidget(_on_card(form))
            self._right.setCurrentWidget(self._form_area)
            self._load_list()
        self.form.begin()

    def _saved(self) -> None:
        member_id = self.form.member_id if self.form else ""
        self._put_form_away()
        self.search.clear()
        self.show_item(member_id)

    def _given_up(self) -> None:
        self._put_form_away()
        self._load_list()
        if self.profile.member:
            self._open(self.profile.member.id)
        else:
            self._right.setCurrentIndex(0)
            self._find()

    def _show_other(self, member_id: str) -> None:
        self._put_form_away()
        self.show_item(member_id)

    def _put_form_away(self) -> None:
        self.form = None
        self._form_area.takeWidget().deleteLater()

    def _bring_in(self) -> None:
        self.context.go.emit(Place.IMPORT, "")

    def _save_list(self) -> None:
        """Current members; with the archived ones where those are shown."""
        content = lists.of_members(archived=self.which.value())
        name, folder = lists.file_name(Leaving.MEMBERS), self.context.vault.folder
        self.context.actions.attempt(
            lambda: leaving.save_file(
                content, name, self, folder, lambda: lists.note(Leaving.MEMBERS)
            )
        )

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.form is None:
            self._find()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            back = self.search if self.list.hasFocus() else self.list
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


def _on_card(form: QWidget) -> QWidget:
    inner = QWidget()
    inner.setObjectName("body")
    column = QVBoxLayout(inner)
    column.setContentsMargins(0, 0, 0, 0)
    card = Card()
    card.body.addWidget(form)
    column.addWidget(card)
    return inner
