"""One rate of the whole practice, large."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from practice.desk.rates import Counts
from practice.ui.figures import whisker
from practice.ui.figures.words import Measure, figure, interval, is_few, percent
from practice.ui.theme import RADIUS, SPACE, Role, Type, follow, theme
from practice.ui.widgets import paint
from practice.ui.widgets.paint import Face
from practice.ui.widgets.text import Text
from practice.ui.widgets.tile import Tile

_WHISKER = 14
_REST = Face(fill=Role.SURFACE, border=Role.BORDER)
_HOVER = Face(fill=Role.HOVER, border=Role.BORDER)


class RateTile(Tile):
    """The share, what it is counted of, its interval. Pressing it opens the sessions behind it."""

    def __init__(self, measure: Measure, *, parent: QWidget | None = None) -> None:
        super().__init__(_REST, _HOVER, RADIUS.card, parent=parent)
        self.measure = measure
        self.share = Text("", Type.TIMER, tabular=True)
        self.of = Text("", Type.SECONDARY, wrap=True)
        self.line = Whisker(measure.value.role)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.l, SPACE.m, SPACE.l, SPACE.m)
        column.setSpacing(2)
        column.addWidget(Text(measure.value.title, Type.LABEL))
        column.addWidget(self.share)
        column.addWidget(self.line)
        column.addWidget(self.of)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        follow(self.updateGeometry)

    def show_counts(self, counts: Counts) -> None:
        """Show the rate of these rows."""
        rate = self.measure.value.rate(counts)
        self.share.setText("–" if rate.share is None else percent(rate.share))
        self.of.setText(_of(self.measure, counts))
        self.line.rate = rate
        self.line.update()
        self.setEnabled(counts.total > 0)
        self.setAccessibleName(f"{self.measure.value.title}: {figure(self.measure, counts)}")

    def sizeHint(self) -> QSize:
        return QSize(theme().px(220), self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(160), self._column.minimumSize().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._column.heightForWidth(width)


class Whisker(QWidget):
    """A rate drawn across the tile; its words stand beside."""

    def __init__(self, role: Role, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.rate = Measure.ATTENDANCE.value.rate(Counts())
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(theme().px(_WHISKER))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        whisker.lying(paint.begin(self), QRectF(self.rect()), self.rate, self._role)


def _of(measure: Measure, counts: Counts) -> str:
    """`30 of 40 · 95% interval 59.8–85.8%`."""
    rate = measure.value.rate(counts)
    if rate.share is None:
        return "no sessions"
    few = " · few sessions" if is_few(rate) else ""
    return f"{rate.count:,} of {rate.of:,} · 95% interval {interval(rate)}{few}"
