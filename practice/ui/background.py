"""The one lane beside the window: slow work runs there, its result comes back to the window.

Work on the lane opens and closes its own connections (`store.reading`). Tests use InlineLane.
"""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from practice.errors import Refused, Unavailable

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
Failed = Callable[[Refused | Unavailable], None]


class Lane(QObject):
    """Runs one piece of work at a time, in order."""

    _deliver = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._deliver.connect(_call, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _pool(self) -> "Executor":
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415  # at the first work

        return ThreadPoolExecutor(1, thread_name_prefix="lane")

    def run(self, work: Callable[[], T], then: Callable[[T], None], failed: Failed) -> None:
        """Do `work` on the lane, then call `then` or `failed` in the window's thread.

        Anything but Refused and Unavailable is a bug and is raised in the window's thread.
        """
        self._pool.submit(lambda: self._deliver.emit(_outcome(work, then, failed)))

    def close(self) -> None:
        """Wait for what is running; what has not begun is dropped."""
        self._pool.shutdown(wait=True, cancel_futures=True)


class InlineLane(Lane):
    """Does everything at once in the caller's thread (tests and the tour)."""

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
