"""Whom a session is with: its group, or its one member, and the page that shows them."""

from practice.desk.schedule import SessionRow
from practice.ui.context import Place


def whom(session: SessionRow) -> tuple[Place, str]:
    """The page and what it should show, for `context.go`."""
    if session.group is not None:
        return Place.GROUPS, session.group
    return Place.MEMBERS, session.member or ""


def show_words(session: SessionRow) -> str:
    """What the button that leads there says."""
    return "Show the group" if session.group is not None else "Show the member"
