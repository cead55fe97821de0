"""Where the arrow keys go: from appointment to appointment and over the free times between. Pure.

A column lists its appointments as `side_by_side` gives them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from practice.ui.schedule.keys import Do
from practice.ui.schedule.span import DAY, STEP, Placed, minute_of

Column = Sequence[Placed]


@dataclass(frozen=True)
class Here:
    """A place in the calendar: an appointment's id, or a free time if there is none."""

    column: int
    minute: int
    id: str = ""


def _start(one: Placed) -> int:
    return minute_of(one.appointment.starts)


def _end(one: Placed) -> int:
    return _start(one) + one.appointment.minutes


def _on(column: int, one: Placed) -> Here:
    return Here(column, _start(one), one.appointment.id)


def standing_at(columns: Sequence[Column], column: int, minute: int) -> Here:
    """What is at a time: the appointment that takes it, or the free half hour."""
    minute = min(max(0, minute), DAY - STEP) // STEP * STEP
    for one in columns[column]:
        if _start(one) < minute + STEP and _end(one) > minute:
            return _on(column, one)
    return Here(column, minute)


def step(columns: Sequence[Column], here: Here, do: Do) -> Here | None:
    """The next place that way; None where that lies in a column that is not shown."""
    ways = {Do.UP: _up, Do.DOWN: _down, Do.FIRST: _first, Do.LAST: _last}
    if do in ways:
        return ways[do](columns[here.column], here)
    return _sideways(columns, here, 1 if do is Do.RIGHT else -1)


def _current(column: Column, here: Here) -> Placed | None:
    return next((one for one in column if here.id and one.appointment.id == here.id), None)


def _down(column: Column, here: Here) -> Here:
    current = _current(column, here)
    if current:
        following = column[column.index(current) + 1 :]
        free = -(-_end(current) // STEP) * STEP
    else:
        following = [one for one in column if _start(one) >= here.minute]
        free = here.minute + STEP
    if following and _start(following[0]) < free + STEP:
        return _on(here.column, following[0])
    return Here(here.column, free) if free < DAY else here


def _up(column: Column, here: Here) -> Here:
    current = _current(column, here)
    if current:
        before = column[: column.index(current)]
        free = (_start(current) - 1) // STEP * STEP
    else:
        before = [one for one in column if _start(one) < here.minute]
        free = here.minute - STEP
    if before and max(map(_end, before)) > free:
        return _on(here.column, before[-1])
    return Here(here.column, free) if free >= 0 else here


def _first(column: Column, here: Here) -> Here:
    return _on(here.column, column[0]) if column else here


def _last(column: Column, here: Here) -> Here:
    return _on(here.column, column[-1]) if column else here


def _sideways(columns: Sequence[Column], here: Here, way: int) -> Here | None:
    beside = _in_the_next_lane(columns[here.column], here, way)
    if beside:
        return beside
    if not 0 <= here.column + way < len(columns):
        return None
    return standing_at(columns, here.column + way, here.minute)


def _in_the_next_lane(column: Column, here: Here, way: int) -> Here | None:
    current = _current(column, here)
    if current is None:
        return None
    lanes = [
        one
        for one in column
        if (one.lane - current.lane) * way > 0
        and _start(one) < _end(current)
        and _end(one) > _start(current)
    ]
    nearest = min(lanes, key=lambda one: abs(one.lane - current.lane), default=None)
    return _on(here.column, nearest) if nearest else None
