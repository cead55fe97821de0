"""One group: who is in it, how it runs, what happened."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import groups, practice, segments
from practice.desk.groups import GroupRow
from practice.models.enums.attendance import MODE_WORDS
from practice.models.enums.groups import GROUP_KIND_WORDS, INTAKE_WORDS
from practice.ui.beside import BESIDE
from practice.ui.columns import Columns
from practice.ui.context import Context
from practice.ui.facts import Facts
from practice.ui.groups.calendar import GroupCalendarForm
from practice.ui.groups.card import for_whom
from practice.ui.groups.openings import Answered, Openings
from practice.ui.groups.past import Past
from practice.ui.groups.roster import Earlier, Roster
from practice.ui.groups.waitlist import Waitlist
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.words import period


class GroupDetail(QWidget):
    """Everything about the group shown; sections reload on their own."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.group: GroupRow | None = None
        self.roster = Roster(context)
        self.waitlist = Waitlist(context)
        self.openings = Openings(context)
        self.answered = Answered()
        self.earlier = Earlier()
        self.past = Past(context)
        self._context = context
        self.about = Section("How it runs", Icon.INFO, add="Save as calendar file…")
        self.about.add_button.set_icon(Icon.CALENDAR)
        self.about.add_button.clicked.connect(self._ask_calendar)
        self._facts = Facts()
        self.about.show_rows([self._facts])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        left = (self.openings, self.roster, self.waitlist, self.answered, self.earlier)
        column.addWidget(Columns(left, (self.about, self.past)))
        column.addStretch(1)

    def show_group(self, group_id: str) -> None:
        """Show one group; forms open for another one go."""
        other = self.group is None or self.group.id != group_id
        self.group = groups.group(group_id)
        self._facts.show_facts(facts(self.group))
        for section in (self.openings, self.roster, self.waitlist, self.past, self.about):
            if other:
                section.close_form()
        for section in (self.openings, self.roster, self.waitlist, self.past):
            section.show_group(group_id)
        self.answered.show_group(group_id)
        self.earlier.show_group(group_id)

    def _ask_calendar(self) -> None:
        if self.group:
            self.about.open_form(GroupCalendarForm(self._context, self.group.id))


def facts(group: GroupRow) -> list[tuple[str, str]]:
    """What the reading view shows."""
    return [
        ("Kind", GROUP_KIND_WORDS[group.kind]),
        ("When", group.when),
        ("Dates", period(group.starts_on, group.ends_on)),
        ("Mode", " · ".join(p for p in (MODE_WORDS[group.mode], group.platform) if p)),
        ("Meeting link", group.link),
        ("Passcode", group.passcode),
        ("For whom", for_whom(group) or "Everybody"),
        ("Joining", INTAKE_WORDS[group.intake]),
        ("Clinician", practice.user(group.clinician).signature),
        (BESIDE, practice.user(group.co_leader).name if group.co_leader else ""),
        ("Technique", group.technique),
        ("Plan", segments.in_words(segments.of_group(group.id))),
    ]
