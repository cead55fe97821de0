"""Phrases: `;plan` and Tab become a sentence with fields to fill.

The program brings some (`resources/phrases.toml`); a person's own come before the practice's, and
those before the program's. A field is `{what}` where a phrase is written down and `‹what›` in the
text, where Tab goes from one to the next.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Phrase as Stored
from practice.models.read import rows
from practice.paths import resource
from practice.text import clean_line

SIGN = ";"
LONGEST = 400
_KEY = re.compile(r"[^\W_]{1,20}")
_ASKED = re.compile(r"\{([^{}]{1,40})\}")
_FIELD = re.compile(r"‹[^‹›]{1,40}›")
_TYPED = re.compile(r"(?:^|(?<=\s));([^\W_]{1,20})$")
BAD_KEY = "Use one short word of letters or digits, such as plan."


@dataclass(frozen=True)
class PhraseRow:
    """What stands for `key`; `owner_id` empty means everybody's, or the program's."""

    owner_id: str
    key: str
    words: str

    @property
    def expanded(self) -> str:
        """As it goes into a text, with its fields marked."""
        return _ASKED.sub(r"‹\1›", self.words)


Known = Mapping[str, PhraseRow]
"""The phrases of the person signed in, by key."""


@lru_cache(maxsize=1)
def brought() -> dict[str, PhraseRow]:
    """Those the program brings."""
    found = tomllib.loads(resource("phrases.toml").read_text(encoding="utf-8"))
    return {key: PhraseRow("", key, words) for key, words in found.items()}


def known() -> Known:
    """What can be typed after the sign, in the order of the keys."""
    mine = Stored.owner_id.in_(("", CLINICAL.actor))
    columns = (Stored.owner_id, Stored.key, Stored.words)
    stored = rows(Stored.select(*columns).where(mine).order_by(Stored.owner_id), PhraseRow)
    found = {**brought(), **{row.key: row for row in stored}}
    return dict(sorted(found.items()))


def save(key: str, words: str, *, shared: bool) -> None:
    """Write down a phrase, for everybody or for the person signed in alone."""
    name = clean_line(key, field="key").removeprefix(SIGN).lower()
    sentence = clean_line(words, LONGEST, field="words")
    if not _KEY.fullmatch(name):
        raise Refused(BAD_KEY, field="key")
    if not sentence:
        raise Refused("Please write the words it stands for.", field="words")
    owner = "" if shared else CLINICAL.actor
    with operation(CLINICAL, "Change a phrase"):
        where = (Stored.owner_id == owner) & (Stored.key == name)
        if not Stored.update(words=sentence).where(where).execute():
            Stored.create(owner_id=owner, key=name, words=sentence)


def remove(row: PhraseRow) -> None:
    """Forget a phrase; one the program or the practice has for the same key shows again."""
    with operation(CLINICAL, "Remove a phrase"):
        Stored.delete().where(Stored.owner_id == row.owner_id, Stored.key == row.key).execute()


def is_stored(row: PhraseRow) -> bool:
    """Whether it can be removed: those the program brings can only be worded otherwise."""
    return brought().get(row.key) != row


def typed(before: str, known: Known) -> PhraseRow | None:
    """The phrase whose key, or only beginning of a key, ends the text before the cursor."""
    found = _TYPED.search(before)
    if found is None:
        return None
    start = found[1].lower()
    fitting = [row for key, row in known.items() if key.startswith(start)]
    return known.get(start) or (fitting[0] if len(fitting) == 1 else None)


def length_typed(before: str) -> int:
    """How many characters of the text before the cursor are the sign and what follows it."""
    found = _TYPED.search(before)
    return len(found[0]) if found else 0


def next_field(text: str, after: int = 0) -> tuple[int, int] | None:
    """Start and end of the first field at or after a place; None where there is none."""
    found = _FIELD.search(text, after)
    return found.span() if found else None
