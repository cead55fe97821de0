"""Power cuts while whole files change places: the key file, a backup, a restore, a beginning."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import pytest
from peewee import DatabaseError

from practice.desk import attendance, sessions
from practice.errors import Unavailable
from practice.models import store
from practice.models.enums.attendance import Status
from practice.models.keyed import OpenError
from practice.vault import backup, bundle, device, header_file
from practice.vault.bundle import KEPT, DamagedBackup, verify
from practice.vault.settle import settle
from practice.vault.unfinished import is_unfinished
from practice.vault.vault import is_begun, open_vault
from tests.conftest import PASSPHRASE, Clock
from tests.crash.powercut import Recording, cuts, examine, record
from tests.crash.work import Work, running_session

SAVED = "SAVED"


class State(Enum):
    """What the next start finds."""

    NOTHING = "nothing"
    OLD = "old"
    NEW = "new"
    BROKEN = "broken"


@pytest.fixture(scope="module")
def running(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    return running_session(template, tmp_path_factory.mktemp("running") / "data")


@pytest.fixture(autouse=True)
def at_six(clock_at: Clock) -> None:
    clock_at.to("18:30")


def states(
    recording: Recording, sample: int, look: Callable[[Path], State], base: Path
) -> set[tuple[bool, State]]:
    """Whether the person was told that it is saved, and what is there: every pair that came up."""
    found = examine(cuts(recording, sample), look, base)
    return {(SAVED in cut.said, state) for cut, state in found}


NEW_ONCE_SAID = {(False, State.OLD), (False, State.NEW), (True, State.NEW)}
"""Before it is said either may be there, whole; afterwards it is the new one."""


def saving(running: Work, place: Path, when: str) -> Recording:
    data = running.copied(place)
    header_file.save(data, running.vault.header)
    return record("tests.crash.children.save_header", [str(data), when], place)


def header_state(running: Work) -> Callable[[Path], State]:
    """By the key file; whatever stands beside it must not keep it from being saved again."""

    def look(place: Path) -> State:
        try:
            heads = set(header_file.load(place / "data").heads.values())
            header_file.save(place / "data", running.vault.header)
            assert header_file.load(place / "data") == running.vault.header
        except Unavailable:
            return State.BROKEN
        return State.NEW if heads == {"new"} else State.OLD

    return look


def test_the_key_file_is_old_or_new_and_new_once_said(running: Work, tmp_path: Path) -> None:
    recording = saving(running, tmp_path / "run", "late")
    assert states(recording, 80, header_state(running), tmp_path) == NEW_ONCE_SAID


def test_a_key_file_said_to_be_saved_too_early_is_caught(running: Work, tmp_path: Path) -> None:
    recording = saving(running, tmp_path / "run", "early")
    assert (True, State.OLD) in states(recording, 80, header_state(running), tmp_path)


def test_a_key_file_not_waited_for_is_caught(running: Work, tmp_path: Path) -> None:
    recording = saving(running, tmp_path / "run", "late").without_syncs()
    assert (True, State.BROKEN) in states(recording, 80, header_state(running), tmp_path)


def backing_up(running: Work, place: Path) -> Recording:
    """With as many backups as are kept, so that the oldest goes."""
    data, keys = running.copied(place), running.unlocked.keys
    (place / "backups").mkdir()
    first = backup.make(data, place / "backups", running.vault.header, keys)
    for number in range(2, KEPT + 1):
        copy = first.path.with_name(first.path.name.replace("000001", f"{number:06}"))
        shutil.copytree(first.path, copy)
        manifest = (copy / "manifest.json").read_text()
        (copy / "manifest.json").write_text(
            manifest.replace('"sequence": 1,', f'"sequence": {number},')
        )
    return record(
        "tests.crash.children.make_backup",
        [str(data), str(place / "backups"), *running.hex_keys],
        place,
    )


def backup_state(running: Work, recording: Recording) -> Callable[[Path], State]:
    """Everything that stands as a backup must be one; at least all but one of the old remain."""
    earlier = recording.before

    def is_good(found: bundle.Bundle, place: Path) -> bool:
        inside = [one.relative_to(place).as_posix() for one in sorted(found.path.iterdir())]
        if all((place / one).read_bytes() == earlier.get(one) for one in inside):
            return len(inside) == len(found.manifest.files) + 1
        try:
            verify(found.path, found.manifest, running.unlocked.keys)
        except DamagedBackup:
            return False
        return True

    def look(place: Path) -> State:
        named = [p for p in (place / "backups").iterdir() if bundle.is_finished_name(p.name)]
        listed = bundle.list_backups(place / "backups")
        newest = max(one.manifest.sequence for one in listed)
        expected = KEPT if newest == KEPT else KEPT + 1
        whole = all(is_good(one, place) for one in listed)
        if not whole or len(named) != len(listed) or len(listed) < expected - 1:
            return State.BROKEN
        return State.NEW if newest > KEPT else State.OLD

    return look


def test_what_stands_as_a_backup_is_one(running: Work, tmp_path: Path) -> None:
    recording = backing_up(running, tmp_path / "run")
    look = backup_state(running, recording)
    assert states(recording, 80, look, tmp_path) == NEW_ONCE_SAID


def test_a_backup_not_waited_for_is_caught(running: Work, tmp_path: Path) -> None:
    recording = backing_up(running, tmp_path / "run")
    look = backup_state(running, recording)
    found = states(recording.without_syncs(), 60, look, tmp_path)
    assert State.BROKEN in {state for _, state in found}


@dataclass(frozen=True)
class Records:
    """Tells the two apart: in the backup nobody is marked yet."""

    work: Work

    def look(self, data: Path) -> State:
        try:
            header_file.load(data)
            self.work.open(data)
        except (Unavailable, OpenError, OSError, DatabaseError):
            return State.BROKEN
        try:
            if not self.work.is_whole(data):
                return State.BROKEN
            seats = sessions.seats(self.work.session)
            unmarked = all(seat.status is Status.UNRECORDED for seat in seats)
            return State.NEW if unmarked else State.OLD
        finally:
            store.close()


def restoring(running: Work, place: Path, *, over: bool) -> Recording:
    """Over a folder in which work went on after the backup, or where there is none."""
    data = running.copied(place)
    (place / "backups").mkdir()
    made = backup.make(data, place / "backups", running.vault.header, running.unlocked.keys)
    if over:
        running.open(data)
        attendance.mark_all_present(running.session)
        store.rest()
    else:
        shutil.rmtree(data)
    target = data if over else place / "home" / "share" / "data"
    return record(
        "tests.crash.children.restore_backup",
        [str(target), str(made.path), *running.hex_keys],
        place,
    )


def test_after_a_restore_the_folder_is_the_old_or_the_new_one(
    running: Work, tmp_path: Path
) -> None:
    recording = restoring(running, tmp_path / "run", over=True)
    records = Records(running)

    def look(place: Path) -> State:
        settle(place / "data")
        found = records.look(place / "data")
        kept = [records.look(one) for one in place.glob("data-replaced-*")]
        if kept != [State.OLD] * (found is State.NEW):
            return State.BROKEN
        return found

    assert states(recording, 80, look, tmp_path) == NEW_ONCE_SAID
    found = states(recording.without_syncs(), 40, look, tmp_path)
    assert State.BROKEN in {state for _, state in found}


def test_a_restore_on_a_new_computer_is_nothing_or_whole(running: Work, tmp_path: Path) -> None:
    recording = restoring(running, tmp_path / "run", over=False)
    records = Records(running)

    def look(place: Path) -> State:
        data = place / "home" / "share" / "data"
        return records.look(data) if is_begun(data) else State.NOTHING

    found = states(recording, 60, look, tmp_path)
    assert found == {(False, State.NOTHING), (False, State.NEW), (True, State.NEW)}


def test_a_beginning_is_nothing_unfinished_or_whole(running: Work, tmp_path: Path) -> None:
    place = tmp_path / "run"
    place.mkdir()
    recording = record(
        "tests.crash.children.begin", [str(place / "share" / "data"), PASSPHRASE], place
    )

    def look(place: Path) -> State:
        data = place / "share" / "data"
        if not is_begun(data):
            return State.NOTHING
        vault = open_vault(data, device.demo_file(data))
        if is_unfinished(vault.header):
            return State.OLD
        begun = Work(data, vault, vault.unlock(vault.users[0].id, PASSPHRASE), "")
        return Records(begun).look(data)

    found = states(recording, 160, look, tmp_path)
    assert found == {
        (False, State.NOTHING),
        (False, State.OLD),
        (False, State.NEW),
        (True, State.NEW),
    }
