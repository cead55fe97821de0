"""Practices of before find their plans again: steps with a kind, a running session with its own."""

import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from practice.models.base import OFFICE
from practice.models.keyed import KeyedDatabase

OLD = (
    "INSERT INTO user VALUES ('u', 'Maria', '', '', '', '', 'owner')",
    "INSERT INTO group_ (id, name, kind, platform, link, passcode, clinician_id, technique, mode, "
    "audience, orientation, intake) VALUES ('g', 'Skills', 'therapy', '', '', '', 'u', '', "
    "'video', '', 'either', 'open')",
    "INSERT INTO plan_segment VALUES ('1', 'g', 1, 'Check-in', 10), ('2', 'g', 2, 'Theme', 20), "
    "('3', 'g', 3, 'individual work', 30)",
)
SESSION = (
    "INSERT INTO session (id, kind, group_id, moved, clinician_id, starts, minutes, state, "
    "cue_paused_seconds, late_entry, platform, link, passcode, clinician_location, technique, "
    "mode, signed) VALUES (?, 'group', 'g', 0, 'u', ?, 60, ?, 0, 0, '', '', '', '', '', 'video', 0)"
)


@pytest.fixture
def before(tmp_path: Path) -> Iterator[KeyedDatabase]:
    """An office file of the first version, with a plan, a held session and one that runs."""
    file = KeyedDatabase(OFFICE.application, 1)
    file.use(tmp_path / "old.db", os.urandom(32), create=True)
    file.connect()
    import_module("practice.models.migrations.office.0001_first").up(None, file)
    for sql in OLD:
        file.execute_sql(sql)
    file.execute_sql(SESSION, ("held", "2026-11-10T18:00", "held"))
    file.execute_sql(SESSION, ("live", "2026-11-17T18:00", "live"))
    yield file
    file.close()


def test_steps_keep_their_words_and_get_the_kind_they_name(before: KeyedDatabase) -> None:
    import_module("practice.models.migrations.office.0005_plans").up(None, before)
    query = "SELECT name, minutes, kind FROM plan_segment WHERE {} = ? ORDER BY position"
    steps = [
        ("Check-in", 10, "check-in"),
        ("Theme", 20, "other"),
        ("individual work", 30, "individual"),
    ]
    found = before.execute_sql(query.format("group_id"), ("g",)).fetchall()
    assert found == steps
    assert before.execute_sql(query.format("session_id"), ("live",)).fetchall() == steps
    assert before.execute_sql(query.format("session_id"), ("held",)).fetchall() == []
    assert before.execute_sql("PRAGMA foreign_key_check").fetchall() == []
