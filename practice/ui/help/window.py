"""The manual: chapters at the left, the text beside, one field that finds words in all of it.

It shows only files shipped with the program. Links lead from chapter to chapter; no other
address is followed, and nothing is ever loaded from anywhere.
"""

from PySide6.QtCore import QByteArray, QPoint, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QAction,
    QBrush,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from practice.ui.help import chapters
from practice.ui.help.chapters import Chapter
from practice.ui.help.dress import dress
from practice.ui.icons import Icon, keep_icon
from practice.ui.theme import SPACE, Role, Type, follow, theme
from practice.ui.widgets.card import Card, Ground
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.text import Text

TITLE = "Practice manual"
HINT = "Find in the manual"
WIDTH, HEIGHT, LIST_WIDTH = 900, 680, 216
NOTHING = "Nothing in the manual holds these words. Try fewer, or another one."
_MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)


class Reader(QTextBrowser):
    """One chapter. It loads nothing: whatever a text might name is empty.

    It answers with an empty value, since for none at all Qt would read a local file by itself.
    """

    focused = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Chapter")

    def loadResource(self, _type: int, _name: QUrl | str) -> QByteArray:
        return QByteArray(b"")

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self.hasFocus())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(self.hasFocus())


class HelpWindow(Ground):
    """Esc closes it, Ctrl+F goes to the search, Enter there to the next place found."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(Role.BG, parent=parent)
        self.setWindowTitle(TITLE)
        wanted = QSize(theme().px(WIDTH), theme().px(HEIGHT))
        self.resize(wanted.boundedTo(self.screen().availableSize()))
        self.chapter = Chapter.FIRST_DAY
        self.search = LineInput(hint=HINT)
        self.search.setAccessibleName(HINT)
        self.list = QListWidget()
        self.list.setAccessibleName("Chapters")
        self.reader = Reader()
        self.said = Text("", Type.SMALL, wrap=True)
        self._lay_out()
        self._connect()
        self._list_chapters()
        follow(self._restyle)

    def _lay_out(self) -> None:
        icon = QAction(HINT, self.search)
        keep_icon(icon, Icon.SEARCH, Role.MUTED)
        self.search.addAction(icon, LineInput.ActionPosition.LeadingPosition)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACE.s)
        for part in (self.search, self.said, self.list):
            side.addWidget(part)
        self._page = Card(margin=SPACE.xs)
        self._page.body.addWidget(self.reader)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.m, SPACE.m, SPACE.m, SPACE.m)
        row.setSpacing(SPACE.m)
        row.addWidget(self._side)
        row.addWidget(self._page, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self.find_next)
        self.list.currentRowChanged.connect(self._chosen)
        self.list.itemActivated.connect(lambda _: self.reader.setFocus())
        self.reader.anchorClicked.connect(self._follow_link)
        self.reader.focused.connect(self._outline)
        QShortcut(QKeySequence.StandardKey.Find, self, self._begin_search)

    def _restyle(self) -> None:
        self._side.setFixedWidth(theme().px(LIST_WIDTH))
        top = self.reader.cursorForPosition(QPoint()).position()
        if (layout := self.layout()) is not None:
            layout.activate()
        self._render()
        cursor = QTextCursor(self.reader.document())
        cursor.setPosition(top)
        bar = self.reader.verticalScrollBar()
        bar.setValue(bar.value() + self.reader.cursorRect(cursor).top())

    def _outline(self, inside: bool) -> None:
        self._page.set_border(Role.ACCENT if inside else Role.BORDER)

    # Chapters

    def open(self, chapter: Chapter) -> None:
        """Show a chapter from its beginning, and come to the front."""
        self.search.clear()
        self.show_chapter(chapter)
        self.show()
        self.raise_()
        self.activateWindow()
        self.reader.setFocus()

    def show_chapter(self, chapter: Chapter) -> None:
        """Turn to a chapter."""
        self.chapter = chapter
        self._mark_in_list()
        self._render()
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        self.reader.verticalScrollBar().setValue(0)
        self.reader.setAccessibleName(chapter.title)

    def _list_chapters(self) -> None:
        found = chapters.holding(self.search.value())
        self.said.setText("" if found else NOTHING)
        self.said.setVisible(not found)
        with QSignalBlocker(self.list):
            self.list.clear()
            for chapter in found:
                item = QListWidgetItem(chapter.title, self.list)
                item.setData(Qt.ItemDataRole.UserRole, chapter)
        self._mark_in_list()

    def _mark_in_list(self) -> None:
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(self._row_of(self.chapter))

    def _listed(self) -> list[Chapter]:
        items = map(self.list.item, range(self.list.count()))
        return [item.data(Qt.ItemDataRole.UserRole) for item in items]

    def _row_of(self, chapter: Chapter) -> int:
        listed = self._listed()
        return listed.index(chapter) if chapter in listed else -1

    def _chosen(self, row: int) -> None:
        if row >= 0:
            self.show_chapter(self._listed()[row])
            self.find_next()

    def _render(self) -> None:
        self.reader.document().setMarkdown(chapters.text(self.chapter), _MARKDOWN)
        dress(self.reader.document())
        self._show_found()

    def _follow_link(self, url: QUrl) -> None:
        chapter = chapters.linked(url.toString())
        if chapter is not None:
            self.search.clear()
            self.show_chapter(chapter)

    # Search

    def _begin_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _find(self) -> None:
        self._list_chapters()
        listed = self._listed()
        if listed and self.chapter not in listed:
            self.show_chapter(listed[0])
        self.reader.moveCursor(QTextCursor.MoveOperation.Start)
        self._show_found()
        self.find_next()

    def find_next(self) -> None:
        """Go to the next place in this chapter; after the last comes the first."""
        places = self._places()
        at = self.reader.textCursor().position()
        later = [place for place in places if place.position() > at]
        if places:
            self.reader.setTextCursor((later or places)[0])
            self.reader.ensureCursorVisible()

    def _places(self) -> list[QTextCursor]:
        """Every place of every word typed in this chapter, in reading order."""
        document, found = self.reader.document(), []
        for word in self.search.value().split():
            place = document.find(word, 0)
            while not place.isNull():
                found.append(place)
                place = document.find(word, place)
        return sorted(found, key=QTextCursor.position)

    def _show_found(self) -> None:
        look = QTextCharFormat()
        look.setBackground(QBrush(theme().color(Role.LATE_SOFT)))
        look.setForeground(QBrush(theme().color(Role.LATE)))
        marked = []
        for place in self._places():
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = place, look
            marked.append(mark)
        self.reader.setExtraSelections(marked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() == Qt.Key.Key_Down and self.search.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
