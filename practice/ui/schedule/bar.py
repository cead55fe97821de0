"""The line of controls over the calendar: when, how, and whose."""

from datetime import date

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from practice.desk.practice import clinicians
from practice.errors import Refused
from practice.ui.icons import Icon
from practice.ui.schedule.shown import View
from practice.ui.theme import follow, theme
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.moments import DateInput

EVERYBODY = "Everybody"
_JUMP = 112
_WHOSE = 164


class DateJump(DateInput):
    """Enter goes to the date typed, Esc back to the calendar."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(hint="Go to a date")
        self.setAccessibleName("Go to a date")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class Bar(QWidget):
    """`moved` carries -1, 0 (today) or 1; `jumped` a date; `wrong` why one can't be read."""

    moved = Signal(int)
    jumped = Signal(object)
    wrong = Signal(str)
    turned = Signal(object)
    whose_changed = Signal()
    new_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = IconButton(Icon.CHEVRON_LEFT, "Earlier")
        self.today = Button("Today")
        self.forward = IconButton(Icon.CHEVRON_RIGHT, "Later")
        self.view = SegmentedControl("View", [(view, view.value) for view in View])
        self.whose: Choice[str | None] = Choice([(None, EVERYBODY)])
        self.whose.setAccessibleName("Whose schedule")
        self.jump = DateJump()
        self.print = IconButton(Icon.PRINTER, "Print this schedule")
        self.new = Button("New appointment", ButtonKind.PRIMARY, Icon.PLUS)
        flow = FlowLayout(self, at_right=True)
        for part in (
            *(self.back, self.today, self.forward, self.jump),
            *(self.view, self.whose, self.print, self.new),
        ):
            flow.addWidget(part)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        follow(self._restyle)
        self._connect()

    def _restyle(self) -> None:
        self.jump.setFixedWidth(theme().px(_JUMP))
        self.whose.setFixedWidth(theme().px(_WHOSE))
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(240), super().minimumSizeHint().height())

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved.emit(-1))
        self.today.clicked.connect(lambda: self.moved.emit(0))
        self.forward.clicked.connect(lambda: self.moved.emit(1))
        self.view.chosen.connect(self.turned)
        self.whose.activated.connect(lambda _index: self.whose_changed.emit())
        self.print.clicked.connect(self.print_wanted)
        self.new.clicked.connect(self.new_wanted)
        self.jump.returnPressed.connect(self._jump)

    def load(self) -> None:
        """The people one can choose among; who was chosen stays chosen."""
        chosen, people = self.whose.value(), clinicians()
        options: list[tuple[str | None, str]] = [(None, EVERYBODY)]
        options += [(who.id, who.name) for who in people]
        self.whose.set_options(options)
        if any(value == chosen for value, _words in options):
            self.whose.set_value(chosen)

    def say_span(self, view: View) -> None:
        """What back and forward go over."""
        span = {View.DAY: "day", View.MONTH: "month"}.get(view, "week")
        self.back.set_name(f"The {span} before")
        self.forward.set_name(f"The next {span}")
        self.view.set_value(view)

    def _jump(self) -> None:
        try:
            day: date | None = self.jump.value()
        except Refused as refused:
            self.wrong.emit(refused.message)
            return
        if day is not None:
            self.jump.clear()
            self.jumped.emit(day)
