"""Keeps PySide6 6.12 from killing the program on Python 3.10 and 3.11.

Its wheels are built as if None, True, False and NotImplemented could not die, which holds from
Python 3.12 on (PEP 683): every call that returns nothing takes one reference of None without
having been given it. Python starts with some 5,000, so a window lives for seconds and then ends
in “Fatal Python error: none_dealloc”. Giving these four more references than any run can use up
makes them what PySide6 takes them for. Remove with Python 3.11.
"""

import ctypes
import sys

PLENTY = 1 << 48


def keep_alive() -> None:
    """Make the four constants immortal in all but name. Does nothing from Python 3.12 on."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > PLENTY // 2:
        return
    for constant in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(constant))
        count.value += PLENTY
