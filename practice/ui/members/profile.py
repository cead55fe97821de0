"""One member, to read: who they are, their groups, how it goes."""

from datetime import date
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk import archiving, contact_rules, members
from practice.desk.members import MemberRow
from practice.desk.practice import today
from practice.models import store
from practice.models.enums.members import ANSWER_WORDS, PAYER_KIND_WORDS, Answer
from practice.ui.columns import Columns
from practice.ui.context import Context
from practice.ui.facts import Facts
from practice.ui.icons import Icon
from practice.ui.members.attendance import Attendance
from practice.ui.members.belonging import Belonging
from practice.ui.members.coming import ComingUp
from practice.ui.members.diagnoses import Diagnoses
from practice.ui.members.fees import Fees
from practice.ui.members.letters import Letters
from practice.ui.members.plan import Goals
from practice.ui.members.psychotherapy import PsychotherapyNotes
from practice.ui.members.reaching import Reaching
from practice.ui.members.timeline import Timeline
from practice.ui.section import Section
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import ElidedText, Text

ENDS = "Archive also ends, from today: {}. What was stays; Undo brings it back."


class _Shows(Protocol):
    """A part that shows one member; `close_form` when it is to show another."""

    def show_member(self, member_id: str) -> None: ...

    def close_form(self) -> None: ...


class Profile(QWidget):
    """`edit` asks for the form. Clinical parts are there only with the key to them."""

    edit = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.member: MemberRow | None = None
        self.name = ElidedText("", Type.TITLE)
        self.about = ElidedText("", Type.SECONDARY)
        self.former = StatusPill(PillKind.NEUTRAL, "Archived", Icon.ARCHIVE)
        self.edit_button = Button("Edit", ButtonKind.SECONDARY, Icon.EDIT)
        self.archive = Button("Archive", ButtonKind.QUIET, Icon.ARCHIVE)
        self.ends = Text("", Type.MUTED, wrap=True)
        self.record = Section("On record", Icon.PERSON)
        self._facts = Facts()
        self.belonging = Belonging(context)
        self.attendance = Attendance(context)
        self.coming = ComingUp(context)
        self.letters = Letters(context)
        self.reaching = Reaching(context)
        self.fees = Fees(context)
        self.timeline = Timeline(context)
        self._sections: list[_Shows] = []
        self._arrange()
        self.edit_button.clicked.connect(self.edit)
        self.archive.clicked.connect(self._archive)

    def _arrange(self) -> None:
        self.record.show_rows([self._facts])
        left: list[QWidget] = [self.timeline]
        right: list[QWidget] = [self.coming, self.record, self.belonging]
        right += [self.reaching, self.fees, self.letters]
        self._sections = [self.attendance, self.timeline, self.coming, self.belonging]
        self._sections += [self.reaching, self.fees, self.letters]
        if store.has_clinical():
            goals, diagnoses = Goals(self._context), Diagnoses(self._context)
            own_notes = PsychotherapyNotes(self._context)
            left.insert(0, goals)
            right += [diagnoses, own_notes]
            self._sections += [goals, diagnoses, own_notes]
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE.m)
        page.addLayout(self._head())
        page.addWidget(self.ends)
        page.addWidget(self.attendance)
        page.addWidget(Columns(left, right), 1)

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.name)
        words.addWidget(self.about)
        head = QHBoxLayout()
        head.setSpacing(SPACE.s)
        head.addLayout(words, 1)
        for part in (self.former, self.archive, self.edit_button):
            head.addWidget(part)
        return head

    def show_member(self, member_id: str) -> None:
        """Show one member; forms open for another one go."""
        other = self.member is None or self.member.id != member_id
        self.member = row = members.member(member_id)
        self.name.setText(row.full_name)
        self.about.setText(about(row))
        self.former.setVisible(row.archived)
        self.archive.setText("Bring back" if row.archived else "Archive")
        self._say_what_ends(row)
        self._facts.show_facts(facts(row))
        for section in self._sections:
            if other:
                section.close_form()
            section.show_member(member_id)

    def _say_what_ends(self, row: MemberRow) -> None:
        ending = () if row.archived else archiving.ending(row.id)
        words = ENDS.format(" · ".join(ending)) if ending else ""
        self.ends.setText(words)
        self.ends.setVisible(bool(words))
        self.archive.setAccessibleDescription(words)

    def _archive(self) -> None:
        if self.member:
            change = archiving.bring_back if self.member.archived else archiving.archive
            self._context.actions.run(change, self.member.id)


def about(row: MemberRow) -> str:
    """`Goes by Jo · they/them · 36 years · M-0001`."""
    goes_by = f"Goes by {row.preferred_name}" if row.preferred_name else ""
    years = f"{age(row.birth_date, today())} years" if row.birth_date else ""
    return " · ".join(part for part in (goes_by, row.pronouns, years, row.code) if part)


def age(born: date, day: date) -> int:
    """Whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def facts(row: MemberRow) -> list[tuple[str, str]]:
    """What the reading view shows; what is seldom needed only where it is known."""
    emergency = ", ".join(part for part in (row.emergency_name, row.emergency_phone) if part)
    consent = show_date(row.consent_on) if row.consent_on else ""
    shown = [
        ("Birth date", show_date(row.birth_date) if row.birth_date else ""),
        ("Phone", row.phone),
        ("We may", contact_rules.summary(row) or ANSWER_WORDS[Answer.NOT_ASKED]),
        ("Emergency contact", emergency),
        ("Usual location", row.location),
        ("Telehealth consent", consent),
        ("Payer", _payer(row)),
        ("Member ID", row.payer_member_id),
    ]
    seldom = [
        ("Name to ask for", row.contact_name),
        ("Email", row.email),
        ("Address", row.address),
        ("Sex, for the payer", row.sex),
        ("Time zone", row.time_zone.replace("_", " ")),
    ]
    return shown + [(label, words) for label, words in seldom if words]


def _payer(row: MemberRow) -> str:
    kind = PAYER_KIND_WORDS[row.payer_kind] if row.payer_kind else ""
    return " · ".join(part for part in (row.payer, kind) if part)
