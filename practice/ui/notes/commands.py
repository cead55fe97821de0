"""What the keys and buttons of the wrap-up do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from practice.desk import attendance
from practice.models.enums.attendance import Status
from practice.models.enums.plans import Progress
from practice.ui.notes.bar import notes_word
from practice.ui.notes.keys import Do

if TYPE_CHECKING:
    from practice.ui.notes.view import WrapUpView

Mark = Callable[..., None]
"""Changes an attendance row, given its id and `reason`."""

_MARKS: dict[Do, Mark] = {
    Do.PRESENT: attendance.mark_present,
    Do.NO_SHOW: partial(attendance.mark_missed, status=Status.NO_SHOW),
    Do.EXCUSED: partial(attendance.mark_missed, status=Status.EXCUSED),
    Do.UNMARK: attendance.unmark,
}
_PROGRESS = {
    Do.FORWARD: Progress.FORWARD,
    Do.STEADY: Progress.STEADY,
    Do.BACK: Progress.BACK,
    Do.NOT_WORKED_ON: Progress.NOT_WORKED_ON,
}


class Commands:
    """`do` runs what a key or a button stands for, about the member who is selected."""

    def __init__(self, view: "WrapUpView") -> None:
        self._view = view
        self._table: dict[Do, Callable[[], object]] = {
            **{do: partial(self._mark, mark) for do, mark in _MARKS.items()},
            **{do: partial(self._say_progress, word) for do, word in _PROGRESS.items()},
            Do.CORRECT: view.correct_member,
            Do.WRITE: self._write,
            Do.NEXT: partial(view.roster.step, 1),
            Do.PREVIOUS: partial(view.roster.step, -1),
            Do.USUAL: self._usual,
            Do.REPLACE: self._replace_name,
            Do.ORIGIN: view.tell_origin,
            Do.CARRY: self._carry,
            Do.SIGN_ONE: self._sign_one,
            Do.SIGN_ALL: self._sign_all,
            Do.GIVE_BACK: view.give_back,
            Do.TO_ROSTER: self._back,
            Do.KEYS: view.overlay.open,
        }

    def do(self, what: Do) -> None:
        """Run one command."""
        self._table[what]()

    @property
    def _on_draft(self) -> bool:
        return self._view.shown is self._view.draft

    def _mark(self, mark: Mark) -> None:
        part = self._view.selected
        if part is not None:
            self._view.draft.commit()
            self._view.bench.correct(lambda why: mark(part.seat.id, reason=why))

    def _say_progress(self, word: Progress) -> None:
        if self._on_draft:
            self._view.draft.goals.say(word)

    def _replace_name(self) -> None:
        if self._on_draft:
            self._view.draft.replace_name()

    def _carry(self) -> None:
        if self._on_draft:
            self._view.draft.carry_forward()

    def _usual(self) -> None:
        if self._on_draft and self._view.selected is not None:
            self._view.draft.facts.take_usual(self._view.selected)

    def _write(self) -> None:
        if self._on_draft:
            self._view.draft.begin()
        elif self._view.shown is self._view.signed:
            self._view.signed.add_button.setFocus()

    def _sign_one(self) -> None:
        view = self._view
        view.commit()
        part, panel = view.selected, view.bar.panel
        if part is None or part.note is None:
            return
        one, what = (part.note.id,), f"the note of {part.seat.short_name}"
        if part.second.mine:
            panel.ask_to_cosign(one, what)
        elif part.note.id in view.bench.found.ready:
            panel.ask_to_sign(one, what)

    def _sign_all(self) -> None:
        """What this person is to co-sign comes first: drafts beside it are their author's."""
        self._view.commit()
        found, panel = self._view.bench.found, self._view.bar.panel
        if found.to_cosign:
            panel.ask_to_cosign(found.to_cosign, notes_word(len(found.to_cosign)))
        elif found.ready:
            panel.ask_to_sign(found.ready, notes_word(len(found.ready)))

    def _back(self) -> None:
        """Out of what is innermost; from the roster, back to the list."""
        view = self._view
        if view.panel is not None:
            view.close_panel()
        elif view.bar.panel.isVisible():
            view.bar.panel.leave()
        elif view.signed.addendum.isVisible():
            view.signed.addendum.leave()
        elif view.roster.hasFocus():
            view.left.emit()
        view.roster.setFocus()
