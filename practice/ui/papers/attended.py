"""The form of an attendance letter."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QWidget

from practice.desk import roster
from practice.desk.practice import practice, today
from practice.errors import Refused
from practice.reports.certificate import PURPOSE_WORDS, Purpose
from practice.reports.gather_letters import CertificateChoice, attendance_letter
from practice.reports.prepared import Prepared
from practice.ui.papers.form import LetterForm
from practice.ui.reports.periods import Quick, span
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.moments import DateInput

TO_WHOM = (
    "Leave this empty to hand the letter to the member. To anybody else it goes only with the "
    "member’s written agreement."
)
PART2 = "Your practice is under 42 CFR part 2: to a recipient it goes only with written consent."


class AttendedForm(LetterForm):
    """Member, what for, period, to whom."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.purpose = Field[Purpose]("purpose", "What for", Choice(list(PURPOSE_WORDS.items())))
        self.first = Field[date | None](
            "first", "From", DateInput(), required="Please give the first day."
        )
        self.last = Field[date | None](
            "last", "To", DateInput(), required="Please give the last day."
        )
        self.quick = {quick: Button(quick.value, ButtonKind.LINK) for quick in Quick}
        self.recipient = Field[str]("recipient", "Recipient", LineInput(), help=TO_WHOM)
        self.address = Field[str]("recipient_address", "Recipient’s address", TextInput(lines=2))
        self.consent = Field[date | None](
            "consent_on", "Date of the written consent", DateInput(), help=PART2
        )
        self.groups = Check("Name the groups")
        self._lay_out()
        self.watch(self.purpose, self.first, self.last, self.recipient, self.address)
        self.watch(self.consent, self.signer, self.groups)
        self.choose_period(Quick.DAYS_90)
        self.reload()

    def _lay_out(self) -> None:
        self.add(self.member)
        self.add(self.purpose)
        self.add(self.first, self.last)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=0)
        for quick, button in self.quick.items():
            button.setAccessibleName(f"Period: {quick.value}")
            button.clicked.connect(lambda _=False, chosen=quick: self.choose_period(chosen))
            flow.addWidget(button)
        self.body.addWidget(holder)
        for field in (self.recipient, self.address, self.consent, self.signer):
            self.add(field)
        self.add_naming(self.groups)
        self.address.widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def reload(self) -> None:
        super().reload()
        self.consent.setVisible(practice().part2)

    def choose_period(self, quick: Quick) -> None:
        """Fill in both days."""
        stretches = roster.stretches_of(self.member_id) if self.member_id else []
        joined = min((stretch.joined_on for stretch in stretches), default=None)
        first, last = span(quick, today(), joined)
        self.first.set_value(first)
        self.last.set_value(last)

    def prepare(self) -> Prepared:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            raise Refused("Please give both days.", field="first")
        return attendance_letter(
            CertificateChoice(
                member_id=self.member_id,
                purpose=self.purpose.value(),
                first=first,
                last=last,
                signer_id=self.signer.value(),
                recipient=self.recipient.value(),
                recipient_address=self.address.value(),
                consent_on=self.consent.value(),
                name_groups=self.groups.value(),
            )
        )
