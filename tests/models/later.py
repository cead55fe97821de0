"""A program that has learnt one more thing about the office since the practice was made."""

import shutil
from pathlib import Path

import pytest

from practice.models import store
from practice.models.base import MIGRATIONS, OFFICE


def one_more_step(monkeypatch: pytest.MonkeyPatch, place: Path) -> None:
    """From here on office.db is of an earlier version: it lacks the table `later`."""
    steps = place / "migrations"
    shutil.copytree(MIGRATIONS, steps)
    (steps / "office" / "9999_later.py").write_text(
        "def up(migrator, db):\n    db.execute_sql('CREATE TABLE later (id TEXT)')\n"
    )
    monkeypatch.setattr(store, "MIGRATIONS", steps)
    monkeypatch.setattr(OFFICE, "schema", OFFICE.schema + 1)
    monkeypatch.setattr(OFFICE, "known", OFFICE.known | {"9999_later"})
