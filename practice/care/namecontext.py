"""How words read where they stand: the context rules of the name check."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from practice.care.nameforms import SHORT, WORD, has_case
from practice.care.namewords import reading, spoken, words_anywhere, words_in, words_of
from practice.text import Folded

_OPENING = "“„«‘\"'([*_ \t"
_POSSESSIVE_END = re.compile(r"['’ʼ][sS]?$")
_PEOPLE_PAIR = re.compile(
    r"\s(?:and|&)\s(?:(?:he|she|they|the client)\b|[^\W\d_a-z])|,\s[^\W\d_a-z]"
)
_ACCENTED_WORD = re.compile(r"(?<!\w)[a-z]*[ß-ɏ][a-zß-ɏ]*(?!\w)")
_NUMBER = re.compile(r"\s\d")


class Certainty(Enum):
    """BLOCK: surely another member's name. QUESTION: may be a word or the own member."""

    BLOCK = "block"
    QUESTION = "question"


class Tokens:
    """A text's words, folded, with their places in the original."""

    def __init__(self, text: str, folded: Folded) -> None:
        self.text = text
        self._origin = folded.origin
        self._matches = list(WORD.finditer(folded.text))
        self.words = [match.group() for match in self._matches]

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def languages(self) -> frozenset[str]:
        """The languages the text is in, as far as its small words tell."""
        return spoken(self.words)

    @property
    def english(self) -> bool:
        return "English" in self.languages

    def may_be(self, language: str) -> bool:
        """Whether the text is in this language, or in one that neither is English nor known."""
        return language in self.languages or (self._foreign and not self.languages)

    @cached_property
    def _foreign(self) -> bool:
        return _ACCENTED_WORD.search(self.text) is not None

    def word(self, at: int) -> str:
        """Word `at`, or nothing beyond either end."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def start(self, at: int) -> int:
        return self._origin[self._matches[at].start()]

    def end(self, at: int) -> int:
        return original_end(self._origin, self._matches[at].end())

    def written(self, at: int) -> str:
        """Word `at` as it stands in the original."""
        return self.text[self.start(at) : self.end(at)] if 0 <= at < len(self.words) else ""

    def gap(self, at: int) -> str:
        """What stands between word `at` and the next."""
        return self.text[self.end(at) : self.start(at + 1)]

    def capital(self, at: int) -> bool:
        return self.text[self.start(at)].isupper()


def original_end(origin: Sequence[int], end: int) -> int:
    """Where folded text before `end` ends in the original; a letter folded to two stays whole."""
    return max(origin[end], origin[end - 1] + 1)


@dataclass(frozen=True)
class Run:
    """Neighbouring words that are one person's name.

    `members` are the numbers of the name's words, `first` to `last` those with particles and
    initials, text[start:end] all of it with title and possessive. `marked` says that an initial
    or a title makes it a name, `guessed` that the record holds no part of it.
    """

    person: str
    bases: tuple[str, ...]
    members: tuple[int, ...]
    first: int
    last: int
    start: int
    end: int
    marked: bool
    guessed: bool

    @property
    def length(self) -> int:
        return self.last - self.first + 1


def certainty(tokens: Tokens, run: Run) -> Certainty | None:
    """How sure it is that this run names its person; None where it reads as a word."""
    found = _reading(tokens, run)
    return Certainty.QUESTION if found and run.guessed else found


def _reading(tokens: Tokens, run: Run) -> Certainty | None:
    cased = has_case(run.bases[0])
    several = len(run.bases) > 1 or run.marked
    capitals = [tokens.capital(member) for member in run.members]
    words = words_in(tokens.languages)
    if cased and not any(capitals) and not tokens.english:
        words = words_anywhere()
    if not all(len(base) <= SHORT or base in words for base in run.bases):
        return _of_a_name(tokens, run, several=several)
    if not cased or not any(capitals):
        return (Certainty.BLOCK if several else Certainty.QUESTION) if not cased else None
    if several:
        return Certainty.BLOCK if all(capitals) else Certainty.QUESTION
    return Certainty.QUESTION if _reads_as_name(tokens, run) else None


def opens_sentence(text: str, at: int) -> bool:
    """Whether a word at this place has a capital anyway: sentence, line, bullet or quotation."""
    before = text[max(0, at - 80) : at]
    line = before.rpartition("\n")[2]
    if len(line) < 80 and not any(char.isalpha() for char in line):
        return True
    bare = line.rstrip(_OPENING)
    return bare.endswith((".", "!", "?", "…", ":", "。")) or line.endswith(("“", "„", "«"))


def _of_a_name(tokens: Tokens, run: Run, *, several: bool) -> Certainty | None:
    """What a name that is no word says where it stands: a person, a place, or a thing's name."""
    if several:
        return Certainty.BLOCK
    table = reading()
    if _next(tokens, run.last) in table.companions.get(tokens.word(run.last), ()):
        return None
    before = tokens.word(run.last - 1)
    street = _next(tokens, run.last) in table.after_place and tokens.capital(run.last + 1)
    saint = before in table.before_place and tokens.capital(run.last - 1)
    within = saint and tokens.gap(run.last - 1) in ((" ", ". ") if before == "st" else (" ",))
    return Certainty.QUESTION if street or within else Certainty.BLOCK


def _next(tokens: Tokens, at: int) -> str:
    """The word after this one in the same phrase, its possessive passed over."""
    at += tokens.word(at + 1) == "s" and len(tokens.gap(at)) == 1
    return tokens.word(at + 1) if at + 1 < len(tokens) and tokens.gap(at) == " " else ""


def _reads_as_name(tokens: Tokens, run: Run) -> bool:
    """Whether one capitalised word that is also a word stands where a name would."""
    table = reading()
    word, before, after = (tokens.word(run.last + step) for step in (0, -1, 1))
    rest = tokens.text[run.end : run.end + 20]
    if _POSSESSIVE_END.search(tokens.text[run.start : run.end]):
        return True
    if after in table.companions.get(word, ()) or _in_capitals(tokens, run.last):
        return False
    if word in table.months and (before in table.before_month or _NUMBER.match(rest)):
        return False
    if not opens_sentence(tokens.text, run.start) or run.bases[-1] not in words_of("English"):
        return True
    acts = after in table.speaks or (word in table.verbs and after in table.finite)
    return acts or _PEOPLE_PAIR.match(rest) is not None


def _in_capitals(tokens: Tokens, at: int) -> bool:
    """Part of a heading in capitals, where they say nothing."""
    beside = [tokens.written(at - 1), tokens.written(at + 1)]
    shouted = [word for word in beside if len(word) > 1 and word.isupper()]
    return tokens.written(at).isupper() and bool(shouted)
