"""The pages of the main window, in the order of the navigation. Only pages that work are here."""

from dataclasses import dataclass
from importlib import import_module

from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.page import Page
from practice.vault.roles import Key


@dataclass(frozen=True)
class Entry:
    """One page; its module is imported at the first visit, so that the window opens fast.

    Without the key it `needs` it does not exist. One not `listed` is reached from other pages;
    while it is shown, the navigation marks the place it is `within`.
    """

    place: Place
    icon: Icon
    module: str
    name: str
    at_bottom: bool = False
    listed: bool = True
    within: Place | None = None
    needs: Key = Key.OFFICE

    def make(self, context: Context) -> Page:
        page: Page = getattr(import_module(self.module), self.name)(context)
        return page


ENTRIES: tuple[Entry, ...] = (
    Entry(Place.TODAY, Icon.TODAY, "practice.ui.today.page", "TodayPage"),
    Entry(Place.SCHEDULE, Icon.CALENDAR, "practice.ui.schedule.page", "SchedulePage"),
    Entry(Place.GROUPS, Icon.GROUP, "practice.ui.groups.page", "GroupsPage"),
    Entry(Place.MEMBERS, Icon.MEMBERS, "practice.ui.members.page", "MembersPage"),
    Entry(Place.OUTREACH, Icon.PHONE_MISSED, "practice.ui.outreach.page", "OutreachPage"),
    Entry(Place.ATTENDANCE, Icon.FIGURES, "practice.ui.figures.page", "FiguresPage"),
    Entry(Place.NOTES, Icon.NOTE, "practice.ui.notes.page", "NotesPage", needs=Key.CLINICAL),
    Entry(Place.REPORTS, Icon.REPORT, "practice.ui.papers.home", "home"),
    Entry(
        Place.PAPERS,
        Icon.PRINTER,
        "practice.ui.papers.page",
        "PapersPage",
        listed=False,
        within=Place.REPORTS,
        needs=Key.CLINICAL,
    ),
    Entry(
        Place.PLAN,
        Icon.FLAG,
        "practice.ui.plan.page",
        "PlanPage",
        listed=False,
        needs=Key.CLINICAL,
    ),
    Entry(
        Place.SESSION,
        Icon.CHECK_CIRCLE,
        "practice.ui.attendance.page",
        "AttendancePage",
        listed=False,
    ),
    Entry(Place.IMPORT, Icon.UPLOAD, "practice.ui.importing.page", "ImportPage", listed=False),
    Entry(
        Place.SETTINGS, Icon.SETTINGS, "practice.ui.settings.page", "SettingsPage", at_bottom=True
    ),
)


def entries(context: Context) -> tuple[Entry, ...]:
    """The pages of the person at work."""
    return tuple(entry for entry in ENTRIES if context.unlocked.holds(entry.needs))
