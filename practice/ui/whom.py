"""Whom a session is with, the page that shows them, and where a session itself is opened."""

from practice.desk.practice import wall_now
from practice.desk.schedule import SessionRow
from practice.models.enums.sessions import SessionState
from practice.ui.context import Context, Place


def whom(session: SessionRow) -> tuple[Place, str]:
    """The page and what it should show, for `context.go`."""
    if session.group is not None:
        return Place.GROUPS, session.group
    return Place.MEMBERS, session.member or ""


def show_words(session: SessionRow) -> str:
    """What the button that leads there says."""
    return "Show the group" if session.group is not None else "Show the member"


def open_session(context: Context, session: SessionRow) -> None:
    """Open what belongs to a session now: its window, its notes, or whom it is with.

    Without a key to notes that is always its attendance.
    """
    if not context.clinical:
        context.go.emit(Place.SESSION, session.id)
    elif session.state is SessionState.HELD:
        context.wrap_up.emit(session.id)
    elif session.state is SessionState.CANCELLED or is_past(session):
        context.go.emit(*whom(session))
    else:
        context.open_session.emit(session.id)


def is_past(session: SessionRow) -> bool:
    """Planned, over, and nobody has said what happened."""
    return session.state is SessionState.PLANNED and session.ends <= wall_now()
