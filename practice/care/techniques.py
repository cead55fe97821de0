"""The library of techniques and exercises, and which of them a session practised.

The program brings some (`resources/techniques.toml`); a practice changes, adds and removes as it
likes. A session keeps the words a technique had when it was chosen.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from practice import clock
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL, new_id
from practice.models.clinical import SessionTechnique
from practice.models.clinical import Technique as Stored
from practice.models.enums.live import FAMILY_WORDS, Family
from practice.models.read import rows
from practice.paths import resource
from practice.text import clean_line, fold

WORDS = 400
"""How long the words of a technique may be, in characters."""


@dataclass(frozen=True, kw_only=True)
class Details:
    """What one can say about a technique. `practises` goes on after “Members”."""

    name: str
    family: Family
    practises: str
    home: str = ""


@dataclass(frozen=True, kw_only=True)
class TechniqueRow(Details):
    """One of the library; `key` is its name for ever."""

    key: str


@dataclass(frozen=True, kw_only=True)
class PractisedRow:
    """A technique as a session practised it."""

    key: str
    name: str
    practises: str
    home: str

    @property
    def words(self) -> str:
        """As the shared part tells it."""
        home = f" Home practice: {self.home}" if self.home else ""
        return f"{self.name}: members {self.practises}{home}"


@lru_cache(maxsize=1)
def brought() -> dict[str, TechniqueRow]:
    """Those the program brings, by key."""
    found = tomllib.loads(resource("techniques.toml").read_text(encoding="utf-8"))
    return {
        key: TechniqueRow(**{**words, "key": key, "family": Family(words["family"])})
        for key, words in found.items()
    }


def library() -> list[TechniqueRow]:
    """All techniques by family and name, the practice's own words before the program's."""
    columns = (Stored.key, Stored.name, Stored.family, Stored.practises, Stored.home)
    own = rows(Stored.select(*columns).where(~Stored.removed), TechniqueRow)
    gone = {row.key for row in Stored.select(Stored.key).where(Stored.removed)}
    known = {**brought(), **{row.key: row for row in own}}
    order = list(Family)
    return sorted(
        (row for key, row in known.items() if key not in gone),
        key=lambda row: (order.index(row.family), fold(row.name)),
    )


def search(typed: str, among: list[TechniqueRow]) -> list[TechniqueRow]:
    """Those whose name or family holds every word typed; accents and case don't matter."""
    wanted = fold(typed).split()
    return [
        row
        for row in among
        if all(word in fold(f"{row.name} {FAMILY_WORDS[row.family]}") for word in wanted)
    ]


def save(details: Details, key: str = "") -> str:
    """Change the technique of this key, or add one. Returns its key."""
    name = clean_line(details.name, field="name")
    practises = clean_line(details.practises, WORDS, field="practises")
    if not name:
        raise Refused("Please give it a name.", field="name")
    if not practises:
        raise Refused("Please write what members practise.", field="practises")
    with operation(CLINICAL, "Change the techniques"):
        return _store(
            key or new_id(),
            name=name,
            family=details.family,
            practises=practises,
            home=clean_line(details.home, WORDS, field="home"),
            removed=False,
        )


def remove(key: str) -> None:
    """Take a technique out of the library; sessions that practised it keep it."""
    row = next((row for row in library() if row.key == key), None)
    if row is None:
        return
    words = {"name": row.name, "family": row.family, "practises": row.practises, "home": row.home}
    with operation(CLINICAL, "Remove a technique"):
        _store(key, **words, removed=True)


def _store(key: str, **words: Any) -> str:
    if not Stored.update(**words).where(Stored.key == key).execute():
        Stored.create(key=key, **words)
    return key


def choose(session_id: str, technique: TechniqueRow) -> None:
    """Say that a session practised it; choosing it again takes it back."""
    chosen = (SessionTechnique.session_id == session_id) & (SessionTechnique.key == technique.key)
    with operation(CLINICAL, "Choose a technique"):
        if not SessionTechnique.delete().where(chosen).execute():
            SessionTechnique.create(
                session_id=session_id,
                key=technique.key,
                name=technique.name,
                practises=technique.practises,
                home=technique.home,
                at=clock.now(),
            )


def of_session(session_id: str) -> list[PractisedRow]:
    """What a session practised, in the order of choosing."""
    columns = (
        SessionTechnique.key,
        SessionTechnique.name,
        SessionTechnique.practises,
        SessionTechnique.home,
    )
    query = SessionTechnique.select(*columns).where(SessionTechnique.session_id == session_id)
    return rows(query.order_by(SessionTechnique.at, SessionTechnique.key), PractisedRow)


def topic(planned: str, practised: list[PractisedRow]) -> str:
    """The technique that was planned and those that were chosen, each once."""
    names = {fold(name): name for name in (planned, *(row.name for row in practised)) if name}
    return ", ".join(names.values())
