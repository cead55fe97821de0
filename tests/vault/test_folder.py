"""The data folder is private, real and one's own; the process does not leave its memory about."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from practice.errors import Refused, Unavailable
from practice.vault import files, folder


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_is_private_and_nothing_needs_saying(tmp_path: Path) -> None:
    made = tmp_path / "deep" / "practice"
    assert folder.prepare(made) == ()
    assert mode(made) == 0o700


def test_an_open_folder_is_closed_and_that_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    for name in ("vault.json", "office.db", "office.db-wal", "readme.txt"):
        (tmp_path / name).touch()
        (tmp_path / name).chmod(0o644)
    said = folder.prepare(tmp_path)
    assert mode(tmp_path) == 0o700
    assert mode(tmp_path / "office.db-wal") == mode(tmp_path / "vault.json") == 0o600
    assert mode(tmp_path / "readme.txt") == 0o644
    assert len(said) == 4
    assert "now closed" in said[0]
    assert folder.prepare(tmp_path) == ()


def test_a_link_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(Refused, match="link to another place"):
        folder.prepare(tmp_path / "link")


def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "office.db").symlink_to("/etc/hostname")
    with pytest.raises(Refused, match=r"office\.db” is a link"):
        folder.prepare(tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Refused, match="not what it should be"):
        folder.prepare(tmp_path / "file")


def test_another_accounts_folder_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(Refused, match="another account"):
        folder.prepare(tmp_path)


@pytest.mark.parametrize("inside", ["", "backups", "a/../b"])
def test_what_must_be_elsewhere_is_refused_inside(tmp_path: Path, inside: str) -> None:
    with pytest.raises(Refused, match="inside the data folder") as refusal:
        folder.require_outside(tmp_path / inside, tmp_path, folder.Outside.BACKUPS)
    assert refusal.value.field == "place"
    folder.require_outside(tmp_path.parent / "elsewhere", tmp_path, folder.Outside.BACKUPS)


def test_a_link_does_not_lead_back_inside(tmp_path: Path) -> None:
    data = tmp_path / "data"
    (data / "backups").mkdir(parents=True)
    (tmp_path / "outside").symlink_to(data / "backups")
    with pytest.raises(Refused):
        folder.require_outside(tmp_path / "outside", data, folder.Outside.BACKUPS)


def test_a_hardened_process_dumps_no_core_and_makes_private_files(tmp_path: Path) -> None:
    script = """
import ctypes, resource, sys
from pathlib import Path
from practice.vault.folder import harden
harden()
Path(sys.argv[1]).touch()
print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""
    made = tmp_path / "made"
    child = subprocess.run(
        [sys.executable, "-c", script, str(made)], capture_output=True, text=True, check=True
    )
    assert child.stdout.strip() == "(0, 0) 0"
    assert mode(made) == 0o600


def test_a_file_is_replaced_whole_and_not_through_a_link(tmp_path: Path) -> None:
    path, target = tmp_path / "file", tmp_path / "target"
    target.write_text("untouched")
    path.symlink_to(target)
    files.write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert not path.is_symlink()
    assert target.read_text() == "untouched"
    assert mode(path) == 0o600


def test_a_planted_link_at_the_unfinished_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("untouched")
    (tmp_path / "file.tmp").symlink_to(tmp_path / "target")
    with pytest.raises(Unavailable, match="a link stands"), files.plain_words("Not saved"):
        files.write_whole(tmp_path / "file", b"new")
    assert (tmp_path / "target").read_text() == "untouched"
    assert not (tmp_path / "file").exists()
