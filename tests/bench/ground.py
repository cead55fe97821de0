"""The practices measured on: made once on a machine, copied for every run."""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path
from zoneinfo import ZoneInfo

from practice import clock
from practice.demo import make, world
from practice.desk import planning
from practice.models import store
from practice.vault import device
from practice.vault.vault import open_vault

DEVICE_KEY = Path("settings", "practice", "device.key")
PASSPHRASE = "measured harbour lantern river"
BEGIN = datetime(2026, 11, 17, 8, 50, tzinfo=ZoneInfo(world.ZONE))
"""A Tuesday, ten minutes before the day's first session."""
_ROOT = Path(__file__).parents[2]
_SOURCES = ("practice/demo", "practice/models", "practice/vault", "resources/demo", "tests/bench")


class Size(Enum):
    """Ten years, as the measured figures want it, and its first; the demo's, for a quick look."""

    TEN_YEARS = "ten-years"
    FIRST_YEAR = "first-year"
    YEAR = "year"


_WORLDS = {
    Size.TEN_YEARS: world.ten_years,
    Size.FIRST_YEAR: world.first_year,
    Size.YEAR: world.year,
}


@dataclass(frozen=True)
class Ground:
    """A practice at rest, what it took to make in seconds, and its size in MiB."""

    folder: Path
    seconds: float
    mib: float


def ground(size: Size) -> Ground:
    """The practice, from the cache of this machine where it was made of the same sources."""
    return kept(size.value, lambda place: _make(place, size))


def kept(name: str, make_it: Callable[[Path], None]) -> Ground:
    """A ground in the cache; made under another name first, so that half of one is no ground."""
    cache = _cache() / "practice-bench"
    place = cache / f"{name}-{_digest()}"
    if not place.exists():
        for old in cache.glob(f"{name}-*"):
            shutil.rmtree(old)
        unfinished = place.with_name(f"{place.name}.tmp")
        unfinished.mkdir(parents=True, mode=0o700)
        begun = time.perf_counter()
        make_it(unfinished)
        (unfinished / "seconds").write_text(str(time.perf_counter() - begun))
        unfinished.rename(place)
    files = (path for path in place.rglob("*") if path.is_file())
    mib = sum(path.stat().st_size for path in files) / 2**20
    return Ground(place, float((place / "seconds").read_text()), mib)


def _cache() -> Path:
    named = os.environ.get("XDG_CACHE_HOME", "")
    return Path(named) if named else Path.home() / ".cache"


def _digest() -> str:
    digest = hashlib.sha256()
    for source in _SOURCES:
        for path in sorted((_ROOT / source).rglob("*")):
            if path.suffix in (".py", ".toml", ".csv"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _make(place: Path, size: Size) -> None:
    data, secret = place / "data", place / DEVICE_KEY
    data.mkdir(mode=0o700)
    make.make_demo(data, BEGIN.date(), _WORLDS[size])
    _settle_in(data)
    secret.parent.mkdir(parents=True, mode=0o700)
    (data / secret.name).rename(secret)


def _settle_in(data: Path) -> None:
    """A passphrase at the full cost, and one day's work done, as in any practice in use."""
    vault = open_vault(data, device.demo_file(data))
    for person in vault.users:
        vault.change_passphrase(person.id, make.PASSPHRASE, PASSPHRASE)
    user = vault.users[0].id
    unlocked = vault.unlock(user, PASSPHRASE)
    clock.use(lambda: BEGIN)
    store.open_files(data, unlocked.file_keys(), user)
    try:
        planning.extend()
        heads = store.heads()
    finally:
        store.rest()
        clock.use(None)
    vault.record_heads(heads)


@contextmanager
def copied(made: Ground) -> Iterator[Path]:
    """A fresh copy beside the original, on the disk and settled; removed afterwards.

    In it: `data`, the data folder, and `settings`, for XDG_CONFIG_HOME.
    """
    place = Path(tempfile.mkdtemp(prefix="run-", dir=made.folder.parent))
    try:
        shutil.copytree(made.folder, place, dirs_exist_ok=True)
        os.sync()
        yield place
    finally:
        shutil.rmtree(place)
