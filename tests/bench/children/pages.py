"""Every page of the program opened again and again, as after a change of what it shows."""

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practice import clock
from practice.care import plans, search
from practice.desk import groups, members, schedule
from practice.desk.practice import today
from practice.models import store
from practice.models.enums.sessions import SessionState
from practice.ui.background import Lane
from practice.ui.context import Context, Place
from practice.ui.schedule.page import SchedulePage
from practice.ui.schedule.shown import Shown, View
from practice.ui.theme import Scheme, apply
from practice.ui.workspace import Workspace
from practice.vault.vault import open_vault
from tests.bench.children.answering import answer

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
    clock.use(lambda: datetime.fromisoformat(now).astimezone(UTC))
    program = QApplication([])
    apply(program, Scheme.LIGHT)
    vault = open_vault(Path(folder))
    unlocked = vault.unlock(vault.users[0].id, passphrase)
    store.open_files(Path(folder), unlocked.file_keys(), unlocked.user.id)
    workspace = Workspace(Context(vault, unlocked, Lane(), demo=False))
    workspace.resize(1366, 768)
    workspace.show()
    ways = ways_to_pages(workspace) | ways_to_find(workspace)
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


def ways_to_pages(workspace: Workspace) -> dict[str, Way]:
    """A page, or one thing on it: another one each time."""
    people = cycle([row.id for row in members.members()][:ITEMS])
    with_plan = cycle([row.id for row in members.members() if plans.versions(row.id)][:ITEMS])
    every_group = cycle([row.id for row in groups.groups()][:ITEMS])
    before = schedule.on_day(today() - timedelta(days=7))
    held = cycle([row.id for row in before if row.state is SessionState.HELD][:ITEMS])

    def place(where: Place, item: Iterator[str] | None = None) -> Way:
        away = Place.SETTINGS if where is not Place.SETTINGS else Place.TODAY
        return Way(
            lambda: show(workspace, where, next(item) if item else ""),
            lambda: leave(workspace, where, away),
        )

    def turned(view: View) -> Way:
        def turn() -> None:
            leave(workspace, Place.SCHEDULE, Place.SETTINGS)
            page = workspace.pages[Place.SCHEDULE]
            if isinstance(page, SchedulePage):
                page.bar.whose.set_value(None)
                page.shown = Shown(view, today())

        return Way(lambda: show(workspace, Place.SCHEDULE), turn)

    workspace.go(Place.SCHEDULE)
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


def ways_to_find(workspace: Workspace) -> dict[str, Way]:
    """Words in notes, and keys in the palette until their results by name are painted."""
    words, names = cycle(WORDS), cycle(NAMES)

    def put_away() -> None:
        if workspace.finder is not None:
            workspace.finder.put_away()

    def type_name() -> None:
        workspace.open_palette()
        if workspace.finder is None:
            raise RuntimeError("there is no palette")
        QTest.keyClicks(workspace.finder.box, next(names))
        workspace.finder.repaint()

    return {
        "Search in notes": Way(lambda: search.find(next(words)), put_away),
        "Palette": Way(type_name, put_away),
    }


def leave(workspace: Workspace, place: Place, away: Place) -> None:
    """Elsewhere, so that the page is read again when someone comes back."""
    workspace.go(away)
    if place in workspace.pages:
        workspace.pages[place].mark_stale()


def show(workspace: Workspace, place: Place, item: str = "") -> None:
    """Go there and paint it."""
    workspace.go(place, item)
    page: QWidget = workspace.pages[place]
    page.repaint()


def _timed(what: Callable[[], object]) -> float:
    """Processor time of the window's thread, which other programs hardly change."""
    begun = time.thread_time()
    what()
    return 1000 * (time.thread_time() - begun)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
