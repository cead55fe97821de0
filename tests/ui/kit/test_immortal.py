"""The program outlives as many calls into Qt as a long day brings."""

import subprocess
import sys

CALLS = """
import practice.ui
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("x")
    thing.setProperty("y", 1)
"""


def test_a_hundred_thousand_calls_into_qt_end_well() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], check=False, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
