"""`practice` as someone calls it, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from practice import __version__
from practice.desk.practice import practice
from practice.models import store
from practice.vault import backup_result, device
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, Opened


def call(*words: str, home: Path, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Without a display, in an empty home."""
    inherited = {name: os.environ[name] for name in ("PATH",) if name in os.environ}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "practice", *words],
        check=False,
        capture_output=True,
        text=True,
        input=typed,
        cwd=Path(__file__).parent.parent,
        env={**inherited, "HOME": str(home), **env},
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    made = tmp_path / "home"
    made.mkdir()
    return made


def test_help_and_version_need_no_display_and_write_nothing(home: Path) -> None:
    helped = call("--help", home=home)
    assert helped.returncode == 0
    assert all(word in helped.stdout for word in ("--data", "--demo", "restore", "tour"))
    version = call("--version", home=home)
    assert (version.returncode, version.stdout) == (0, f"practice {__version__}\n")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("words", [["--nonsense"], ["restore"], ["--demo", "--data", "x"]])
def test_wrong_words_exit_with_2(home: Path, words: list[str]) -> None:
    assert call(*words, home=home).returncode == 2


def test_without_a_display_a_window_is_refused_in_words(home: Path) -> None:
    done = call(home=home)
    assert done.returncode == 1
    assert "no display" in done.stderr
    assert list(home.iterdir()) == []


def test_a_folder_that_is_a_link_is_refused(home: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    done = call("--data", str(tmp_path / "link"), home=home, QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 1
    assert "is a link" in done.stderr


def test_restore_from_the_command_line(opened: Opened, home: Path, tmp_path: Path) -> None:
    place = tmp_path / "disk"
    place.mkdir()
    backup_result.back_up(opened.vault, opened.unlocked, place, store.heads())
    store.close()
    backup = next(place.iterdir())
    secret = opened.vault.store.get(opened.vault.header.vault_id)
    keys = home / ".config/practice"
    keys.mkdir(parents=True)
    device.KeyFile(keys / "device.key", device.Protection.FILE).put(
        opened.vault.header.vault_id, secret
    )
    target = tmp_path / "restored"
    wrong = call("restore", str(backup), "--data", str(target), home=home, typed="wrong words\n")
    assert wrong.returncode != 0
    assert not target.exists()
    done = call("--data", str(target), "restore", str(backup), home=home, typed=f"{PASSPHRASE}\n")
    assert done.returncode == 0, done.stderr
    assert "in place" in done.stdout
    vault = open_vault(target, opened.vault.store)
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    store.open_files(target, unlocked.file_keys(), unlocked.user.id)
    assert practice().name == "Harbour Practice"


def test_something_that_is_no_backup_is_refused(home: Path, tmp_path: Path) -> None:
    done = call("restore", str(tmp_path), home=home)
    assert done.returncode == 1
    assert "not a complete backup" in done.stderr
