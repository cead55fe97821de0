"""The wrap-up of one session: roster and shared part at the left, one member's note beside."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.care import notes
from practice.care.wrapup import MemberPart
from practice.desk import attendance
from practice.models import store
from practice.ui.context import Context
from practice.ui.help.chapters import Chapter
from practice.ui.notes import words
from practice.ui.notes.bar import SignBar
from practice.ui.notes.bench import Bench, Correct
from practice.ui.notes.commands import Commands
from practice.ui.notes.corrections import AttendancePanel, SessionPanel
from practice.ui.notes.cosigning import ReturnPanel
from practice.ui.notes.draft import DraftView
from practice.ui.notes.keys import ANYWHERE, Do, groups
from practice.ui.notes.panel import Panel, ReasonPanel
from practice.ui.notes.part import PartEditor
from practice.ui.notes.roster import Roster
from practice.ui.notes.safety import SafetyPanel, SafetyStrip
from practice.ui.notes.signed import SignedView
from practice.ui.theme import SPACE, Type, follow, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.keys import KeyOverlay
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import SectionHeader
from practice.ui.widgets.scroll import GUTTER, Scroll
from practice.ui.widgets.text import ElidedText, Text

LEFT_WIDTH = 348
LEAST_HEIGHT = 200


@dataclass(frozen=True)
class Shared:
    """How the part that is not one member's own is called."""

    title: str
    note: str
    did: str


_OF_GROUP = Shared("For everybody", "nobody is named", "What the group did. Nobody is named.")
_OF_ONE = Shared("The session", "", "What you did together")


class WrapUpView(QWidget):
    """One session after its end. `left` asks for the list again."""

    left = Signal()

    def __init__(self, context: Context, session_id: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = Bench(context, session_id, self)
        self.topic = PartEditor(self.bench, "Topic", LineInput(hint="What the session was about"))
        whose = _OF_GROUP if self.bench.found.session.group else _OF_ONE
        self._heading = SectionHeader(whose.title, whose.note)
        did = TextInput(lines=2, most=8, hint=whose.did)
        self.text = PartEditor(self.bench, "Session", did)
        self.roster = Roster()
        self.draft = DraftView(self.bench)
        self.signed = SignedView(self.bench)
        self.safety = SafetyStrip()
        self.missed = Text("", Type.SECONDARY, wrap=True)
        self.shown: QWidget = self.missed
        self.panel: Panel | None = None
        self.bar = SignBar(self.bench, self.commit)
        self._name = ElidedText("", Type.STRONG)
        self._name.setToolTip("Ctrl+↓ and Ctrl+↑ go from member to member")
        self._pill = StatusPill(PillKind.NEUTRAL, "")
        self._panels = QVBoxLayout()
        self.overlay = KeyOverlay(groups(), self)
        self.commands = Commands(self)
        self._lay_out()
        self._connect()
        self.show_found()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(0)
        self._left = _scrolled(self._left_side())
        row.addWidget(self._left)
        row.addWidget(_scrolled(self._right_side()), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addLayout(row, 1)
        column.addWidget(self.bar)
        self.bar.setContentsMargins(0, 0, GUTTER, 0)
        follow(self._restyle)

    def _restyle(self) -> None:
        self._left.setFixedWidth(theme().px(LEFT_WIDTH) + GUTTER)

    def _left_side(self) -> QWidget:
        shared = Card()
        shared.body.addWidget(self._heading)
        shared.body.addWidget(self.topic)
        shared.body.addWidget(self.text)
        side = QWidget()
        side.setObjectName("body")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.roster)
        column.addWidget(shared)
        column.addStretch(1)
        return side

    def _right_side(self) -> QWidget:
        card = Card(margin=SPACE.l, spacing=SPACE.m)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addWidget(self._name)
        head.addWidget(self._pill)
        head.addStretch(1)
        self._correct = Button("Correct", ButtonKind.LINK)
        self._correct.setToolTip("Alt+T")
        self._correct.clicked.connect(lambda: self.commands.do(Do.CORRECT))
        head.addWidget(self._correct)
        self.missed.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(head)
        card.body.addLayout(self._panels)
        card.body.addWidget(self.safety)
        for view in (self.draft, self.signed, self.missed):
            card.body.addWidget(view, 1)
        return card

    def _connect(self) -> None:
        self.roster.chosen.connect(self.choose)
        self.roster.key_pressed.connect(self.commands.do)
        self.roster.usual_wanted.connect(self._all_usual)
        self.bench.reason_wanted.connect(self._ask_reason)
        self.bench.stuck.connect(self.reload)
        self.draft.facts.correct_wanted.connect(self.correct_member)
        self.draft.facts.session_wanted.connect(self.correct_session)
        self.safety.wanted.connect(self.open_check)
        self.signed.return_wanted.connect(self.give_back)
        self.draft.discard_wanted.connect(self._discard)
        self.bar.jump.connect(self.jump)
        self.bar.sign_one.connect(lambda: self.commands.do(Do.SIGN_ONE))
        self.bar.sign_all.connect(lambda: self.commands.do(Do.SIGN_ALL))
        self.bar.panel.closed.connect(self._signing_over)
        self.bench.context.locking.connect(self.commit)
        self.overlay.closed.connect(self.roster.setFocus)
        self.overlay.manual_wanted.connect(lambda: self.bench.context.help.emit(Chapter.AFTER))
        for key in ANYWHERE:
            self._shortcut(key.keys, partial(self.commands.do, key.do))
        for digit in "1234567890":
            self._shortcut(f"Alt+{digit}", partial(self.roster.choose_digit, digit))

    def _shortcut(self, keys: str, what: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(what)

    @property
    def selected(self) -> MemberPart | None:
        """The member whose note is shown."""
        return self.bench.member(self.roster.selected)

    def reload(self) -> None:
        """Something changed: read it again and show it; what is being typed stays."""
        self.bench.read()
        self.show_found()

    def show_found(self) -> None:
        """Show what was last read."""
        found = self.bench.found
        for editor, part in ((self.topic, "topic"), (self.text, "text")):
            editor.fill(self.bench.shared_slot(part))
            editor.editor.setReadOnly(found.unsigned == 0 and found.signed > 0)
        self.roster.show_found(found)
        self.bar.show_found(found, self.selected)
        if self.selected is not None:
            self._show(self.selected)

    def _show(self, part: MemberPart) -> None:
        self._name.setText(part.seat.full_name)
        self._pill.show_status(*words.pill(part))
        self.safety.show_part(part)
        if part.note is None:
            self.missed.setText(words.missed(part))
            self._show_one(self.missed)
        elif part.note.signed:
            self.signed.show_part(part)
            self._show_one(self.signed)
        else:
            self.draft.show_part(part)
            self._show_one(self.draft)

    def _show_one(self, shown: QWidget) -> None:
        self.shown = shown
        for view in (self.draft, self.signed, self.missed):
            view.setVisible(view is shown)

    def choose(self, _member_id: str) -> None:
        """Show another member's note; the words of the one before are on record first."""
        writing = self.draft.isAncestorOf(self.focusWidget() or self)
        self.draft.commit()
        self.close_panel()
        if self.selected is not None:
            self._show(self.selected)
            self.bar.show_found(self.bench.found, self.selected)
        if writing and self.shown is self.draft:
            self.draft.begin()
        elif writing:
            self.roster.setFocus()

    def _all_usual(self) -> None:
        session_id = self.bench.session_id
        self.bench.correct(lambda why: attendance.confirm_usual_locations(session_id, reason=why))

    def _discard(self) -> None:
        if self.selected is not None and self.selected.note is not None:
            self.bench.context.actions.run(notes.discard_draft, self.selected.note.id)

    def _ask_reason(self, change: Correct) -> None:
        self.open_panel(ReasonPanel(self.bench, change))

    def correct_member(self, field: str = "times") -> None:
        """Put the selected member's times, mode and place right."""
        if self.selected is not None:
            panel = AttendancePanel(self.bench, self.selected)
            self.open_panel(panel)
            panel.go_to(field)

    def correct_session(self) -> None:
        """Put the session's own times and places right."""
        self.open_panel(SessionPanel(self.bench))

    def open_check(self, check_id: str) -> None:
        """Finish a safety check of the selected member, or put it right."""
        part = self.selected
        for check in part.checks if part else ():
            if part is not None and check.id == check_id:
                self.open_panel(SafetyPanel(self.bench, check, part.seat.short_name))

    def give_back(self) -> None:
        """Return the selected note to its author instead of co-signing it."""
        part = self.selected
        if part is not None and part.note is not None and part.second.mine:
            self.open_panel(ReturnPanel(self.bench, part.note))

    def open_panel(self, panel: Panel) -> None:
        """Show a small form above the note; it takes the keyboard."""
        self.close_panel()
        self.commit()
        self.panel = panel
        panel.closed.connect(self._panel_over)
        self._panels.addWidget(panel)
        panel.begin()

    def close_panel(self) -> None:
        """Put the small form away."""
        if self.panel is not None:
            self.panel.hide()
            self.panel.deleteLater()
            self.panel = None

    def _panel_over(self) -> None:
        self.close_panel()
        self.roster.setFocus()

    def _signing_over(self) -> None:
        self.bar.panel.hide()
        self.roster.setFocus()

    def jump(self, member_id: str, part: str) -> None:
        """Go to the place where something stands in the way."""
        if not member_id:
            (self.topic if part == "topic" else self.text).editor.setFocus()
            return
        self.roster.choose(member_id)
        self.open_check(part)
        if self.panel is not None:
            return
        if self.shown is self.draft and part:
            self.draft.begin(part)
        else:
            self.roster.setFocus()

    def tell_origin(self) -> None:
        """Say where the sentence at the cursor came from."""
        writing = self.text if self.text.isAncestorOf(self.focusWidget() or self) else None
        if writing is not None:
            writing.tell_origin()
        elif self.shown is self.draft:
            self.draft.tell_origin()

    def commit(self) -> bool:
        """Put everything typed on record; whether nothing is left to."""
        done = [self.topic.commit(), self.text.commit(), self.draft.commit()]
        return self.bench.autosave.flush() and all(done)

    def hideEvent(self, event: QHideEvent) -> None:
        if store.has_clinical():
            self.commit()
        super().hideEvent(event)


def _scrolled(inner: QWidget) -> Scroll:
    area = Scroll(inner)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    area.setMinimumHeight(LEAST_HEIGHT)
    return area
