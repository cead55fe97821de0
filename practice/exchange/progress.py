"""How far slow work is, and the wish to stop it; shared by the window and the lane."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from practice.errors import Refused

T = TypeVar("T")
EVERY = 50
GIVE_WAY = 0.0001
"""Seconds. Work that enters the system for every row (an id is 16 bytes from it) lets go of the
interpreter each time and has it back before the window wakes, which then never gets a turn."""


class Cancelled(Refused):
    """The person wants it stopped; whatever was written is taken back."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was changed.")


class Progress:
    """`done` of `total`; plain numbers, so that another thread may look at them at any time."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.cancelled = False

    def cancel(self) -> None:
        """Stop at the next look."""
        self.cancelled = True

    def look(self) -> None:
        """Give way to the window for a moment. Raises Cancelled once the person wants to stop."""
        time.sleep(GIVE_WAY)
        if self.cancelled:
            raise Cancelled

    def through(self, items: Iterable[T], total: int) -> Iterator[T]:
        """The items one by one, counted from 0. Raises Cancelled."""
        self.done, self.total = 0, total
        for number, item in enumerate(items):
            if not number % EVERY:
                self.done = number
                self.look()
            yield item
        self.done = total
