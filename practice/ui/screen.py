"""The locked window: one card in the middle, with what there is to do now."""

from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from practice.errors import Refused, Unavailable
from practice.ui import reading
from practice.ui.background import Lane
from practice.ui.help.chapters import Chapter
from practice.ui.layouts import widgets_in
from practice.ui.theme import SPACE, Type, follow, theme
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.mark import Mark
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.text import Text

T = TypeVar("T")
CARD_WIDTH = 560


class _Tall(QWidget):
    """As high as its wrapped words need at the width it has, which a scroll area does not ask."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("body")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return done

    def _fit(self) -> None:
        layout = self.layout()
        if layout:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))


class Screen(QWidget):
    """A title, what it is about, a body, and buttons at the end. `lane` does what takes long.

    While something is being done, `busy` says what, and the body can't be used. `chapter` is where
    the manual tells about it.
    """

    chapter: ClassVar[Chapter] = Chapter.SAFE

    def __init__(self, title: str, lead: str, lane: Lane, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lane = lane
        self.banner = Banner(BannerKind.DANGER)
        self.inner = QWidget()
        self.body = QVBoxLayout(self.inner)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE.m)
        self.footer = QVBoxLayout()
        self.footer.setSpacing(SPACE.xs)
        self._title = Text(title, Type.TITLE, wrap=True)
        self._lead = Text(lead, Type.SECONDARY, wrap=True)
        self._lead.setVisible(bool(lead))
        self._busy_words = Text("", Type.SMALL)
        self._busy = self._busy_row()
        self._build_card()
        self.setAccessibleName(title)
        follow(self._restyle)

    def _restyle(self) -> None:
        self._held.setMaximumWidth(theme().px(CARD_WIDTH))

    def _busy_row(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName("Working")
        column.addWidget(self._busy_words)
        column.addWidget(bar)
        row.hide()
        return row

    def _build_card(self) -> None:
        card = Card(margin=SPACE.xxl, spacing=SPACE.m)
        for part in (self._title, self._lead, self.banner, self.inner, self._busy):
            card.body.addWidget(part)
        self._held = QWidget()
        column = QVBoxLayout(self._held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.l)
        column.addStretch(1)
        column.addLayout(_brand())
        column.addWidget(card)
        column.addLayout(self.footer)
        column.addStretch(2)
        middle = _Tall()
        row = QHBoxLayout(middle)
        row.setContentsMargins(SPACE.l, SPACE.xl, SPACE.l, SPACE.xl)
        row.addStretch(1)
        row.addWidget(self._held, 1000)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._area = _scrolling(middle)
        whole.addWidget(self._area)

    def say(self, title: str, lead: str) -> None:
        """Show another title and lead."""
        self._title.setText(title)
        self._lead.setText(lead)
        self._lead.setVisible(bool(lead))
        self.setAccessibleName(title)

    def reveal(self) -> None:
        """Scroll to where the keyboard is."""
        focus = self.focusWidget()
        if focus:
            self._area.ensureWidgetVisible(focus)

    def add_buttons(self, *buttons: QWidget) -> None:
        """A row at the end of the body; the last is the one to press."""
        holder = QWidget()
        flow = FlowLayout(holder, at_right=True)
        flow.setContentsMargins(0, SPACE.s, 0, 0)
        for button in buttons:
            flow.addWidget(button)
        self.body.addWidget(holder)

    def add_way_out(self, button: Button) -> None:
        """A quiet button below the card."""
        self.footer.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)

    def busy(self, words: str) -> None:
        """Say what is being done and let nothing else be; empty words end it."""
        self._busy_words.setText(words)
        self._busy.setVisible(bool(words))
        self.inner.setEnabled(not words)
        for way_out in widgets_in(self.footer):
            way_out.setEnabled(not words)

    @property
    def is_busy(self) -> bool:
        """Whether something is being done."""
        return bool(self._busy_words.text())

    def work(
        self,
        words: str,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Refused | Unavailable], None],
    ) -> None:
        """Do something slow on the lane, saying so."""

        def done(result: T) -> None:
            self.busy("")
            then(result)

        def refused(error: Refused | Unavailable) -> None:
            self.busy("")
            failed(error)

        self.banner.say("")
        self.busy(words)
        run_for(self, self.lane, work, done, refused)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return reading.step(self, forward=forward)


def _brand() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SPACE.m)
    row.addWidget(Mark())
    row.addWidget(Text("Practice", Type.HEADING), 1)
    return row


def _scrolling(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
