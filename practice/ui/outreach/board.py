"""Four columns of rows; arrow keys walk among them, Tab enters at the one selected."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.desk.outreach import COLUMN_WORDS, Column, Row
from practice.ui.icons import Icon
from practice.ui.outreach.words import about, mark, run, spoken, step_short
from practice.ui.page import clear
from practice.ui.theme import RADIUS, SPACE, Role, Type, follow, theme
from practice.ui.widgets.card import Card
from practice.ui.widgets.paint import Face
from practice.ui.widgets.pill import Badge, PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, IconLabel, Text
from practice.ui.widgets.tile import Tile

NARROWEST = 176
"""The least width of a column; with less there are two lines of two."""
_PLAIN = Face(fill=Role.SURFACE, border=Role.BORDER)
_HOVER = Face(fill=Role.HOVER, border=Role.BORDER)
_CHOSEN = Face(fill=Role.SELECTION, border=Role.ACCENT)
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}
_NOBODY = {
    Column.TO_CALL: "Nobody.",
    Column.TRIED: "Nobody.",
    Column.REACHED: "Nobody.",
    Column.CLOSED: "None in the last 30 days.",
}


class RowTile(Tile):
    """One member; it is selected by coming to it."""

    came_to = Signal(str)

    def __init__(self, row: Row, today: date, *, parent: QWidget | None = None) -> None:
        super().__init__(_PLAIN, _HOVER, RADIUS.control, parent=parent)
        self.row = row
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.m, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(2)
        column.addWidget(ElidedText(row.member.short_name, Type.EMPHASIS))
        column.addWidget(ElidedText(about(row, today), Type.SMALL))
        if marked := mark(row):
            column.addWidget(_line(Icon.PHONE_MISSED, *marked))
        if due := step_short(row, today):
            kind = PillKind.ACCENT if row.is_due(today) else PillKind.NEUTRAL
            column.addWidget(_line(Icon.CLOCK, kind, due))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken(row, today))
        self.set_chosen(chosen=False)
        follow(self.updateGeometry)

    def set_chosen(self, *, chosen: bool) -> None:
        """Mark it as the one selected, where Tab enters the board."""
        self._rest, self._hover = (_CHOSEN, _CHOSEN) if chosen else (_PLAIN, _HOVER)
        policy = Qt.FocusPolicy.StrongFocus if chosen else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        self.update()

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came_to.emit(self.row.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter are the board's and the page's."""
        if event.key() in _ARROWS or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _line(icon: Icon, kind: PillKind, words: str) -> QWidget:
    """Icon and words in a pill's ink, where a pill could be too wide for the column."""
    ink = {
        PillKind.NO_SHOW: Role.NO_SHOW,
        PillKind.LATE: Role.LATE,
        PillKind.ACCENT: Role.ACCENT,
    }.get(kind, Role.MUTED)
    line = QWidget()
    line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(5)
    row.addWidget(IconLabel(icon, ink, 14))
    row.addWidget(ElidedText(words, Type.LABEL, role=ink), 1)
    return line


class ColumnCard(Card):
    """A heading with a count, and its rows."""

    def __init__(self, column: Column, *, parent: QWidget | None = None) -> None:
        super().__init__(margin=SPACE.s, spacing=SPACE.s, parent=parent)
        self.column = column
        self.badge = Badge(PillKind.NO_SHOW if column is Column.TO_CALL else PillKind.NEUTRAL)
        self.tiles: list[RowTile] = []
        heading = QHBoxLayout()
        heading.setContentsMargins(SPACE.s, SPACE.xs, SPACE.xs, 0)
        heading.addWidget(Text(COLUMN_WORDS[column], Type.STRONG), 1)
        heading.addWidget(self.badge)
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.s)
        self.body.addLayout(heading)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_rows(self, rows: Sequence[Row], today: date) -> None:
        """Show these, or that there are none."""
        clear(self._list)
        self.tiles = [RowTile(row, today) for row in rows]
        self.badge.show_count(len(rows))
        self.setAccessibleName(f"{COLUMN_WORDS[self.column]}, {len(rows)}")
        for tile in self.tiles:
            self._list.addWidget(tile)
            tile.show()
        if not rows:
            words = Text(_NOBODY[self.column], Type.MUTED, wrap=True)
            words.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.s)
            self._list.addWidget(words)


class Board(QWidget):
    """`chosen` carries the key of the row now selected, empty where there is none."""

    chosen = Signal(str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = {column: ColumnCard(column) for column in Column}
        self.selected = ""
        self._across = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(SPACE.m)
        self._arrange(len(Column))

    def _arrange(self, across: int) -> None:
        if across == self._across:
            return
        self._across = across
        for index, card in enumerate(self.columns.values()):
            self._grid.addWidget(card, index // across, index % across)
        for index in range(len(Column)):
            self._grid.setColumnStretch(index, 1 if index < across else 0)
        self._grid.setRowStretch(0, 1 if across == len(Column) else 0)
        self._grid.setRowStretch(1, 0 if across == len(Column) else 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        enough = len(Column) * (theme().px(NARROWEST) + SPACE.m)
        self._arrange(len(Column) if event.size().width() >= enough else 2)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(280), super().minimumSizeHint().height())

    def show_rows(self, rows: Sequence[Row], today: date) -> None:
        """Show these; who is selected stays so, also in another column."""
        had_keyboard = any(tile.hasFocus() for tile in self.tiles())
        at = self._place_of(self.selected)
        for column, card in self.columns.items():
            card.show_rows([row for row in rows if row.column is column], today)
        for tile in self.tiles():
            tile.came_to.connect(self.select)
        if self.tile(self.selected) is None:
            self.selected = self._key_near(at)
        self.select(self.selected)
        if had_keyboard:
            self.take_keyboard()

    def tiles(self) -> list[RowTile]:
        """Every row, column by column."""
        return [tile for card in self.columns.values() for tile in card.tiles]

    def tile(self, key: str) -> RowTile | None:
        """The row with this key, if it is shown."""
        return next((tile for tile in self.tiles() if tile.row.key == key), None)

    def row(self) -> Row | None:
        """The one selected."""
        tile = self.tile(self.selected)
        return tile.row if tile else None

    def select(self, key: str) -> None:
        """Mark one as selected and say so."""
        self.selected = key
        for tile in self.tiles():
            tile.set_chosen(chosen=tile.row.key == key)
        self.chosen.emit(key)

    def first_to_call(self) -> None:
        """Go to the top of the first column that has rows."""
        if tiles := self.tiles():
            self._go(tiles[0])

    def take_keyboard(self) -> None:
        """Put the keyboard on the row selected."""
        if tile := self.tile(self.selected):
            tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _go(self, tile: RowTile) -> None:
        tile.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tile.setFocus(Qt.FocusReason.TabFocusReason)

    def _place_of(self, key: str) -> tuple[int, int]:
        for index, card in enumerate(self.columns.values()):
            for number, tile in enumerate(card.tiles):
                if tile.row.key == key:
                    return index, number
        return 0, 0

    def _key_near(self, place: tuple[int, int]) -> str:
        """The row that now stands where another one was; else the first of all."""
        column, number = place
        beside = list(self.columns.values())[column].tiles or self.tiles()
        return beside[min(number, len(beside) - 1)].row.key if beside else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._walk(*step)

    def _walk(self, right: int, down: int) -> None:
        cards = list(self.columns.values())
        column, number = self._place_of(self.selected)
        if down:
            tiles, wanted = cards[column].tiles, number + down
            if 0 <= wanted < len(tiles):
                self._go(tiles[wanted])
            return
        beside = cards[column + 1 :] if right > 0 else cards[:column][::-1]
        filled = next((card for card in beside if card.tiles), None)
        if filled is not None:
            self._go(filled.tiles[min(number, len(filled.tiles) - 1)])


def marked_pill(row: Row) -> StatusPill | None:
    """The mark of a run of misses, where there is room for a pill."""
    found = mark(row)
    if found is None:
        return None
    pill = StatusPill(*found, Icon.PHONE_MISSED)
    pill.setAccessibleName(f"{found[1]}, {run(row)}" if run(row) != found[1] else found[1])
    return pill
