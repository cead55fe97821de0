"""The key file, backups and restores, with every write call failing or killing once."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from practice.vault import backup, bundle, header_file
from practice.vault.roles import DATABASES
from practice.vault.settle import settle
from tests.crash.faults import EVERYTHING, THOROUGH, Action, Outcome, Plan, met, sweep, wanted
from tests.vault.building import Built, build, notes, write_note

ERRORS = (Action.EIO, Action.ENOSPC)
SMALL_FILES: Plan = dict.fromkeys(("write", "fsync", "rename"), EVERYTHING)
DATABASE_FILES: Plan = dict.fromkeys(("write", "pwrite64", "fsync", "rename", "mkdir"), EVERYTHING)
RENAMES: Plan = dict.fromkeys(("rename", "mkdir", "sendfile"), EVERYTHING) | {
    "fsync": EVERYTHING if THOROUGH else (Action.EIO,)
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("whole") / "practice")


def copied(whole: Built) -> Callable[[Path], Sequence[str]]:
    def prepare(place: Path) -> Sequence[str]:
        shutil.copytree(whole.folder, place / "practice")
        (place / "backups").mkdir()
        return [str(place / "practice"), str(place / "backups"), *whole.hex_keys]

    return prepare


def heads_after(outcome: Outcome) -> set[str]:
    return set(header_file.load(outcome.place / "practice").heads.values())


def test_the_key_file_is_old_or_new_and_new_once_said(whole: Built, tmp_path: Path) -> None:
    def prepare(place: Path) -> Sequence[str]:
        return [copied(whole)(place)[0], "late"]

    outcomes = list(sweep("tests.crash.children.save_header", prepare, tmp_path, SMALL_FILES))
    assert met(outcomes) == wanted(SMALL_FILES)
    for outcome in outcomes:
        heads = heads_after(outcome)
        assert heads == {"new"} if "SAVED" in outcome.said else heads <= {"", "new"}, outcome.where
        if outcome.action in ERRORS and outcome.returncode == 0 and not outcome.said:
            assert "Unavailable" in outcome.errors, outcome.where
            assert not list(outcome.place.glob("practice/*.tmp")), outcome.where
        header_file.save(outcome.place / "practice", whole.vault.header)
        assert header_file.load(outcome.place / "practice") == whole.vault.header


def test_the_sweep_catches_a_save_announced_too_early(whole: Built, tmp_path: Path) -> None:
    def prepare(place: Path) -> Sequence[str]:
        return [copied(whole)(place)[0], "early"]

    plan: Plan = {"rename": (Action.KILL,)}
    outcomes = sweep("tests.crash.children.save_header", prepare, tmp_path, plan)
    assert any("SAVED" in one.said and heads_after(one) == {""} for one in outcomes)


def test_what_stands_as_a_backup_is_one(whole: Built, tmp_path: Path) -> None:
    module = "tests.crash.children.make_backup"
    outcomes = list(sweep(module, copied(whole), tmp_path, DATABASE_FILES))
    assert met(outcomes) == wanted(DATABASE_FILES)
    for outcome in outcomes:
        place = outcome.place / "backups"
        standing = [one for one in place.iterdir() if bundle.is_finished_name(one.name)]
        assert len(standing) <= 1
        if outcome.action is Action.ENOSPC and "Unavailable" in outcome.errors:
            assert "disk is full" in outcome.errors
        if "SAVED" in outcome.said:
            assert len(standing) == 1, outcome.where
        elif outcome.action in ERRORS:
            assert not standing or outcome.call == "write", outcome.where
        for one in standing:
            bundle.verify(one, bundle.read_bundle(one).manifest, whole.unlocked.keys)
        assert_records_whole(outcome, whole, {"first"})
    last = outcomes[-1]
    made = backup.make(
        last.place / "practice", last.place / "backups", whole.vault.header, whole.unlocked.keys
    )
    assert [one.name for one in (last.place / "backups").iterdir()][-1:] == [made.path.name]


def test_after_any_restore_the_old_or_the_new_folder_is_whole(whole: Built, tmp_path: Path) -> None:
    made = backup.make(whole.folder, tmp_path, whole.vault.header, whole.unlocked.keys)
    (tmp_path / "runs").mkdir()

    def prepare(place: Path) -> Sequence[str]:
        shutil.copytree(whole.folder, place / "practice")
        for key, name in DATABASES.items():
            write_note(place / "practice" / name, whole.unlocked.keys[key], "later")
        return [str(place / "practice"), str(made.path), *whole.hex_keys]

    module = "tests.crash.children.restore_backup"
    outcomes = list(sweep(module, prepare, tmp_path / "runs", RENAMES))
    assert met(outcomes) == wanted(RENAMES)
    for outcome in outcomes:
        settle(outcome.place / "practice")
        restored = "SAVED" in outcome.said
        assert_records_whole(outcome, whole, {"first"} if restored else {"first", "later"})
        if restored:
            assert list(outcome.place.glob("practice-replaced-*")), outcome.where


def assert_records_whole(outcome: Outcome, whole: Built, expected: set[str]) -> None:
    """Both files open and agree with each other: what is expected, or what the backup holds."""
    folder = outcome.place / "practice"
    header_file.load(folder)
    found = [set(notes(folder / DATABASES[key], whole.unlocked.keys[key])) for key in DATABASES]
    assert found in ([expected] * 2, [{"first"}] * 2), outcome.where
