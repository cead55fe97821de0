"""The preview: the pages, where one is in them, and how near one looks."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from practice.ui.icons import Icon
from practice.ui.preview.document import Pdf
from practice.ui.preview.sheets import Sheets
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.card import Ground
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, IconLabel, Text


class PreviewPane(QWidget):
    """Any PDF, or words in its place. The mark stands on the screen only, never on the paper."""

    def __init__(self, nothing: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self.sheets = Sheets()
        self.mark = StatusPill(PillKind.NEUTRAL, "")
        self.place = ElidedText("", Type.SMALL)
        self.fit = Button("Fit width", ButtonKind.LINK)
        self.nearer = IconButton(Icon.PLUS, "Zoom in (Ctrl and +)")
        self.away = IconButton(Icon.MINUS, "Zoom out (Ctrl and -)")
        self.words = Text("", Type.SECONDARY, wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.say(nothing)

    def _lay_out(self) -> None:
        ground = Ground()
        column = QVBoxLayout(ground)
        column.setContentsMargins(SPACE.xxl, SPACE.xxl, SPACE.xxl, SPACE.xxl)
        column.setSpacing(SPACE.m)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.words.setAlignment(middle)
        column.addStretch(1)
        column.addWidget(IconLabel(Icon.REPORT, Role.MUTED, 28), 0, middle)
        column.addWidget(self.words)
        column.addStretch(2)
        self._stack.addWidget(ground)
        self._stack.addWidget(self.sheets)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE.xs)
        bar.addWidget(self.mark)
        bar.addSpacing(SPACE.s)
        bar.addWidget(self.place)
        bar.addStretch(1)
        for part in (self.away, self.nearer, self.fit):
            bar.addWidget(part)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE.s)
        page.addLayout(bar)
        page.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.sheets.moved.connect(self._tell_place)
        self.nearer.clicked.connect(self.sheets.zoom_in)
        self.away.clicked.connect(self.sheets.zoom_out)
        self.fit.clicked.connect(lambda: self.sheets.set_zoom(1.0))
        for words, keys, what in (
            ("Zoom in", ("Ctrl++", "Ctrl+="), self.sheets.zoom_in),
            ("Zoom out", ("Ctrl+-",), self.sheets.zoom_out),
            ("Fit width", ("Ctrl+0",), lambda: self.sheets.set_zoom(1.0)),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(what)
            self.addAction(action)
        for before, after in pairwise((self.away, self.nearer, self.fit, self.sheets)):
            self.setTabOrder(before, after)

    def show_pdf(self, pdf: bytes, mark: str = "") -> None:
        """Show these pages, at the place last looked at. `mark` says what they are."""
        if pdf != self.pdf:
            self.pdf = pdf
            self.sheets.show_pdf(Pdf(pdf))
        self._show(mark)

    def say(self, words: str) -> None:
        """Say why there is nothing to see, in the place of the pages."""
        self.words.setText(words)
        self.pdf = b""
        self.sheets.show_pdf(None)
        self._show("")

    def _show(self, mark: str) -> None:
        there = bool(self.pdf)
        self._stack.setCurrentIndex(int(there))
        self.mark.setText(mark)
        self.mark.setVisible(bool(mark))
        for part in (self.nearer, self.away, self.fit):
            part.setEnabled(there)
        self._tell_place()

    def _tell_place(self) -> None:
        sheets = self.sheets
        self.place.setText(f"Page {sheets.page} of {sheets.count}" if sheets.count else "")
        sheets.setAccessibleName(f"Preview, page {sheets.page} of {sheets.count}")
