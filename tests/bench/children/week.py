"""The schedule on ten years of sessions: a week read, a place checked, appointments moved."""

import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial

DAY = timedelta(days=1)
ROUNDS = 5


def measured() -> dict[str, object]:
    """Milliseconds of each, several times."""
    from practice.desk import calendar, schedule, series  # noqa: PLC0415  # loaded when needed
    from practice.desk.practice import today  # noqa: PLC0415
    from practice.desk.series import Scope  # noqa: PLC0415

    monday = today() - today().weekday() * DAY
    weeks = [monday + number * 7 * DAY for number in range(ROUNDS)]
    read = [_timed(partial(calendar.between, week, week + 6 * DAY)) for week in weeks]
    ids = [row.id for row in schedule.on_day(monday + 8 * DAY)][:ROUNDS]
    rows = [schedule.session(one) for one in ids]
    evening = [row.starts.replace(hour=20) + number * DAY for number, row in enumerate(rows)]
    places = list(zip(rows, evening, strict=True))
    asked = [series.as_moved(row.id, wall, row.minutes) for row, wall in places]
    found: dict[str, object] = {
        "week_read_ms": read,
        "check_ms": [_timed(partial(series.check, one)) for one in asked],
    }
    for name, scope in (("move_ms", Scope.THIS), ("move_series_ms", Scope.ALL)):
        found[name] = [
            _timed(partial(series.move, row.id, wall, row.minutes, scope)) for row, wall in places
        ]
    return found


def _timed(what: Callable[[], object]) -> float:
    begun = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - begun)
