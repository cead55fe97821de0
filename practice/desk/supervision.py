"""Who works under whose supervision, as the owner says it: interns, associates and the like.

It decides about signatures given from now on; each keeps what held when it was given.
Rules that hold for every writer (nobody supervises themselves, no chains, nobody from the front
desk) stand in models/guards.py.
"""

from practice.desk.practice import UserRow, clinicians, only_owner, user
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import Supervision
from practice.models.read import tuples


def supervisor_of(user_id: str) -> UserRow | None:
    """Who co-signs for this person; nobody for those who sign alone."""
    found = supervised().get(user_id)
    return user(found) if found else None


def supervised() -> dict[str, str]:
    """The supervisor's id of everybody who has one."""
    return dict(tuples(Supervision.select(Supervision.supervisee, Supervision.supervisor)))


def possible_for(user_id: str) -> list[UserRow]:
    """Who could supervise this person: clinicians who work under nobody's supervision."""
    under = supervised()
    if user_id in under.values():
        return []
    return [row for row in clinicians() if row.id != user_id and row.id not in under]


def supervise(user_id: str, supervisor_id: str | None) -> None:
    """Put a clinician under someone's supervision; with None they sign alone from now on.

    Owners only. Raises Refused for someone who can't supervise.
    """
    only_owner()
    if supervised().get(user_id) == supervisor_id:
        return
    with operation(OFFICE, "Change a supervisor"):
        if supervisor_id is None:
            Supervision.delete().where(Supervision.supervisee == user_id).execute()
        elif not _replaced(user_id, supervisor_id):
            Supervision.create(supervisee=user_id, supervisor=supervisor_id)


def _replaced(user_id: str, supervisor_id: str) -> int:
    mine = Supervision.supervisee == user_id
    changed: int = Supervision.update(supervisor=supervisor_id).where(mine).execute()
    return changed
