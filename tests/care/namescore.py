"""How well the name check does on labelled sentences: found, missed, and cried wolf, by kind."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from practice.care.namecheck import Certainty, Finding, NameCheck
from tests.care.corpus import Mention, Roster, Sentence


@dataclass(frozen=True)
class Outcome:
    """What the check said of one sentence.

    `blocked` and `asked` are the mentions it found, by how sure it was; `missed` those it didn't;
    `alarms` and `doubts` are blocks and questions where nobody else is named.
    """

    sentence: Sentence
    blocked: tuple[Mention, ...]
    asked: tuple[Mention, ...]
    missed: tuple[Mention, ...]
    alarms: tuple[Finding, ...]
    doubts: tuple[Finding, ...]


@dataclass
class Score:
    """The sum of many outcomes."""

    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def sentences(self) -> int:
        return len(self.outcomes)

    @property
    def mentions(self) -> int:
        return sum(len(one.sentence.mentions) for one in self.outcomes)

    @property
    def recall(self) -> float:
        """Mentions that stand in the way of signing, of all; 1 where there are none."""
        return _share(sum(len(one.blocked) for one in self.outcomes), self.mentions)

    @property
    def noticed(self) -> float:
        """The same with those that are only asked about."""
        found = sum(len(one.blocked) + len(one.asked) for one in self.outcomes)
        return _share(found, self.mentions)

    @property
    def precision(self) -> float:
        """Blocks that name another member, of all blocks; 1 where there are none."""
        right = sum(len(one.blocked) for one in self.outcomes)
        return _share(right, right + sum(len(one.alarms) for one in self.outcomes))

    @property
    def alarmed(self) -> float:
        """Sentences with a block where nobody else is named, of all."""
        return _share(sum(bool(one.alarms) for one in self.outcomes), self.sentences, none=0)

    @property
    def doubted(self) -> float:
        """Sentences with a question where nobody else is named, of all."""
        return _share(sum(bool(one.doubts) for one in self.outcomes), self.sentences, none=0)


def outcome(sentence: Sentence) -> Outcome:
    """What the check says of a sentence; a mention is found where a finding of its person lies."""
    findings = _check(sentence.roster).find(sentence.text, sentence.roster.own)
    sure = [one for one in findings if one.certainty is Certainty.BLOCK]
    unsure = [one for one in findings if one.certainty is Certainty.QUESTION]
    blocked = _within(sentence.mentions, sure)
    asked = tuple(one for one in _within(sentence.mentions, unsure) if one not in blocked)
    return Outcome(
        sentence,
        blocked,
        asked,
        missed=tuple(one for one in sentence.mentions if one not in blocked + asked),
        alarms=_beside(sentence.mentions, sure),
        doubts=_beside(sentence.mentions, unsure),
    )


def score(sentences: Iterable[Sentence]) -> Score:
    """The sum over these sentences."""
    return Score([outcome(sentence) for sentence in sentences])


def told(found: Outcome) -> list[str]:
    """A line for everything that went wrong in one sentence."""
    text = found.sentence.text
    wrong = [("missed", text[one.start : one.end]) for one in found.missed]
    wrong += [("alarm at", one.text) for one in found.alarms]
    return [f"{found.sentence.kind}: {what} “{word}” in: {text}" for what, word in wrong]


@lru_cache(maxsize=64)
def _check(roster: Roster) -> NameCheck:
    return NameCheck(roster.people)


def _within(mentions: tuple[Mention, ...], found: list[Finding]) -> tuple[Mention, ...]:
    return tuple(one for one in mentions if any(_same(one, finding) for finding in found))


def _beside(mentions: tuple[Mention, ...], found: list[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in found if not any(_same(mention, one) for mention in mentions))


def _same(mention: Mention, finding: Finding) -> bool:
    overlaps = finding.start < mention.end and mention.start < finding.end
    return overlaps and mention.person == finding.person_id


def _share(part: int, whole: int, none: float = 1) -> float:
    return part / whole if whole else none
