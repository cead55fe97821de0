"""What is wrong with a window: one line for each fault, none when all is well."""

import gc
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

import shiboken6
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QImage, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QScrollBar,
    QSpacerItem,
    QStackedLayout,
    QTableView,
    QTextBrowser,
    QWidget,
    QWidgetItem,
)

from practice.ui.live.curtain import Curtain
from practice.ui.palette.palette import Palette
from practice.ui.preview.sheets import Sheets
from practice.ui.theme import theme
from practice.ui.theme.tokens import Colors
from practice.ui.widgets.button import Button
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.keys import KeyOverlay
from practice.ui.widgets.pressable import Pressable
from practice.ui.widgets.text import ElidedText

TARGET = 24
MOST_STOPS = 200
ENOUGH = 40
"""Pixels of one colour that no edge between two others makes by chance."""
WHOLE = (Curtain, KeyOverlay)
"""What fills its window while it has the keyboard; there is nothing to tell it from."""
OVER: tuple[type[QWidget], ...] = (KeyOverlay, Palette)
"""What lies over its window and keeps the keyboard."""
SLACK = 2
"""Pixels within which two things stand in one line."""
SILENT = {QAccessible.Role.NoRole, QAccessible.Role.StaticText, QAccessible.Role.Graphic}


def describe(widget: QWidget) -> str:
    """A widget as a person would find it again."""
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"


def seen(window: QWidget) -> list[QWidget]:
    """Everything shown, also where one has to scroll to it."""
    return [w for w in (window, *window.findChildren(QWidget)) if w.isVisible()]


def stops(window: QWidget) -> list[QWidget]:
    """Where Tab stops, in its order, as one finds by pressing it."""
    over = [w for kind in OVER for w in window.findChildren(kind) if w.isVisible()]
    for overlay in over:
        overlay.setFocus()
    if not over and (focus := window.focusWidget()):
        focus.clearFocus()
    found: list[QWidget] = []
    while len(found) < MOST_STOPS:
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        at = window.focusWidget()
        if at is None or at in found:
            return found
        found.append(at)
    raise AssertionError("Tab never comes round")


def place(widget: QWidget) -> QRect:
    """Where it stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _box(widget: QWidget, beside: QWidget) -> QRect:
    """Its place; or that of the area it scrolls in, where the other is outside of it."""
    shared = _areas(beside)
    own = [area for area in _areas(widget) if area not in shared]
    return place(own[0]) if own else place(widget)


def _areas(widget: QWidget) -> list[QScrollArea]:
    above = widget.parentWidget()
    rest = _areas(above) if above else []
    return [*rest, above] if isinstance(above, QScrollArea) else rest


def nameless(stops: list[QWidget]) -> Iterator[str]:
    """What takes the keyboard and says nothing to a screen reader."""
    for stop in stops:
        told = QAccessible.queryAccessibleInterface(stop)
        if told is None or not told.text(QAccessible.Text.Name).strip():
            yield f"{describe(stop)} has no name"
        elif told.role() in SILENT and not isinstance(stop, QTextBrowser):
            yield f"{describe(stop)} has the role {told.role().name}"


def out_of_order(stops: list[QWidget]) -> Iterator[str]:
    """Tab stops that jump up or back where nothing begins a new column or line."""
    for before, after in pairwise(stops):
        a, b = _box(before, after), _box(after, before)
        below = b.top() >= a.bottom() - SLACK
        right = b.left() >= a.right() - SLACK
        beside = b.left() > a.left() and b.top() >= a.top() - SLACK
        inside = a.contains(b) or b.contains(a)
        if not (below or right or beside or inside):
            yield f"Tab goes back from {describe(before)} to {describe(after)}"


def unmarked(stops: list[QWidget]) -> Iterator[str]:
    """What looks the same with the keyboard as without; one of each kind is enough."""
    kinds = {type(stop): stop for stop in reversed(stops) if not isinstance(stop, WHOLE)}
    for stop in kinds.values():
        window = stop.window()
        for area in _areas(stop):
            area.ensureWidgetVisible(stop)
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        focused = window.grab(place(stop)).toImage()
        stop.clearFocus()
        if focused == window.grab(place(stop)).toImage():
            yield f"{describe(stop)} looks the same with the keyboard"


def small(window: QWidget) -> Iterator[str]:
    """What is too small to be hit."""
    for widget in seen(window):
        pressed = isinstance(widget, QAbstractButton | QComboBox | QLineEdit)
        inside = isinstance(widget.parent(), QLineEdit | QTableView)
        if pressed and not inside and min(widget.width(), widget.height()) < TARGET:
            yield f"{describe(widget)} is {widget.width()}×{widget.height()}"


def clipped(window: QWidget) -> Iterator[str]:
    """Words and parts without room, sideways scrolling, parts over each other."""
    for widget in seen(window):
        if isinstance(widget, QScrollBar) or isinstance(widget.parent(), Sheets):
            continue
        yield from _without_room(widget)
        yield from _outside(widget)
        if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, Sheets):
            yield from _sideways(widget)
        yield from _over_each_other(widget)


def _without_room(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, Pressable):
        need, have = widget.sizeHint(), widget.size()
        if need.width() > have.width() + 1 or need.height() > have.height() + 1:
            yield f"{describe(widget)} needs {need.toTuple()}, has {have.toTuple()}"
    elif isinstance(widget, QLabel) and widget.text() and not isinstance(widget, ElidedText):
        if widget.wordWrap():
            need_height = widget.heightForWidth(widget.width())
            words = re.split(r"[\s\u200b]+", widget.text())
            need_width = max(map(widget.fontMetrics().horizontalAdvance, words))
        else:
            need_width, need_height = widget.sizeHint().toTuple()
        if need_width > widget.width() + 1 or need_height > widget.height() + 1:
            have_ = (widget.width(), widget.height())
            yield f"{describe(widget)} needs {(need_width, need_height)}, has {have_}"
    elif isinstance(widget, ElidedText) and widget.height() + 1 < widget.sizeHint().height():
        yield f"{describe(widget)} is cut at its foot"


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return
    box, room = widget.geometry(), parent.rect().adjusted(-1, -1, 1, 1)
    scrolls = isinstance(parent.parentWidget(), QScrollArea)
    if not scrolls and not room.contains(box) and not isinstance(parent, QLineEdit):
        yield f"{describe(widget)} reaches out of {describe(parent)}"


def _sideways(area: QAbstractScrollArea) -> Iterator[str]:
    inner = area.widget() if isinstance(area, QScrollArea) else None
    too_wide = inner is not None and inner.width() > area.viewport().width() + 1
    space = area.fontMetrics().horizontalAdvance(" ") + 1  # at the end of a wrapped line
    if area.horizontalScrollBar().maximum() > space or too_wide:
        what = describe(inner) if inner else ""
        yield f"{describe(area)} scrolls sideways {what} {area.viewport().width()}"


def _over_each_other(parent: QWidget) -> Iterator[str]:
    if isinstance(parent.layout(), QStackedLayout):
        return
    children = [
        c
        for c in parent.children()
        if isinstance(c, QWidget) and c.isVisible() and not c.isWindow()
    ]
    parts = [c for c in children if not isinstance(c, OVER)]
    if parent.layout() is None:
        return
    for number, part in enumerate(parts):
        for other in parts[number + 1 :]:
            shared = part.geometry().intersected(other.geometry())
            if min(shared.width(), shared.height()) > 1:
                yield f"{describe(part)} lies over {describe(other)} in {describe(parent)}"


def read_as_markup(window: QWidget) -> Iterator[str]:
    """Labels and tooltips in which someone's words would be read as markup."""
    for widget in seen(window):
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            yield f"{describe(widget)} reads its words as {widget.textFormat().name}"
        tip = widget.toolTip()
        if "<" in tip.removeprefix("<p>").removesuffix("</p>"):
            yield f"{describe(widget)} has a tooltip that is markup: {tip}"


def wordy(window: QWidget) -> list[str]:
    """What all buttons that can be seen say, to a screen reader where that is more."""
    buttons = [w for w in seen(window) if isinstance(w, Button) and w.text()]
    return [button.accessibleName() or button.text() for button in buttons]


def colliding(window: QWidget) -> Iterator[str]:
    """Keys that stand for two things at once, which makes Qt do neither."""
    keys: dict[str, list[tuple[str, QWidget, Qt.ShortcutContext]]] = {}
    for widget in seen(window):
        for action in widget.actions():
            for key in action.shortcuts():
                keys.setdefault(key.toString(), []).append(
                    (action.text(), widget, action.shortcutContext())
                )
        for child in widget.children():
            if isinstance(child, QShortcut):
                one = ("a shortcut", widget, child.context())
                keys.setdefault(child.key().toString(), []).append(one)
    for pressed, found in keys.items():
        for number, (words, widget, context) in enumerate(found):
            for other, others, their in found[number + 1 :]:
                window_wide = Qt.ShortcutContext.WindowShortcut in (context, their)
                nested = (
                    widget is others or widget.isAncestorOf(others) or others.isAncestorOf(widget)
                )
                if window_wide or nested:
                    yield f"{pressed} is both “{words}” and “{other}”"


def keys_of(window: QWidget) -> set[str]:
    """Every key of an action in force."""
    actions: list[QAction] = [a for w in seen(window) for a in w.actions()]
    return {key.toString() for action in actions for key in action.shortcuts()}


def colours(window: QWidget) -> set[int]:
    """Every colour there is enough of on the window, as 0xRRGGBB; paper is white in all schemes."""
    papers = [sheets for sheets in window.findChildren(Sheets) if sheets.isVisible()]
    for sheets in papers:
        sheets.hide()
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for sheets in papers:
        sheets.show()
    counted = Counter(memoryview(image.constBits()).cast("I"))
    return {pixel & 0xFFFFFF for pixel, number in counted.items() if number >= ENOUGH}


def inks(colors: Colors) -> set[int]:
    """All colours of a scheme, as 0xRRGGBB."""
    named = (value for value in vars(colors).values() if isinstance(value, str))
    return {int(value.removeprefix("#"), 16) for value in named}


def stale(window: QWidget, others: tuple[Colors, ...]) -> set[str]:
    """Colours on the window that belong only to a scheme not in force."""
    foreign = set().union(*map(inks, others)) - inks(theme().colors)
    return {f"#{colour:06x}" for colour in colours(window) & foreign}


def items_on_record() -> Iterator[str]:
    """Items of Qt's own layouts that PySide still knows; they end the program some day.

    Why is told in practice/ui/layouts.py.
    """
    ours = {
        id(flow.itemAt(index))
        for flow in gc.get_objects()
        if type(flow) is FlowLayout
        for index in range(flow.count())
    }
    for item in shiboken6.getAllValidWrappers():
        if isinstance(item, QWidgetItem | QSpacerItem) and id(item) not in ours:
            yield repr(item)
