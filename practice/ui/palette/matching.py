"""Which items fit what was typed, the best first."""

from collections.abc import Sequence
from enum import IntEnum

from rapidfuzz.distance import OSA

from practice.text import fold
from practice.ui.palette.items import Item, Kind

MOST = 30
"""As many results as anyone looks through."""
_KINDS = {kind: place for place, kind in enumerate(Kind)}


class Fit(IntEnum):
    """How well something fits, best first."""

    BEGINS = 0
    WORDS_BEGIN = 1
    HOLDS = 2
    NEARLY = 3


class Index:
    """Items with their words folded once, so that a key costs little. `used` is in memory only."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._entries = [_Entry(item) for item in items]
        self._with: dict[str, set[int]] = {}
        for place, entry in enumerate(self._entries):
            for word in entry.words:
                self._with.setdefault(word, set()).add(place)

    def find(self, typed: str, used: Sequence[str]) -> list[Item]:
        """The items that fit; of equally good ones those `used` last (their ids) come first."""
        wanted = fold(typed).split()
        if not wanted:
            return []
        whole = " ".join(wanted)
        places = set[int].intersection(*(self._places(part) for part in wanted))
        order = {item_id: place for place, item_id in enumerate(used)}
        found = [
            (fit, order.get(entry.item.id, len(used)), _KINDS[entry.item.kind], place, entry.item)
            for place, entry in ((place, self._entries[place]) for place in places)
            if (fit := entry.fit(whole, wanted)) is not None
        ]
        return [row[-1] for row in sorted(found, key=lambda row: row[:-1])[:MOST]]

    def _places(self, part: str) -> set[int]:
        """Who may fit; a word is compared once, however many have it."""
        near = (places for word, places in self._with.items() if _nearly(part, word))
        holding = (place for place, entry in enumerate(self._entries) if part in entry.text)
        return set(holding).union(*near)

    def without_words(self, used: Sequence[str]) -> list[Item]:
        """What to offer before anything is typed: used last, then the day, then the commands."""
        by_id = {entry.item.id: entry.item for entry in self._entries}
        last = [by_id[item_id] for item_id in used if item_id in by_id]
        kinds = (Kind.SESSION, Kind.COMMAND)
        rest = [item for item in by_id.values() if item.kind in kinds and item not in last]
        return [*last, *rest][:MOST]


class _Entry:
    def __init__(self, item: Item) -> None:
        self.item = item
        self.title = fold(item.title)
        self.text = f"{self.title} {fold(item.also)}".rstrip()
        self.words = self.text.split()

    def fit(self, whole: str, wanted: Sequence[str]) -> Fit | None:
        """`wanted` are the folded words of `whole`."""
        if self.title.startswith(whole):
            return Fit.BEGINS
        if all(any(word.startswith(part) for word in self.words) for part in wanted):
            return Fit.WORDS_BEGIN
        if all(part in self.text for part in wanted):
            return Fit.HOLDS
        if all(any(_nearly(part, word) for word in self.words) for part in wanted):
            return Fit.NEARLY
        return None


def _nearly(part: str, word: str) -> bool:
    """One slip in four letters or more, two in eight: a letter wrong, missing, added or swapped.

    The word may still be being typed, so its beginning counts too.
    """
    if word.startswith(part):
        return True
    slips = 0 if len(part) < 4 else 1 if len(part) < 8 else 2
    if not slips or len(word) < len(part) - slips:
        return False
    begun = word[: len(part)]
    return min(_slips(part, word, slips), _slips(part, begun, slips)) <= slips


def _slips(part: str, word: str, most: int) -> int:
    return int(OSA.distance(part, word, score_cutoff=most))
