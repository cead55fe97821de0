"""Who may be on record already, or twice in the list: people decide, nothing is merged by itself.

Compared are those who were born on the same day or share a word of their names. They are shown as
likely the same person

- where the birth date is the same and the names are much alike,
- where it is missing on one side and the names are nearly the same,
- where it differs by a slip (day and month exchanged, one figure) and the names nearly the
  same.

Where hundreds share a word or a day, the first so many are compared: those of exactly the name
first, then those born on the day, then those who share a word, the rarest word first.

How alike two names are is the share of letters they have in common, in the same order, whichever
way round the words are written (rapidfuzz's ratio over sorted words, 0 to 100).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from practice.desk.members import MemberDetails, MemberRow
from practice.exchange.people import Person
from practice.exchange.progress import Progress
from practice.text import fold

ALIKE = 80
NEARLY_SAME = 92
MOST_COMPARED = 200
"""Others each person is compared with at most, so that no list takes longer than its length."""


@dataclass(frozen=True)
class Known:
    """Someone on record, or in an earlier row of the list; `where` says which: M-0012, row 7."""

    id: str
    details: MemberDetails
    where: str
    on_record: bool


@dataclass(frozen=True)
class Double:
    """A person of the list, and who they may be; `alike` from 0 to 100."""

    person: Person
    known: Known
    alike: int


@dataclass(frozen=True)
class _Entry:
    known: Known
    name: str
    words: frozenset[str]
    born: date | None


class _Index:
    """Everybody seen so far, found by name, by birth date or by a word of the name."""

    def __init__(self) -> None:
        self._names: dict[str, list[_Entry]] = defaultdict(list)
        self._born: dict[date, list[_Entry]] = defaultdict(list)
        self._words: dict[str, list[_Entry]] = defaultdict(list)

    def add(self, entry: _Entry) -> None:
        """From now on this one may be found."""
        self._names[entry.name].append(entry)
        if entry.born:
            self._born[entry.born].append(entry)
        for word in entry.words:
            self._words[word].append(entry)

    def near(self, entry: _Entry) -> Iterator[_Entry]:
        """Those who could be the same, each once, the likeliest first."""
        born = self._born.get(entry.born, []) if entry.born else []
        words = sorted((self._words.get(word, []) for word in entry.words), key=len)
        found = chain(self._names.get(entry.name, []), born, *words)
        seen = set[str]()
        for other in islice(found, 2 * MOST_COMPARED):
            if other.known.id not in seen:
                seen.add(other.known.id)
                yield other
                if len(seen) == MOST_COMPARED:
                    return


def find(
    people: tuple[Person, ...], record: list[MemberRow], progress: Progress
) -> tuple[Double, ...]:
    """At most one double for each person, the most alike; those on record come before rows."""
    index = _Index()
    for row in record:
        index.add(_entry(Known(row.id, row, row.code, on_record=True)))
    found = []
    for person in progress.through(people, len(people)):
        entry = _entry(
            Known(person.id, person.details, f"row {person.row.number}", on_record=False)
        )
        if best := _best(entry, index):
            found.append(Double(person, *best))
        index.add(entry)
    return tuple(found)


def _entry(known: Known) -> _Entry:
    words = sorted(fold(known.details.full_name).replace("-", " ").split())
    long = frozenset(word for word in words if len(word) > 1 or not word.isascii())
    return _Entry(known, " ".join(words), long or frozenset(words), known.details.birth_date)


def _best(entry: _Entry, index: _Index) -> tuple[Known, int] | None:
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  # only while a list comes in

    best: tuple[bool, int, Known] | None = None
    for other in index.near(entry):
        needed = _needed(entry.born, other.born)
        alike = int(ratio(entry.name, other.name, score_cutoff=needed)) if needed else 0
        if alike and (best is None or (other.known.on_record, alike) > best[:2]):
            best = (other.known.on_record, alike, other.known)
    return (best[2], best[1]) if best else None


def _needed(one: date | None, other: date | None) -> int:
    """How alike the names must be; 0 where the birth dates say that it is someone else."""
    if one is None or other is None:
        return NEARLY_SAME
    if one == other:
        return ALIKE
    return NEARLY_SAME if _slip(one, other) else 0


def _slip(one: date, other: date) -> bool:
    exchanged = one.year == other.year and (one.day, one.month) == (other.month, other.day)
    figures = zip(one.isoformat(), other.isoformat(), strict=True)
    return exchanged or sum(a != b for a, b in figures) == 1
