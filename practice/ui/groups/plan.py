"""The plan of a session: steps with minutes, added, moved and taken out by keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk import named_plans
from practice.desk.segments import NAME, Plan, Segment, kind_of
from practice.errors import Refused
from practice.models.enums.groups import SEGMENT_KIND_WORDS, SegmentKind
from practice.ui.groups.minutes import MinutesInput
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.text import Text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Step(QWidget):
    """One step: its name, its minutes, and what can be done with it."""

    moved = Signal(int)
    removed = Signal()
    added = Signal()

    def __init__(self, segment: Segment | None = None) -> None:
        super().__init__()
        self.kind = Choice(tuple(SEGMENT_KIND_WORDS.items()))
        self.kind.set_value(SegmentKind.OTHER)
        self.kind.setFixedWidth(theme().px(148))
        self.name = LineInput(hint="Check in")
        self.minutes = MinutesInput()
        self.minutes.setFixedWidth(theme().px(72))
        self._up = IconButton(Icon.CHEVRON_UP, "Move this step up")
        self._down = IconButton(Icon.CHEVRON_DOWN, "Move this step down")
        self._out = IconButton(Icon.X, "Take this step out")
        self._up.clicked.connect(lambda: self.moved.emit(-1))
        self._down.clicked.connect(lambda: self.moved.emit(1))
        self._out.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.xs)
        row.addWidget(self.kind)
        row.addWidget(self.name, 1)
        for part in (self.minutes, Text("min", Type.MUTED), self._up, self._down, self._out):
            row.addWidget(part)
        if segment:
            self.name.set_value(segment.name)
            self.minutes.set_value(segment.minutes)
            self.kind.set_value(segment.kind)
        self.kind.activated.connect(self._name_it)
        self.name.textEdited.connect(self._take_kind)

    def _name_it(self) -> None:
        """A kind chosen is the name too, unless a name of one's own stands there."""
        kind, name = self.kind.value(), self.name.value()
        if kind is not SegmentKind.OTHER and (not name or kind_of(name)):
            self.name.set_value(SEGMENT_KIND_WORDS[kind])

    def _take_kind(self, name: str) -> None:
        """A name that is a kind's own, such as Teach, chooses it."""
        if kind := kind_of(name):
            self.kind.set_value(kind)

    def say_place(self, place: int) -> None:
        """Tell screen readers which step this is."""
        self.kind.setAccessibleName(f"Kind of step {place}")
        self.name.setAccessibleName(f"Step {place}")
        self.minutes.setAccessibleName(f"Minutes of step {place}")

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.name.text().strip() or self.minutes.text().strip())

    def segment(self) -> Segment:
        """What was typed; raises Refused."""
        if not self.name.value():
            raise Refused(NAME)
        return Segment(name=self.name.value(), minutes=self.minutes.value(), kind=self.kind.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in _ENTER and self.minutes.hasFocus():
            self.added.emit()
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif alt and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class PlanChoice(Choice[Plan]):
    """The plans kept by name. The first choice is none of them, `nothing` its words."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self.set_options([((), nothing), *((row.plan, row.name) for row in named_plans.library())])


class PlanEditor(QWidget):
    """The steps in order, and their sum against the session's length."""

    edited = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length: int | None = None
        self.steps: list[Step] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE.xs)
        self.sum = Text("", Type.SMALL)
        self.add = Button("Add a step", ButtonKind.LINK, Icon.PLUS)
        self.add.clicked.connect(self._add_last)
        below = QHBoxLayout()
        below.addWidget(self.add)
        below.addWidget(self.sum, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addLayout(self._column)
        column.addLayout(below)
        self.setFocusProxy(self.add)
        self._tell()

    def value(self) -> Plan:
        """The steps typed, empty ones left out; raises Refused where one can't be read."""
        return tuple(step.segment() for step in self.steps if not step.is_empty())

    def set_value(self, value: Plan) -> None:
        """Show these steps."""
        for step in list(self.steps):
            self._remove(step)
        for segment in value:
            self._insert(Step(segment), len(self.steps))
        self._tell()

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.edited.connect(edited)

    def set_length(self, minutes: int | None) -> None:
        """The session's length, to compare the sum with; None while it can't be read."""
        self._length = minutes
        self._tell()

    def add_step(self, after: Step | None = None) -> None:
        """One more empty step, ready to type in."""
        place = self.steps.index(after) + 1 if after else len(self.steps)
        step = Step()
        self._insert(step, place)
        self._tell()
        step.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_last(self) -> None:
        self.add_step()

    def _insert(self, step: Step, place: int) -> None:
        self.steps.insert(place, step)
        self._column.insertWidget(place, step)
        step.show()
        step.moved.connect(lambda by: self._move(step, by))
        step.removed.connect(lambda: self._take_out(step))
        step.added.connect(lambda: self.add_step(step))
        for line in (step.name, step.minutes):
            line.textChanged.connect(self._tell)

    def _move(self, step: Step, by: int) -> None:
        place = self.steps.index(step) + by
        if 0 <= place < len(self.steps):
            focus = self.window().focusWidget()
            self.steps.remove(step)
            self.steps.insert(place, step)
            self._column.insertWidget(place, step)
            self._tell()
            (focus or step.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_out(self, step: Step) -> None:
        place = self.steps.index(step)
        self._remove(step)
        self._tell()
        near = self.steps[min(place, len(self.steps) - 1)].name if self.steps else self.add
        near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, step: Step) -> None:
        self.steps.remove(step)
        self._column.removeWidget(step)
        step.hide()
        step.deleteLater()

    def _tell(self) -> None:
        for place, step in enumerate(self.steps, start=1):
            step.say_place(place)
        words, fits = compare(self._minutes(), self._length) if self.steps else ("", True)
        self.sum.setText(words)
        self.sum.set_role(None if fits else Role.LATE)
        self.edited.emit()

    def _minutes(self) -> int:
        typed = (step.minutes.text().strip() for step in self.steps)
        return sum(int(words) for words in typed if words.isascii() and words.isdigit())


def compare(planned: int, length: int | None) -> tuple[str, bool]:
    """The sum of the plan in words, and whether it fits the length."""
    if length is None:
        return f"{planned} min planned", True
    words = f"{planned} of {length} min planned"
    if planned > length:
        return f"{words}, {planned - length} more than the session has", False
    return (f"{words}, {length - planned} left" if planned < length else words), True
