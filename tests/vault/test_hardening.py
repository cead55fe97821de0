"""Another program of the same account reads nothing from our memory, nor does a core dump."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("how", "expected"),
    [("open", "quiet harbour"), ("hardened", "refused")],
)
def test_only_an_unhardened_process_can_be_peeked_into(how: str, expected: str) -> None:
    child = subprocess.run(
        [sys.executable, "-m", "tests.crash.children.peeked", how],
        capture_output=True,
        text=True,
        check=True,
    )
    limits, found, dumped = child.stdout.splitlines()
    assert found == expected
    assert (limits == "core (0, 0) dumpable 0") == (how == "hardened")
    assert dumped == "dumped False"
