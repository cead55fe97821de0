import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from practice import clock
from practice.vault.vault import Vault
from tests.vault.building import Built, build


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("template") / "practice")


@pytest.fixture
def built(template: Built, tmp_path: Path) -> Built:
    """A practice of this test's own."""
    folder = tmp_path / "practice"
    shutil.copytree(template.folder, folder)
    store = replace(template.store, held=dict(template.store.held))
    vault = Vault(folder, template.vault.header, store, template.vault._cost)
    return replace(template, vault=vault, store=store)


class Hands:
    """A clock the test moves."""

    def __init__(self) -> None:
        self.now = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)

    def move(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def hands() -> Iterator[Hands]:
    held = Hands()
    clock.use(lambda: held.now)
    yield held
    clock.use(None)
