"""Every page of the program opened again and again, as after a change of what it shows."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practice.care import plans, search
from practice.desk import groups, members, schedule
from practice.desk.practice import today
from practice.models.enums.sessions import SessionState
from practice.ui.context import Place
from practice.ui.schedule.page import SchedulePage
from practice.ui.schedule.shown import Shown, View
from practice.ui.workspace import Workspace
from tests.bench.children.answering import answer
from tests.bench.children.opening import workspace

ITEMS = 5
WORDS = ("breath", "payday", "urge plan", "sleep", "work with")
NAMES = ("mar", "sorenson", "nguyen", "tuesday", "go to today")


@dataclass(frozen=True)
class Way:
    """What a person does to come to a page. `before` is not measured."""

    go: Callable[[], object]
    before: Callable[[], object] = lambda: None


def main(folder: str, passphrase: str, now: str, rounds: str) -> int:
    """Open everything so many times, in turn, and say how long each took; milliseconds."""
    window = workspace(Path(folder), passphrase, now)
    ways = ways_to_pages(window) | ways_to_find(window)
    for way in ways.values():
        way.before()
        way.go()
    found: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(int(rounds)):
        for name, way in ways.items():
            way.before()
            QApplication.processEvents()
            found[name].append(_timed(way.go))
    answer(pages=found)
    return 0


def ways_to_pages(window: Workspace) -> dict[str, Way]:
    """A page, or one thing on it: another one each time."""
    people = cycle([row.id for row in members.members()][:ITEMS])
    with_plan = cycle([row.id for row in members.members() if plans.versions(row.id)][:ITEMS])
    every_group = cycle([row.id for row in groups.groups()][:ITEMS])
    before = schedule.on_day(today() - timedelta(days=7))
    held = cycle([row.id for row in before if row.state is SessionState.HELD][:ITEMS])

    def place(where: Place, item: Iterator[str] | None = None) -> Way:
        away = Place.SETTINGS if where is not Place.SETTINGS else Place.TODAY
        return Way(
            lambda: show(window, where, next(item) if item else ""),
            lambda: leave(window, where, away),
        )

    def turned(view: View) -> Way:
        def turn() -> None:
            leave(window, Place.SCHEDULE, Place.SETTINGS)
            page = window.pages[Place.SCHEDULE]
            if isinstance(page, SchedulePage):
                page.bar.whose.set_value(None)
                page.shown = Shown(view, today())

        return Way(lambda: show(window, Place.SCHEDULE), turn)

    window.go(Place.SCHEDULE)
    return {
        "Today": place(Place.TODAY),
        **{f"Schedule, {view.value.lower()}": turned(view) for view in View},
        "Groups": place(Place.GROUPS),
        "One group": place(Place.GROUPS, every_group),
        "Members": place(Place.MEMBERS),
        "One member": place(Place.MEMBERS, people),
        "Treatment plan": place(Place.PLAN, with_plan),
        "Notes to finish": place(Place.NOTES),
        "Wrap-up of a session": place(Place.NOTES, held),
        "Attendance of a session": place(Place.SESSION, held),
        "Outreach": place(Place.OUTREACH),
        "Attendance": place(Place.ATTENDANCE),
        "Reports": place(Place.REPORTS),
        "Letters and lists": place(Place.PAPERS),
        "Import members": place(Place.IMPORT),
        "Settings": place(Place.SETTINGS),
    }


def ways_to_find(window: Workspace) -> dict[str, Way]:
    """Words in notes, and keys in the palette until their results by name are painted."""
    words, names = cycle(WORDS), cycle(NAMES)

    def put_away() -> None:
        if window.finder is not None:
            window.finder.put_away()

    def type_name() -> None:
        window.open_palette()
        if window.finder is None:
            raise RuntimeError("there is no palette")
        QTest.keyClicks(window.finder.box, next(names))
        window.finder.repaint()

    return {
        "Search in notes": Way(lambda: search.find(next(words)), put_away),
        "Palette": Way(type_name, put_away),
    }


def leave(window: Workspace, place: Place, away: Place) -> None:
    """Elsewhere, so that the page is read again when someone comes back."""
    window.go(away)
    if place in window.pages:
        window.pages[place].mark_stale()


def show(window: Workspace, place: Place, item: str = "") -> None:
    """Go there and paint it."""
    window.go(place, item)
    page: QWidget = window.pages[place]
    page.repaint()


def _timed(what: Callable[[], object]) -> float:
    """Processor time of the window's thread, which other programs hardly change."""
    begun = time.thread_time()
    what()
    return 1000 * (time.thread_time() - begun)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
