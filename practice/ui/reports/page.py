"""The Reports page: what goes into a progress report on the left, how it will print on the right.

Whatever is printed or saved is first kept, byte for byte, as issued.
"""

import hashlib
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from practice.care import issued
from practice.care.issued import IssueRow
from practice.desk.practice import to_wall
from practice.errors import Refused, Unavailable
from practice.reports import release
from practice.reports.gather import Choice
from practice.reports.progress import Section
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.page import Page
from practice.ui.preview.leaving import Outgoing, Way, print_pdf, save_pdf
from practice.ui.preview.pane import PreviewPane
from practice.ui.reports.asides import PLACES, Gaps, Issues
from practice.ui.reports.drafting import Drafter
from practice.ui.reports.form import ReportForm
from practice.ui.theme import SPACE, follow, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.parsing import show_date, show_time

NOTHING = "Choose a member, and their report appears here."
INCOMPLETE = "Something on the left needs a look first; it says there what."
DRAFT = "Draft, not issued"
KEPT = "An exact copy is kept under “Issued before”."
FORM_WIDTH = 400


class ReportsPage(Page):
    """One member, one period, one report."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "addendum",
            "attendance",
            "diagnosis",
            "goal",
            "issued_report",
            "member",
            "note",
            "note_goal",
            "practice",
            "session",
            "stretch",
            "user",
        }
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.say("Reports", "Progress report for one member and period, to a payer")
        self.form = ReportForm(context.user_id)
        self.gaps = Gaps()
        self.issues = Issues()
        self.pane = PreviewPane(NOTHING)
        self.back = Button("Back to the draft", ButtonKind.LINK)
        self.said = Banner(button=self.back)
        self.save = Button("Save as PDF…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.print = Button("Print…", ButtonKind.PRIMARY, Icon.PRINTER)
        self.drafter = Drafter(context.lane, context.user_id, self)
        self._issues: list[IssueRow] = []
        self._opened: IssueRow | None = None
        self._way: Way | None = None
        self._lay_out_columns()
        self._connect()

    def _lay_out_columns(self) -> None:
        inner = QWidget()
        inner.setObjectName("body")
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, SPACE.m, SPACE.l)
        left.setSpacing(SPACE.l)
        for part in (self.form, self.issues):
            left.addWidget(part)
        left.addStretch(1)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setWidget(inner)
        right = QVBoxLayout()
        right.setSpacing(SPACE.s)
        right.addWidget(self.gaps)
        right.addWidget(self.said)
        right.addWidget(self.pane, 1)
        columns = QHBoxLayout()
        columns.setSpacing(SPACE.m)
        columns.addWidget(self._scroller)
        columns.addLayout(right, 1)
        self.body.addLayout(columns, 1)
        for action in (self.save, self.print):
            self.add_action(action)
        follow(self._restyle)

    def _restyle(self) -> None:
        self._scroller.setFixedWidth(min(theme().px(FORM_WIDTH), self.width() // 2 - SPACE.xl))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.member_chosen.connect(self._show_issues)
        self.gaps.remedy.connect(self._remedy)
        self.issues.opened.connect(self._open)
        self.issues.again.connect(self._print_again)
        self.back.clicked.connect(self._close)
        self.drafter.wanted.connect(self._redraw)
        self.drafter.ready.connect(self._show_draft)
        self.drafter.failed.connect(self._show_failure)
        self.context.locking.connect(self.form.texts.autosave.flush)
        for button, words, keys, way in (
            (self.save, "Save as PDF", "Ctrl+S", self._save),
            (self.print, "Print", "Ctrl+P", self._print),
        ):
            button.clicked.connect(partial(self._leave, way))
            button.setToolTip(f"{words} ({keys})")
            action = QAction(words, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(button.click)
            self.addAction(action)
        self._allow(possible=False)

    def load(self) -> None:
        """What the report says may have changed: draw it again."""
        self.form.show_part2()
        if self.form.picker.member is not None:
            self.form.member.set_value(self.form.picker.member.id)
            self._show_issues(self.form.picker.member.id)
            if self._opened is None:
                self._redraw()

    def show_item(self, item_id: str) -> None:
        """Begin a report about this member."""
        self.form.choose(item_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.form.picker.member is None:
            self.form.picker.line.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.texts.autosave.flush()
        super().hideEvent(event)

    def _edited(self) -> None:
        self._opened = None
        self.said.say("")
        self.drafter.touch()

    def _show_issues(self, member_id: str) -> None:
        self._issues = issued.of_member(member_id)
        self.issues.show_issues(self._issues)
        self._order_keys()

    def _order_keys(self) -> None:
        """Rows come and go, and new ones would stand at the end of the keyboard's way."""
        last = self.form.texts.peers[Section.REQUEST]
        way = (last, *self.issues.buttons, *self.gaps.buttons, self.back, self.pane.away)
        for before, after in pairwise(way):
            self.setTabOrder(before, after)

    def _allow(self, *, possible: bool) -> None:
        for button in (self.save, self.print):
            button.setEnabled(possible)

    def _redraw(self) -> None:
        """Look at everything now: what is missing, who is named, and how it prints."""
        self.drafter.drop()
        there = self.form.picker.member is not None
        self._allow(possible=there)
        choice = self.form.choice() if there else None
        if choice is None:
            self._way = None
            self.pane.say(INCOMPLETE if there else NOTHING)
            return
        self.form.banner.say("")
        self.gaps.show_gaps(release.gaps(choice, self.context.user_id))
        self._order_keys()
        self.form.texts.show_mentions(release.mentions(choice))
        self.drafter.make(choice)

    def _show_draft(self, choice: Choice, pdf: bytes) -> None:
        if self._opened is None:
            self.pane.show_pdf(pdf, self._mark_of(pdf))
        way, self._way = self._way, None
        if way:
            self._issue(choice, pdf, way)

    def _mark_of(self, pdf: bytes) -> str:
        digest = hashlib.sha256(pdf).hexdigest()
        same = [issue for issue in self._issues if issue.sha256 == digest]
        return _mark(same[0]) if same else DRAFT

    def _show_failure(self, error: Refused | Unavailable) -> None:
        """Words in place of the pages; and beside the field, without taking the keyboard there."""
        self.pane.say(error.message)
        asked, self._way = self._way, None
        if not isinstance(error, Refused):
            return
        if asked:
            self._refuse(error)
        elif field := self.form.fields.get(error.field):
            field.set_error(error.message)

    def _leave(self, way: Way) -> None:
        """Print or save what is shown; a draft is made anew first, so that nothing is stale."""
        if self._opened is not None:
            self._issue_again(self._opened, way)
        else:
            self._way = way
            self._redraw()

    def _issue(self, choice: Choice, pdf: bytes, way: Way) -> None:
        outgoing = Outgoing(
            pdf, release.file_name(release.entry(choice)), lambda: release.issue(choice, pdf)
        )

        def send() -> None:
            release.check(choice)
            if way(outgoing):
                self._say(KEPT)

        self._do(send)

    def _issue_again(self, issue: IssueRow, way: Way) -> None:
        def send() -> None:
            pdf = issued.pdf_of(issue.id)
            way(Outgoing(pdf, release.file_name(issue), lambda: issued.reprint(issue.id)))

        self._do(send)

    def _do(self, act: Callable[[], object]) -> None:
        """Refusals go beside their field, those of none above the pages."""
        try:
            act()
        except Refused as refused:
            self._refuse(refused)
        except Unavailable as unavailable:
            self.context.actions.unavailable.emit(unavailable.message)
        else:
            self.context.actions.unavailable.emit("")

    def _refuse(self, refused: Refused) -> None:
        field = self.form.fields.get(refused.field)
        if field:
            self.form.refuse(refused)
            self._scroller.ensureWidgetVisible(field)
        else:
            self._say(refused.message, BannerKind.DANGER)

    def _say(self, words: str, kind: BannerKind = BannerKind.INFO) -> None:
        self.said.say(words, kind)
        self.back.setVisible(self._opened is not None)

    def _print(self, outgoing: Outgoing) -> bool:
        return print_pdf(outgoing, self)

    def _save(self, outgoing: Outgoing) -> bool:
        return save_pdf(outgoing, self, self.context.vault.folder)

    def _print_again(self, issue: IssueRow) -> None:
        self._issue_again(issue, self._print)

    def _open(self, issue: IssueRow) -> None:
        """Look at a document as it left; Print and Save are about it until something is edited."""
        self._do(lambda: self._show_issued(issue, issued.pdf_of(issue.id)))

    def _show_issued(self, issue: IssueRow, pdf: bytes) -> None:
        self.drafter.drop()
        self._opened = issue
        self.pane.show_pdf(pdf, _mark(issue))
        self._say(f"This is the document as it left on {_when(issue)}.")

    def _close(self) -> None:
        self._edited()
        self._redraw()

    def _remedy(self, remedy: release.Remedy) -> None:
        place = PLACES[remedy][0]
        member = self.form.picker.member
        about = member.id if member and remedy is release.Remedy.MEMBER else ""
        self.context.go.emit(place, about)


def _mark(issue: IssueRow) -> str:
    return f"Issued {show_date(to_wall(issue.issued_at).date())}"


def _when(issue: IssueRow) -> str:
    left = to_wall(issue.issued_at)
    return f"{show_date(left.date())}, {show_time(left.time())}"
