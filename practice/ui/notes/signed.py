"""A signed note, read only, with its addenda; and the way to add one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from practice.care import issued
from practice.care.namecheck import Finding
from practice.care.notes import AddendumRow, NoteRow
from practice.care.othernames import keep_name
from practice.care.signing import Disagreement
from practice.care.wrapup import MemberPart
from practice.errors import Refused
from practice.reports import gather, release
from practice.reports.notes import render
from practice.ui.icons import Icon
from practice.ui.notes import cosigning
from practice.ui.notes.addendum import AddendumPanel
from practice.ui.notes.bench import Bench
from practice.ui.notes.names import NamesStrip
from practice.ui.notes.words import lines_of, when
from practice.ui.page import clear
from practice.ui.preview.leaving import Outgoing, Way, print_pdf, save_pdf
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

NAMED = (
    "This note names another member, so it was not printed. Signed words never change. If the name "
    "is not that member, keep it below with a reason, then print again."
)
KEPT = "An exact copy is kept on the Reports page, under “Issued before”."
_DIFFERS = (
    "The attendance was corrected after this was signed: {}. "
    "The note stays as it is; add an addendum that says so."
)


def differs(found: tuple[Disagreement, ...]) -> str:
    """What the banner says about a note that disagrees; nothing when it agrees."""
    parts = (f"{d.what} {d.noted or 'not recorded'} → {d.now or 'not recorded'}" for d in found)
    return _DIFFERS.format(", ".join(parts)) if found else ""


class SignedView(QWidget):
    """Read only, for good. On paper or as a PDF the note leaves as a report does: it is kept.

    `return_wanted` asks for the note to go back to its author instead of being co-signed.
    """

    return_wanted = Signal()

    def __init__(self, bench: Bench, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._note: NoteRow | None = None
        self.banner = Banner(BannerKind.WARNING)
        self._texts = QVBoxLayout()
        self._texts.setSpacing(SPACE.xs)
        self.add_button = Button("Add an addendum", ButtonKind.SECONDARY, Icon.PLUS)
        self.add_button.clicked.connect(self.begin_addendum)
        self.return_button = Button("Return with a word…", ButtonKind.SECONDARY, Icon.ARROW_LEFT)
        self.return_button.setToolTip("Alt+G")
        self.return_button.clicked.connect(self.return_wanted)
        self.print_button = Button("Print…", ButtonKind.SECONDARY, Icon.PRINTER)
        self.save_button = Button("Save as PDF…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.print_button.clicked.connect(partial(self._begin, self._print))
        self.save_button.clicked.connect(partial(self._begin, self._save))
        self.names = NamesStrip(signed=True)
        self.names.hide()
        self.names.keep_wanted.connect(self._keep)
        self.kept = Remark(KEPT, Icon.CHECK_CIRCLE, Role.PRESENT)
        self.kept.hide()
        self._buttons = QWidget()
        buttons = FlowLayout(self._buttons)
        for part in (self.add_button, self.return_button, self.print_button, self.save_button):
            buttons.addWidget(part)
        self.addendum = AddendumPanel(bench)
        self.addendum.closed.connect(self._addendum_over)
        self.addendum.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.banner)
        column.addLayout(self._texts)
        column.addWidget(self._buttons)
        column.addWidget(self.names)
        column.addWidget(self.kept)
        column.addWidget(self.addendum)
        column.addStretch(1)

    def show_part(self, part: MemberPart) -> None:
        """Show a signed note."""
        note = part.note
        if note is None:
            return
        other = self._note is None or self._note.id != note.id
        self._note = note
        back = cosigning.returned(part.second)
        self.banner.say(" ".join(filter(None, (back, differs(part.disagreements)))))
        self.return_button.setVisible(part.second.mine)
        clear(self._texts)
        for label, words in self._words(part, note):
            if label:
                self._texts.addSpacing(SPACE.s)
                self._texts.addWidget(Text(label, Type.LABEL))
            self._texts.addWidget(Text(words, Type.BODY, wrap=True, tabular=True))
        self._texts.addSpacing(SPACE.s)
        self._texts.addWidget(_signature(note))
        self._add_second(part, note.id)
        for row in part.addenda:
            self._add_addendum(row)
            self._add_second(part, row.id)
        if other:
            self.kept.hide()
            self.names.show_findings(())
            self._leave_addendum()
            if self.addendum.show_note(note):
                self.begin_addendum()

    def _words(self, part: MemberPart, note: NoteRow) -> list[tuple[str, str]]:
        facts = part.facts
        found = [("", line) for line in lines_of(facts) if line] if facts else []
        if facts and facts.diagnoses:
            found.append(("Diagnosis", "\n".join(facts.diagnoses)))
        if facts and facts.goals:
            goals = "\n".join(f"{goal.words}: {goal.progress}" for goal in facts.goals)
            found.append(("Goals", goals))
        return [*found, *note.labelled]

    def _add_addendum(self, row: AddendumRow) -> None:
        head = f"Addendum, signed by {row.signature}, {when(row.signed_at)}"
        self._texts.addSpacing(SPACE.s)
        self._texts.addWidget(Remark(head, Icon.SIGNATURE, Role.ACCENT))
        self._texts.addWidget(Text(row.text, Type.BODY, wrap=True))

    def _add_second(self, part: MemberPart, signed_id: str) -> None:
        row = part.second.rows.get(signed_id)
        if row is not None:
            self._texts.addWidget(cosigning.remark(row))

    def _begin(self, way: Way) -> None:
        if self._note is not None:
            self._bench.context.actions.run(self._draw, self._note, way)

    def _keep(self, finding: Finding, why: str) -> None:
        note = self._note
        if note is not None:
            self.names.say_error(self._bench.attempt(lambda: keep_name(note.id, finding, why)))
            self.names.show_findings(release.check_note(note))

    def _draw(self, note: NoteRow, way: Way) -> None:
        """Draw the note beside the window, then print or save it; not with another's name in it."""
        found = release.check_note(note)
        self.names.show_findings(found)
        if found:
            raise Refused(NAMED)
        context = self._bench.context
        context.lane.run(
            partial(render, gather.progress_note(note.id)),
            lambda pdf: self._hand_over(note, pdf, way),
            lambda error: context.actions.refused.emit(error.message),
        )

    def _hand_over(self, note: NoteRow, pdf: bytes, way: Way) -> None:
        if isValid(self):
            self._bench.context.actions.run(self._leave, note, pdf, way)

    def _leave(self, note: NoteRow, pdf: bytes, way: Way) -> None:
        entry = release.note_entry(note)
        if way(Outgoing(pdf, release.file_name(entry), lambda: issued.keep(entry, pdf))):
            self.kept.show()

    def _print(self, outgoing: Outgoing) -> bool:
        return print_pdf(outgoing, self)

    def _save(self, outgoing: Outgoing) -> bool:
        return save_pdf(outgoing, self, self._bench.context.vault.folder)

    def begin_addendum(self) -> None:
        """Offer the place to write one."""
        self._buttons.hide()
        self.addendum.show()
        self.addendum.begin()

    def _leave_addendum(self) -> None:
        self._buttons.show()
        self.addendum.hide()

    def _addendum_over(self) -> None:
        self._buttons.show()
        self.add_button.setFocus()
        self.addendum.hide()


def _signature(note: NoteRow) -> Remark:
    at = when(note.signed_at) if note.signed_at else ""
    return Remark(f"Signed by {note.signature}, {at}", Icon.SIGNATURE, Role.PRESENT)
