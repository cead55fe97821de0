"""Before a session runs: who is expected, and one button. Past sessions are recorded afterwards."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care import suitability
from practice.desk import groups, presence, schedule, segments, sessions
from practice.desk.due import due
from practice.desk.practice import from_wall, wall_now
from practice.errors import Refused
from practice.ui.context import Context
from practice.ui.groups.plan import PlanChoice
from practice.ui.icons import Icon
from practice.ui.live.roster import NOBODY
from practice.ui.theme import SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.scroll import Scroll
from practice.ui.widgets.text import ElidedText, Text
from practice.ui.words import short

TALL = 44
USUAL, NONE = "The group’s own", "None"


class StartPanel(QWidget):
    """`started` comes once the session runs, or is open for recording afterwards."""

    started = Signal()

    def __init__(self, context: Context, session_id: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.session = schedule.session(session_id)
        self._wall = sessions.wall_clock(self.session)
        self.form = Form()
        self.times = LineInput()
        self.plan = PlanChoice(USUAL if segments.of_group(self.session.group) else NONE)
        over = self.session.ends <= wall_now()
        self._today = self.session.starts.date() == wall_now().date()
        self.start_button = self._button("Start session", self.start, Icon.PLAY)
        self.afterwards_button = self._button("Record afterwards", self.record, Icon.EDIT)
        self.start_button.setVisible(self._today)
        self.afterwards_button.setVisible(over)
        self.first = self.afterwards_button if over else self.start_button
        self._over = over
        self._lay_out(over=over)

    def _button(self, words: str, what: Callable[[], None], icon: Icon) -> Button:
        button = Button(words, ButtonKind.PRIMARY, icon)
        button.clicked.connect(what)
        return button

    def _lay_out(self, *, over: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        column.setSpacing(SPACE.s)
        row, top = self.session, Card(margin=SPACE.m, spacing=SPACE.xs)
        top.body.addWidget(ElidedText(row.title, Type.STRONG))
        when = f"{row.starts:%a} {row.starts.day} {row.starts:%b, %H:%M}–{row.ends:%H:%M}"
        about = " · ".join(filter(None, (f"Session {schedule.number_of(row)}", row.technique)))
        top.body.addWidget(ElidedText(when, Type.SECONDARY))
        top.body.addWidget(ElidedText(about, Type.SECONDARY))
        column.addWidget(top)
        people = Scroll(self._expected())
        people.use_gutter()
        column.addWidget(people, 1)
        if over:
            self._ask_times()
        elif self._today:
            column.addWidget(self._plan_row())
        column.addWidget(self.form)
        for button in (self.start_button, self.afterwards_button):
            column.addWidget(button)
            button.setMinimumHeight(theme().px(TALL))
        column.addWidget(Text(self._note(over=over), Type.MUTED, wrap=True))

    def _note(self, *, over: bool) -> str:
        if over:
            return "Press Enter. It is marked as a late entry, with today’s date."
        if not self._today:
            return "It can be started on its day."
        return "Press Enter. The timer runs from the moment you start."

    def _plan_row(self) -> QWidget:
        """Which plan the session follows; another one for today is a key away."""
        self.plan.setAccessibleName("Plan for this session")
        self.plan.currentIndexChanged.connect(self._tell_plan)
        self._steps = ElidedText("", Type.SMALL)
        whole = Card(margin=SPACE.m, spacing=SPACE.xs)
        row = QHBoxLayout()
        row.setSpacing(SPACE.s)
        for part in (Text("Plan", Type.SECONDARY), KeyCap("P")):
            row.addWidget(part)
        row.addWidget(self.plan, 1)
        whole.body.addLayout(row)
        whole.body.addWidget(self._steps)
        whole.setVisible(self.session.group is not None)
        self._tell_plan()
        return whole

    def _tell_plan(self) -> None:
        plan = self.plan.value() or segments.of_group(self.session.group)
        self._steps.setText(segments.in_words(plan))

    def _ask_times(self) -> None:
        field = Field("times", "When was it held?", self.times, help="Start and end, 18:00-19:00")
        self.form.add(field)
        self.times.set_value(f"{self.session.starts:%H:%M}-{self.session.ends:%H:%M}")

    def _expected(self) -> Card:
        card = Card(margin=SPACE.xs, spacing=0)
        people = due(self.session)
        number = len(people)
        words = f"{number} member{'' if number == 1 else 's'} expected"
        heading = Text(words if people else NOBODY, Type.STRONG if people else Type.SECONDARY)
        heading.setWordWrap(not people)
        heading.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.xs)
        card.body.addWidget(heading)
        concerns = self._concerns([person.member for person in people])
        for digit, person in enumerate(people, start=1):
            name, concern = short(person.short_name), concerns.get(person.member, "")
            row = ListRow(name, concern, leading=KeyCap(str(digit % 10)), dense=True)
            row.set_detail_role(Role.LATE if concern else None)
            card.body.addWidget(row)
        card.body.addStretch(1)
        return card

    def _concerns(self, members: list[str]) -> dict[str, str]:
        """Who was not screened for this kind of group, or is not suited now; nobody stays away."""
        if self.session.group is None:
            return {}
        kind = groups.group(self.session.group).kind
        known = suitability.of_members(members, kind)
        return {member: suitability.concern(known.get(member)) for member in members}

    def begin(self) -> None:
        """Let Enter start."""
        self.first.setFocus()

    def start(self) -> None:
        """Begin now."""
        self._do(lambda: sessions.start(self.session.id, self.plan.value() or None))

    def record(self) -> None:
        """Open it as a late entry with the times typed."""
        self._do(self._record)

    def _record(self) -> None:
        begun = from_wall(self.session.starts)
        stays = presence.parse(self.times.value(), self._wall, begun)
        if len(stays) != 1 or stays[0].out_at is None:
            raise Refused("Write its start and its end, such as 18:00-19:00.", field="times")
        begin, end = self._wall(stays[0].in_at), self._wall(stays[0].out_at)
        sessions.record_afterwards(
            self.session.id, begin.replace(tzinfo=None), end.replace(tzinfo=None)
        )

    def _do(self, what: Callable[[], None]) -> None:
        if self._context.actions.attempt(lambda: self.form.submit(what)):
            self.started.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_P and self.plan.isVisible():
            self.plan.setCurrentIndex((self.plan.currentIndex() + 1) % self.plan.count())
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._over and not self.start_button.hasFocus():
            self.record()
        elif self._today:
            self.start()
        else:
            super().keyPressEvent(event)
