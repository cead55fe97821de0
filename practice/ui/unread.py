"""PySide reads no source of ours.

It looks through the source of whatever is loaded after it, in case a module asks for one of its
`__feature__`s, and keeps the text in memory. No module here asks: the lock screen comes up a fifth
sooner when that is not looked for. Where PySide has no such look any more, nothing is done.
"""

import sys

import PySide6.QtCore  # noqa: F401  # brings what is looked for


def read_no_source() -> None:
    """From now on every module counts as one that may use PySide, without being read."""
    if features := sys.modules.get("shibokensupport.feature"):
        vars(features)["_mod_uses_pyside"] = lambda _module: True
