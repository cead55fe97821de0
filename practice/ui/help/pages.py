"""Which chapter tells about which page."""

from practice.ui.context import Place
from practice.ui.help.chapters import Chapter

FOR_PLACE = {
    Place.TODAY: Chapter.FIRST_DAY,
    Place.SCHEDULE: Chapter.SCHEDULE,
    Place.GROUPS: Chapter.PEOPLE,
    Place.MEMBERS: Chapter.PEOPLE,
    Place.IMPORT: Chapter.PEOPLE,
    Place.OUTREACH: Chapter.OUTREACH,
    Place.ATTENDANCE: Chapter.ATTENDANCE,
    Place.SESSION: Chapter.ATTENDANCE,
    Place.PLAN: Chapter.PLANS,
    Place.NOTES: Chapter.AFTER,
    Place.REPORTS: Chapter.REPORTS,
    Place.PAPERS: Chapter.REPORTS,
    Place.SETTINGS: Chapter.SAFE,
}
