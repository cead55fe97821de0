"""Long work in Python beside the window, without the window noticing.

Both share one interpreter. While such work runs, the window gets its turn within a millisecond, and
the sweep for garbage in cycles, which stops everything, waits until the work is over.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

TURN = 0.001
"""Seconds until a waiting thread gets its turn."""


@contextmanager
def considerately() -> Iterator[None]:
    """For work on the lane that takes more than some tens of milliseconds."""
    before, swept = sys.getswitchinterval(), gc.isenabled()
    sys.setswitchinterval(TURN)
    gc.disable()
    try:
        yield
    finally:
        sys.setswitchinterval(before)
        if swept:
            gc.enable()
