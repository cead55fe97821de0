"""The hand-written sentences for the check of other members' names; README.md tells the format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from practice.care.namecheck import Person

_HERE = Path(__file__).parent
_ROSTERS = "rosters.tsv"
_MARKED = re.compile(r"\[(?P<found>[^\]=]+)(?:=(?P<whose>[^\]]+))?\]")
_MEMBER = re.compile(r"(?P<own>\*?)(?P<name>[^(]+?)(?: \((?P<preferred>.+)\))?")


class Kind(StrEnum):
    """What a sentence holds; the last three hold no other member's name."""

    EXACT = "exact"
    POSSESSIVE = "possessive"
    ACCENTED = "accented"
    INFLECTED = "inflected"
    PREFERRED = "preferred"
    NICKNAME = "nickname"
    INITIALS = "initials"
    WORD_NAME = "word-name"
    OTHER_SCRIPT = "other-script"
    NAMESAKE = "namesake"
    PLAIN = "plain"
    FALSE_FRIEND = "false-friend"
    WORD = "word"


NAMELESS = frozenset({Kind.PLAIN, Kind.FALSE_FRIEND, Kind.WORD})


@dataclass(frozen=True)
class Roster:
    """The people of a group, and whose note it is."""

    people: tuple[Person, ...]
    own: str


@dataclass(frozen=True)
class Mention:
    """text[start:end] of a sentence names this person."""

    start: int
    end: int
    person: str


@dataclass(frozen=True)
class Sentence:
    """One labelled sentence, its marks taken out."""

    language: str
    kind: Kind
    roster: Roster
    text: str
    mentions: tuple[Mention, ...] = ()


@lru_cache(maxsize=1)
def written() -> tuple[Sentence, ...]:
    """Every sentence of every language."""
    rosters = dict(_rosters())
    files = sorted(path for path in _HERE.glob("*.tsv") if path.name != _ROSTERS)
    return tuple(sentence for path in files for sentence in _read(path, rosters))


def _read(path: Path, rosters: dict[str, Roster]) -> Iterator[Sentence]:
    title, *lines = path.read_text(encoding="utf-8").splitlines()
    language = title.removeprefix("# ").partition(",")[0]
    for line in lines:
        kind, roster, marked = line.split("\t")
        yield _sentence(language, Kind(kind), rosters[roster], marked)


def _rosters() -> Iterator[tuple[str, Roster]]:
    for line in (_HERE / _ROSTERS).read_text(encoding="utf-8").splitlines():
        key, members = line.split("\t")
        found = [match for one in members.split("; ") if (match := _MEMBER.fullmatch(one))]
        people = (Person(one["name"], one["name"], one["preferred"] or "") for one in found)
        yield key, Roster(tuple(people), next(one["name"] for one in found if one["own"]))


def _sentence(language: str, kind: Kind, roster: Roster, marked: str) -> Sentence:
    text, mentions, done = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[done : match.start()]
        whose = _whose(roster, match["whose"] or match["found"])
        mentions.append(Mention(len(text), len(text) + len(match["found"]), whose))
        text, done = text + match["found"], match.end()
    return Sentence(language, kind, roster, text + marked[done:], tuple(mentions))


def _whose(roster: Roster, part: str) -> str:
    """The one other member whose name holds this."""
    (one,) = (
        person.id
        for person in roster.people
        if person.id != roster.own
        and part.casefold() in f"{person.name} {person.preferred}".casefold()
    )
    return one
