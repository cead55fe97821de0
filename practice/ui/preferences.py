"""How the window looks and where it stood: kept in the settings folder, nothing personal in it."""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from practice import paths
from practice.ui.theme import Scheme, apply
from practice.vault.files import PRIVATE_FOLDER, plain_words, write_whole

FILE = "window.json"


@dataclass(frozen=True)
class Preferences:
    """`box` is x, y, width and height of the main window; None until it was moved once.

    `live_on_top` keeps the session window above others.
    """

    scheme: Scheme = Scheme.SYSTEM
    scale: float = 1.0
    box: tuple[int, int, int, int] | None = None
    maximized: bool = False
    live_on_top: bool = False

    def apply(self) -> None:
        """Dress the program."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply(app, self.scheme, self.scale)


def load() -> Preferences:
    """What was kept; the standard where nothing was, or where it can't be read."""
    try:
        return _read(json.loads(_path().read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError, KeyError):
        return Preferences()


def save(preferences: Preferences) -> None:
    """Keep them. Raises Unavailable."""
    found = {**asdict(preferences), "scheme": preferences.scheme.value}
    with plain_words("The settings of the window could not be saved"):
        _path().parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        write_whole(_path(), json.dumps(found).encode())


def change(**what: Any) -> Preferences:
    """Change some of them and keep them all. Raises Unavailable."""
    changed = replace(load(), **what)
    save(changed)
    return changed


def _path() -> Path:
    return paths.settings_folder() / FILE


def _read(found: dict[str, Any]) -> Preferences:
    box = found.get("box")
    return Preferences(
        scheme=Scheme(found["scheme"]),
        scale=float(found["scale"]),
        box=None if box is None else _box(box),
        maximized=found.get("maximized") is True,
        live_on_top=found.get("live_on_top") is True,
    )


def _box(found: list[Any]) -> tuple[int, int, int, int]:
    x, y, width, height = map(int, found)
    return x, y, width, height
