"""The front desk's pages: the week, and who is to be reached."""

from practice.desk import outreach
from practice.desk.practice import today
from practice.ui.context import Place
from practice.ui.outreach.page import OutreachPage
from practice.ui.schedule.page import SchedulePage
from practice.ui.tour.guide import press, said
from practice.ui.tour.record import settle
from practice.ui.tour.steps import GROUP, Tour


def schedule(tour: Tour) -> None:
    page = tour.go(Place.SCHEDULE, SchedulePage)
    shown = {block.accessibleName() for _, block in page.week.board.shown.items()}
    tour.check("the group of today stands in the week", any(GROUP in name for name in shown))
    tour.picture("schedule")
    press(tour.shell, "D")
    settle()
    tour.picture("schedule-day")


def reach(tour: Tour) -> None:
    page = tour.go(Place.OUTREACH, OutreachPage)
    waiting = outreach.due(today())
    tour.check("who is due stands on the board", len(page.board.tiles()) >= len(waiting) > 0)
    tour.check("what to say on voicemail is at hand", "Hello, this is a message" in said(page))
    tour.picture("outreach")
