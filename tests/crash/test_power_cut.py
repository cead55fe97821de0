"""Power cuts while people work: what was said to be saved is there, and both files are whole."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from practice import clock
from practice.care import drafts, live, notes, signing
from practice.desk import attendance, schedule, sessions
from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.vault import device
from practice.vault.check import check_in_use
from practice.vault.vault import Unlocked, open_vault
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, TUESDAY, Clock
from tests.crash.powercut import Recording, cuts, examine, record, told
from tests.crash.disk import build

SESSION = "tests.crash.children.session"
SIGN = "tests.crash.children.sign"


@dataclass(frozen=True)
class Work:
    """A practice at rest, with one session."""

    folder: Path
    unlocked: Unlocked
    session: str

    def run(self, module: str, base: Path, *last: str) -> Recording:
        base.mkdir()
        shutil.copytree(self.folder, base / "data")
        office, clinical = (key.hex() for key in self.unlocked.file_keys().values())
        arguments = [str(base / "data"), office, clinical, self.unlocked.user.id, self.session]
        return record(module, [*arguments, *last], base)


@dataclass(frozen=True)
class Found:
    """What the next start finds. `office` and `clinical` are everything the session wrote."""

    whole: bool
    office: object = None
    clinical: object = None


@pytest.fixture(scope="module")
def running(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    """With a session under way, nobody marked yet."""
    folder = tmp_path_factory.mktemp("running") / "data"
    shutil.copytree(template, folder)
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    _, _, session = a_full_group(unlocked.user.id, 4)
    standing.to("18:00")
    sessions.start(session)
    store.rest()
    clock.use(None)
    return Work(folder, unlocked, session)


def looking(work: Work) -> Callable[[Path], Found]:
    def look(place: Path) -> Found:
        store.open_files(place / "data", work.unlocked.file_keys(), work.unlocked.user.id)
        try:
            whole = all(
                check_in_use(Path(file.database), key) == () and audit.verify(file) == []
                for file, key in zip((OFFICE, CLINICAL), work.unlocked.file_keys().values())
            )
            return Found(whole, sessions.seats(work.session), (live.lines(work.session), drafts.left_over()))
        finally:
            store.close()
    return look


def test_measure(running: Work, tmp_path: Path) -> None:
    import time
    t = time.time()
    r = running.run(SESSION, tmp_path / "run", "full")
    print(len(r.events), time.time() - t)
    from collections import Counter
    print(Counter(type(e).__name__ for e in r.events))
    t = time.time()
    cs = list(cuts(r, 60))
    print(time.time() - t)
    t = time.time()
    n = list(examine(cs, looking(running), tmp_path))
    print(len({id(x[1]) for x in n}), time.time() - t)
    assert all(f.whole for _, f in n)
