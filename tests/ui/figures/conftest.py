"""W3's month, laid out once: every test works in a copy."""

import shutil
from pathlib import Path

import pytest

from practice import clock
from practice.models import store
from practice.vault import device
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, TUESDAY, Clock
from tests.w3 import a_front_desk_month


@pytest.fixture(scope="package")
def month(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a practice with the month of W3 in it."""
    folder = tmp_path_factory.mktemp("month") / "data"
    shutil.copytree(template, folder)
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    a_front_desk_month(unlocked.user.id)
    store.rest()
    clock.use(None)
    return folder
