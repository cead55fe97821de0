"""The facts of one member's session above the note: what is recorded, and what is still open."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care.facts import GAP_WORDS, Facts, Gap
from practice.care.missing import Lack, Missing
from practice.care.wrapup import MemberPart
from practice.desk import attendance
from practice.ui.context import Place
from practice.ui.icons import Icon
from practice.ui.notes.bench import Bench
from practice.ui.notes.words import lines_of
from practice.ui.page import clear
from practice.ui.theme import SIZE, SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import ElidedText, plain_tip


class FactsView(QWidget):
    """Two lines of facts; below, each gap with the way to fill it.

    `correct_wanted` carries the field of the attendance to go to, `session_wanted` asks for the
    session's own facts, `wanted` carries a `Missing` of the note itself.
    """

    correct_wanted = Signal(str)
    session_wanted = Signal()
    wanted = Signal(object)

    def __init__(self, bench: Bench, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._lines = tuple(ElidedText("", Type.SMALL) for _ in range(2))
        self._gaps = QWidget()
        self._flow = FlowLayout(self._gaps, spacing=SPACE.xs)
        self._shown: tuple[object, ...] = ()
        self._missing = QWidget()
        self._open = FlowLayout(self._missing, spacing=SPACE.xs)
        self._open_shown: tuple[object, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for line in self._lines:
            column.addWidget(line)
        column.addWidget(self._gaps)
        column.addWidget(self._missing)

    def show_part(self, part: MemberPart) -> None:
        """Show a draft's facts and gaps."""
        facts = part.facts
        self.setVisible(facts is not None)
        if facts is None:
            return
        for line, words in zip(self._lines, lines_of(facts), strict=True):
            line.setText(words)
            plain_tip(line, words)
        self._show_gaps(part, facts)
        self._show_missing(part)

    def _show_missing(self, part: MemberPart) -> None:
        shown = (part.seat.id, part.missing)
        if shown == self._open_shown:
            return
        self._open_shown = shown
        clear(self._open)
        self._missing.setVisible(bool(part.missing))
        if part.missing:
            said = Remark("Still open:", Icon.INFO, Role.ACCENT, wrap=False)
            said.setMinimumHeight(theme().px(SIZE.control))
            self._open.addWidget(said)
        for one in part.missing:
            button = Button(one.words, ButtonKind.LINK)
            button.clicked.connect(partial(self._go, one, part))
            self._open.addWidget(button)

    def _go(self, one: Missing, part: MemberPart) -> None:
        if one.lack in _ON_MEMBERS_PAGE:
            self._bench.context.go.emit(Place.MEMBERS, part.seat.member)
        else:
            self.wanted.emit(one)

    def _show_gaps(self, part: MemberPart, facts: Facts) -> None:
        shown = (part.seat.id, facts.gaps, part.seat.usual_location)
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._flow)
        self._gaps.setVisible(bool(facts.gaps))
        if facts.gaps:
            words = ", ".join(GAP_WORDS[gap] for gap in facts.gaps)
            said = Remark(f"Not recorded: {words}", Icon.WARNING, Role.LATE, inked=True, wrap=False)
            said.setMinimumHeight(theme().px(SIZE.control))
            self._flow.addWidget(said)
        for gap in facts.gaps:
            for button in self._ways(gap, part):
                self._flow.addWidget(button)

    def _ways(self, gap: Gap, part: MemberPart) -> list[Button]:
        ways: list[Button] = []
        if gap is Gap.LOCATION and part.seat.usual_location:
            usual = Button(f"Usual: {part.seat.usual_location}", ButtonKind.LINK)
            usual.setToolTip("Alt+L")
            usual.clicked.connect(partial(self.take_usual, part))
            ways.append(usual)
        words = _WAYS[gap]
        other = Button(words, ButtonKind.LINK)
        other.clicked.connect(partial(self._fill, gap, part))
        if not (gap is Gap.EMERGENCY and Gap.CONSENT in (part.facts.gaps if part.facts else ())):
            ways.append(other)
        return ways

    def take_usual(self, part: MemberPart) -> None:
        """This member said they were at their usual place."""
        row, place = part.seat.id, part.seat.usual_location
        if place and not part.seat.location:
            self._bench.correct(lambda why: attendance.confirm_location(row, place, reason=why))

    def _fill(self, gap: Gap, part: MemberPart) -> None:
        if gap in (Gap.CONSENT, Gap.EMERGENCY):
            self._bench.context.go.emit(Place.MEMBERS, part.seat.member)
        elif gap in (Gap.PLATFORM, Gap.CLINICIAN_LOCATION):
            self.session_wanted.emit()
        else:
            field = "location" if gap is Gap.LOCATION else "audio_reason"
            self.correct_wanted.emit(field)


_ON_MEMBERS_PAGE = (Lack.GOAL, Lack.DIAGNOSIS, Lack.BIRTH_DATE)
_WAYS = {
    Gap.LOCATION: "Other location",
    Gap.AUDIO_REASON: "Say why audio only",
    Gap.PLATFORM: "Platform",
    Gap.CLINICIAN_LOCATION: "Your location",
    Gap.CONSENT: "Member’s page",
    Gap.EMERGENCY: "Member’s page",
}
