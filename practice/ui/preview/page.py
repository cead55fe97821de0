"""A page that makes documents: what goes in on the left, how it will print on the right.

Whatever is printed or saved is first written down as issued. What left before is listed, and
leaves again as the very bytes it was.
"""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from practice.errors import Refused, Unavailable
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.page import Page
from practice.ui.preview.drafting import Draft, Drafter
from practice.ui.preview.issued import Archive, Issued, Issues, mark, when
from practice.ui.preview.leaving import Outgoing, Way, print_pdf, save_pdf
from practice.ui.preview.pane import PreviewPane
from practice.ui.theme import SPACE, follow, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.form import Form
from practice.ui.widgets.notices import Banner, BannerKind

INCOMPLETE = "Something on the left needs a look first; it says there what."
DRAFT = "Draft, not issued"
FORM_WIDTH = 400


class DocumentPage(Page):
    """Fill `left` and `above`; write `begin_draft` and `form_now`.

    `archive` keeps what left; `nothing` stands where the pages are until there is something.
    """

    def __init__(
        self,
        context: Context,
        archive: Archive[Any],
        nothing: str,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent=parent)
        self._archive = archive
        self.issues = Issues()
        self.pane = PreviewPane(nothing)
        self.back = Button("Back to the draft", ButtonKind.LINK)
        self.said = Banner(button=self.back)
        self.save = Button("Save as PDF…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.print = Button("Print…", ButtonKind.PRIMARY, Icon.PRINTER)
        self.drafter = Drafter(context.lane, self)
        self.left, self.above = QVBoxLayout(), QVBoxLayout()
        self._issues: Sequence[Issued] = ()
        self._opened: Issued | None = None
        self._way: Way | None = None
        self._lay_out_columns()
        self._connect_documents()
        self.allow(possible=False)

    def begin_draft(self) -> None:
        """Look at everything now and ask `drafter` for the document, or say what it lacks."""
        raise NotImplementedError

    def form_now(self) -> Form:
        """The form that is filled in."""
        raise NotImplementedError

    def _lay_out_columns(self) -> None:
        inner = QWidget()
        inner.setObjectName("body")
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, SPACE.m, SPACE.l)
        left.setSpacing(SPACE.l)
        self.left.setSpacing(SPACE.l)
        left.addLayout(self.left)
        left.addWidget(self.issues)
        left.addStretch(1)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setFrameShape(QFrame.Shape.NoFrame)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setWidget(inner)
        right = QVBoxLayout()
        right.setSpacing(SPACE.s)
        right.addLayout(self.above)
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

    def hideEvent(self, event: QHideEvent) -> None:
        """What was not looked at yet waits until the page is shown again."""
        if self.drafter.is_waiting:
            self.drafter.drop()
            self.mark_stale()
        super().hideEvent(event)

    def _connect_documents(self) -> None:
        self.issues.opened.connect(self.open_issued)
        self.issues.again.connect(self._print_again)
        self.back.clicked.connect(self._close)
        self.drafter.wanted.connect(self.redraw)
        self.drafter.ready.connect(self._show_draft)
        self.drafter.failed.connect(self._show_failure)
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

    @property
    def opened(self) -> Issued | None:
        """The document that left and is looked at again, in place of the draft."""
        return self._opened

    def edited(self) -> None:
        """Something was changed: the draft is looked at again, after a pause."""
        self._opened = None
        self.say_above("")
        self.drafter.touch()

    def redraw(self) -> None:
        """Look at everything now."""
        self.drafter.drop()
        self.begin_draft()

    def lacks(self, words: str, *, possible: bool = False) -> None:
        """There is no draft, for this reason. `possible`: asking again would say what is wrong."""
        self._way = None
        self.allow(possible=possible)
        self.pane.say(words)

    def allow(self, *, possible: bool) -> None:
        """Whether something may leave."""
        for button in (self.save, self.print):
            button.setEnabled(possible)

    def show_issues(self, member_id: str) -> None:
        """List what left about a member; nothing for nobody."""
        self._issues = self._archive.of_member(member_id) if member_id else ()
        self.issues.show_issues(self._issues)
        self.issues.setVisible(bool(member_id))
        self.order_keys()

    def order_keys(self) -> None:
        """Rows come and go, and new ones would stand at the end of the keyboard's way."""
        rows = (*self.issues.buttons, *self.keys_above(), self.back, self.pane.away)
        for before, after in pairwise((*self.last_keys(), *rows)):
            self.setTabOrder(before, after)

    def last_keys(self) -> Sequence[QWidget]:
        """What takes the keyboard last in the form."""
        return ()

    def keys_above(self) -> Sequence[QWidget]:
        """What takes the keyboard above the pages."""
        return ()

    def _show_draft(self, draft: Draft, pdf: bytes) -> None:
        if self._opened is None:
            self.pane.show_pdf(pdf, self._mark_of(pdf))
        way, self._way = self._way, None
        if way:
            self.guarded(lambda: self._hand_over(draft, pdf, way))

    def _hand_over(self, draft: Draft, pdf: bytes, way: Way) -> None:
        draft.check()
        if way(Outgoing(pdf, draft.file_name, lambda: draft.issue(pdf))):
            self.say_above(f"{draft.kept} {draft.left()}".strip())

    def _mark_of(self, pdf: bytes) -> str:
        digest = hashlib.sha256(pdf).hexdigest()
        same = [issue for issue in self._issues if issue.sha256 == digest]
        return mark(same[0]) if same else DRAFT

    def _show_failure(self, error: Refused | Unavailable) -> None:
        """Words in place of the pages; and beside the field, without taking the keyboard there."""
        self.pane.say(error.message)
        asked, self._way = self._way, None
        if not isinstance(error, Refused):
            return
        if asked:
            self._refuse(error)
        elif field := self.form_now().fields.get(error.field):
            field.set_error(error.message)

    def _leave(self, way: Way) -> None:
        """Print or save what is shown; a draft is made anew first, so that nothing is stale."""
        if self._opened is not None:
            self._issue_again(self._opened, way)
        else:
            self._way = way
            self.redraw()

    def _issue_again(self, issue: Issued, way: Way) -> None:
        def send() -> None:
            pdf = self._archive.pdf_of(issue.id)
            way(
                Outgoing(
                    pdf, self._archive.file_name(issue), lambda: self._archive.reprint(issue.id)
                )
            )

        self.guarded(send)

    def guarded(self, act: Callable[[], object]) -> None:
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
        form = self.form_now()
        field = form.fields.get(refused.field)
        if field:
            form.refuse(refused)
            self._scroller.ensureWidgetVisible(field)
        else:
            self.say_above(refused.message, BannerKind.DANGER)

    def say_above(self, words: str, kind: BannerKind = BannerKind.INFO) -> None:
        """Say something above the pages."""
        self.said.say(words, kind)
        self.back.setVisible(self._opened is not None)

    def _print(self, outgoing: Outgoing) -> bool:
        return print_pdf(outgoing, self)

    def _save(self, outgoing: Outgoing) -> bool:
        return save_pdf(outgoing, self, self.context.vault.folder)

    def _print_again(self, issue: Issued) -> None:
        self._issue_again(issue, self._print)

    def open_issued(self, issue: Issued) -> None:
        """Look at a document as it left; Print and Save are about it until something is edited."""
        self.guarded(lambda: self._show_issued(issue, self._archive.pdf_of(issue.id)))

    def _show_issued(self, issue: Issued, pdf: bytes) -> None:
        self.drafter.drop()
        self._opened = issue
        self.pane.show_pdf(pdf, mark(issue))
        self.allow(possible=True)
        self.say_above(f"This is the document as it left on {when(issue)}.")

    def _close(self) -> None:
        self.edited()
        self.redraw()
