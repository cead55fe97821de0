"""The tour: the main job, driven through the real windows on a fresh demo practice.

With a display it can be watched; without one it runs off screen. It leaves pictures, documents and
`tour.json`, and touches neither the person's own practice nor their settings.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def run(out: Path) -> int:
    """Take the tour; 0 only if every check held."""
    if sys.platform == "linux" and not _display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="practice-tour-") as home, _moved_in(Path(home)):
        from practice.ui.tour.main_job import tour  # noqa: PLC0415  # after the platform is chosen

        record = tour(out.absolute(), Path(home))
    for step in record.steps:
        sys.stdout.write(f"{step.seconds:7.2f} s  {step.failed or 'ok':8} {step.name}\n")
    return 0 if record.held else 1


def _display() -> str:
    return "".join(os.environ.get(v, "") for v in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


@contextmanager
def _moved_in(home: Path) -> Iterator[None]:
    """Settings and demo go into a folder that is thrown away afterwards."""
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "LOCALAPPDATA", "APPDATA")
    before = {name: os.environ.get(name) for name in names}
    os.environ |= {name: str(home / name.lower()) for name in names}
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
