"""A disk that is full, can only be read, or changed a byte: in words, and nothing saved is lost."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from practice.care import drafts, live, sign_in
from practice.desk import attendance, sessions
from practice.errors import Unavailable
from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.models.enums.attendance import Status
from practice.vault import device
from practice.vault.check import check_at_rest
from practice.vault.folder import HEADER
from practice.vault.roles import DATABASES
from practice.vault.vault import open_vault
from tests.build import a_full_group, some_members
from tests.conftest import PASSPHRASE, Clock, Opened
from tests.crash.full_disk import full

PAGE = 4096
ROOM = 100_000
TOO_LONG = "Rode the wave. " * 10_000


def test_on_a_full_disk_what_is_saved_stays_and_little_still_goes(
    opened: Opened, clock_at: Clock
) -> None:
    _, _, session = a_full_group(opened.user_id, 3)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    live.write_line(session, None, "Before")
    drafts.save("line:1", "Before")
    log = opened.folder / "clinical.db-wal"
    with full(log.stat().st_size + ROOM):
        for _ in range(3):
            with pytest.raises(Unavailable, match="Make room"):
                drafts.save("line:1", TOO_LONG)
            with pytest.raises(Unavailable, match="Nothing already saved is lost"):
                live.write_line(session, None, TOO_LONG)
        assert drafts.load("line:1") == "Before"
        drafts.save("line:1", "A few words")
        live.write_line(session, None, "A short line")
    drafts.save("line:2", TOO_LONG)
    sign_in.sign_out(opened.vault)
    sign_in.sign_in(opened.vault, opened.unlocked)
    assert {seat.status for seat in sessions.seats(session)} == {Status.ATTENDED}
    assert {line.text for line in live.lines(session)} == {"Before", "A short line"}
    assert drafts.load("line:1") == "A few words"
    assert drafts.load("line:2") == TOO_LONG
    assert audit.verify(OFFICE) + audit.verify(CLINICAL) == []


def test_a_disk_full_at_unlock_is_said_and_opens_once_there_is_room(opened: Opened) -> None:
    sign_in.sign_out(opened.vault)
    with full(0):
        with pytest.raises(Unavailable, match="Make room"):
            sign_in.sign_in(opened.vault, opened.unlocked)
        assert OFFICE.is_closed()
        assert CLINICAL.is_closed()
    sign_in.sign_in(opened.vault, opened.unlocked)
    assert audit.verify(OFFICE) + audit.verify(CLINICAL) == []


def test_a_backup_that_does_not_fit_leaves_nothing(opened: Opened, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    heads = sign_in.sign_out(opened.vault)
    with full(10 * PAGE), pytest.raises(Unavailable, match="not made"):
        opened.vault.back_up(place, opened.unlocked, heads)
    assert list(place.iterdir()) == []
    opened.vault.back_up(place, opened.unlocked, heads)


@pytest.mark.parametrize("name", DATABASES.values())
def test_a_changed_byte_in_any_page_is_found_and_said(
    opened: Opened, tmp_path: Path, name: str
) -> None:
    some_members(4)
    sign_in.sign_out(opened.vault)
    whole = (opened.folder / name).read_bytes()
    key = opened.unlocked.file_keys()[Path(name).stem]
    copy = tmp_path / "copy"
    for start in range(0, len(whole), PAGE):
        shutil.copytree(opened.folder, copy)
        changed = bytearray(whole)
        changed[start + PAGE // 2] ^= 1
        (copy / name).write_bytes(changed)
        findings = check_at_rest(copy / name, key)
        assert findings, start
        assert all(finding.words.startswith(name) for finding in findings)
        said = open_or_say_why(copy, opened)
        assert not said or ("damaged" in said and "Restore a backup" in said), start
        shutil.rmtree(copy)
    assert (opened.folder / name).read_bytes() == whole


def open_or_say_why(folder: Path, practice: Opened) -> str:
    """What is said; nothing where a sign-in goes well, as long as it need not read the page."""
    try:
        sign_in.sign_in(open_vault(folder, device.demo_file(folder)), practice.unlocked)
    except Unavailable as unavailable:
        return unavailable.message
    finally:
        store.close()
    return ""


@pytest.mark.parametrize("what", ["folder", "all"])
def test_a_folder_that_can_only_be_read_is_said(folder: Path, what: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o711)
        data = Path(shutil.copytree(folder, Path(place) / "data"))
        child = subprocess.run(
            [sys.executable, "-m", "tests.crash.children.read_only", str(data), PASSPHRASE, what],
            capture_output=True,
            text=True,
            check=False,
        )
        assert child.stderr == ""
        opened, said = child.stdout.splitlines()
        assert opened == "opened"
        assert ("may not write there" if what == "all" else "would not take this") in said
        (data / HEADER).chmod(0o600)
        data.chmod(0o700)
