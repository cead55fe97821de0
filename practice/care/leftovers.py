"""What was left open when the program ended without being asked: offered again at unlock."""

from dataclasses import dataclass

from practice.care import drafts, psychotherapy
from practice.desk import schedule, sessions
from practice.models import store
from practice.models.clinical import Note, SafetyCheck
from practice.models.office import Session

_RUNNING = "This session is still running: {}."
_APART = "a psychotherapy note"
_ONE = "Words you typed were kept but are not on record yet: {}."

_TABLES: dict[str, type[Note] | type[SafetyCheck] | None] = {
    "line": None,
    "rating": None,
    "note": Note,
    "safety": SafetyCheck,
}
"""What a draft's key begins with, and whose id follows; a session's own where there is no table."""


@dataclass(frozen=True)
class Leftover:
    """A session to go back to, or a member's page (then without a session), and why."""

    session_id: str
    words: str
    running: bool
    member_id: str = ""


def found() -> list[Leftover]:
    """Of the person signed in: the running session first, then where words were left over."""
    if not store.has_clinical():
        return []
    running = sessions.running()
    with_words = dict.fromkeys(filter(None, map(_session_of, drafts.left_over())))
    with_words.pop(running or "", None)
    rest = [Leftover(one, _ONE.format(_name(one)), running=False) for one in with_words]
    kept = dict.fromkeys(map(psychotherapy.member_of_draft, drafts.left_over(psychotherapy.DRAFT)))
    rest += [Leftover("", _ONE.format(_APART), running=False, member_id=one) for one in kept]
    if running is None:
        return rest
    return [Leftover(running, _RUNNING.format(_name(running)), running=True), *rest]


def _session_of(draft: drafts.DraftRow) -> str:
    """Drafts belong to a session, to a note or a safety check of it, or to nothing of the kind."""
    kind, owner, *_ = draft.id.split(":")
    if kind not in _TABLES:
        return ""
    table = _TABLES[kind]
    row = table.get_or_none(table.id == owner) if table else None
    session_id = str(row.session_id) if row else owner
    there = Session.select().where(Session.id == session_id).exists()
    return session_id if there else ""


def _name(session_id: str) -> str:
    row = schedule.session(session_id)
    return f"{row.title}, {row.starts.day} {row.starts:%b %H:%M}"
