"""Damage is found, and only damage."""

from pathlib import Path

import pytest

from practice.models.keyed import KeyedDatabase
from practice.vault.check import PROBLEM_WORDS, Problem, check_at_rest, check_in_use
from practice.vault.keys import random_key
from practice.vault.roles import Key
from tests.vault.building import Built, write_note

PAGE = 4096


@pytest.fixture
def file(built: Built) -> Path:
    """The clinical file with a few hundred pages."""
    path = built.folder / "clinical.db"
    for number in range(20):
        write_note(path, built.unlocked.keys[Key.CLINICAL], f"{number} " + "words " * 5000)
    return path


def problems(path: Path, built: Built) -> set[Problem]:
    found = check_at_rest(path, built.unlocked.keys[Key.CLINICAL])
    assert all(finding.words.startswith(path.name) for finding in found)
    return {finding.problem for finding in found}


def test_a_whole_file_has_no_findings_and_nothing_is_left_beside_it(
    built: Built, file: Path
) -> None:
    before = sorted(built.folder.iterdir())
    assert not problems(file, built)
    assert sorted(built.folder.iterdir()) == before


def test_a_flipped_byte_anywhere_is_found(built: Built, file: Path) -> None:
    content = file.read_bytes()
    assert len(content) > 100 * PAGE
    for place in range(10, len(content), 7 * PAGE + 311):
        changed = bytearray(content)
        changed[place] ^= 1
        file.write_bytes(changed)
        assert problems(file, built), place


def test_a_file_cut_at_a_page_is_found(built: Built, file: Path) -> None:
    file.write_bytes(file.read_bytes()[: -5 * PAGE])
    assert problems(file, built) >= {Problem.STRUCTURE}


def test_swapped_pages_are_found(built: Built, file: Path) -> None:
    content = file.read_bytes()
    pages = [content[i : i + PAGE] for i in range(0, len(content), PAGE)]
    pages[20], pages[30] = pages[30], pages[20]
    file.write_bytes(b"".join(pages))
    assert problems(file, built) >= {Problem.PAGES}


def test_an_empty_or_missing_file_is_said_and_not_made(built: Built, file: Path) -> None:
    file.write_bytes(b"")
    assert problems(file, built) == {Problem.MISSING}
    file.unlink()
    assert problems(file, built) == {Problem.MISSING}
    assert check_in_use(file, built.unlocked.keys[Key.CLINICAL])[0].problem is Problem.MISSING
    assert not file.exists()


def test_another_practices_key_does_not_open_it(built: Built, file: Path) -> None:
    (finding,) = check_at_rest(file, random_key())
    assert finding.problem is Problem.NOT_OPENED


def test_a_file_in_use_is_checked_with_its_log(built: Built, file: Path) -> None:
    key = built.unlocked.keys[Key.CLINICAL]
    database = KeyedDatabase(7, 1)
    database.use(file, key)
    database.connect()
    database.execute_sql("INSERT INTO note VALUES (?)", ("in the log " * 5000,))
    assert file.with_name("clinical.db-wal").stat().st_size
    assert check_in_use(file, key) == ()
    database.execute_sql("INSERT INTO note VALUES ('afterwards')")
    database.close()


def test_every_problem_has_its_words() -> None:
    assert set(PROBLEM_WORDS) == set(Problem)
