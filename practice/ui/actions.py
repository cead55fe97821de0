"""The only way from the window to a change: run a domain function, say what it refused, undo it."""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from practice.errors import Refused, Unavailable
from practice.models import audit
from practice.models.audit import Changes

P = ParamSpec("P")
R = TypeVar("R")


class Actions(QObject):
    """Runs changes for one signed-in person.

    `acting` comes before every attempt: what was refused before it is no longer news.
    `changed` carries a Changes after every commit. `refused` and `unavailable` carry words for
    whoever shows them where no form did. `undoable` carries the label of what Ctrl+Z takes back,
    empty when there is nothing.
    """

    acting = Signal()
    changed = Signal(object)
    refused = Signal(str)
    unavailable = Signal(str)
    undoable = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._done: list[Changes] = []
        self._undoing = False
        self._stop = audit.subscribe(self._committed)

    def close(self) -> None:
        """At lock: nothing can be undone after it."""
        self._stop()
        self._done.clear()

    def run(self, change: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Do it; whether it was done. What it refuses is said through the signals."""
        self.acting.emit()
        try:
            change(*args, **kwargs)
        except Refused as refused:
            self.refused.emit(refused.message)
            return False
        except Unavailable as unavailable:
            self.unavailable.emit(unavailable.message)
            return False
        self.unavailable.emit("")
        return True

    def refusal(self, change: Callable[[], object]) -> str:
        """Do it; nothing, or what was refused, in words for beside the place it belongs to."""
        refused: list[str] = []

        def guarded() -> None:
            try:
                change()
            except Refused as error:
                refused.append(error.message)
            except Unavailable as error:
                refused.append(error.message)
                raise

        self.run(guarded)
        return "".join(refused)

    def attempt(self, change: Callable[[], bool]) -> bool:
        """As `run`, for what says itself whether it was done, such as `Form.submit`."""
        done: list[bool] = []
        return self.run(lambda: done.append(change())) and done[0]

    def announce(self, changes: Changes) -> None:
        """A long write beside the window is on record: now the pages may know, and undo."""
        audit.tell(changes)

    @property
    def last(self) -> Changes | None:
        """What `undo` would take back."""
        return self._done[-1] if self._done else None

    def undo(self) -> None:
        """Take back the last change that can be taken back; says so when there is none."""
        if not self._done:
            self.refused.emit("There is nothing to undo.")
            return
        last = self._done.pop()
        self._undoing = True
        self.run(audit.undo, last.file, last.operation_id)
        self._undoing = False
        self._tell()

    def _committed(self, changes: Changes) -> None:
        if changes.undoable and changes.rows:
            self._done.append(changes)
        elif not self._undoing:
            self._done = [done for done in self._done if not _settled(done, changes)]
        self.changed.emit(changes)
        self._tell()

    def _tell(self) -> None:
        self.undoable.emit(self._done[-1].label if self._done else "")


_HANG_ON = {
    "note": frozenset({"note_goal"}),
    "plan": frozenset({"problem", "goal", "objective", "intervention"}),
}


def _settled(done: Changes, for_good: Changes) -> bool:
    """Whether a change that can't be taken back, such as a signature, has sealed one before it.

    The words on goals hang on their note, the parts of a plan on its version.
    """
    if done.file is not for_good.file:
        return False
    if any(table in for_good.rows and on & done.rows.keys() for table, on in _HANG_ON.items()):
        return True
    return any(ids & for_good.rows.get(table, frozenset()) for table, ids in done.rows.items())
