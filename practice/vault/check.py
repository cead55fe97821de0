"""Is a file whole? Three looks, each on a fresh connection: one bad page would spoil the next look.

`cipher_integrity_check` finds changed pages but not a file cut at a page boundary; `quick_check`
finds that; reading every row proves that the content can be used. One old page put back in its
place goes unnoticed by all three.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher

from practice.errors import Unavailable
from practice.vault.databases import connection, plain_database_words


class Problem(Enum):
    """What can be wrong with a file, the gravest first."""

    MISSING = "missing"
    NOT_OPENED = "not opened"
    PAGES = "pages"
    STRUCTURE = "structure"
    ROWS = "rows"


PROBLEM_WORDS = {
    Problem.MISSING: "is missing or empty.",
    Problem.NOT_OPENED: "does not open: its beginning is damaged, or it is of another practice.",
    Problem.PAGES: "was changed from outside or damaged by the disk.",
    Problem.STRUCTURE: "is incomplete or damaged inside.",
    Problem.ROWS: "holds records that can't be read.",
}


@dataclass(frozen=True)
class Finding:
    """One thing wrong with one file, by its name."""

    file: str
    problem: Problem

    @property
    def words(self) -> str:
        return f"{self.file} {PROBLEM_WORDS[self.problem]}"


def check_at_rest(path: Path, key: bytes | bytearray) -> tuple[Finding, ...]:
    """What is wrong with a file nobody has open; nothing is written, not even beside it."""
    return _found_twice(path, lambda: _look(path, key, at_rest=True))


def check_in_use(path: Path, key: bytes | bytearray) -> tuple[Finding, ...]:
    """The same for a file that is open: its log is folded in and writers wait meanwhile.

    Call from the background lane. Raises Unavailable when readers keep the log from being folded
    in, since the check of the pages alone would then report damage that is none.
    """
    if not _present(path):
        return (Finding(path.name, Problem.MISSING),)
    with (
        plain_database_words(f"{path.name} can't be checked now"),
        connection(path, key, write=True) as held,
    ):
        held.execute("PRAGMA busy_timeout=5000")
        if held.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            raise Unavailable(f"{path.name} is in use at this moment. Try again shortly.")
        held.execute("BEGIN IMMEDIATE")
        return _found_twice(path, lambda: _look(path, key, at_rest=False))


def _present(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _found_twice(path: Path, look: Callable[[], list[Problem]]) -> tuple[Finding, ...]:
    """A passing read error looks like damage; only what a second look finds again is reported."""
    if not _present(path):
        return (Finding(path.name, Problem.MISSING),)
    again = look() and look()
    return tuple(Finding(path.name, problem) for problem in again)


def _look(path: Path, key: bytes | bytearray, *, at_rest: bool) -> list[Problem]:
    with connection(path, key, at_rest=at_rest) as opened:
        try:
            opened.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except sqlcipher.DatabaseError as error:
            wrong_key = error.sqlite_errorname == "SQLITE_NOTADB"
            return [Problem.NOT_OPENED if wrong_key else Problem.STRUCTURE]
    problems = []
    for problem, step in _STEPS.items():
        with connection(path, key, at_rest=at_rest) as opened:
            if not _good(step, opened):
                problems.append(problem)
    return problems


def _good(step: Callable[[Any], bool], opened: Any) -> bool:
    try:
        return step(opened)
    except sqlcipher.DatabaseError:
        return False


def _pages_good(opened: Any) -> bool:
    return not opened.execute("PRAGMA cipher_integrity_check").fetchall()


def _structure_good(opened: Any) -> bool:
    return bool(opened.execute("PRAGMA quick_check").fetchall() == [("ok",)])


def _rows_good(opened: Any) -> bool:
    tables = opened.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for _row in opened.execute(f'SELECT * FROM "{table}"'):
            pass
    return True


_STEPS: dict[Problem, Callable[[Any], bool]] = {
    Problem.PAGES: _pages_good,
    Problem.STRUCTURE: _structure_good,
    Problem.ROWS: _rows_good,
}
