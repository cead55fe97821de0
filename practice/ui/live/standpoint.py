"""Where someone was in the session window, for coming back to it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from practice.ui.live.composer import Target

if TYPE_CHECKING:
    from practice.ui.live.view import SessionView


@dataclass(frozen=True)
class Standpoint:
    """It names nobody, so that it can outlive a lock."""

    selected: str
    target: Target
    writing: bool
    cursor: int


def of(view: "SessionView") -> Standpoint:
    """Where someone is, for coming back to it."""
    cursor = view.composer.editor.textCursor().position()
    return Standpoint(view.roster.selected, view.composer.target, view.writing, cursor)


def return_to(view: "SessionView", there: Standpoint) -> None:
    """Come back to where someone was."""
    seat = view.record.seat(there.selected)
    if seat is not None:
        view.roster.select(seat.id, focus=False)
    view.composer.turn_to(seat, there.target)
    cursor = view.composer.editor.textCursor()
    cursor.setPosition(min(there.cursor, len(view.composer.editor.toPlainText())))
    view.composer.editor.setTextCursor(cursor)
    view.set_writing(writing=there.writing)
