"""The tour itself: the main job through the real windows, from the lock screen to the report."""

import json
import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader


def test_every_check_of_the_tour_holds(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = subprocess.run(
        [sys.executable, "-m", "practice", "tour", str(out)],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stderr == ""
    told = json.loads((out / "tour.json").read_text())
    assert told["held"] is True
    assert sum(len(step["checks"]) for step in told["steps"]) > 40
    pictures = [name for step in told["steps"] for name in step["pictures"]]
    assert {name.rsplit("-", 1)[1] for name in pictures} == {"light.png", "dark.png"}
    assert all((out / name).stat().st_size > 2_000 for name in pictures)
    assert len(PdfReader(out / "progress-report.pdf").pages) >= 2
    assert not (tmp_path / ".config").exists()
    assert not (tmp_path / ".local").exists()


def test_a_check_that_does_not_hold_fails_the_tour(tmp_path: Path) -> None:
    broken = (
        "import sys; from pathlib import Path; from practice.ui.tour import run;"
        "from practice.desk import presence; presence.minutes = lambda *_: 7;"
        f"sys.exit(run(Path({str(tmp_path / 'out')!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", broken],
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)},
        check=False,
    )
    assert done.returncode == 1
    told = json.loads((tmp_path / "out" / "tour.json").read_text())
    assert told["held"] is False
    assert "48 minutes" in told["steps"][-1]["failed"]
