"""Where the words of one editor belong."""

from collections.abc import Callable
from dataclasses import dataclass

from practice.care.namecheck import Finding


@dataclass(frozen=True)
class Slot:
    """`key` names the draft, `text` is what is on record, `find` says whom a text (maybe) names.

    `save` puts a text on record; `keep` records why a name may stay, `answer` that a word
    names nobody else. All three raise Refused. `origin` says where the sentence at a place of a
    text came from; nothing for words that are the person's own.
    """

    key: str
    text: str
    save: Callable[[str], None]
    find: Callable[[str], list[Finding]]
    keep: Callable[[Finding, str], None]
    answer: Callable[[Finding], None]
    origin: Callable[[str, int], str]
