"""Starts the measured programs, the baseline in turn with ours, and gathers what they answer."""

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench import ground
from tests.bench.children.names import STARTED
from tests.bench.figures import Figure, p95, p99, ratio, spread, told, within
from tests.bench.ground import Ground

_ROOT = Path(__file__).parents[2]
_NOT_HERE = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")  # an installed program has neither
FAST_DISK_MS = 2.0
PATIENCE = 120.0


@dataclass(frozen=True)
class Plan:
    """How often: starts of the window, runs of the whole program, keys in each."""

    windows: int
    programs: int
    keys: int


FULL = Plan(windows=15, programs=5, keys=310)
QUICK = Plan(windows=5, programs=2, keys=310)
ONCE = Plan(windows=1, programs=1, keys=62)


@dataclass
class Answers:
    """What the programs answered, by program."""

    empty: list[dict[str, Any]] = field(default_factory=list)
    window: list[dict[str, Any]] = field(default_factory=list)
    program: list[dict[str, Any]] = field(default_factory=list)
    importing: list[dict[str, Any]] = field(default_factory=list)


def measure(made: Ground, plan: Plan) -> Answers:
    """Run everything; the first start of each is left out, as it fills the system's caches."""
    found = Answers()
    with ground.copied(made) as place:
        for number in range(plan.windows + 1):
            empty, ours = start("empty", place), start("window", place, str(place / "data"))
            if number:
                found.empty.append(empty)
                found.window.append(ours)
    for _ in range(plan.programs):
        with ground.copied(made) as place:
            found.empty.append(start("empty", place))
            words = (ground.PASSPHRASE, ground.BEGIN.isoformat(), str(plan.keys))
            found.program.append(start("program", place, str(place / "data"), *words))
        with ground.copied(made) as place:
            found.importing.append(start("importing", place, str(place / "data"), *words[:2]))
    return found


def start(name: str, place: Path, *words: str) -> dict[str, Any]:
    """Run one program to its end; its answer. Its own settings and home lie in `place`."""
    kept = {key: value for key, value in os.environ.items() if key not in _NOT_HERE}
    homes = {"HOME": str(place), "XDG_CONFIG_HOME": str(place / "settings")}
    command = [sys.executable, "-m", f"tests.bench.children.{name}", *words]
    environment = {**kept, **homes, STARTED: str(time.monotonic_ns())}
    done = subprocess.run(
        command,
        env=environment,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode:
        raise RuntimeError(f"{name} ended with {done.returncode}:\n{done.stderr}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def figures(found: Answers, made: Ground) -> list[Figure]:
    """Everything measured, those with a limit first."""
    empty, window, program = found.empty, found.window, found.program
    importing = found.importing
    return [
        ratio("Window shown", _all(window, "shown_ms"), _all(empty, "shown_ms"), 2, "ms"),
        ratio("  its processor time", _all(window, "cpu_ms"), _all(empty, "cpu_ms"), 2, "ms"),
        within("Unlocked to Today", _all(program, "today_ms"), 500),
        *_keys(program),
        within("Progress report, first", _all(program, "report_first_ms"), 100),
        within("Progress report, again", _all(program, "report_warm_ms"), 100),
        within("  with every note's text", _all(program, "report_notes_ms"), 100),
        within("Another week, key to painted", _all(program, "weeks_ms"), 100),
        within("Rates of the whole practice", _all(program, "rates_ms"), 200),
        within("Week of the schedule, read", _all(program, "week_read_ms"), 30),
        within("  a place in it checked", _all(program, "check_ms"), 5),
        within("Appointment moved", _all(program, "move_ms"), 50),
        within("  with its whole series", _all(program, "move_series_ms"), 50),
        _p95("Search in notes, first results", _all(program, "search_ms"), 50),
        _p95("A key in the palette", _all(program, "palette_ms"), 50),
        told("  the palette opened, first time", _all(program, "palette_open_ms")),
        _p95("A member’s page", _all(program, "member_ms"), 100),
        ratio("Peak memory", _all(program, "peak_mib"), _all(empty, "peak_mib"), 2.5, "MiB"),
        told("  of it reached by Today", _all(program, "peak_at_today_mib"), "MiB"),
        told("Loading what reports need", _all(program, "report_loading_ms")),
        told("Reports page, first visit", _all(program, "report_shown_ms")),
        told("Live window opened", _all(program, "live_opened_ms")),
        told("Members page, first visit", _all(program, "members_ms")),
        told("Attendance page, first visit", _all(program, "figures_ms")),
        told("Schedule page, first visit", _all(program, "schedule_ms")),
        told("Backup of both files", _all(program, "backup_ms")),
        *_busy(program),
        within("5,000 people imported", _all(importing, "import_ms"), 5_000),
        _p99("  the window’s turns", importing, ("idle_turns_ms", "import_turns_ms"), 16),
        told("Practice generated", [made.seconds], "s"),
        told("  its size", [made.mib], "MiB"),
    ]


def _p95(name: str, values: list[float], limit: float) -> Figure:
    words = f"p95 at most {limit:g} ms"
    return Figure(f"{name}, of {len(values)}", _tail(values), p95(values), "", limit, words)


def _all(answers: list[dict[str, Any]], name: str) -> list[float]:
    found: list[float] = []
    for answer in answers:
        value = answer[name]
        found += value if isinstance(value, list) else [value]
    return found


def _keys(program: list[dict[str, Any]]) -> list[Figure]:
    kinds: dict[str, list[float]] = {}
    for answer in program:
        for kind, times in answer["keys_ms"].items():
            kinds.setdefault(kind, []).extend(times)
    every = [value for times in kinds.values() for value in times]
    probe = _all(program, "probe_ms")
    fast = p95(probe) < FAST_DISK_MS
    written = f"4 KB write, fsync: {_tail(probe)}"
    all_keys = Figure(
        f"A key, of {len(every)}", _tail(every), p95(every), written, 16, "p95 at most 16 ms", fast
    )
    each = [
        Figure(f"  {kind}, {len(times)}", _tail(times), p95(times)) for kind, times in kinds.items()
    ]
    unpainted = sum(answer["unpainted"] for answer in program)
    return [all_keys, *each, Figure("  keys not repainted at once", str(unpainted), unpainted)]


def _busy(program: list[dict[str, Any]]) -> list[Figure]:
    """Typing while a backup and searches run, beside the same with nothing else going on."""
    return [
        _p99(name, program, (f"quiet_{key}", f"busy_{key}"), limit)
        for name, key, limit in (
            ("  meanwhile a key, until painted", "keys_ms", 16),
            ("  the window’s turns", "turns_ms", 16),
            ("  searches", "searches_ms", None),
        )
    ]


def _p99(
    name: str, answers: list[dict[str, Any]], keys: tuple[str, str], limit: float | None
) -> Figure:
    """With nothing else going on, and meanwhile."""
    quiet, busy = (_all(answers, key) for key in keys)
    shown, beside = (f"p99 {p99(found):.1f} ms, worst {max(found):.0f}" for found in (busy, quiet))
    words = f"p99 at most {limit:g} ms" if limit else ""
    return Figure(f"{name}, {len(busy)}", shown, p99(busy), beside, limit, words)


def _tail(values: list[float]) -> str:
    return f"p95 {p95(values):.1f} ms ({spread(values)})"
