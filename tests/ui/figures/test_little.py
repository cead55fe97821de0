"""The figures page with nothing, or next to nothing, to count."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt

from practice.desk import attendance, sessions
from practice.desk.figures import By, Figure, Period
from practice.desk.rates import Counts
from practice.models.enums.attendance import Status
from practice.ui.context import Place
from practice.ui.figures.marks import MarkView
from practice.ui.figures.page import FiguresPage
from practice.ui.figures.periods import Quick, span, year_to
from practice.ui.figures.table import Column
from practice.ui.today.page import TodayPage
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.conftest import Clock, Opened
from tests.ui.find import button, said
from tests.w3 import PERIOD, TODAY

Window = Callable[[], Workspace]
TOLD = "attended 30 of 40, 75%, 95% interval 59.8–85.8%"


def figures_page(workspace: Workspace) -> FiguresPage:
    workspace.go(Place.ATTENDANCE)
    page = workspace.pages[Place.ATTENDANCE]
    assert isinstance(page, FiguresPage)
    return page


def cell(view: MarkView, row: int, column: int) -> str:
    index = view.model().index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def test_s_sorts_and_who_has_no_rate_stays_last(opened: Opened, window: Window) -> None:
    table = figures_page(window()).overview.table.table
    few, many, none = Counts(attended=1, no_show=3), Counts(attended=9), Counts(excused=2)
    found = [Figure(n, n, counts) for n, counts in (("a", few), ("b", none), ("c", many))]
    table.show_figures(By.GROUP, PERIOD, found)
    table.sort_by(Column.ATTENDANCE)
    assert [figure.name for figure in table.rates.figures] == ["c", "a", "b"]
    table.sort_by(Column.ATTENDANCE)
    assert [figure.name for figure in table.rates.figures] == ["a", "c", "b"]
    assert table.model().headerData(1, Qt.Orientation.Horizontal) == "Attendance ↑"
    assert cell(table, 2, Column.ATTENDANCE) == "b: no sessions"
    assert cell(table, 0, Column.NO_SHOW).endswith("few sessions")
    assert table.model().index(0, Column.ATTENDANCE).data() == "1/4 25.0%"
    table.sort_by(Column.NAME)
    assert [figure.name for figure in table.rates.figures] == ["a", "b", "c"]


def test_periods_end_today() -> None:
    begins = {
        Quick.MONTH: date(2026, 11, 1),
        Quick.DAYS_30: date(2026, 10, 19),
        Quick.DAYS_90: date(2026, 8, 20),
        Quick.QUARTER: date(2026, 10, 1),
        Quick.YEAR: date(2026, 1, 1),
    }
    for quick, first in begins.items():
        assert span(quick, TODAY) == Period(first, TODAY)
    assert year_to(TODAY).first.weekday() == 0
    assert (TODAY - year_to(TODAY).first).days // 7 == 52


def test_nothing_yet_says_so_and_leads_to_today(opened: Opened, window: Window) -> None:
    workspace = window()
    page = figures_page(workspace)
    assert not any(tile.isVisible() for tile in page.overview.tiles)
    button(page.overview.nothing, "Go to Today").click()
    assert isinstance(workspace.stack.currentWidget(), TodayPage)


def test_with_excused_alone_every_rate_is_no_sessions(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    sessions.start(session)
    for seat in sessions.seats(session):
        attendance.mark_missed(seat.id, Status.EXCUSED)
    clock_at.advance(minutes=60)
    sessions.stop(session)
    page = figures_page(window())
    assert [tile.share.text() for tile in page.overview.tiles] == ["–"] * 3
    assert said(page.overview).count("no sessions") >= 3
    assert "In no rate: 2 excused." in said(page.overview)
    page.grab()


def test_a_session_nobody_recorded_is_told_of(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    a_full_group(opened.user_id, 2)
    clock_at.advance(days=1)
    page = figures_page(window())
    assert "1 session is over and not recorded yet; Today lists it." in said(page.overview)
