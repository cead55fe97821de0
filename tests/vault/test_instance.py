"""One program at a time on a data folder, whatever happened to the last one."""

import subprocess
import sys
from pathlib import Path

import pytest

from practice.errors import Unavailable
from practice.vault.instance import AlreadyOpen, InstanceLock

HOLD = """
import sys
from pathlib import Path
from practice.vault.instance import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_one_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    with InstanceLock(tmp_path), pytest.raises(AlreadyOpen, match="already open"):
        InstanceLock(tmp_path)
    again = InstanceLock(tmp_path)
    again.release()
    again.release()
    InstanceLock(tmp_path).release()


def test_a_kill_frees_the_folder(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        with pytest.raises(AlreadyOpen):
            InstanceLock(tmp_path)
        other.kill()
        other.wait()
    InstanceLock(tmp_path).release()


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="not there"):
        InstanceLock(tmp_path / "gone")
