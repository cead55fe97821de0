"""Time that is nobody's appointment: lunch, supervision, a meeting.

A block stands in nobody's way: placing something over one says so, and the next free time leaves
it out. One that comes again may be moved or removed for a single day.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from practice.desk import rules
from practice.desk.rules import Rule
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import Block
from practice.text import clean_line

MOST_MINUTES = 24 * 60


@dataclass(frozen=True, kw_only=True)
class BlockSpan:
    """What a block is for and when; `starts` is wall time, no clinician means everybody's."""

    words: str
    starts: datetime
    minutes: int
    clinician: str | None = None


@dataclass(frozen=True, kw_only=True)
class BlockDetails(BlockSpan):
    """A block to add; with a rule it comes again."""

    repeats: Rule | None = None


@dataclass(frozen=True, kw_only=True)
class BlockTime(BlockSpan):
    """A block on one day; `id` names the block, which may have many days."""

    id: str
    comes_again: bool

    @property
    def ends(self) -> datetime:
        """Wall time."""
        return self.starts + timedelta(minutes=self.minutes)


def add(details: BlockDetails) -> str:
    """Put a block into the calendar; returns its id. Raises Refused at the field that is wrong."""
    values = _checked(details)
    with operation(OFFICE, "Block time"):
        rule = details.repeats.text if details.repeats else ""
        return str(Block.create(**values, rule=rule).id)


def move(
    block_id: str,
    starts: datetime,
    minutes: int,
    *,
    day: date,
    only_this: bool = False,
    clinician: str | None = None,
) -> None:
    """Put the block of a day elsewhere, with all its other days or `only_this` one.

    With a clinician it becomes theirs.
    """
    block = Block.get_by_id(block_id)
    whose = clinician or block.clinician_id
    to = BlockSpan(words=block.words, starts=starts, minutes=minutes, clinician=whose)
    with operation(OFFICE, "Move blocked time"):
        change(block_id, to, day=day, only_this=only_this)


def change(block_id: str, to: BlockSpan, *, day: date, only_this: bool = False) -> None:
    """Let the block of a day be this instead, with all its other days or `only_this` one.

    Whether it comes again stays as it is. Raises Refused at the field that is wrong.
    """
    values, block = _checked(to), Block.get_by_id(block_id)
    with operation(OFFICE, "Change blocked time"):
        if block.rule and only_this:
            _leave_out(block, day)
            Block.create(**values)
            return
        if block.rule:
            rule = rules.parse(block.rule)
            moved, begin = rule.shifted(block.starts.date(), day, to.starts.date())
            values |= {"rule": moved.text, "starts": datetime.combine(begin, to.starts.time())}
        Block.update(**values).where(Block.id == block_id).execute()


def remove(block_id: str, *, day: date | None = None) -> None:
    """Free the time; with a day, only that day of a block that comes again."""
    block = Block.get_or_none(Block.id == block_id)
    if block is None:
        return
    with operation(OFFICE, "Free blocked time"):
        if block.rule and day is not None:
            _leave_out(block, day)
        else:
            block.delete_instance()


def between(first: date, last: date, clinician: str | None = None) -> list[BlockTime]:
    """The blocks of these days, both included, in order; with a clinician, theirs and everybody's.

    A block that began the day before and lasts over midnight is not looked for.
    """
    begin, end = datetime.combine(first, time.min), datetime.combine(last, time.max)
    query = Block.select().where(Block.starts <= end, (Block.rule != "") | (Block.starts >= begin))
    if clinician is not None:
        query = query.where(Block.clinician.is_null() | (Block.clinician == clinician))
    found = [time_ for block in query for time_ in _times(block, first, last)]
    return sorted(found, key=lambda one: (one.starts, one.words))


def _times(block: Block, first: date, last: date) -> list[BlockTime]:
    days = [block.starts.date()]
    if block.rule:
        skipped = set(block.skipped.split())
        days = rules.parse(block.rule).between(block.starts.date(), first, last)
        days = [day for day in days if day.isoformat() not in skipped]
    return [
        BlockTime(
            id=block.id,
            words=block.words,
            clinician=block.clinician_id,
            starts=datetime.combine(day, block.starts.time()),
            minutes=block.minutes,
            comes_again=bool(block.rule),
        )
        for day in days
    ]


def _leave_out(block: Block, day: date) -> None:
    Block.update(skipped=f"{block.skipped} {day.isoformat()}".strip()).where(
        Block.id == block.id
    ).execute()


def _checked(span: BlockSpan) -> dict[str, Any]:
    """The row's values; raises Refused at the field that is wrong."""
    words = clean_line(span.words, field="words")
    if not words:
        raise Refused("Please say what this time is for, such as Lunch.", field="words")
    if not 1 <= span.minutes <= MOST_MINUTES:
        raise Refused("The length should be between 1 minute and a day.", field="minutes")
    when = {"starts": span.starts, "minutes": span.minutes}
    return {"words": words, "clinician": span.clinician, **when}
