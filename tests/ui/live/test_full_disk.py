"""The disk fills up while a session runs: the words stay on the screen until they are saved."""

from pytestqt.qtbot import QtBot

from practice.care import drafts, live
from practice.models.audit import FULL_OR_BROKEN
from practice.ui.autosave import SaveState
from practice.ui.live.view import NOT_SAVED
from tests.conftest import Opened
from tests.crash.full_disk import full
from tests.ui.live.conftest import Sit, words_on


def test_words_stay_with_the_red_bar_until_there_is_room(
    sit: Sit, opened: Opened, qtbot: QtBot
) -> None:
    desk = sit(3)
    desk.begin()
    desk.press("A", "1", "Enter")
    desk.type("On record")
    desk.press("Enter")
    desk.type("Saved")
    autosave, editor = desk.window.autosave, desk.view.composer.editor
    assert autosave.flush()
    key, log = desk.view.composer.key, opened.folder / "clinical.db-wal"
    with full(log.stat().st_size):
        desk.type(" and more")
        qtbot.waitUntil(lambda: autosave.state is SaveState.FAILED)
        desk.press("Enter")
        assert NOT_SAVED.format(FULL_OR_BROKEN) in words_on(desk.window)
        assert "Saved" not in desk.view.mark.text()
        assert editor.toPlainText() == "Saved and more"
        assert drafts.load(key) == "Saved"
    qtbot.waitUntil(lambda: autosave.state is SaveState.SAVED, timeout=3000)
    assert not desk.view.trouble.isVisible()
    assert drafts.load(key) == "Saved and more"
    desk.press("Enter")
    said = {line.text for line in live.lines(desk.session_id)}
    assert said == {"On record", "Saved and more"}
