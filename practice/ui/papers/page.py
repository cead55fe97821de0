"""The office's documents: choose one, fill it in, see it as it will print."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import issued
from practice.reports import certificate, missed
from practice.reports.gather_letters import file_name
from practice.ui.context import Context
from practice.ui.papers.attended import AttendedForm
from practice.ui.papers.documents import DOCUMENTS, Document, DocumentChoice
from practice.ui.papers.form import PaperForm
from practice.ui.papers.lists import CallsForm, SheetForm
from practice.ui.papers.missed import MissedForm
from practice.ui.papers.opening import OPEN, asked_for, show_document
from practice.ui.papers.schedule import ScheduleForm
from practice.ui.preview.drafting import Draft
from practice.ui.preview.issued import Archive
from practice.ui.preview.page import INCOMPLETE, DocumentPage
from practice.ui.widgets.form import Form

FORMS: dict[Document, Callable[[], PaperForm]] = {
    Document.ATTENDED: AttendedForm,
    Document.MISSED: MissedForm,
    Document.SHEET: SheetForm,
    Document.CALLS: CallsForm,
    Document.SCHEDULE: ScheduleForm,
}
LETTER_OF = {certificate.KIND: Document.ATTENDED, missed.KIND: Document.MISSED}
"""Which form makes a kind of letter."""
ARCHIVE = Archive(issued.of_member, issued.pdf_of, issued.reprint, file_name)
KEPT = "An exact copy is kept under “Issued before”."
NOTED = "It is written down that this left, and when."


class PapersPage(DocumentPage):
    """Letters, sheets and lists. The member chosen for one letter stays for the next."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "attendance",
            "block",
            "closure",
            "contact",
            "enrolment",
            "group_",
            "issued_paper",
            "member",
            "outreach",
            "practice",
            "series",
            "session",
            "stretch",
            "user",
            "visit",
        }
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, ARCHIVE, "", parent=parent)
        self.document = DocumentChoice(context, Document.ATTENDED)
        self.forms: dict[Document, PaperForm] = {}
        self.shown = Document.ATTENDED
        self.left.addWidget(self.document)
        self._slot = QVBoxLayout()
        self.left.addLayout(self._slot)
        self.document.chosen.connect(self._choose)
        self.show_document(Document.ATTENDED)

    @property
    def form(self) -> PaperForm:
        """The form that is filled in now."""
        return self.forms[self.shown]

    def form_now(self) -> Form:
        return self.form

    def _choose(self, document: Document) -> None:
        member_id = self.form.member_id
        if document in FORMS:
            self.show_document(document, *filter(None, (member_id,)))
        else:
            self.document.show_choice(self.shown)
            show_document(self.context, document, member_id)

    def show_document(self, document: Document, *about: str) -> None:
        """Show the form of a document; about this, or as it was left."""
        self.shown = document
        if document not in self.forms:
            self.forms[document] = self._made(document)
        for each, form in self.forms.items():
            form.setVisible(each is document)
        self.document.show_choice(document)
        self.say("Reports", DOCUMENTS[document].about)
        with QSignalBlocker(self.form):
            self.form.reload()
        if about:
            self.form.begin_with(*about)
        self.edited()
        self.redraw()

    def _made(self, document: Document) -> PaperForm:
        form = FORMS[document]()
        form.edited.connect(self.edited)
        self._slot.addWidget(form)
        return form

    def show_item(self, item_id: str) -> None:
        """Show what was asked for (opening.py)."""
        what, *about = asked_for(item_id)
        if what == OPEN:
            self._show_left(about[0])
        else:
            self.show_document(Document(what), *about)

    def _show_left(self, issue_id: str) -> None:
        issue = issued.paper(issue_id)
        self.show_document(LETTER_OF[issue.kind], *filter(None, (issue.member_id,)))
        self.open_issued(issue)

    def load(self) -> None:
        """What the document says may have changed: draw it again."""
        with QSignalBlocker(self.form):
            self.form.reload()
        if self.opened is None:
            self.redraw()
        else:
            self.show_issues(self.form.member_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.document.setFocus()

    def begin_draft(self) -> None:
        form = self.form
        self.show_issues(form.member_id)
        if lacking := form.lacking():
            self.lacks(lacking)
        elif not form.readable():
            self.lacks(INCOMPLETE, possible=True)
        else:
            self.allow(possible=True)
            self.drafter.make(self._draft)

    def _draft(self) -> Draft:
        prepared = self.form.prepare()
        return Draft(
            draw=prepared.draw,
            file_name=prepared.file_name,
            issue=partial(issued.keep, prepared.issue),
            kept=KEPT if prepared.issue.member_id else NOTED,
            left=partial(self.form.left, prepared.issue),
        )
