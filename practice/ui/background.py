"""The lane beside the window: slow work runs there, its result comes back to the window.

A short read, such as a search, takes the short lane, so that it need not wait until a backup or a
document is made; nothing is written there. Work on a lane opens and closes its own connections
(`store.reading`). Tests use InlineLane.
"""

import sys
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from practice.errors import Refused, Unavailable

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
Failed = Callable[[Refused | Unavailable], None]
TURN = 0.001
"""Seconds until the window gets the interpreter, which it shares with the lanes, when it asks."""


class Lane(QObject):
    """Runs one piece of work at a time, in order; `short` is another one for short reads."""

    _deliver = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._deliver.connect(_call, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> "Executor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # at the first work

        sys.setswitchinterval(TURN)
        return ThreadPoolExecutor(1, thread_name_prefix="lane")

    @cached_property
    def short(self) -> "Lane":
        """For reads of some milliseconds. Ask for it in the window's thread."""
        return Lane()

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        """Do `work` on the lane, then call `then` or `failed` in the window's thread.

        Anything but Refused and Unavailable is a bug and is raised in the window's thread.
        """
        self._pool.submit(lambda: self._deliver.emit(_outcome(work, then, failed)))

    def settle(self) -> None:
        """Wait, in another thread than this lane's own, until everything begun here is done."""
        self._pool.submit(lambda: None).result()

    def close(self) -> None:
        """Wait for what is running; what has not begun is dropped."""
        for lane in (self, self.short):
            lane._pool.shutdown(wait=True, cancel_futures=True)


class InlineLane(Lane):
    """Does everything at once in the caller's thread (tests and the tour)."""

    @cached_property
    def short(self) -> Lane:
        """This one: there is nothing to wait for."""
        return self

    def settle(self) -> None:
        """Nothing is ever left to do."""

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        _outcome(work, then, failed)()


def _call(outcome: Callable[[], None]) -> None:
    outcome()


def _outcome(work: Callable[[], Any], then: Callable[[Any], None], failed: Failed) -> Any:
    try:
        result = work()
    except (Refused, Unavailable) as error:
        return lambda error=error: failed(error)
    except BaseException as error:  # noqa: BLE001  # handed to the window's thread whole
        return lambda error=error: _raise(error)
    return lambda: then(result)


def _raise(error: BaseException) -> None:
    raise error
