"""A quarter on record, made once for all tests that read one."""

import shutil
from pathlib import Path

import pytest

from practice import clock
from practice.models import store
from practice.vault import device
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, TUESDAY, Clock
from tests.reports.quarter import a_quarter


@pytest.fixture(scope="session")
def quarter(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked practice with W4's quarter on record."""
    folder = tmp_path_factory.mktemp("quarter") / "data"
    shutil.copytree(template, folder)
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    a_quarter(unlocked.user.id, standing)
    store.rest()
    clock.use(None)
    return folder
