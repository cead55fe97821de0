"""Made-up names in made-up sentences: every form of every name in sentences drawn for it."""

import random
import tomllib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from practice.care.namecheck import Person
from tests.care.corpus import Kind, Mention, Roster, Sentence

SEED = 20261117
GROUP = 10
_PLAIN = str.maketrans("łŁıđĐøØ", "lLidDoO")


@dataclass(frozen=True)
class _Language:
    """Names of a language, and its frames; `{}` is where a name or a filling stands."""

    name: str
    names: Sequence[str]
    told: Sequence[str]
    owned: Sequence[str]
    possessive: str
    nameless: Sequence[str]
    fills: Sequence[str]


def generated(seed: int = SEED) -> Iterator[Sentence]:
    """Each name in each form in up to three sentences, and as many that name nobody."""
    draw = random.Random(seed)
    for language in _languages():
        for name in language.names:
            roster = _roster(draw, language, name)
            for kind, form in _forms(language, name):
                frames = language.owned if kind is Kind.POSSESSIVE else language.told
                for frame in draw.sample(frames, min(3, len(frames))):
                    yield _naming(language, roster, kind, frame, form)
                    yield _nameless(language, roster, draw)


def _languages() -> Iterator[_Language]:
    text = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    table: list[dict[str, Any]] = tomllib.loads(text)["language"]
    for entry in table:
        names = " ".join(entry["names"].split()).split("; ")
        yield _Language(**(entry | {"names": names}))


def _forms(language: _Language, name: str) -> Iterator[tuple[Kind, str]]:
    given, _, surname = name.partition(" ")
    cased = name != name.upper()
    for part in dict.fromkeys(filter(None, (name, given, surname))):
        yield Kind.EXACT, part
        yield Kind.POSSESSIVE, language.possessive.format(part)
        if cased:
            yield Kind.EXACT, part.upper()
        if cased and (plain := _without_accents(part)) != part:
            yield Kind.ACCENTED, plain
            yield Kind.POSSESSIVE, language.possessive.format(plain)
    if cased:
        yield Kind.INITIALS, f"{given[0]}. {surname}"
        yield Kind.INITIALS, f"{given} {surname[0]}."


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.translate(_PLAIN))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _roster(draw: random.Random, language: _Language, name: str) -> Roster:
    others = draw.sample([one for one in language.names if one != name], GROUP - 1)
    people = tuple(Person(one, one) for one in (name, *others))
    return Roster(people, own=others[0])


def _naming(language: _Language, roster: Roster, kind: Kind, frame: str, form: str) -> Sentence:
    start = frame.index("{}")
    mention = Mention(start, start + len(form), roster.people[0].id)
    return Sentence(language.name, kind, roster, frame.format(form), (mention,))


def _nameless(language: _Language, roster: Roster, draw: random.Random) -> Sentence:
    frame = draw.choice(language.nameless)
    text = frame.format(*draw.sample(language.fills, frame.count("{}")))
    return Sentence(language.name, Kind.FALSE_FRIEND, roster, text)
