"""What is read once and kept is never out of date, whoever changed the file and however."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from practice.desk.practice import practice, save_practice
from practice.errors import Refused
from practice.models import audit, store
from practice.models.audit import operation
from practice.models.base import OFFICE, OPERATIONS
from practice.models.office import Practice
from practice.models.read import kept
from tests.build import some_members
from tests.conftest import Opened

HERE = "Harbour Practice"


def rename(name: str) -> None:
    save_practice(replace(practice(), name=name))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question put to office.db from now on."""
    said: list[str] = []
    put = OFFICE.execute_sql

    def heard(sql: str, *rest: object) -> object:
        said.append(sql)
        return put(sql, *rest)

    monkeypatch.setattr(OFFICE, "execute_sql", heard)
    return said


@pytest.mark.usefixtures("opened")
def test_it_is_read_once_until_something_changes(asked: list[str]) -> None:
    assert [practice().name for _ in range(5)] == [HERE] * 5
    assert len(asked) == 1
    some_members(1)
    asked.clear()
    assert [practice().name for _ in range(5)] == [HERE] * 5
    assert len(asked) == 1


@pytest.mark.usefixtures("opened")
def test_a_change_and_its_undo_are_seen_at_once() -> None:
    assert practice().name == HERE
    rename("Quay Practice")
    assert practice().name == "Quay Practice"
    last = OPERATIONS[OFFICE].select().order_by(OPERATIONS[OFFICE].id.desc()).get()
    audit.undo(OFFICE, last.id)
    assert practice().name == HERE


@pytest.mark.usefixtures("opened")
def test_within_an_operation_its_own_words_are_read_and_forgotten_if_it_fails() -> None:
    @operation(OFFICE, "Rename")
    def half_done() -> None:
        Practice.update(name="Never").execute()
        assert practice().name == "Never"
        raise Refused("no")

    assert practice().name == HERE
    with pytest.raises(Refused):
        half_done()
    assert practice().name == HERE


@pytest.mark.usefixtures("opened")
def test_a_change_on_another_connection_is_seen_at_once() -> None:
    assert practice().name == HERE

    def beside() -> None:
        with store.writing(), audit.kept_back():
            assert practice().name == HERE
            rename("Quay Practice")
            assert practice().name == "Quay Practice"

    with ThreadPoolExecutor(1) as lane:
        lane.submit(beside).result()
    assert practice().name == "Quay Practice"


def test_whoever_opens_files_next_reads_what_is_in_theirs(opened: Opened, tmp_path: Path) -> None:
    """A backup put in place, or another person's turn: the files were closed in between."""
    keys = {name: bytes(key) for name, key in opened.unlocked.file_keys().items()}
    store.rest()
    shutil.copytree(opened.folder, tmp_path / "before")
    store.open_files(opened.folder, keys, opened.user_id)
    rename("Quay Practice")
    assert practice().name == "Quay Practice"
    store.rest()
    store.open_files(tmp_path / "before", keys, opened.user_id)
    assert practice().name == HERE


@pytest.mark.usefixtures("opened")
def test_what_is_asked_for_is_told_apart() -> None:
    @kept(OFFICE)
    def twice(word: str, *, loud: bool = False) -> str:
        return (word.upper() if loud else word) * 2

    assert (twice("a"), twice("b"), twice("a", loud=True)) == ("aa", "bb", "AA")


@pytest.mark.usefixtures("opened")
def test_nothing_stays_in_memory_once_the_file_is_closed() -> None:
    assert practice().name == HERE
    assert vars(OFFICE._read)
    store.rest()
    assert vars(OFFICE._read) == {}
