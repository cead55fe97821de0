"""Long work in Python beside the window, without the window noticing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def considerately() -> Iterator[None]:
    """For work that makes a great many things.

    The sweep for garbage in cycles, which stops the window as well, waits until it is over.
    """
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
