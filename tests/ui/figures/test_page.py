"""Stories of the figures page, through its real widgets over a real practice."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practice.desk import attendance, figures, groups, sessions
from practice.desk.figures import By, Figure, Period
from practice.desk.rates import Counts
from practice.models.base import CLINICAL
from practice.models.enums.attendance import Status
from practice.ui.context import Context, Place
from practice.ui.figures.behind import PAGE, BehindModel
from practice.ui.figures.chart import ChartModel
from practice.ui.figures.heat import HeatModel
from practice.ui.figures.marks import Mark, MarkView
from practice.ui.figures.page import FiguresPage
from practice.ui.figures.periods import year_to
from practice.ui.figures.table import Column, RatesModel
from practice.ui.figures.words import HOW
from practice.ui.groups.page import GroupsPage
from practice.ui.members.page import MembersPage
from practice.ui.workspace import Workspace
from tests.conftest import Opened
from tests.ui.find import button, nameless, said
from tests.w3 import FIRST, PERIOD, TODAY

Window = Callable[[], Workspace]
TOLD = "attended 30 of 40, 75%, 95% interval 59.8–85.8%"


@pytest.fixture
def folder(month: Path, tmp_path: Path) -> Path:
    """Every story here begins with the month of W3."""
    copy = tmp_path / "data"
    shutil.copytree(month, copy)
    return copy


def figures_page(workspace: Workspace) -> FiguresPage:
    workspace.go(Place.ATTENDANCE)
    page = workspace.pages[Place.ATTENDANCE]
    assert isinstance(page, FiguresPage)
    return page


def cell(view: MarkView, row: int, column: int) -> str:
    index = view.model().index(row, column)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def names(page: FiguresPage) -> list[str]:
    return [found.name for found in page.overview.table.table.rates.figures]


def test_w3_stands_on_the_page_in_figures_and_words(opened: Opened, window: Window) -> None:
    page = figures_page(window())
    words = said(page.overview)
    assert [tile.share.text() for tile in page.overview.tiles] == ["75.0%", "21.1%", "14.3%"]
    for line in (
        "30 of 40 · 95% interval 59.8–85.8%",
        "8 of 38 · 95% interval 11.1–36.3%",
        "5 of 35 · 95% interval 6.3–29.4%",
        "In no rate: 8 cancelled by practice.",
    ):
        assert line in words
    assert page.overview.tiles[0].accessibleName() == f"Attendance: {TOLD}"


def test_from_a_figure_to_its_member_and_back_by_keyboard_alone(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    workspace = window()
    qtbot.keyClick(workspace, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    page = workspace.pages[Place.ATTENDANCE]
    assert isinstance(page, FiguresPage)
    missed = page.overview.tiles[1]
    missed.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(missed, Qt.Key.Key_Return)
    assert page.is_behind
    assert {row.status for row in page.behind.list.behind.rows} == {
        Status.NO_SHOW,
        Status.LATE_CANCEL,
    }
    assert workspace.focusWidget() is page.behind.list
    qtbot.keyClick(page.behind.list, Qt.Key.Key_Down)
    wanted = page.behind.list.behind.rows[1]
    qtbot.keyClick(page.behind.list, Qt.Key.Key_Escape)
    assert workspace.focusWidget() is missed
    qtbot.keyClick(missed, Qt.Key.Key_Return)
    qtbot.keyClick(page.behind.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.behind.list, Qt.Key.Key_Return)
    shown = workspace.stack.currentWidget()
    assert isinstance(shown, MembersPage)
    assert shown.profile.member
    assert shown.profile.member.id == wanted.member


def test_the_group_opens_from_a_row(opened: Opened, window: Window, qtbot: QtBot) -> None:
    (group,) = (row.id for row in groups.groups())
    workspace = window()
    page = figures_page(workspace)
    page.overview.tiles[0].click()
    button(page, "Show the group").click()
    shown = workspace.stack.currentWidget()
    assert isinstance(shown, GroupsPage)
    assert shown.detail.group
    assert shown.detail.group.id == group


@pytest.mark.parametrize(
    ("by", "name"),
    [(By.GROUP, "Tuesday Recovery Skills"), (By.WEEKDAY, "Tuesday"), (By.HOUR, "18:00")],
)
def test_the_table_says_each_figure_in_words(
    by: By, name: str, opened: Opened, window: Window
) -> None:
    page = figures_page(window())
    button(page.overview.table, by.value.capitalize()).click()
    table = page.overview.table.table
    assert cell(table, 0, Column.ATTENDANCE) == f"{name}: {TOLD}"
    assert cell(table, 0, Column.ASIDE) == f"{name}: in no rate 8 cancelled by practice"
    index = table.model().index(0, Column.ATTENDANCE)
    headers, columns = 1, len(Column) + 1
    told = QAccessible.queryAccessibleInterface(table).child(
        (index.row() + headers) * columns + index.column() + headers
    )
    assert told.text(QAccessible.Text.Name) == f"{name}: {TOLD}"


def test_by_reason_the_rows_add_up_and_open_what_they_count(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    button(page.overview.table, "Reason").click()
    table = page.overview.table.table
    assert names(page) == ["Childcare", "Work", "Not given"]
    assert [table.model().index(row, Column.MISSED).data() for row in range(3)] == [
        "2/38 5.3%",
        "1/38 2.6%",
        "5/38 13.2%",
    ]
    assert cell(table, 0, Column.NAME).startswith("Childcare: missed 2 of 38, 5.3%, 95% interval")
    assert cell(table, 0, Column.ASIDE) == "Childcare: in no rate 1 cancelled by client"
    assert table.model().index(0, Column.ATTENDANCE).data() == "–"
    said_so = "Childcare: attendance does not apply to a reason"
    assert cell(table, 0, Column.ATTENDANCE) == said_so
    table.setFocus()
    table.go_to(0, Column.ATTENDANCE)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not page.is_behind
    table.go_to(0, Column.MISSED)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [row.status for row in page.behind.list.behind.rows] == [
        Status.LATE_CANCEL,
        Status.NO_SHOW,
    ]
    page.behind.which.setCurrentIndex(0)
    assert len(page.behind.list.behind.rows) == 3


def test_a_cell_opens_what_it_counts_and_the_list_can_be_widened(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    button(page.overview.table, "Weekday").click()
    table = page.overview.table.table
    table.setFocus()
    table.go_to(0, Column.NO_SHOW)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert len(page.behind.list.behind.rows) == 5
    assert page.accessibleName() == "Tuesday"
    which = page.behind.which
    offered = [which.itemText(row) for row in range(which.count())]
    assert offered == [
        "Everything (48)",
        "Attended (30)",
        "No-show (5)",
        "Late cancel (3)",
        "Cancelled by client (2)",
        "Cancelled by practice (8)",
    ]
    which.setCurrentIndex(0)
    assert len(page.behind.list.behind.rows) == 48


def test_sorting_by_key_keeps_the_keyboard_on_its_row(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    button(page.overview.table, "Member").click()
    table = page.overview.table.table
    table.setFocus()
    table.go_to(0, Column.ATTENDANCE)
    first = names(page)[0]
    qtbot.keyClick(table, Qt.Key.Key_S)
    shares = [f.counts.attendance_rate.share or 0 for f in table.rates.figures]
    assert shares == sorted(shares, reverse=True)
    assert names(page)[table.currentIndex().row()] == first


def test_the_year_is_walked_by_arrows_and_a_day_opens(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    year = page.overview.year
    year.map.setFocus()
    assert year.told.text() == "Tue 17 Nov 2026: 1 session, in no rate 8 cancelled by practice"
    for _ in range(5):
        qtbot.keyClick(year.map, Qt.Key.Key_Left)
    full = "Tue 13 Oct 2026: 1 session, attended 8 of 8, 100%, 95% interval 67.6–100.0%"
    assert year.told.text() == f"{full}, few sessions"
    qtbot.keyClick(year.map, Qt.Key.Key_Up)
    assert year.told.text() == "Mon 12 Oct 2026: no sessions"
    qtbot.keyClick(year.map, Qt.Key.Key_Return)
    assert not page.is_behind
    qtbot.keyClick(year.map, Qt.Key.Key_Down)
    qtbot.keyClick(year.map, Qt.Key.Key_Return)
    assert {row.starts.date() for row in page.behind.list.behind.rows} == {FIRST}


def test_going_back_shows_the_place_one_came_from(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    columns = page.overview.charts[0].chart.columns
    columns.setFocus()
    qtbot.keyClick(columns, Qt.Key.Key_Return)
    assert page.behind.list.visibleRegion().boundingRect().height() > 300
    qtbot.keyClick(page.behind.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not columns.visibleRegion().isEmpty())


def test_a_click_on_a_column_of_the_chart_opens_it(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    columns = page.overview.charts[1].chart.columns
    middle = columns.visualRect(columns.model().index(0, 0)).center()
    qtbot.mouseMove(columns.viewport(), middle)
    qtbot.mouseClick(columns.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert page.overview.charts[1].told.text() == f"18:00: {TOLD}"
    assert page.is_behind
    assert len(page.behind.list.behind.rows) == 48


def test_typed_dates_count_and_wrong_ones_are_said_beside_the_field(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    page = figures_page(window())
    bar = page.overview.period
    button(bar, "Dates…").click()
    first = bar.first.widget
    assert isinstance(first, QLineEdit)
    first.setText("1 Dec 2026")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert "before the first" in bar.last.error
    assert page.overview.tiles[0].share.text() == "75.0%"
    first.setText("10 Nov 2026")
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert bar.last.error == ""
    assert bar.period() == Period(date(2026, 11, 10), TODAY)
    assert page.overview.tiles[0].of.text().endswith("few sessions")


def test_the_definitions_open_and_close(opened: Opened, window: Window) -> None:
    page = figures_page(window())
    assert HOW[0] not in said(page)
    button(page, "How it is counted").click()
    assert set(HOW) <= set(said(page))
    button(page, "Hide how it is counted").click()
    assert HOW[0] not in said(page)


def test_a_correction_elsewhere_changes_the_figures_at_once(
    opened: Opened, window: Window, context: Context
) -> None:
    page = figures_page(window())
    page.overview.tiles[2].click()
    row = page.behind.list.behind.rows[0]
    seat = next(s for s in sessions.seats(row.session) if s.member == row.member)
    context.actions.run(attendance.mark_missed, seat.id, Status.EXCUSED)
    assert len(page.behind.list.behind.rows) == 4
    page.go_back()
    assert page.overview.tiles[2].of.text().startswith("4 of 34")


def test_long_lists_are_read_a_page_at_a_time_and_make_no_widgets(
    opened: Opened, window: Window
) -> None:
    page = figures_page(window())
    table = page.overview.table.table
    before = len(table.findChildren(QWidget))
    counts = Counts(attended=3)
    table.show_figures(By.MEMBER, PERIOD, [Figure(str(n), f"N {n}", counts) for n in range(600)])
    table.grab()
    assert len(table.findChildren(QWidget)) == before
    model, asked = BehindModel(), list[int]()
    rows = figures.sessions_behind(PERIOD)[:40] * 11

    def source(offset: int) -> list[figures.Behind]:
        asked.append(offset)
        return rows[offset : offset + PAGE]

    model.show_source(source)
    assert (model.rowCount(), asked) == (PAGE, [0])
    while model.canFetchMore(model.index(-1, -1)):
        model.fetchMore(model.index(-1, -1))
    assert (model.rowCount(), asked) == (440, [0, PAGE, 2 * PAGE])


def _models() -> list[QAbstractItemModel]:
    rates, heat, chart, behind = RatesModel(), HeatModel(), ChartModel(), BehindModel()
    found = figures.of_members(PERIOD)
    rates.show_figures(By.MEMBER, PERIOD, found)
    rates.sort(Column.MISSED, Qt.SortOrder.DescendingOrder)
    heat.show_days(year_to(TODAY), figures.days(year_to(TODAY)))
    chart.show_figures(By.WEEKDAY, PERIOD, figures.overview(PERIOD).by[By.WEEKDAY])
    behind.show_source(lambda offset: figures.sessions_behind(PERIOD, limit=PAGE, offset=offset))
    return [rates, heat, chart, behind]


def test_the_models_keep_qts_rules(opened: Opened, qtmodeltester: ModelTester) -> None:
    for model in _models():
        qtmodeltester.check(model)


def test_nothing_of_the_page_comes_from_the_clinical_file(
    opened: Opened, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("clinical.db was asked")

    monkeypatch.setattr(CLINICAL, "execute_sql", forbidden)
    page = FiguresPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open_mark(Mark("Practice", "", PERIOD, figures.whole(PERIOD)))
    assert len(page.behind.list.behind.rows) == 48


def test_everything_that_takes_the_keyboard_has_a_name(opened: Opened, window: Window) -> None:
    page = figures_page(window())
    button(page.overview.period, "Dates…").click()
    assert nameless(page) == []
    page.overview.tiles[0].click()
    assert nameless(page) == []
