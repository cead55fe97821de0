"""Run a child program again and again, each time with one system call failing or killing it.

`sweep` makes the first, second, third … call of a kind fail until a run needs no more of them, so
that every call is hit once. It needs strace, which the project's set-up installs.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

LONGEST_RUN = 60
MOST_CALLS = 2000
THOROUGH = bool(os.environ.get("TORTURE"))


class Action(Enum):
    """What happens at the call, as strace is told."""

    EIO = "error=EIO"
    ENOSPC = "error=ENOSPC"
    KILL = "signal=SIGKILL"


Plan = Mapping[str, Sequence[Action]]
"""System calls, each with what is tried at it."""


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


def sweep(
    module: str, prepare: Callable[[Path], Sequence[str]], base: Path, plan: Plan
) -> Iterator[Outcome]:
    """Run `python -m module` once for every call of the plan, each in a fresh folder below `base`.

    `prepare` fills the folder and returns the arguments. The run of each kind that no longer
    reaches the call is not an outcome, but it has to end well.
    """
    runs = 0
    for call, actions in plan.items():
        for action in actions:
            for nth in range(1, MOST_CALLS):
                runs += 1
                place = base / f"run{runs}"
                place.mkdir()
                outcome, hit = _run(module, prepare(place), place, (call, action, nth))
                if not hit:
                    assert outcome.returncode == 0, outcome.where
                    break
                yield outcome


def _run(
    module: str, arguments: Sequence[str], place: Path, fault: tuple[str, Action, int]
) -> tuple[Outcome, bool]:
    call, action, nth = fault
    log = place.with_name(place.name + ".strace")
    child = subprocess.run(
        [
            *("strace", "-f", "-qq", "-o", str(log), "-e", f"trace={call}", "-e", "signal=none"),
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
