"""A draft assembled from what was recorded: whole sentences, each with where it came from.

Nothing is invented: a part without sources stays empty. Pure; nothing is read or written here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import attrgetter

from practice.care.forms import SHARED, Kind, Section
from practice.care.live import LineRow
from practice.care.plans import GoalRow
from practice.care.ratings import RatingRow
from practice.care.telling import Told, tell
from practice.care.wording import Frame
from practice.models.enums.live import RATED_WORDS, RatedWhen
from practice.models.enums.plans import Progress


@dataclass(frozen=True)
class Subject:
    """Whom the sentences are about. `pronoun` is empty where none is known: then it is the name."""

    name: str
    pronoun: str = ""
    plural: bool = False


WorkedOn = Sequence[tuple[GoalRow, Progress]]
GROUP = Subject("The group", "Members", plural=True)
_PRONOUNS = {"she": "She", "he": "He", "they": "They"}


def subject(name: str, pronouns: str) -> Subject:
    """By the member's own pronouns, as they say them: `she/her`, `they/them`; else by name."""
    first = pronouns.replace("/", " ").casefold().split()[:1]
    pronoun = _PRONOUNS.get(first[0], "") if first else ""
    return Subject(name, pronoun, plural=pronoun == "They")


@dataclass(frozen=True)
class Sentence:
    """One sentence of a part. `sources` are `line:…`, `rating:…`, `goal:…` or `technique:…`."""

    part: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class _Framed:
    told: Told
    sources: tuple[str, ...]
    more: Mapping[str, str] = field(default_factory=dict)


_AS_TYPED = frozenset({Frame.SENTENCE, Frame.FRAGMENT})
_NAME_EVERY = 3


def assemble(
    sections: Iterable[Section],
    who: Subject,
    lines: Iterable[LineRow],
    ratings: Sequence[RatingRow] = (),
    worked_on: WorkedOn = (),
) -> tuple[Sentence, ...]:
    """A member's sentences, section by section; lines in the order given, then ratings, then
    goals."""
    framed = [*_of_lines(lines), *_of_ratings(ratings), *_of_goals(worked_on)]
    return tuple(
        sentence
        for section in sections
        for sentence in _written(who, section.part, _drawn(section, framed))
    )


def _drawn(section: Section, framed: list[_Framed]) -> list[_Framed]:
    return [one for kind in section.draws for one in framed if one.told.kind is kind]


def of_group(lines: Iterable[LineRow]) -> tuple[Sentence, ...]:
    """The sentences of the part all notes share, from the lines about the whole group."""
    return tuple(_written(GROUP, SHARED, list(_of_lines(lines))))


def text_of(sentences: Iterable[Sentence], part: str) -> str:
    """The words of one part."""
    return " ".join(one.text for one in sentences if one.part == part)


def _of_lines(lines: Iterable[LineRow]) -> Iterator[_Framed]:
    for line in lines:
        for told in tell(line.text):
            yield _Framed(told, (f"line:{line.id}",))


def _of_ratings(ratings: Sequence[RatingRow]) -> Iterator[_Framed]:
    ordered = sorted(ratings, key=lambda row: list(RATED_WORDS).index(row.what))
    for what, rows in groupby(ordered, key=attrgetter("what")):
        found = {row.moment: row for row in rows}
        told = Told(Kind.RESPONSE, _rated(found), RATED_WORDS[what].lower())
        values = {moment.value: str(row.value) for moment, row in found.items()}
        yield _Framed(told, tuple(f"rating:{row.id}" for row in found.values()), values)


def _rated(found: Mapping[RatedWhen, RatingRow]) -> Frame:
    before, after = found.get(RatedWhen.BEFORE), found.get(RatedWhen.AFTER)
    if before is None or after is None:
        return Frame.RATED_AFTER if before is None else Frame.RATED_BEFORE
    return Frame.RATED_SAME if before.value == after.value else Frame.RATED_BOTH


_SAID = {
    Progress.FORWARD: Frame.FORWARD,
    Progress.STEADY: Frame.STEADY,
    Progress.BACK: Frame.BACK,
    Progress.NOT_WORKED_ON: Frame.NOT_WORKED_ON,
}


def _of_goals(worked_on: WorkedOn) -> Iterator[_Framed]:
    """One sentence for each word; goals with the same word share it."""
    for word, frame in _SAID.items():
        goals = [goal for goal, said in worked_on if said is word]
        if goals:
            names = " and ".join(f"“{_goal_words(goal)}”" for goal in goals)
            plural = len(goals) > 1
            more = {"goal": "goals" if plural else "goal", "was": "were" if plural else "was"}
            told = Told(Kind.ASSESSMENT, frame, names)
            yield _Framed(told, tuple(f"goal:{goal.id}" for goal in goals), more)


def _goal_words(goal: GoalRow) -> str:
    return " ".join(goal.words.split()).rstrip(".")


def _written(who: Subject, part: str, framed: list[_Framed]) -> Iterator[Sentence]:
    """The name where a stretch begins and every few sentences, else the pronoun."""
    named = 0
    before: Frame | None = None
    for one in _combined(framed):
        frame = one.told.frame
        by_name = not who.pronoun or before in _AS_TYPED or named % _NAME_EVERY == 0
        named += frame not in _AS_TYPED
        before = frame
        yield Sentence(part, _sentence(who, one, by_name=by_name), one.sources)


def _combined(framed: list[_Framed]) -> Iterator[_Framed]:
    """Two short acts become one sentence, and so do fragments that stand beside each other."""
    waiting: _Framed | None = None
    for one in framed:
        between = _between(waiting.told, one.told) if waiting else ""
        if waiting and between:
            waiting = _both(waiting, one, between)
            continue
        if waiting:
            yield waiting
        waiting = one
    if waiting:
        yield waiting


def _between(first: Told, second: Told) -> str:
    """What joins the two into one sentence; empty where they stay two."""
    if first.joins and second.joins:
        return " and "
    if second.frame is Frame.FRAGMENT and second.words.startswith("and "):
        return " "
    return "; " if first.frame is second.frame is Frame.FRAGMENT else ""


def _both(first: _Framed, second: _Framed, between: str) -> _Framed:
    words = f"{first.told.words.rstrip('.')}{between}{second.told.words}"
    sources = tuple(dict.fromkeys((*first.sources, *second.sources)))
    return _Framed(replace(first.told, words=words, joins=False), sources, first.more)


def _sentence(who: Subject, one: _Framed, *, by_name: bool) -> str:
    frame, words = one.told.frame, one.told.words
    begins = frame.value.startswith("{subject}")
    name = who.name if by_name else who.pronoun
    if not begins and (who is GROUP or not by_name):
        name = name.lower()
    if frame is Frame.FIRST_PERSON:
        words = _ended(words)
    was = "were" if who.plural and not by_name else "was"
    text = frame.value.format(**{"words": words, "subject": name, "was": was, **one.more})
    return _ended(text[:1].upper() + text[1:])


def _ended(text: str) -> str:
    whole = text[-1:] in ".!?…" or (text[-1:] in '”"' and text[-2:-1] in ".!?…")
    return text if whole else f"{text}."
