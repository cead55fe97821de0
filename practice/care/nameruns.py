"""Neighbouring words that together are one person's name, in scripts that write spaces."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from practice.care.namecontext import Run, Tokens
from practice.care.nameforms import declined, inflected, parts, prefixed, transcribed

_BETWEEN_WORDS = re.compile(r"\s{1,3}|,\s|[-‐‑·]")
_AFTER_PARTICLE = re.compile(r"\.?\s{0,2}|['’‘ʼ-]")
_AFTER_INITIAL = re.compile(r"\.?\s?")
_POSSESSIVE = re.compile(r"['’ʼ][sS](?!\w)|['’ʼ](?=\s+\w)")
_OPEN_QUOTE = re.compile(r"(?:^|[\s(])['‘]\w[^'’]*$")
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sr|Sra|Srta|Herr|Frau|Mme|Mlle|Fr|Hr|[Pp]ani?"
    r"|[Aa]nh|[Cc]hị|[Ôô]ng)\.?\s$"
)


@dataclass(frozen=True)
class _Clue:
    """What one folded word says: which name it is a form of, and how it must stand to count.

    `language` is the one the text must be in for this form to be the name's; empty for any.
    `guessed` is a usual short form that the record doesn't hold.
    """

    base: str
    leads: tuple[str, ...] = ()
    capital: bool = False
    language: str = ""
    guessed: bool = False

    @property
    def strength(self) -> tuple[bool, bool, bool]:
        """Of two clues one word gives for one person the stronger counts."""
        return not self.guessed, not self.language, not self.capital


class Names:
    """Every word by which the people of a group may be named."""

    def __init__(self) -> None:
        self._clues: dict[str, dict[str, _Clue]] = {}
        self._initials: dict[str, set[str]] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._clues

    def learn(self, person: str, name: str) -> None:
        """Add one name of a person, with the forms its script gives it."""
        initials = self._initials.setdefault(person, set())
        for part in dict.fromkeys([*parts(name), *parts(transcribed(name))]):
            initials.add(part.word[0])
            self._note(person, part.word, _Clue(part.word, part.leads))
            for form in inflected(part.word):
                self._note(person, form, _Clue(part.word, part.leads, capital=True))
            for form, language in declined(part.word):
                self._note(
                    person, form, _Clue(part.word, part.leads, capital=True, language=language)
                )
            for form in prefixed(part.word):
                self._note(person, form, _Clue(part.word))

    def guess(self, person: str, short: str) -> None:
        """Add a usual short form, unless it is a name on record, of this person or another."""
        if not all(clue.guessed for clue in self._clues.get(short, {}).values()):
            return
        for form in (short, *inflected(short)):
            self._note(person, form, _Clue(short, capital=True, guessed=True))

    def runs(self, tokens: Tokens, at: int) -> Iterator[Run]:
        """For each person whom word `at` may name, the whole name it begins."""
        for person in self._clues[tokens.words[at]]:
            if self._clue(tokens, at, person):
                yield self._run(tokens, at, person)

    def _note(self, person: str, word: str, clue: _Clue) -> None:
        known = self._clues.setdefault(word, {})
        if person not in known or known[person].strength < clue.strength:
            known[person] = clue

    def _clue(self, tokens: Tokens, at: int, person: str) -> _Clue | None:
        clue = self._clues.get(tokens.word(at), {}).get(person)
        if clue is None or (clue.capital and not tokens.capital(at)):
            return None
        return clue if not clue.language or tokens.may_be(clue.language) else None

    def _run(self, tokens: Tokens, at: int, person: str) -> Run:
        members = list(self._chain(tokens, at, person))
        first, last = at - self._led(tokens, at, person), members[-1]
        end = tokens.end(last)
        before = self._initial_before(tokens, first, person)
        after = not before and len(members) == 1 and self._initial_after(tokens, last, person)
        if after:
            end = tokens.end(last + 1)
            end += tokens.text.startswith(".", end)
        start = tokens.start(first - before)
        title = _TITLE.search(tokens.text[max(0, start - 8) : start])
        clues = [self._clues[tokens.words[member]][person] for member in members]
        return Run(
            person=person,
            bases=tuple(clue.base for clue in clues),
            members=tuple(members),
            first=first - before,
            last=last + after,
            start=start - (len(title[0]) if title else 0),
            end=end + _possessive(tokens, last, end),
            marked=bool(before or after or title),
            guessed=all(clue.guessed for clue in clues),
        )

    def _chain(self, tokens: Tokens, at: int, person: str) -> Iterator[int]:
        """Word `at` and those of the same person that follow it, particles between passed over."""
        place: int | None = at
        while place is not None:
            yield place
            place = self._next(tokens, place, person)

    def _next(self, tokens: Tokens, at: int, person: str) -> int | None:
        for place in range(at + 1, min(at + 5, len(tokens))):
            if self._clue(tokens, place, person):
                adjoining = place - self._led(tokens, place, person) == at + 1
                joined = adjoining and _BETWEEN_WORDS.fullmatch(tokens.gap(at))
                return place if joined else None
        return None

    def _led(self, tokens: Tokens, at: int, person: str) -> int:
        """How many particles of the surname stand before it here: all of them, or none."""
        clue = self._clue(tokens, at, person)
        leads = clue.leads if clue else ()
        if not leads or tokens.words[max(0, at - len(leads)) : at] != list(leads):
            return 0
        gaps = (tokens.gap(place) for place in range(at - len(leads), at))
        return len(leads) if all(_AFTER_PARTICLE.fullmatch(gap) for gap in gaps) else 0

    def _initial_before(self, tokens: Tokens, first: int, person: str) -> bool:
        at = first - 1
        if tokens.word(at) not in self._initials[person]:
            return False
        gap = tokens.gap(at)
        written = tokens.capital(at) or gap.startswith(".")
        return written and _AFTER_INITIAL.fullmatch(gap) is not None

    def _initial_after(self, tokens: Tokens, last: int, person: str) -> bool:
        at = last + 1
        if tokens.word(at) not in self._initials[person] or tokens.gap(last) != " ":
            return False
        return tokens.capital(at) or tokens.text.startswith(".", tokens.end(at))


def _possessive(tokens: Tokens, last: int, end: int) -> int:
    """Length of the ’s after a name, or of the bare apostrophe of Jonas’; 0 without."""
    found = _POSSESSIVE.match(tokens.text, end)
    if not found or len(found[0]) > 1:
        return len(found[0]) if found else 0
    quoted = _OPEN_QUOTE.search(tokens.text[max(0, end - 80) : end])
    return 0 if quoted or tokens.words[last][-1] not in "sxz" else 1
