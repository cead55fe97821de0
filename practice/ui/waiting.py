"""Slow work for a part of the window that may be gone before it is done."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject
from shiboken6 import isValid

from practice.ui.background import Failed, Lane

T = TypeVar("T")
Anything = TypeVar("Anything")


def run_for(
    owner: QObject, lane: Lane, work: Callable[[], T], then: Callable[[T], None], failed: Failed
) -> None:
    """As `lane.run`; what comes back after `owner` is gone, at lock for instance, is dropped."""
    lane.run(work, _while_there(owner, then), _while_there(owner, failed))


def _while_there(owner: QObject, call: Callable[[Anything], None]) -> Callable[[Anything], None]:
    def only_then(result: Anything) -> None:
        if isValid(owner):
            call(result)

    return only_then
