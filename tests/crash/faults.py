"""Run a child program again and again, each time with one system call failing or killing it.

`sweep` makes the first, second, third … call of a kind fail until a run needs no more of them, so
that every call is hit once. It needs strace, which the project's set-up installs.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import Enum
from itertools import count
from pathlib import Path

LONGEST_RUN = 60
MOST_CALLS = 2000
WORKERS = os.cpu_count() or 1
THOROUGH = bool(os.environ.get("TORTURE"))


class Action(Enum):
    """What happens at the call, as strace is told."""

    EIO = "error=EIO"
    ENOSPC = "error=ENOSPC"
    KILL = "signal=SIGKILL"


Plan = Mapping[str, Sequence[Action]]
"""System calls, each with what is tried at it."""

EVERYTHING = tuple(Action)


def wanted(plan: Plan) -> set[tuple[str, Action]]:
    """Every kind of fault of a plan; a sweep that has met them all proves it hit what it should."""
    return {(call, action) for call, actions in plan.items() for action in actions}


_TRACE = ("strace", "-f", "-qq")
_QUICK = "--seccomp-bpf"
"""Stops at nothing but the calls asked for. A signal sent at a call does not arrive then."""


@dataclass(frozen=True)
class Outcome:
    """One run. `place` holds what it left; `said` is its standard output, whole lines only."""

    call: str
    action: Action
    nth: int
    place: Path
    returncode: int
    said: tuple[str, ...]
    errors: str

    @property
    def where(self) -> str:
        """For messages of failing tests."""
        return f"{self.action.name} at {self.call} {self.nth}: {self.said} {self.errors[-2000:]}"


def met(outcomes: Iterable[Outcome]) -> set[tuple[str, Action]]:
    """The kinds of fault that happened."""
    return {(outcome.call, outcome.action) for outcome in outcomes}


def sweep(
    module: str,
    prepare: Callable[[Path], Sequence[str]],
    base: Path,
    plan: Plan,
    *,
    after: str = "",
) -> Iterator[Outcome]:
    """Run `python -m module` once for every call of the plan, each in a fresh folder below `base`.

    `prepare` fills the folder and returns the arguments. With `after`, only calls are hit that
    come after the child said that line. The run of each kind that no longer reaches the call is
    not an outcome, but it has to end well.
    """
    base.mkdir(exist_ok=True)
    runs = count()

    def one(fault: tuple[str, Action, int]) -> tuple[Outcome, bool]:
        place = base / f"run{next(runs)}"
        place.mkdir()
        return _run(module, prepare(place), place, fault)

    passed = _calls_before(after, plan, module, prepare, base) if after else {}
    with ThreadPoolExecutor(WORKERS) as pool:
        for call, actions in plan.items():
            for action in actions:
                yield from _until_missed(pool, one, call, action, 1 + passed.get(call, 0))


def _until_missed(
    pool: ThreadPoolExecutor,
    one: Callable[[tuple[str, Action, int]], tuple[Outcome, bool]],
    call: str,
    action: Action,
    first: int,
) -> Iterator[Outcome]:
    for start in range(first, MOST_CALLS, WORKERS):
        tried = [(call, action, nth) for nth in range(start, start + WORKERS)]
        found = list(pool.map(one, tried))
        yield from (outcome for outcome, hit in found if hit)
        missed = [outcome for outcome, hit in found if not hit]
        for outcome in missed:
            assert outcome.returncode == 0, outcome.where
        if missed:
            return


def _calls_before(
    line: str,
    calls: Iterable[str],
    module: str,
    prepare: Callable[[Path], Sequence[str]],
    base: Path,
) -> dict[str, int]:
    """How often an undisturbed child makes each call before it says the line."""
    place = base / "counted"
    place.mkdir()
    log = place.with_name(place.name + ".strace")
    command = [*_TRACE, _QUICK, "-o", str(log), "-e", f"trace={','.join({*calls, 'write'})}"]
    subprocess.run(
        [*command, sys.executable, "-m", module, *prepare(place)],
        capture_output=True,
        timeout=LONGEST_RUN,
        check=True,
    )
    before = log.read_text().split(f'"{line}')[0].splitlines()
    return {call: sum(f" {call}(" in entry for entry in before) for call in calls}


def _run(
    module: str, arguments: Sequence[str], place: Path, fault: tuple[str, Action, int]
) -> tuple[Outcome, bool]:
    call, action, nth = fault
    log = place.with_name(place.name + ".strace")
    quick = () if action is Action.KILL else (_QUICK,)
    child = subprocess.run(
        [
            *(*_TRACE, *quick, "-o", str(log), "-e", f"trace={call}", "-e", "signal=none"),
            *("-e", f"inject={call}:{action.value}:when={nth}"),
            *(sys.executable, "-m", module, *arguments),
        ],
        capture_output=True,
        text=True,
        timeout=LONGEST_RUN,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    said = tuple(line for line in child.stdout.splitlines() if line)
    outcome = Outcome(call, action, nth, place, child.returncode, said, child.stderr)
    hit = "(INJECTED)" in log.read_text() or child.returncode in {-9, 137}
    return outcome, hit
