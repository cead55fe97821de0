"""Settings: one card for each thing that can be set."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from practice.ui.columns import Columns
from practice.ui.context import Context
from practice.ui.page import Page
from practice.ui.settings.about import AboutPart
from practice.ui.settings.appearance import AppearancePart
from practice.ui.settings.backups import BackupPart
from practice.ui.settings.calendar import CalendarPart
from practice.ui.settings.closures import ClosuresPart
from practice.ui.settings.details import PersonPart, PracticePart
from practice.ui.settings.fees import FeesPart
from practice.ui.settings.hours import HoursPart
from practice.ui.settings.notes import NotesPart
from practice.ui.settings.notice import NoticePart
from practice.ui.settings.outreach import OutreachPart
from practice.ui.settings.part import Part
from practice.ui.settings.people import PeoplePart
from practice.ui.settings.phrases import PhrasesPart
from practice.ui.settings.review import ReviewPart
from practice.ui.settings.security import KitPart, LockPart, PassphrasePart
from practice.ui.settings.techniques import TechniquesPart


class SettingsPage(Page):
    """Two columns: the practice and its people at the left, keys and backups at the right."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            "practice",
            "user",
            "supervision",
            "closure",
            "working_hours",
            "technique",
            "phrase",
            "outreach_rule",
            "outreach_policy",
            "fee_policy",
        }
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.say("Settings")
        self.practice = PracticePart(context)
        self.person = PersonPart(context)
        self.people = PeoplePart(context)
        self.appearance = AppearancePart(context)
        self.notes = NotesPart(context)
        self.notice = NoticePart(context)
        self.techniques = TechniquesPart(context)
        self.phrases = PhrasesPart(context)
        self.hours = HoursPart(context)
        self.closures = ClosuresPart(context)
        self.review = ReviewPart(context)
        self.outreach = OutreachPart(context)
        self.fees = FeesPart(context)
        self.backup = BackupPart(context)
        self.lock = LockPart(context)
        self.passphrase = PassphrasePart(context)
        self.kit = KitPart(context)
        self.calendar = CalendarPart(context)
        self.about = AboutPart(context)
        left = (
            *(self.practice, self.person, self.people, self.outreach, self.appearance),
            *(self.techniques, self.phrases, self.about),
        )
        right = (
            *(self.backup, self.lock, self.notice, self.hours, self.closures, self.fees),
            *(self.review, self.notes, self.kit, self.passphrase, self.calendar),
        )
        self.body.addWidget(Columns(left, right))
        self._show_own()
        self.body.addStretch(1)

    def _show_own(self) -> None:
        """Everybody has their looks, their passphrase and calendars; the rest goes with a key."""
        owner: tuple[Part, ...] = (
            *(self.practice, self.people, self.lock),
            *(self.notice, self.hours, self.closures, self.outreach, self.fees),
            *(self.review, self.notes, self.kit),
        )
        clinician: tuple[Part, ...] = (self.person, self.backup, self.techniques, self.phrases)
        for parts, shown in ((owner, self.context.admin), (clinician, self.context.clinical)):
            for part in parts:
                part.setVisible(shown)

    def load(self) -> None:
        for part in self.findChildren(Part):
            part.load()
