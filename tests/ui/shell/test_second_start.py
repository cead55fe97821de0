"""One window per data folder: the second start brings the first forward and ends well."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from practice.ui.doorbell import Doorbell, ring
from practice.vault.instance import InstanceLock

ROOT = Path(__file__).parents[3]


@contextmanager
def begun(data: Path, home: Path) -> Iterator[subprocess.Popen[str]]:
    """The program started on a folder; ended at the latest when the test is over."""
    with subprocess.Popen(
        [sys.executable, "-m", "practice", "--data", str(data)],
        cwd=ROOT,
        env={**os.environ, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def test_ringing_is_heard_by_whoever_has_the_folder(qtbot: QtBot, tmp_path: Path) -> None:
    assert not ring(tmp_path)
    bell = Doorbell(tmp_path)
    with qtbot.waitSignal(bell.rung):
        assert ring(tmp_path)
    bell.close()
    assert not ring(tmp_path)


def test_the_second_start_rings_and_exits_with_0(qtbot: QtBot, tmp_path: Path, home: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    with InstanceLock(data):
        bell = Doorbell(data)
        heard: list[bool] = []
        bell.rung.connect(lambda: heard.append(True))
        with begun(data, home) as second:
            qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
            assert second.returncode == 0
        qtbot.waitUntil(lambda: bool(heard))
        bell.close()


def test_a_start_that_is_told_to_end_ends_at_rest(qtbot: QtBot, tmp_path: Path, home: Path) -> None:
    data = tmp_path / "data"
    with begun(data, home) as first:
        qtbot.waitUntil(lambda: ring(data), timeout=20_000)
        first.send_signal(signal.SIGTERM)
        _out, errors = first.communicate(timeout=20)
        assert (first.returncode, errors) == (0, "")
    assert [file.name for file in data.iterdir()] == ["app.lock"]
    assert not [file for file in home.rglob("*.conf") if "Qt" in file.name]
