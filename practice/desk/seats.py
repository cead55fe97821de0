"""How many seats of a session are taken: enrolled that day + visitors - cancelled.

That is what counts while a session is planned; from its start on, the rows of its roster do.
"""

from peewee import SQL

from practice.models.office import Session
from practice.models.read import tuples
from practice.models.seats import TAKEN

_S = Session.alias("s")


def taken(session_ids: list[str]) -> dict[str, int]:
    """The seats taken in each of these planned sessions."""
    return dict(tuples(_S.select(_S.id, SQL(TAKEN)).where(_S.id.in_(session_ids))))
