"""What the parts of one session's wrap-up share: what was read, the autosave, the way to change."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from practice.care import notes, wrapup
from practice.care.notes import NoteRow
from practice.care.othernames import SessionCheck, answer, keep_name
from practice.care.wrapup import MemberPart
from practice.ui.autosave import Autosave
from practice.ui.context import Context
from practice.ui.notes.slot import Slot

Correct = Callable[[str], None]
"""Changes the attendance, given the reason; without one the database refuses after signing."""


class Bench(QObject):
    """One session on the table. `reason_wanted` carries a `Correct` that waits for its reason.

    `stuck` tells of words that could not be put on record and stay a draft.
    """

    reason_wanted = Signal(object)
    stuck = Signal()

    def __init__(self, context: Context, session_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.session_id = session_id
        self.autosave = Autosave(self)
        self.kept = wrapup.open_session(session_id)
        self.read()

    def read(self) -> None:
        """Follow what was changed since, and read it all again."""
        notes.prepare(self.session_id)
        self.check = SessionCheck(self.session_id)
        self.found = wrapup.gather(self.session_id)

    def member(self, member_id: str) -> MemberPart | None:
        """One member's part as last read."""
        return self.found.member(member_id)

    def attempt(self, change: Callable[[], object]) -> str:
        """Do it; nothing, or the words of a refusal, for beside the field they belong to."""
        return self.context.actions.refusal(change)

    def correct(self, change: Correct) -> None:
        """Change the attendance: at once, or after its reason once a note is signed."""
        if self.found.session.signed:
            self.reason_wanted.emit(change)
        else:
            self.context.actions.run(change, "")

    def slot(self, note: NoteRow, part: str) -> Slot:
        """One part of a member's note."""
        return Slot(
            key=notes.draft_key(note.id, part),
            text=getattr(note, part),
            save=lambda text: notes.save_part(note.id, part, text),
            find=lambda text: self.check.look(note, text),
            keep=lambda finding, why: keep_name(note.id, finding, why),
            answer=lambda finding: answer(note.id, finding),
        )

    def shared_slot(self, part: str) -> Slot:
        """One part of what all notes share."""
        return Slot(
            key=notes.draft_key(self.session_id, part),
            text=getattr(self.found.shared, part),
            save=lambda text: notes.save_shared(self.session_id, part, text),
            find=self.check.look_in_shared,
            keep=lambda finding, why: keep_name(self.session_id, finding, why),
            answer=lambda finding: answer(self.session_id, finding),
        )
