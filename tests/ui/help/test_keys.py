"""Every shortcut of the main window's pages is in the manual, and none is there twice."""

import re
from collections.abc import Callable

from PySide6.QtGui import QAction

from practice.ui.context import Place
from practice.ui.help.chapters import Chapter, text
from practice.ui.workspace import Workspace

_TOLD = re.compile(r"`(Ctrl \+ [^`]+)`")


def test_every_shortcut_of_the_pages_is_told(window: Callable[[], Workspace]) -> None:
    workspace = window()
    for place in Place:
        workspace.go(place)
    actions = workspace.findChildren(QAction) + workspace.actions()
    bound = {_as_told(action) for action in actions if not action.shortcut().isEmpty()}
    pages = {f"Ctrl + {number}" for number in range(1, 9)}
    assert pages <= bound
    told = _TOLD.findall(text(Chapter.FIRST_DAY).partition("## Keys of the main window")[2])
    assert len(told) == len(set(told))
    assert bound - pages == set(told) - pages


def _as_told(action: QAction) -> str:
    """`Ctrl+Shift+L` as `Ctrl + Shift + L`, also for the plus itself."""
    told = action.shortcut().toString()
    return " + ".join([*told[:-2].split("+"), told[-1]])
