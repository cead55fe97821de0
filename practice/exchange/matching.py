"""Which column of a list is which: by its heading, in several languages, small slips forgiven."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from practice.exchange import guard
from practice.exchange.columns import BY_KEY, DAYS, USES
from practice.exchange.dates import Evidence, evidence, together
from practice.exchange.sheet import Row, Sheet
from practice.exchange.wording import headings, plain

HEADING_WITHIN = 10
"""Rows at the top among which the headings are looked for; titles may stand above them."""
ALIKE = 88
"""How alike a heading is to a known one that it counts as a slip (0 to 100)."""
SHORTEST_SLIP = 5
SAMPLES = 3

Uses = Mapping[int, str]
"""The key of what each column is used for, by its place from 0; columns not used are not there."""


@dataclass(frozen=True)
class Column:
    """One column as the file has it; `use` is the key of what its heading means, or nothing.

    `order` is what its cells would tell about the order of day and month, were they days.
    """

    place: int
    heading: str
    use: str
    samples: tuple[str, ...]
    order: Evidence


@dataclass(frozen=True)
class Table:
    """A list with its columns; `heading` is the row of headings, if one was recognised.

    `above` counts rows above the headings, which are titles and belong to nobody.
    """

    columns: tuple[Column, ...]
    heading: Row | None
    above: int
    rows: tuple[Row, ...]

    @property
    def recognised(self) -> bool:
        """Whether any heading means something here."""
        return self.heading is not None and any(map(meaning, self.heading.cells))

    @property
    def uses(self) -> dict[int, str]:
        """What the headings say."""
        return {column.place: column.use for column in self.columns if column.use}

    def evidence(self, uses: Uses) -> Evidence:
        """What the columns used for days tell about the order of day and month."""
        return together(column.order for column in self.columns if uses.get(column.place) in DAYS)


def table(sheet: Sheet, *, headed: bool = False) -> Table:
    """The columns and rows of a sheet, whichever row its headings are in.

    `headed` where the person says that the first row holds them, though none was recognised.
    """
    top = sheet.rows[:HEADING_WITHIN]
    found = [sum(bool(meaning(cell)) for cell in row.cells) for row in top]
    best = found.index(max(found))
    heading = sheet.rows[best] if found[best] or headed else None
    rows = sheet.rows[best + 1 :] if heading else sheet.rows
    usual, _ = Counter(len(row.cells) for row in sheet.rows).most_common(1)[0]
    width = max(usual, len(heading.cells) if heading else 0)
    return Table(_columns(heading, rows, width), heading, best if heading else 0, rows)


def _columns(heading: Row | None, rows: tuple[Row, ...], width: int) -> tuple[Column, ...]:
    taken: set[str] = set()
    columns = []
    for place in range(width):
        name = heading.cells[place] if heading and place < len(heading.cells) else ""
        use = meaning(name)
        use = "" if use in taken or use not in BY_KEY else use
        taken.add(use)
        order = evidence(row.cells[place] for row in rows if place < len(row.cells))
        columns.append(Column(place, " ".join(name.split()), use, _samples(rows, place), order))
    return tuple(columns)


def meaning(heading: str) -> str:
    """The key a heading stands for, or nothing."""
    known, name = _known(), plain(heading)
    if name in known or len(name) < SHORTEST_SLIP:
        return known.get(name, "")
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only while a list comes in

    best = process.extractOne(name, known.keys(), scorer=fuzz.ratio, score_cutoff=ALIKE)
    return known[best[0]] if best else ""


@cache
def _known() -> dict[str, str]:
    """Other programs' headings, and those of this program's own lists."""
    return headings() | {plain(use.words): use.key for use in USES}


def _samples(rows: tuple[Row, ...], place: int) -> tuple[str, ...]:
    found: list[str] = []
    for row in rows:
        cell = guard.lifted(row.cells[place]).strip() if place < len(row.cells) else ""
        if cell and cell not in found:
            found.append(cell)
            if len(found) == SAMPLES:
                break
    return tuple(found)
