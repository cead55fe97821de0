"""The mark that says whether what was typed is saved. It never says so before the disk has it."""

from PySide6.QtWidgets import QWidget

from practice import clock
from practice.ui.autosave import Autosave, SaveState
from practice.ui.icons import Icon
from practice.ui.theme import Role
from practice.ui.widgets.remark import Remark

SAVING = "Saving…"
FAILED = "Not saved yet, trying again"
NOTHING = "Nothing unsaved"


class SaveMark(Remark):
    """“Saved 2 s ago, encrypted”, “Saving…” or, in red, that it could not be."""

    def __init__(self, autosave: Autosave, *, parent: QWidget | None = None) -> None:
        super().__init__(NOTHING, Icon.CHECK_CIRCLE, Role.PRESENT, wrap=False, parent=parent)
        self._autosave = autosave
        self._at: float | None = None
        autosave.state_changed.connect(self.refresh)
        self.refresh()

    def note_commit(self) -> None:
        """Something else was just saved too: a mark in the roster, a line on record."""
        self._at = clock.monotonic()
        self.refresh()

    def refresh(self) -> None:
        """Say how it stands now; call it every second."""
        match self._autosave.state:
            case SaveState.PENDING:
                self._say(SAVING, Icon.REFRESH, Role.MUTED)
            case SaveState.FAILED:
                self._say(FAILED, Icon.X_CIRCLE, Role.NO_SHOW)
            case SaveState.SAVED:
                self._say(self._when(), Icon.CHECK_CIRCLE, Role.PRESENT)

    def _say(self, words: str, icon: Icon, role: Role) -> None:
        if words != self.text():
            self.say(words, icon, role)

    def _when(self) -> str:
        times = [at for at in (self._at, self._autosave.saved_at) if at is not None]
        return f"Saved {ago(clock.monotonic() - max(times))}, encrypted" if times else NOTHING


def ago(seconds: float) -> str:
    """`now`, `2 s ago`, `3 min ago`, `2 h ago`."""
    whole = int(seconds)
    if whole < 1:
        return "now"
    if whole < 60:
        return f"{whole} s ago"
    return f"{whole // 60} min ago" if whole < 3600 else f"{whole // 3600} h ago"
