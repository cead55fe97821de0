"""Tab goes where one reads: through the layouts in their order, whatever was made when.

Qt's own chain is the order in which widgets were made, so a form opened later would come last.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from practice.ui.layouts import parts_in


def step(part: QWidget, *, forward: bool) -> bool:
    """Move the keyboard to the next stop in a part; round at its ends. For `focusNextPrevChild`."""
    order = list(_walk(part))
    if not forward:
        order.reverse()
    here = part.focusWidget()
    at = order.index(here) + 1 if here in order else 0
    for widget in (*order[at:], *order[:at]):
        if _is_stop(widget) and widget is not here:
            reason = Qt.FocusReason.TabFocusReason
            widget.setFocus(reason if forward else Qt.FocusReason.BacktabFocusReason)
            _bring_into_view(widget)
            return True
    return False


def _is_stop(widget: QWidget) -> bool:
    tabs = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tabs and widget.isEnabled() and widget.focusProxy() is None


def _walk(part: QWidget) -> Iterator[QWidget]:
    """Everything that can be seen; what no layout holds comes last."""
    yield part
    laid = list(_laid_out(part.layout()))
    others = (child for child in part.children() if isinstance(child, QWidget))
    for child in (*laid, *(other for other in others if other not in laid)):
        if child.isVisible() and not child.isWindow():
            yield from _walk(child)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    for part in parts_in(layout) if layout else ():
        if isinstance(part, QLayout):
            yield from _laid_out(part)
        else:
            yield part


def _bring_into_view(widget: QWidget) -> None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()
