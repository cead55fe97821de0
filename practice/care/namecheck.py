"""The other-member check: does one member's note name somebody else of the group?

It can tell the names on record (full, given, middle, preferred, surname, nicknames), with initials,
titles and possessives, in any case, with or without accents, in scripts with and without spaces,
with the case endings of Cyrillic and Greek, of Polish, Czech and Finnish, and with Hebrew and
Arabic prefixes.

It cannot tell misspellings, unusual nicknames the record doesn't hold, initials alone, other
languages' endings, a name written in another script than the record's, or a description that fits
only one person ("the retired pilot"). A clean check is not a promise that nobody can be recognised.

Names that are words too (Hope, Will), usual short forms (Bob for Robert), streets and places, and
names the note's own member shares, are questions. tests/care/corpus holds sentences in many
languages to judge it by; `python -m tests.bench.names` tells how it does.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from practice.care.namecontext import Certainty, Tokens, certainty, opens_sentence, original_end
from practice.care.nameforms import parts, unspaced
from practice.care.nameruns import Names
from practice.care.namewords import words_in
from practice.care.nicknames import short_forms
from practice.text import Folded, fold_with_origin

__all__ = ["Certainty", "Finding", "NameCheck", "Person", "replace"]

_POSSESSIVE = re.compile(r"['’ʼ][sS]?$")
_SENTENCE_END = re.compile(r"\s*$|\s+[^\W\d_a-z]|\s*\n")


@dataclass(frozen=True)
class Person:
    """Somebody of the session's group, with every name the record holds."""

    id: str
    name: str
    preferred: str = ""
    nicknames: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One mention: text[start:end] of the checked text is `text` and names person `person_id`."""

    start: int
    end: int
    text: str
    person_id: str
    certainty: Certainty
    suggestion: str = "a peer"


class NameCheck:
    """The names of one group, prepared once; `find` then takes well under a millisecond."""

    def __init__(self, people: Iterable[Person]) -> None:
        people = tuple(people)
        self._names = Names()
        self._anywhere = _Anywhere()
        for person in people:
            for name in (person.name, person.preferred, *person.nicknames):
                self._names.learn(person.id, name)
                self._anywhere.learn(person.id, unspaced(name, whole=name == person.name))
        for person in people:
            for given in parts(person.name)[:1]:
                for short in short_forms(given.word):
                    self._names.guess(person.id, short)
        self._anywhere.prepare()

    def find(self, text: str, own: str | None = None) -> list[Finding]:
        """Mentions of anybody but `own`, sorted, never overlapping, the longest kept.

        `own` is the note's member; None for the part that all notes share.
        """
        folded = fold_with_origin(text)
        spaced = self._spaced(Tokens(text, folded), own)
        return _apart([*spaced, *self._anywhere.find(text, folded, own)])

    def _spaced(self, tokens: Tokens, own: str | None) -> Iterator[Finding]:
        hits = [at for at, word in enumerate(tokens.words) if word in self._names]
        done = -1
        for at in hits:
            if at <= done:
                continue
            runs = [run for run in self._names.runs(tokens, at) if run.first > done]
            longest = max((run.length for run in runs), default=0)
            best = [run for run in runs if run.length == longest]
            others = [run for run in best if run.person != own]
            done = best[0].last if best else done
            sure = certainty(tokens, others[0]) if others else None
            if sure:
                sure = sure if len(others) == len(best) else Certainty.QUESTION
                start, end = others[0].start, others[0].end
                yield Finding(start, end, tokens.text[start:end], others[0].person, sure)


class _Anywhere:
    """Names in scripts without spaces, which may begin and end inside a row of characters."""

    def __init__(self) -> None:
        self._owners: dict[str, set[str]] = {}
        self._patterns: dict[str, str] = {}
        self._all = re.compile("")

    def learn(self, person: str, forms: dict[str, str]) -> None:
        self._patterns |= forms
        for form in forms:
            self._owners.setdefault(form, set()).add(person)

    def prepare(self) -> None:
        longest_first = sorted(self._patterns, key=len, reverse=True)
        self._all = re.compile("|".join(self._patterns[form] for form in longest_first))

    def find(self, text: str, folded: Folded, own: str | None) -> Iterator[Finding]:
        if not self._owners:
            return
        for match in self._all.finditer(folded.text):
            form = self._form(match.group())
            others = sorted(self._owners[form] - {own or ""})
            if others:
                start = folded.origin[match.start()]
                end = original_end(folded.origin, match.end())
                doubt = own in self._owners[form] or _is_word(form)
                sure = Certainty.QUESTION if doubt else Certainty.BLOCK
                yield Finding(start, end, text[start:end], others[0], sure)

    def _form(self, found: str) -> str:
        """The recorded form behind a match: without spaces, then without an honorific."""
        plain = re.sub(r"\s", "", found)
        while plain not in self._owners:
            plain = plain[:-1]
        return plain


def _is_word(form: str) -> bool:
    """Whether a name without spaces may be a word or a piece of one; short Thai names often are."""
    return form in words_in(frozenset()) or ("\u0e00" <= form[0] <= "\u0e7f" and len(form) <= 3)


def replace(text: str, finding: Finding) -> str:
    """The text with one mention turned into "a peer" or "a peer’s", capital where it opens."""
    words = finding.suggestion
    if opens_sentence(text, finding.start):
        words = words[0].upper() + words[1:]
    if _POSSESSIVE.search(finding.text):
        words += "’s"
    elif finding.text.endswith(".") and _SENTENCE_END.match(text, finding.end):
        words += "."
    return text[: finding.start] + words + text[finding.end :]


def _apart(found: list[Finding]) -> list[Finding]:
    """Sorted by place; where two overlap the longer stays."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or finding.start >= kept[-1].end:
            kept.append(finding)
        elif finding.end - finding.start > kept[-1].end - kept[-1].start:
            kept[-1] = finding
    return kept
