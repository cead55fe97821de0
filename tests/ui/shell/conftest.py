"""A program started on a data folder of the test's own, with an empty home."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from practice.models import store
from practice.ui.background import InlineLane, Lane
from practice.ui.live_host import Maker
from practice.ui.shell import Shell
from practice.ui.start import Start
from practice.vault import device
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, QUICK, Clock

Open = Callable[..., Shell]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty HOME without a keychain."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local/share"))
    monkeypatch.setattr(device, "_SYSTEM_BACKENDS", ())
    return home


@pytest.fixture
def known(folder: Path, clock_at: Clock) -> Path:
    """A practice whose device secret is in this account's file, locked once as it should be."""
    vault = open_vault(folder, device.demo_file(folder))
    secret = vault.store.get(vault.header.vault_id)
    device.settings_file().put(vault.header.vault_id, secret)
    (folder / "device.key").unlink()
    vault = open_vault(folder)
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    heads = store.heads()
    store.rest()
    vault.finish_beginning(heads)
    return folder


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path, clock_at: Clock) -> Iterator[Open]:
    """Starts the program on a folder (`data` in the test's own, if none is named)."""
    shells: list[Shell] = []

    def begin(
        folder: Path | None = None,
        *,
        demo: bool = False,
        lane: Lane | None = None,
        make_live: Maker | None = None,
    ) -> Shell:
        at = Start(folder or tmp_path / "data", demo=demo, cost=QUICK)
        shell = Shell(at, lane or InlineLane(), make_live=make_live)
        shell.hold.take()
        qtbot.addWidget(shell)
        shells.append(shell)
        shell.begin()
        shell.show()
        return shell

    yield begin
    for shell in shells:
        shell.lock_at_once()
        shell.hold.let_go()
    store.close()
