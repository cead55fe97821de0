"""Where things lie: the data folder, settings, and files shipped with the program."""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).parent


def resource(*parts: str) -> Path:
    """A file shipped with the program; from the package when installed, else from the checkout."""
    for base in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        found = base.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError("/".join(parts))


def licence() -> Path:
    """The program's licence: in the package when installed, else at the top of the checkout."""
    installed = _PACKAGE / "LICENSE"
    return installed if installed.exists() else _PACKAGE.parent / "LICENSE"


def _home(variable: str, fallback: str) -> Path:
    value = os.environ.get(variable, "")
    return Path(value) if value and Path(value).is_absolute() else Path.home() / fallback


def data_folder() -> Path:
    """The standard place for a person's own practice on this system."""
    if sys.platform == "win32":
        return _home("LOCALAPPDATA", "AppData/Local") / "Practice"
    if sys.platform == "darwin":
        return Path.home() / "Library/Application Support/Practice"
    return _home("XDG_DATA_HOME", ".local/share") / "practice"


def demo_folder() -> Path:
    """The demo practice lives beside real data, never inside it."""
    real = data_folder()
    return real.with_name(real.name + "-demo")


def settings_folder() -> Path:
    """Settings that hold no personal data, and the device key where there is no keychain."""
    if sys.platform == "win32":
        return _home("APPDATA", "AppData/Roaming") / "Practice"
    if sys.platform == "darwin":
        return Path.home() / "Library/Preferences/Practice"
    return _home("XDG_CONFIG_HOME", ".config") / "practice"
