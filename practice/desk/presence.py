"""Presence: stretches of in and out, and the minutes that follow from them.

A member's minutes are the overlap of their stretches with the session's actual start and stop,
whole minutes rounded down. Stretches without an end reach to the stop.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from practice.errors import Refused


@dataclass(frozen=True)
class Stay:
    """In from `in_at`, out at `out_at`; no `out_at` means to the end. Aware moments."""

    in_at: datetime
    out_at: datetime | None = None


def seconds(stays: Iterable[Stay], started: datetime, stopped: datetime) -> float:
    """Seconds present between start and stop; overlapping stretches count once."""
    total, reached = 0.0, started
    for stay in sorted(stays, key=lambda s: s.in_at):
        begin = max(stay.in_at, reached)
        end = min(stay.out_at or stopped, stopped)
        if end > begin:
            total += (end - begin).total_seconds()
            reached = end
    return total


def minutes(stays: Iterable[Stay], started: datetime, stopped: datetime) -> int:
    """Whole minutes present, rounded down."""
    return int(seconds(stays, started, stopped) // 60)


def minutes_late(stays: Iterable[Stay], started: datetime) -> int:
    """Whole minutes from the start to the first time in; 0 when there from the start."""
    first = min((stay.in_at for stay in stays), default=started)
    return max(0, int((first - started).total_seconds() // 60))


def minutes_left_early(stays: Iterable[Stay], stopped: datetime) -> int:
    """Whole minutes from the last time out to the stop; 0 when there to the end."""
    last = max((stay.out_at or stopped for stay in stays), default=stopped)
    return max(0, int((stopped - last).total_seconds() // 60))


def is_in(stays: Iterable[Stay]) -> bool:
    """Whether someone is in the call now."""
    return any(stay.out_at is None for stay in stays)


def as_text(stays: Iterable[Stay], wall: "WallClock") -> str:
    """The stretches as people write them: `18:12-18:41, 18:50-`."""
    return ", ".join(
        f"{wall(s.in_at):%H:%M}-{f'{wall(s.out_at):%H:%M}' if s.out_at else ''}" for s in stays
    )


class WallClock:
    """Turns moments into the practice's wall time and times typed into moments of one session."""

    def __init__(self, zone: tzinfo, started: datetime) -> None:
        self._zone = zone
        self._started = started

    def __call__(self, moment: datetime) -> datetime:
        return moment.astimezone(self._zone)

    def moment(self, at: time, after: datetime | None = None) -> datetime:
        """The moment nearest the session's start that the wall shows as `at`.

        In the hour that the clocks show twice it is the first one, unless that comes before
        `after` (without it, the start).
        """
        day = self(self._started)
        shown = [
            datetime.combine((day + timedelta(days=d)).date(), at, day.tzinfo) for d in (-1, 0, 1)
        ]
        first = min(
            (wall.astimezone(UTC) for wall in shown), key=lambda found: abs(found - self._started)
        )
        second = self(first).replace(fold=1).astimezone(UTC)
        return first if first >= (after or self._started) else max(first, second)


_STRETCH = re.compile(r"(\d{1,2})[:.](\d{2})\s*[-–—]\s*(?:(\d{1,2})[:.](\d{2}))?")
_HOW = "Write times as 18:12-18:41, with a comma between stretches; leave the last end open."


def parse(
    text: str, wall: WallClock, started: datetime, before: Iterable[Stay] = ()
) -> tuple[Stay, ...]:
    """Read what `as_text` writes. Raises Refused when it is not times in their order.

    A time in the minute of the start, or of a time recorded `before`, means that very moment, so
    that correcting one time does not cost the seconds of the others.
    """
    before = tuple(before)
    times_in = (started, *(stay.in_at for stay in before))
    times_out = tuple(stay.out_at for stay in before if stay.out_at)
    stays: list[Stay] = []
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        match = _STRETCH.fullmatch(part)
        if match is None:
            raise Refused(f"“{part[:40]}” is not a time. {_HOW}", field="times")
        after = stays[-1].out_at if stays else None
        in_at = _known(_typed(match[1], match[2]), wall, times_in, after)
        out_at = _known(_typed(match[3], match[4]), wall, times_out, in_at) if match[3] else None
        if (stays and (after is None or in_at < after)) or (out_at is not None and out_at < in_at):
            raise Refused(f"The times are not in order. {_HOW}", field="times")
        stays.append(Stay(in_at, out_at))
    return tuple(stays)


def _known(
    typed: time, wall: WallClock, moments: Iterable[datetime], after: datetime | None
) -> datetime:
    within = (m for m in moments if wall(m).time().replace(second=0, microsecond=0) == typed)
    return next(within, None) or wall.moment(typed, after)


def _typed(hour: str, minute: str) -> time:
    try:
        return time(int(hour), int(minute))
    except ValueError:
        raise Refused(f"{hour}:{minute} is not a time. {_HOW}", field="times") from None
