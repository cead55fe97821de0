"""Attendance figures: the rates of a period, told apart, and the sessions behind one."""

from practice.desk import figures
from practice.desk.figures import By
from practice.ui.context import Place
from practice.ui.figures.page import FiguresPage
from practice.ui.figures.table import Column
from practice.ui.figures.words import Measure, figure
from practice.ui.tour.guide import click, press, said
from practice.ui.tour.record import settle
from practice.ui.tour.steps import Tour


def overview(tour: Tour) -> None:
    page = tour.go(Place.ATTENDANCE, FiguresPage)
    part = page.overview
    counts = figures.whole(part.period.period())
    rate = counts.attendance_rate
    tour.check(
        "each rate stands with what it is counted of",
        f"{rate.count:,} of {rate.of:,}" in said(page) and rate.of > 100,
    )
    tour.picture("figures")
    click(page, "How it is counted")
    tour.check("the definitions open", "cancelled late" in said(page))
    click(page, "Hide how it is counted")
    click(page, "Weekday")
    view = part.table.table
    tuesday = next(found for found in view.rates.figures if found.name == "Tuesday")
    view.setFocus()
    view.go_to(view.rates.figures.index(tuesday), Column.MISSED)
    press(tour.shell, "Enter")
    behind = page.behind.list.behind
    missed = tuesday.counts.missed_rate
    tour.check(
        "the sessions behind a figure are as many as it counts",
        behind.rowCount() == missed.count > 0,
    )
    tour.check("the figure is said in words", figure(Measure.MISSED, tuesday.counts) in said(page))
    tour.picture("figures-behind")
    press(tour.shell, "Esc")
    part.year.map.setFocus()
    settle()
    tour.check("today's session is in the year", "17 Nov 2026: " in part.year.told.text())
    tour.picture("figures-year")
    tour.check("what was told apart stays", part.table.by.value() is By.WEEKDAY)
