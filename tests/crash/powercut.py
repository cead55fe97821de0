"""Power cuts, proven by replay: run a child once, then cut the power at every point of its run.

`record` notes everything the child writes, syncs, renames and says (under strace); `cuts` gives the
disks that a power cut at any of these points may leave, by the strict rules of `disk`.
"""

import hashlib
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import TypeVar

from tests.crash.disk import Disk, Event, Fate, Say, Sync, Tree, build, tree_of
from tests.crash.faults import LONGEST_RUN, THOROUGH
from tests.crash.trace import CALLS, UNKNOWN, Reader

_log = logging.getLogger(__name__)

T = TypeVar("T")
TORN = 6
"""How many torn disks are tried at each point of a thorough run."""


@dataclass(frozen=True)
class Recording:
    """A run that ended well: the disk before it, and everything it did to the disk or said."""

    before: Tree = field(repr=False)
    events: tuple[Event, ...] = field(repr=False)

    def without_syncs(self) -> "Recording":
        """The same run by a program that never waits for the disk, to prove that this shows."""
        return replace(self, events=tuple(e for e in self.events if not isinstance(e, Sync)))


@dataclass(frozen=True)
class Cut:
    """One power cut after so many events. `said` are the lines somebody counts on."""

    after: int
    fate: Fate
    said: tuple[str, ...]
    tree: Tree = field(repr=False)

    @property
    def where(self) -> str:
        """For messages of failing tests."""
        return f"cut after event {self.after}, unsynced {self.fate.value}, said {self.said[-1:]}"


def cuts(
    recording: Recording, sample: int, seed: int = 1, *, everywhere: bool = THOROUGH
) -> Iterator[Cut]:
    """With TORTURE every point of the run and every fate, else a sample of so many, by seed.

    A planted bug shows in a sample (`everywhere=False`). The end of the run is always among them,
    and the moment before the last thing is said.
    """
    rng, end = Random(seed), len(recording.events)
    fates = (Fate.LOST, Fate.KEPT, Fate.NAMES, *[Fate.TORN] * TORN)
    points = [(at, fate) for at in range(end) for fate in fates]
    if not everywhere:
        points = rng.sample(points, min(sample, len(points)))
    spoken = [at for at, event in enumerate(recording.events) if isinstance(event, Say)]
    points += [(at, fate) for at in (*spoken[-1:], end) for fate in fates]
    wanted: dict[int, list[Fate]] = {}
    for at, fate in points:
        wanted.setdefault(at, []).append(fate)
    for at, disk, said in _moments(recording):
        yield from (Cut(at, fate, said, disk.after(fate, rng)) for fate in wanted.get(at, ()))


def told(recording: Recording) -> Iterator[tuple[str, Tree]]:
    """Each line the child said, with the disk as it was then for a program running on."""
    for _, disk, said in _moments(recording, only=Say):
        yield said[-1], disk.after(Fate.KEPT, Random())


def _moments(
    recording: Recording, only: type[Event] | None = None
) -> Iterator[tuple[int, Disk, tuple[str, ...]]]:
    disk, said = Disk(recording.before), tuple[str, ...]()
    if only is None:
        yield 0, disk, said
    for at, event in enumerate(recording.events, start=1):
        disk.do(event)
        if isinstance(event, Say):
            said = (*said, event.line)
        if only is None or isinstance(event, only):
            yield at, disk, said


def examine(found: Iterable[Cut], look: Callable[[Path], T], base: Path) -> Iterator[tuple[Cut, T]]:
    """Build each disk in a folder of its own and look at it, equal disks once."""
    known, seen = dict[bytes, T](), 0
    for cut in found:
        mark = _mark(cut.tree)
        if mark not in known:
            place = base / f"cut{len(known)}"
            place.mkdir()
            build(cut.tree, place)
            known[mark] = look(place)
            shutil.rmtree(place)
        yield cut, known[mark]
        seen += 1
    _log.info("%d power cuts, %d different disks", seen, len(known))


def _mark(tree: Tree) -> bytes:
    mark = hashlib.sha256()
    for path, content in sorted(tree.items()):
        mark.update(f"{path}\0{-1 if content is None else len(content)}\0".encode())
        mark.update(content or b"")
    return mark.digest()


def record(module: str, arguments: Sequence[str], place: Path) -> Recording:
    """Run `python -m module` once, undisturbed, on files that lie in `place`."""
    before, log = tree_of(place), place.with_name(place.name + ".strace")
    subprocess.run(
        [
            *("strace", "-f", "-qq", "-y", "-xx", "-s", "10000000", "-o", str(log)),
            *("-e", "signal=none", "-e", f"trace={','.join((*CALLS, *UNKNOWN))}"),
            *(sys.executable, "-m", module, *arguments),
        ],
        capture_output=True,
        timeout=LONGEST_RUN,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        check=True,
    )
    reader = Reader(place, Disk(before))
    with log.open() as lines:
        events = tuple(event for line in lines for event in reader.events(line))
    log.unlink()
    return Recording(before, events)
