"""The one seam for time: everything asks here, so that tests can hold the clock still."""

import time
from collections.abc import Callable
from datetime import UTC, date, datetime, tzinfo


def _real() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _real
_monotonic: Callable[[], float] = time.monotonic


def now() -> datetime:
    """This moment, aware, in UTC, to the microsecond."""
    return _source()


def monotonic() -> float:
    """Seconds on a clock that never jumps; for idle time and debouncing only."""
    return _monotonic()


class Drift:
    """How far the wall clock and the steady one run apart: in sleep only the wall clock goes on."""

    def __init__(self) -> None:
        self._wall, self._steady = now(), monotonic()

    def look(self) -> float:
        """Seconds since the last look: ahead after sleep, less than 0 where it was set back."""
        wall, steady = now(), monotonic()
        gone, passed = (wall - self._wall).total_seconds(), steady - self._steady
        self._wall, self._steady = wall, steady
        return gone - passed


def today(zone: str | tzinfo) -> date:
    """The date on the practice's wall in its time zone."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415  # not needed to show the window

    return now().astimezone(ZoneInfo(zone) if isinstance(zone, str) else zone).date()


def use(source: Callable[[], datetime] | None, steady: Callable[[], float] | None = None) -> None:
    """Replace the clock (tests, the tour and the demo only); None puts the real one back."""
    global _source, _monotonic  # noqa: PLW0603
    _source = source or _real
    _monotonic = steady or time.monotonic
