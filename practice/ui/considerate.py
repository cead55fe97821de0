"""Long work in Python beside the window, without the window noticing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def considerately() -> Iterator[None]:
    """For work that makes a great many things.

    The sweep for garbage in cycles, which stops the window as well, waits until it is over. What
    was made then counts as old, as everything does that stays: else all of it were swept at once.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.freeze()
            gc.unfreeze()
            gc.enable()
