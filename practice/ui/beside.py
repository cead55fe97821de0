"""Who may lead a session beside its clinician."""

from practice.desk.practice import users

NOBODY = "Nobody"
BESIDE = "Co-leader or peer"


def beside() -> list[tuple[str | None, str]]:
    """Nobody, or anybody of the practice: a peer facilitator needs no key to clinical records."""
    return [(None, NOBODY), *((who.id, who.name) for who in users())]
