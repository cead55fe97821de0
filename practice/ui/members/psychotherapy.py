"""My psychotherapy notes about a member: nobody else's are shown, to nobody else."""

from functools import partial

from PySide6.QtWidgets import QWidget

from practice.care import psychotherapy
from practice.care.psychotherapy import PsychotherapyRow, ReleaseRow
from practice.desk.practice import to_wall
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.members.psychotherapy_forms import DeleteForm, NoteForm
from practice.ui.members.psychotherapy_papers import AgainForm, ReleaseForm
from practice.ui.plan.rows import inset_text
from practice.ui.section import Section
from practice.ui.signing_card import SigningCard
from practice.ui.theme import Type
from practice.ui.widgets.parsing import show_date, show_time
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.vault.confirmation import Confirmation

NONE = "None of yours. What you write here only you see, and no search, report or export has it."
ONLY_YOU = "Only you see these."
NOT_ON_RECORD = "Words not on record yet"


class NoteSigningCard(SigningCard):
    """Signs one note."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "Sign", parent=parent)
        self.note_id = ""

    def sign(self, confirmed: Confirmation) -> None:
        psychotherapy.sign(self.note_id, confirmed)


class PsychotherapyNotes(Section):
    """Newest first; below them what their author let leave."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Psychotherapy notes", Icon.LOCK, add="Write a note", parent=parent)
        self._context = context
        self._member_id = ""
        self._notes: list[PsychotherapyRow] = []
        self.card = NoteSigningCard(context)
        self.card.hide()
        self.card.closed.connect(self.card.hide)
        self.body.insertWidget(1, self.card)
        self.add_button.clicked.connect(partial(self.write, None))

    def show_member(self, member_id: str) -> None:
        """Show my notes about a member."""
        if member_id != self._member_id:
            self.card.clear()
            self.card.hide()
        self._member_id = member_id
        self._notes = psychotherapy.mine(member_id)
        rows: list[QWidget] = [self._row(note) for note in self._notes]
        if any(note.on_record for note in self._notes):
            rows.append(self._way_out())
        rows += [self._released(row) for row in psychotherapy.releases(member_id)]
        self.show_rows([inset_text(ONLY_YOU, Type.MUTED), *rows] if rows else [], NONE)

    def _row(self, note: PsychotherapyRow) -> QWidget:
        day = show_date(note.day)
        verb = "Read" if note.signed else "Edit"
        parts = [button(verb, f"{verb} the psychotherapy note of {day}")]
        parts[0].clicked.connect(partial(self.write, note))
        if note.on_record and not note.signed:
            parts.append(button("Sign", f"Sign the psychotherapy note of {day}"))
            parts[-1].clicked.connect(partial(self._ask_signature, note))
        if not note.signed:
            parts.append(button("Delete", f"Delete the psychotherapy note of {day}"))
            parts[-1].clicked.connect(partial(self._ask_delete, note))
        row = ListRow(day, _state(note), trailing=parts)
        if note.kept:
            row.add_beside(StatusPill(PillKind.LATE, NOT_ON_RECORD))
        return row

    def _way_out(self) -> QWidget:
        give = button("Print…", "Print psychotherapy notes")
        give.clicked.connect(self._ask_release)
        return ListRow(
            "Give notes out",
            "Exactly those you choose, under their own authorization",
            trailing=(give,),
        )

    def _released(self, row: ReleaseRow) -> QWidget:
        at = to_wall(row.released_at)
        when = f"{show_date(at.date())}, {show_time(at.time())}"
        again = button("Open", f"Open what left on {when}, to print it again")
        again.clicked.connect(partial(self._context.actions.run, self._show_again, row))
        words = f"{when} · authorized {show_date(row.authorized_on)}"
        return ListRow(f"Given to {row.recipient}", words, trailing=(again,))

    def write(self, note: PsychotherapyRow | None, *_: object) -> None:
        """Open a note, or a new one."""
        self.open_form(NoteForm(self._context, self._member_id, note))

    def _ask_signature(self, note: PsychotherapyRow) -> None:
        self.close_form()
        self.card.note_id = note.id
        self.card.ask(f"the psychotherapy note of {show_date(note.day)}")

    def _ask_delete(self, note: PsychotherapyRow) -> None:
        self.open_form(DeleteForm(self._context.actions, note))

    def _ask_release(self) -> None:
        found = [note for note in self._notes if note.on_record]
        self.open_form(ReleaseForm(self._context, self._member_id, found))

    def _show_again(self, row: ReleaseRow) -> None:
        self.open_form(AgainForm(self._context, self._member_id, row))


def _state(note: PsychotherapyRow) -> str:
    if note.signed_at is not None:
        at = to_wall(note.signed_at)
        return f"Signed {show_date(at.date())}, {show_time(at.time())}"
    return "Not signed" if note.on_record else "Not on record yet"
