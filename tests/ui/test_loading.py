"""Loading the window's modules does not read their source."""

import subprocess
import sys

_LOADED = """
import linecache
from practice.ui import shell
print(*(name for name in linecache.cache if "practice" in name and name != "<string>"))
"""


def test_no_source_is_read_when_the_window_is_loaded() -> None:
    command = [sys.executable, "-c", _LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == ""
