"""Letting psychotherapy notes out: nothing leaves but the very pages that were looked at."""

from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import psychotherapy
from practice.care.psychotherapy import PsychotherapyRow, Release, ReleaseRow
from practice.errors import Refused, Unavailable
from practice.reports import gather_plan
from practice.reports.psychotherapy import PsychotherapyNotes, render
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.preview.leaving import Outgoing, Way, print_pdf, save_pdf
from practice.ui.preview.pane import PreviewPane
from practice.ui.theme import follow, theme
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.parsing import show_date

ASKED = "I wrote these notes and ask for exactly them to leave"
UNTICKED = "Please tick this if it is so. Without your word nothing leaves."
DRAFT = "Not given out yet"
LEFT = "As it left"
HEIGHT = 420


class PaperForm(EntryForm):
    """The pages below the fields, and the ways they leave; both only once there are pages.

    Write `outgoing`.
    """

    def __init__(self, context: Context, save: str, member_id: str, *, blame: str = "") -> None:
        super().__init__(context.actions, save, blame=blame)
        self._context, self._member_id = context, member_id
        self.pane = PreviewPane()
        self.save_pdf = Button("Save as PDF…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.save_pdf.clicked.connect(partial(self._leave, self._save_way))
        self.save_button.set_icon(Icon.PRINTER)
        follow(self._restyle)

    def add_pages(self) -> None:
        """After the last field: the pages and the buttons."""
        self.body.addWidget(self.pane)
        self.add_buttons(self.save_pdf)
        self._restyle()

    def _restyle(self) -> None:
        self.pane.setFixedHeight(theme().px(HEIGHT))

    def outgoing(self) -> Outgoing:
        """What leaves: the pages shown."""
        raise NotImplementedError

    def save(self) -> None:
        """Print what is shown."""
        self._leave(self._print_way)

    def _leave(self, way: Way) -> None:
        left: list[bool] = []
        self._actions.run(lambda: left.append(way(self.outgoing())))
        if any(left):
            self.saved.emit()

    def _print_way(self, outgoing: Outgoing) -> bool:
        return print_pdf(outgoing, self)

    def _save_way(self, outgoing: Outgoing) -> bool:
        return save_pdf(outgoing, self, self._context.vault.folder)


class ReleaseForm(PaperForm):
    """Exactly which notes leave, to whom, under which authorization; and the author's word.

    Enter first shows the pages, then prints them; a change makes them go again.
    """

    def __init__(self, context: Context, member_id: str, notes: list[PsychotherapyRow]) -> None:
        super().__init__(context, "Preview", member_id, blame="which")
        self._notes, self._turn = notes, 0
        days = [((note.id,), f"The note of {show_date(note.day)}") for note in notes]
        everything = (tuple(note.id for note in notes), f"All {len(notes)} notes")
        offered = [everything, *days] if len(notes) > 1 else days
        self._which: Field[tuple[str, ...]] = Field("which", "Notes", Choice(offered))
        self._recipient = Field("recipient", "Recipient", LineInput())
        self._authorized = Field[date | None](
            "authorized_on", "Date of the written authorization for these notes", DateInput()
        )
        self._asked = Field("asked", "", Check(ASKED))
        for field in (self._which, self._recipient, self._authorized, self._asked):
            self.add(field)
            field.editor.watch(self._put_away, lambda _words: None)
        self.add_pages()
        self._put_away()

    def save(self) -> None:
        """Show the pages; once they are shown, print them."""
        if self.pane.pdf:
            super().save()
        else:
            self._look()

    def outgoing(self) -> Outgoing:
        keep = partial(psychotherapy.keep, self._release(), self.pane.pdf)
        return Outgoing(self.pane.pdf, psychotherapy.file_name(self._member_id), keep)

    def _look(self) -> None:
        """Look at everything here, and draw beside the window."""
        found: list[PsychotherapyNotes] = []
        if self._actions.attempt(lambda: self.submit(lambda: found.append(self._gathered()))):
            shown = partial(self._show, self._turn)
            run_for(self, self._context.lane, partial(render, found[0]), shown, self._say)

    def _gathered(self) -> PsychotherapyNotes:
        if not self._asked.value():
            raise Refused(UNTICKED, field="asked")
        wanted = [note for note in self._notes if note.id in self._which.value()]
        return gather_plan.psychotherapy_notes(self._release(), wanted)

    def _release(self) -> Release:
        return Release(
            member_id=self._member_id,
            recipient=self._recipient.value(),
            authorized_on=self._authorized.value(),
        )

    def _show(self, turn: int, pdf: bytes) -> None:
        if turn != self._turn:
            return
        self.pane.show_pdf(pdf, DRAFT)
        self._offer(shown=True)

    def _put_away(self) -> None:
        """What was asked for is another paper now."""
        self._turn += 1
        self.pane.say("")
        self._offer(shown=False)

    def _offer(self, *, shown: bool) -> None:
        self.save_button.setText("Print…" if shown else "Preview")
        self.save_button.set_icon(Icon.PRINTER if shown else Icon.REPORT)
        for part in (self.pane, self.save_pdf):
            part.setVisible(shown)

    def _say(self, error: Refused | Unavailable) -> None:
        self.banner.say(error.message)


class AgainForm(PaperForm):
    """What left before, to look at and to give out again as it was."""

    def __init__(self, context: Context, member_id: str, row: ReleaseRow) -> None:
        super().__init__(context, "Print…", member_id)
        self.cancel_button.setText("Close")
        self.add_pages()
        self.pane.show_pdf(psychotherapy.released_pdf(row.id), LEFT)

    def begin(self) -> None:
        """The keyboard goes to the pages."""
        first: QWidget = self.pane.sheets
        first.setFocus()

    def outgoing(self) -> Outgoing:
        name = psychotherapy.file_name(self._member_id)
        return Outgoing(self.pane.pdf, name, psychotherapy.released_again)
