"""What a person chooses for a report: the fields on the left, read into a Choice."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.desk import roster
from practice.desk.practice import practice, today
from practice.errors import Refused
from practice.reports.gather import Choice
from practice.reports.progress import Section
from practice.ui.reports.periods import Quick, span
from practice.ui.reports.picker import MemberPicker
from practice.ui.reports.texts import ReportTexts
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Check
from practice.ui.widgets.field import Field
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.text import Text

MINIMUM = "Only what is ticked is printed. Tick no more than this recipient needs for its decision."
TICKS = {
    Section.ATTENDANCE: "Attendance",
    Section.SESSIONS: "Session list",
    Section.DIAGNOSES: "Diagnoses",
    Section.GOALS: "Goals and progress",
    Section.SUMMARY: "Summary",
    Section.PLAN: "Plan",
    Section.REQUEST: "Requested frequency",
    Section.NOTES: "Text of signed notes",
}
PART2 = (
    "Your practice is under 42 CFR part 2: a report leaves only with the member’s written consent, "
    "to the recipient it names."
)


class ReportForm(Form):
    """`edited` follows every change; `member_chosen` carries the id of another member."""

    edited = Signal()
    member_chosen = Signal(str)

    def __init__(self, author_id: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.picker = MemberPicker()
        self.member = Field[str]("member_id", "Member", self.picker)
        self.first = Field[date | None](
            "first", "From", DateInput(), required="Please give the first day."
        )
        self.last = Field[date | None](
            "last", "To", DateInput(), required="Please give the last day."
        )
        self.quick = {quick: Button(quick.value, ButtonKind.LINK) for quick in Quick}
        for quick, button in self.quick.items():
            button.setAccessibleName(f"Period: {quick.value}")
        self.recipient = Field[str]("recipient", "Recipient", LineInput(hint="The payer’s name"))
        self.address = Field[str]("recipient_address", "Recipient’s address", TextInput(lines=2))
        self.consent = Field[date | None](
            "consent_date", "Date of the written consent", DateInput(), help=PART2
        )
        self.ticks = {section: Check(words) for section, words in TICKS.items()}
        self.texts = ReportTexts(author_id)
        self.address.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._loading = False
        self._lay_out()
        self._connect()
        self.show_part2()

    def _lay_out(self) -> None:
        self.add(self.member)
        self.add(self.first, self.last)
        self._add_flow([*self.quick.values()], 0)
        for field in (self.recipient, self.address, self.consent):
            self.add(field)
        for section, tick in self.ticks.items():
            tick.setChecked(section is not Section.NOTES)
        column = QVBoxLayout()
        column.setSpacing(SPACE.xs)
        column.addWidget(Text("In the report", Type.LABEL))
        column.addWidget(Text(MINIMUM, Type.MUTED, wrap=True))
        self.body.addLayout(column)
        self.body.addLayout(_two_columns(list(self.ticks.values())))
        self.body.addWidget(self.texts)
        for section, field in self.texts.fields.items():
            self.fields[section.value] = field

    def _add_flow(self, widgets: list[Button], spacing: int) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, spacing=spacing)
        for widget in widgets:
            flow.addWidget(widget)
        self.body.addWidget(holder)

    def _connect(self) -> None:
        self.picker.chosen.connect(self._choose)
        for quick, button in self.quick.items():
            button.clicked.connect(partial(self.choose_period, quick))
        for field in (self.first, self.last, self.recipient, self.address, self.consent):
            field.editor.watch(self._edited, lambda _words: None)
        for tick in self.ticks.values():
            tick.toggled.connect(self._edited)
        self.texts.edited.connect(self.edited)

    def _edited(self) -> None:
        if not self._loading:
            self.edited.emit()

    def show_part2(self) -> None:
        """Ask for the consent where the law does."""
        self.consent.setVisible(practice().part2)

    def choose(self, member_id: str) -> None:
        """As if this member had been picked."""
        self.member.set_value(member_id)
        self._choose(member_id)

    def _choose(self, member_id: str) -> None:
        """Another member: their texts, their payer, the last 90 days unless dates were given."""
        member = self.picker.member
        self._loading = True
        self.clear_errors()
        self.texts.load(member_id)
        self.recipient.set_value(member.payer if member else "")
        self.address.set_value("")
        self.consent.set_value(None)
        if not self._has_period():
            self.choose_period(Quick.DAYS_90)
        self._loading = False
        self.member_chosen.emit(member_id)
        self.edited.emit()

    def _has_period(self) -> bool:
        """Whether both days were given and can be read; they stay for the next member."""
        try:
            return self.first.editor.value() is not None and self.last.editor.value() is not None
        except Refused:
            return False

    def choose_period(self, quick: Quick) -> None:
        """Fill in both days."""
        stretches = roster.stretches_of(self.picker.member.id) if self.picker.member else []
        joined = min((stretch.joined_on for stretch in stretches), default=None)
        first, last = span(quick, today(), joined)
        self.first.set_value(first)
        self.last.set_value(last)

    def choice(self) -> Choice | None:
        """Everything chosen, or None, having said beside each field what is missing."""
        given = (self.member, self.first, self.last, self.consent, self.recipient)
        if [field for field in given if not field.check()]:  # all of them say so at once
            return None
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            return None
        return Choice(
            member_id=self.member.value(),
            first=first,
            last=last,
            sections=frozenset(s for s, tick in self.ticks.items() if tick.isChecked()),
            recipient=self.recipient.value(),
            recipient_address=self.address.value(),
            consent_on=self.consent.value(),
            **{section.value: self.texts.value(section) for section in self.texts.fields},
        )


def _two_columns(checks: list[Check]) -> QGridLayout:
    """Read down the left column, then the right."""
    grid = QGridLayout()
    grid.setSpacing(0)
    half = (len(checks) + 1) // 2
    for index, check in enumerate(checks):
        grid.addWidget(check, index % half, index // half)
    return grid
