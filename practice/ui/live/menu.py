"""The menu behind “More”: what is done seldom, with its key beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from practice.ui.live.keys import TABLE, Do, Focus

_SELDOM = (Do.SESSION_TIMES, Do.TIMES, Do.HOW, Do.ADD, Do.TECHNIQUE, Do.GROUP_NOTE, Do.KEYS)


TO_EDGE = "Move to the edge of the screen"


def popup(under: QWidget, do: Callable[[Do], None], to_edge: Callable[[], None]) -> QMenu:
    """Open it under a button; what is chosen goes to `do`, the window's place to `to_edge`."""
    menu = QMenu(under)
    for key in TABLE:
        if key.do in _SELDOM and key.where is Focus.ROSTER:
            action = menu.addAction(f"{key.words}\t{'+'.join(key.shown)}")
            action.triggered.connect(partial(_chosen, do, key.do))
    menu.addSeparator()
    menu.addAction(TO_EDGE).triggered.connect(lambda _checked: to_edge())
    menu.popup(under.mapToGlobal(QPoint(0, under.height())))
    return menu


def _chosen(do: Callable[[Do], None], what: Do) -> None:
    do(what)
