"""A disk that fills up, for one test: no file of this process grows any further."""

import resource
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def full(size: int) -> Iterator[None]:
    """Within, no file is written beyond `size` bytes.

    The system's own limit on file sizes stands in for the disk: a write beyond it fails as one on
    a full disk does, in the middle of whatever is being written.
    """
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
