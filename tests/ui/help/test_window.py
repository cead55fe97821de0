"""The manual's window: reading, finding, keys, and that it never leaves this computer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.ui.context import Place
from practice.ui.help.chapters import Chapter, holding, linked
from practice.ui.help.pages import FOR_PLACE
from practice.ui.help.window import NOTHING, HelpWindow
from practice.ui.theme import Role, Scheme, apply, theme
from tests.ui.find import nameless


@pytest.fixture
def manual(qtbot: QtBot) -> Iterator[HelpWindow]:
    window = HelpWindow()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.open(Chapter.SESSION)
    yield window
    window.close()


def listed(manual: HelpWindow) -> list[str]:
    return [manual.list.item(row).text() for row in range(manual.list.count())]


def find(qtbot: QtBot, manual: HelpWindow, words: str) -> None:
    qtbot.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.search.hasFocus()
    qtbot.keyClicks(manual.search, words)


def test_every_page_has_its_chapter_and_every_chapter_its_heading(manual: HelpWindow) -> None:
    assert set(FOR_PLACE) == set(Place)
    titles = [chapter.title for chapter in Chapter]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert listed(manual) == titles
    for chapter in Chapter:
        manual.show_chapter(chapter)
        assert manual.reader.toPlainText().startswith(chapter.title)
        assert manual.reader.verticalScrollBar().value() == 0
        assert manual.list.currentItem().text() == chapter.title


def test_search_narrows_the_chapters_and_goes_from_place_to_place(
    qtbot: QtBot, manual: HelpWindow
) -> None:
    find(qtbot, manual, "hibernation")
    assert listed(manual) == [Chapter.PRIVACY.title]
    assert manual.chapter is Chapter.PRIVACY
    assert manual.reader.textCursor().selectedText() == "hibernation"
    manual.search.clear()
    assert len(listed(manual)) == len(Chapter)
    find(qtbot, manual, "backup")
    first = manual.reader.textCursor().position()
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.reader.textCursor().position() > first
    for _ in manual.reader.extraSelections()[1:]:
        qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert manual.reader.textCursor().position() == first


def test_search_forgives_case_and_says_when_there_is_nothing(
    qtbot: QtBot, manual: HelpWindow
) -> None:
    assert holding("WILSON interval") == [Chapter.ATTENDANCE]
    find(qtbot, manual, "zebra")
    assert listed(manual) == []
    assert manual.said.text() == NOTHING
    assert manual.said.isVisible()
    qtbot.keyClick(manual.search, Qt.Key.Key_Escape)
    assert len(listed(manual)) == len(Chapter)
    assert not manual.said.isVisible()
    assert manual.isVisible()


def test_it_is_read_by_keys_alone(qtbot: QtBot, manual: HelpWindow) -> None:
    assert nameless(manual) == []
    assert manual.reader.hasFocus()
    find(qtbot, manual, "record")
    before = manual.chapter
    qtbot.keyClick(manual.search, Qt.Key.Key_Down)
    assert manual.list.hasFocus()
    qtbot.keyClick(manual.list, Qt.Key.Key_End)
    assert manual.chapter is not before
    assert manual.reader.textCursor().selectedText().lower() == "record"
    qtbot.keyClick(manual.list, Qt.Key.Key_Return)
    assert manual.reader.hasFocus()
    at = manual.reader.verticalScrollBar().value()
    manual.reader.verticalScrollBar().setValue(0)
    qtbot.keyClick(manual.reader, Qt.Key.Key_PageDown)
    assert manual.reader.verticalScrollBar().value() > 0 or at == 0
    qtbot.keyClick(manual.reader, Qt.Key.Key_Escape)
    assert not manual.isVisible()


def test_a_link_is_followed_with_tab_and_enter(qtbot: QtBot, manual: HelpWindow) -> None:
    manual.show_chapter(Chapter.FIRST_DAY)
    manual.reader.setFocus()
    qtbot.keyClick(manual.reader, Qt.Key.Key_Tab)
    qtbot.keyClick(manual.reader, Qt.Key.Key_Return)
    assert manual.chapter is Chapter.SAFE


@pytest.mark.parametrize(
    "address", ["https://example.org/", "file:///etc/hosts", "mailto:a@example.org", "nowhere.md"]
)
def test_no_other_address_is_followed_or_loaded(
    manual: HelpWindow, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    assert linked(address) is None
    manual.reader.anchorClicked.emit(QUrl(address))
    assert manual.chapter is Chapter.SESSION
    image = QTextDocument.ResourceType.ImageResource
    assert manual.reader.document().resource(image, QUrl(address)) == QByteArray()
    assert not manual.reader.openLinks()
    assert not manual.reader.openExternalLinks()
    assert asked == []


def test_it_follows_the_theme_while_open_and_keeps_the_place(
    manual: HelpWindow, qapp: QApplication
) -> None:
    bar = manual.reader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    while not (read := manual.reader.cursorForPosition(QPoint()).block().text()):
        bar.setValue(bar.value() + 1)
    for scheme in (Scheme.DARK, Scheme.HIGH_CONTRAST, Scheme.LIGHT):
        apply(qapp, scheme, 1.25)
        block = manual.reader.document().begin()
        ink = block.begin().fragment().charFormat().foreground().color()
        assert ink == theme().color(Role.TEXT)
        assert manual.reader.cursorForPosition(QPoint()).block().text() == read
    assert block.begin().fragment().charFormat().font().pixelSize() == round(22 * 1.25)
