"""The Reports page for who holds the key to notes: a progress report for a payer."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from practice.care import issued
from practice.reports import gather, progress, release
from practice.reports.gather import Choice
from practice.reports.progress import Section
from practice.ui.context import Context
from practice.ui.papers.documents import Document, DocumentChoice
from practice.ui.papers.opening import show_document
from practice.ui.preview.drafting import Draft
from practice.ui.preview.issued import Archive
from practice.ui.preview.page import INCOMPLETE, DocumentPage
from practice.ui.reports.asides import PLACES, Gaps
from practice.ui.reports.form import ReportForm
from practice.ui.widgets.form import Form

NOTHING = "Choose a member, and their report appears here."
KEPT = "An exact copy is kept under “Issued before”."

ARCHIVE = Archive(issued.of_member, issued.pdf_of, issued.reprint, release.file_name)


class ReportsPage(DocumentPage):
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
        super().__init__(context, ARCHIVE, NOTHING, parent=parent)
        self.say("Reports", "Progress report for one member and period, to a payer")
        self.document = DocumentChoice(context, Document.PROGRESS)
        self.form = ReportForm(context.user_id)
        self.gaps = Gaps()
        self.left.addWidget(self.document)
        self.left.addWidget(self.form)
        self.above.addWidget(self.gaps)
        self._connect()

    def _connect(self) -> None:
        self.document.chosen.connect(self._go_to)
        self.form.edited.connect(self.edited)
        self.form.member_chosen.connect(self.show_issues)
        self.gaps.remedy.connect(self._remedy)
        self.context.locking.connect(self.form.texts.autosave.flush)

    def _go_to(self, document: Document) -> None:
        member = self.form.picker.member
        show_document(self.context, document, member.id if member else "")

    def load(self) -> None:
        """What the report says may have changed: draw it again."""
        self.form.show_part2()
        if self.form.picker.member is not None:
            self.form.member.set_value(self.form.picker.member.id)
            self.show_issues(self.form.picker.member.id)
            if self.opened is None:
                self.redraw()

    def show_item(self, item_id: str) -> None:
        """Begin a report about this member."""
        self.form.choose(item_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.document.show_choice(Document.PROGRESS)
        if self.form.picker.member is None:
            self.form.picker.line.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        self.form.texts.autosave.flush()
        super().hideEvent(event)

    def form_now(self) -> Form:
        return self.form

    def last_keys(self) -> Sequence[QWidget]:
        return (self.form.texts.peers[Section.REQUEST],)

    def keys_above(self) -> Sequence[QWidget]:
        return self.gaps.buttons

    def begin_draft(self) -> None:
        """What is missing, who is named, and how it prints."""
        there = self.form.picker.member is not None
        choice = self.form.choice() if there else None
        if choice is None:
            self.lacks(INCOMPLETE if there else NOTHING, possible=there)
            return
        self.allow(possible=True)
        self.form.banner.say("")
        self.gaps.show_gaps(release.gaps(choice, self.context.user_id))
        self.order_keys()
        self.form.texts.show_mentions(release.mentions(choice))
        self.drafter.make(partial(self._draft, choice))

    def _draft(self, choice: Choice) -> Draft:
        report = gather.progress_report(choice, self.context.user_id)
        return Draft(
            draw=partial(progress.render, report),
            file_name=release.file_name(release.entry(choice)),
            issue=partial(release.issue, choice),
            check=partial(release.check, choice),
            kept=KEPT,
        )

    def _remedy(self, remedy: release.Remedy) -> None:
        place = PLACES[remedy][0]
        member = self.form.picker.member
        about = member.id if member and remedy is release.Remedy.MEMBER else ""
        self.context.go.emit(place, about)
