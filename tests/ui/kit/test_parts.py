"""Parts are named, large enough to hit, never clipped, and never read words as markup."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from practice.ui.icons import Icon
from practice.ui.theme import Scheme, apply
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.chip import Chip, SegmentedControl
from practice.ui.widgets.choices import Check
from practice.ui.widgets.navigation import NavigationList
from practice.ui.widgets.notices import UndoBar
from practice.ui.widgets.pill import Badge
from practice.ui.widgets.pressable import Pressable
from practice.ui.widgets.rows import ActionRow, ListRow
from practice.ui.widgets.session import PlanBar, PlanPart, TimerLabel
from practice.ui.widgets.text import ElidedText, Text
from tests.ui.kit import gallery

SCALES = [1.0, 1.25, 1.5]
PAGES = list(gallery.PAGES)


def opened(qapp: QApplication, qtbot: QtBot, name: str, scale: float = 1.0) -> QWidget:
    """A page of the gallery on the screen."""
    apply(qapp, Scheme.LIGHT, scale)
    build, width = gallery.PAGES[name]
    page = build()
    qtbot.addWidget(page)
    page.resize(round(width * scale), 900)
    page.show()
    qapp.processEvents()
    return page


def shown(page: QWidget) -> Iterator[QWidget]:
    """Everything on it that can be seen or reached."""
    return (part for part in page.findChildren(QWidget) if part.isVisible())


def cut(part: QWidget) -> bool:
    """Whether some of its words are missing."""
    if isinstance(part, ElidedText):
        return part.height() < part.fontMetrics().height()
    if isinstance(part, QLabel):
        needed = part.heightForWidth(part.width()) if part.wordWrap() else part.sizeHint().height()
        narrow = not part.wordWrap() and part.width() < part.sizeHint().width()
        return part.height() < needed or narrow
    if isinstance(part, Pressable | Check | PlanBar):
        hint = part.minimumSizeHint()
        return part.width() < hint.width() or part.height() < hint.height()
    if isinstance(part, QLineEdit | QComboBox):
        return part.height() < part.fontMetrics().height() + 4
    return False


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_clipped(qapp: QApplication, qtbot: QtBot, name: str, scale: float) -> None:
    page = opened(qapp, qtbot, name, scale)
    clipped = [(type(part).__name__, part.accessibleName()) for part in shown(page) if cut(part)]
    assert not clipped


@pytest.mark.parametrize("name", PAGES)
def test_everything_reachable_is_named(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    page = opened(qapp, qtbot, name)
    reachable = [part for part in shown(page) if part.focusPolicy() is not Qt.FocusPolicy.NoFocus]
    assert reachable or name.startswith("session")
    for part in reachable:
        told = QAccessible.queryAccessibleInterface(part)
        assert told.text(QAccessible.Text.Name).strip(), type(part).__name__


@pytest.mark.parametrize("name", PAGES)
def test_what_is_pressed_is_large_enough(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    page = opened(qapp, qtbot, name)
    buttons = [part for part in shown(page) if isinstance(part, QAbstractButton)]
    small = [part for part in buttons if not is_in_line(part) and min_edge(part) < 28]
    assert not small


def is_in_line(part: QWidget) -> bool:
    """The eye inside a passphrase line, which Qt sizes."""
    return isinstance(part.parent(), QLineEdit)


def min_edge(part: QWidget) -> int:
    """Its smaller side."""
    return min(part.width(), part.height())


def test_words_are_never_markup(qtbot: QtBot) -> None:
    plain, elided = Text("<b>a</b> & b"), ElidedText("<b>a</b>\n& b")
    for part in (plain, elided):
        qtbot.addWidget(part)
        assert part.textFormat() is Qt.TextFormat.PlainText
        assert "<b>" in part.text()
    assert elided.accessibleName() == "<b>a</b> & b"


def test_elided_words_are_told_whole(qtbot: QtBot) -> None:
    part = ElidedText("Third miss in a row: on outreach list")
    qtbot.addWidget(part)
    part.resize(40, 20)
    told = QAccessible.queryAccessibleInterface(part)
    assert told.text(QAccessible.Text.Name) == "Third miss in a row: on outreach list"


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_an_ampersand_is_an_ampersand(qtbot: QtBot, kind: ButtonKind) -> None:
    button = Button("Tom & Jo", kind)
    qtbot.addWidget(button)
    told = QAccessible.queryAccessibleInterface(button)
    assert button.text() == told.text(QAccessible.Text.Name) == "Tom & Jo"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize(
    "part",
    [
        lambda: Button("Pause", ButtonKind.PRIMARY),
        lambda: Button("Pause"),
        lambda: Button("Pause", ButtonKind.DANGER),
        lambda: IconButton(Icon.PIN, "Keep on top"),
        lambda: Chip("CBT"),
        lambda: Check("Asked"),
        lambda: ActionRow(ListRow("Dana R.")),
    ],
)
def test_keyboard_focus_can_be_seen(qtbot: QtBot, part: object) -> None:
    assert callable(part)
    window = QWidget()
    qtbot.addWidget(window)
    other, made = QLineEdit(window), part()
    made.setParent(window)
    made.setGeometry(10, 40, 120, 44)
    other.setFocus()
    window.show()
    window.activateWindow()
    qtbot.waitUntil(other.hasFocus)
    before = grabbed(made)
    made.setFocus(Qt.FocusReason.TabFocusReason)
    assert grabbed(made) != before
    made.clearFocus()
    assert grabbed(made) == before


def grabbed(part: QWidget) -> QImage:
    """Its pixels."""
    return part.grab().toImage()


def test_segments_answer_to_keys(qtbot: QtBot) -> None:
    whom = SegmentedControl("Note for", [("aya", "Aya K."), ("group", "Whole group")])
    qtbot.addWidget(whom)
    whom.show()
    whom.activateWindow()
    first = whom.findChildren(Pressable)[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(whom.chosen, timeout=1000) as told:
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert told.args == ["group"]
    assert whom.value() == "group"
    whom.set_words("aya", "Tom B.")
    whom.set_value("aya")
    assert whom.value() == "aya"


def test_navigation_tells_what_waits(qtbot: QtBot) -> None:
    pages = NavigationList[int]("Pages")
    qtbot.addWidget(pages)
    first, second = pages.add(1, "Today", Icon.TODAY), pages.add(2, "Outreach", Icon.PHONE)
    pages.select(1)
    second.set_count(5)
    assert second.accessibleName() == "Outreach, 5"
    with qtbot.waitSignal(pages.chosen) as told:
        second.click()
    assert told.args == [2]
    assert not first.isChecked()
    second.set_count(0)
    assert second.accessibleName() == "Outreach"
    assert [badge.isHidden() for badge in second.findChildren(Badge)] == [True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_row_answers_to_keys(qtbot: QtBot, key: Qt.Key) -> None:
    row = ActionRow(ListRow("Dana R.", "No note yet"))
    qtbot.addWidget(row)
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, key)
    assert row.accessibleName() == "Dana R., No note yet"


def test_a_row_at_rest_is_not_painted_again_and_again(qtbot: QtBot) -> None:
    painted: list[QPaintEvent] = []

    class Counted(ActionRow):
        def paintEvent(self, event: QPaintEvent) -> None:
            painted.append(event)
            super().paintEvent(event)

    row = Counted(ListRow("Dana R.", "No note yet"))
    qtbot.addWidget(row)
    with qtbot.waitExposed(row):
        row.show()
    QTest.qWait(50)
    painted.clear()
    QTest.qWait(50)
    assert len(painted) <= 1


def test_undo_is_offered_and_taken_back(qtbot: QtBot) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.offer("Moved Elif D. to Tue 15:30")
    with qtbot.waitSignal(bar.undo):
        bar.button.click()
    assert bar.button.accessibleName() == "Undo: Moved Elif D. to Tue 15:30"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "00:00"), (761, "12:41"), (3599, "59:59"), (3661, "61:01"), (-5, "00:00")],
)
def test_the_timer(qtbot: QtBot, seconds: int, words: str) -> None:
    timer = TimerLabel()
    qtbot.addWidget(timer)
    timer.show_seconds(seconds)
    assert timer.text() == words


def test_the_plan_knows_where_it_is(qtbot: QtBot) -> None:
    plan = PlanBar([PlanPart("Check in", 3), PlanPart("Teach", 5)])
    qtbot.addWidget(plan)
    assert plan.accessibleName() == "Session plan, now Check in"
    plan.set_elapsed(3)
    assert plan.accessibleName() == "Session plan, now Teach"
    plan.set_elapsed(99)
    assert plan.current() == PlanPart("Teach", 5)
