"""The count beside Notes to finish follows what waits there."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from practice.care import notes, signing
from practice.desk import attendance, sessions
from practice.ui import counting
from practice.ui.context import Context, Place
from practice.ui.counting import COUNT_AFTER, Counting
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, Clock


def test_the_count_follows_what_waits(
    qtbot: QtBot, context: Context, window: Callable[[], Workspace], clock_at: Clock
) -> None:
    item = window().navigation.items[Place.NOTES]

    def waits(words: str) -> None:
        qtbot.waitUntil(lambda: item.accessibleName() == words, timeout=10 * COUNT_AFTER)

    waits("Notes to finish")
    _, _, session = a_full_group(context.user_id, 2)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    clock_at.to("19:00")
    sessions.stop(session)
    waits("Notes to finish, 1")
    notes.prepare(session)
    for note in notes.of_session(session):
        notes.save_part(note.id, "response", f"Own words for {note.id[:4]}")
    ids = [note.id for note in notes.of_session(session)]
    signing.sign(session, ids, context.vault.confirm(context.user_id, PASSPHRASE))
    waits("Notes to finish")


def test_once_put_away_to_lock_nothing_is_counted(
    qtbot: QtBot,
    context: Context,
    window: Callable[[], Workspace],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workspace = window()
    counted: list[str] = []
    monkeypatch.setattr(counting, "counts", lambda: counted.append("counted"))
    workspace.hide()
    _, _, session = a_full_group(context.user_id, 2)
    sessions.start(session)
    later = workspace.findChild(Counting)
    assert later is not None
    qtbot.waitUntil(lambda: not later.isActive(), timeout=10 * COUNT_AFTER)
    assert counted == []
