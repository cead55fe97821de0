"""What stands in a layout, without ever touching a layout's items.

PySide keeps the item that `itemAt` returned on record after Qt has deleted it. When a widget is
made at the same place in memory later and deleted again, PySide frees it twice and the program
ends (seen with 6.12). So items of Qt's own layouts are never asked for; `takeAt` gives them away
for good and is safe.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def parts_in(layout: QLayout) -> list[QWidget | QLayout]:
    """Widgets and layouts directly in a layout, in its order; nothing for its gaps."""
    holder = layout.parentWidget()
    found: list[QWidget | QLayout] = [
        part for part in layout.children() if isinstance(part, QLayout)
    ]
    if holder is not None:
        found += holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    placed = [(layout.indexOf(part), part) for part in found]
    return [part for at, part in sorted(placed, key=lambda one: one[0]) if at >= 0]


def widgets_in(layout: QLayout) -> list[QWidget]:
    """The widgets directly in a layout, in its order."""
    return [part for part in parts_in(layout) if isinstance(part, QWidget)]
