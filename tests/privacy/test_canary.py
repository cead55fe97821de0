"""A canary typed into every field is found nowhere: in no file, no setting, no window title."""

import base64
import os
import re
import signal
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.privacy.conftest import Evening
from tests.privacy.whole_job import WORD

HOME = re.compile(
    r"\.config/practice/(device\.key|window\.json|error-reports/error-[0-9-]+\.txt)"
    r"|\.local/share/practice/(vault\.json(\.bak)?|app\.lock|backup\.json)"
    r"|\.local/share/practice/(office|clinical)\.db(-wal|-shm|-journal)?"
    r"|backups/practice-backup-[0-9-]+/(vault\.json|manifest\.json|(office|clinical)\.db)"
    r"|\.cache/fontconfig/.*"
)
"""Every file the program may leave in a home folder; the system's font library keeps its own."""
OWN_NAME = re.compile(rb'"name": ?"[^"]*"')
"""The clinicians' own names stand in the key file: the lock screen asks who is working."""


def spellings(word: str) -> Iterator[bytes]:
    """The word as it could lie in a file, in small letters: plain, UTF-16, hexadecimal, base64."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        plain = word.encode(encoding)
        yield plain.lower()
        yield plain.hex().encode()
        yield word.lower().encode(encoding).hex().encode()
        for shift in range(3):
            whole = base64.b64encode(bytes(shift) + plain)[4 if shift else 0 :]
            yield whole[: len(whole) // 4 * 4 - 4].lower()


SPELLINGS = tuple(spellings(WORD))


def leaks(paths: Iterable[Path]) -> list[str]:
    """The files that hold the canary in any spelling, or are named by it."""
    return [str(path) for path in paths if _holds(path)]


def _holds(path: Path) -> bool:
    content = path.read_bytes()
    if path.name.startswith("vault.json"):
        content = OWN_NAME.sub(b"", content)
    content = str(path).encode() + content
    return any(spelling in content.lower() for spelling in SPELLINGS)


@pytest.mark.parametrize(
    "content",
    [
        b"..ZQCANARYAAAABBBB..",
        b"zqcanaryaaaabbbb",
        "a ZQCANARY".encode("utf-16-le"),
        b"ZQCANARY".hex().upper().encode(),
        base64.b64encode(b"x ZQCANARYAAAA"),
        base64.b64encode(b"xx ZQCANARYAAAA"),
    ],
)
def test_the_search_finds_a_planted_canary(tmp_path: Path, content: bytes) -> None:
    planted = tmp_path / "planted"
    planted.write_bytes(bytes(3000) + content)
    assert leaks([planted]) == [str(planted)]


def test_what_was_typed_is_on_the_papers_saved_on_purpose(evening: Evening) -> None:
    """Else the search below would look for something nobody wrote."""
    for name in ("kit.pdf", "note.pdf", "plan.pdf", "report.pdf", "letter.pdf"):
        pages = PdfReader(evening.computer.outside / name).pages
        assert WORD in "".join(page.extract_text() for page in pages), name


def test_no_file_of_a_locked_practice_shows_a_canary(evening: Evening) -> None:
    found = list(evening.computer.files())
    assert {"office.db", "clinical.db", "vault.json"} < {path.name for path in found}
    assert leaks(found) == []


def test_only_known_files_lie_in_the_home_folder(evening: Evening) -> None:
    home = evening.computer.home
    names = [str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()]
    assert [name for name in names if not HOME.fullmatch(name)] == []
    assert not list(home.rglob("QtProject.conf"))


def test_no_window_title_and_no_output_names_anybody(evening: Evening) -> None:
    titles = {line.removeprefix("TITLE ") for line in evening.said.splitlines()}
    assert titles <= {"", "Practice", "Session notes", "Save as PDF"}
    assert {"Practice", "Session notes"} < titles
    assert WORD not in evening.errors


def test_a_kill_while_unlocked_leaves_no_canary(evening: Evening) -> None:
    with evening.computer.start("again") as tracer:
        assert tracer.stdout
        for line in tracer.stdout:
            assert WORD not in line
            if line == "READY\n":
                os.kill(_child_of(tracer.pid), signal.SIGKILL)
        tracer.wait()
        assert tracer.stderr
        assert tracer.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}, tracer.stderr.read()
    found = list(evening.computer.files())
    assert any(path.name.endswith("-wal") for path in found)
    assert leaks(found) == []


def _child_of(tracer: int) -> int:
    children = Path(f"/proc/{tracer}/task/{tracer}/children").read_text().split()
    return int(children[0])
