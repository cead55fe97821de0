"""The whole program as a person goes through it: unlock, Today, a live session, a report.

Everything goes through the real main window. What is timed beside it comes after the memory is
read: the other pages, and typing while a backup is made.
"""

import os
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from practice import cli, clock
from practice.ui import app, crash
from practice.ui.shell import Shell
from practice.vault.vault import Unlocked, Vault
from tests.bench.children.answering import Painted, answer, peak_mib

PATIENCE = 60.0


def main(folder: str, passphrase: str, now: str, keys: str) -> int:
    """Start the program on a folder, unlock it at a given time and press so many keys."""
    began, steady = datetime.fromisoformat(now), time.monotonic()
    clock.use(lambda: began + timedelta(seconds=time.monotonic() - steady))
    derived: list[float] = []
    unlock = Vault.unlock

    def watched_unlock(self: Vault, user_id: str, passphrase: str) -> Unlocked:
        unlocked = unlock(self, user_id, passphrase)
        derived.append(time.perf_counter())
        return unlocked

    class Watched(Shell):
        def begin(self, said: str = "") -> None:
            super().begin(said)
            Painted(self, self._type_passphrase)

        def _type_passphrase(self) -> None:
            screen: Any = self.centralWidget()
            screen.passphrase.set_value(passphrase)
            screen.enter.click()

        def enter(self, vault: Vault, unlocked: Unlocked, events: tuple[str, ...] = ()) -> None:
            super().enter(vault, unlocked, events)
            Painted(self, self._arrived)

        def _arrived(self) -> None:
            today_ms = 1000 * (time.perf_counter() - derived[0])
            answer(today_ms=today_ms, **go_on(self, Path(folder), int(keys)))

    Vault.unlock = watched_unlock  # type: ignore[method-assign]
    vars(crash)["CrashHandler"] = Ending
    vars(app)["Shell"] = Watched
    return cli.main(["--data", folder])


class Ending:
    """In the place of the window that would wait for someone to read what went wrong."""

    def __init__(self, *_: object) -> None: ...

    def install(self) -> None:
        """From now on an error ends the program."""
        sys.excepthook = self._end

    def _end(self, *error: Any) -> None:
        traceback.print_exception(*error)
        os._exit(1)


def go_on(shell: Shell, folder: Path, keys: int) -> dict[str, object]:
    """From Today on; milliseconds, and MiB."""
    found: dict[str, object] = {"peak_at_today_mib": peak_mib()}
    found |= _live(shell, folder, keys)
    found |= _report(shell)
    found["peak_mib"] = peak_mib()
    found["members_ms"] = _page(shell, "Members")
    found["figures_ms"] = _page(shell, "Attendance")
    found["schedule_ms"] = _page(shell, "Schedule")
    found["weeks_ms"] = _weeks(shell)
    found["rates_ms"] = _rates()
    from tests.bench.children import busy, find, week  # noqa: PLC0415

    frame: Any = shell.centralWidget()
    found |= week.measured() | find.measured(frame.workspace)
    return found | busy.measured(shell, folder)


def _live(shell: Shell, folder: Path, keys: int) -> dict[str, object]:
    from practice.desk import schedule  # noqa: PLC0415  # loaded when it is needed, as ever
    from tests.bench.children.keys import press_all  # noqa: PLC0415

    coming = schedule.next_session()
    if shell.context is None or coming is None:
        raise RuntimeError("there is no session to run")
    begun = time.perf_counter()
    shell.context.open_session.emit(coming.id)
    QApplication.processEvents()
    opened = 1000 * (time.perf_counter() - begun)
    window: Any = shell.work.live._window
    window.start.start()
    _until(lambda: window.view is not None and window.view.isVisible())
    pressed = press_all(window, keys, folder)
    by_kind = {kind.value: found for kind, found in pressed.keys.items()}
    return {
        "live_opened_ms": opened,
        "keys_ms": by_kind,
        "probe_ms": pressed.probe,
        "unpainted": pressed.unpainted,
    }


def _report(shell: Shell) -> dict[str, object]:
    from practice.desk import due, schedule  # noqa: PLC0415
    from practice.desk.practice import today  # noqa: PLC0415

    session = schedule.next_session()
    if shell.context is None or session is None:
        raise RuntimeError("the session does not run")
    member = due.due(session)[0].member
    begun = time.perf_counter()
    from practice.reports import gather, progress  # noqa: PLC0415

    loading = 1000 * (time.perf_counter() - begun)
    choice = gather.Choice(
        member_id=member,
        first=today() - timedelta(days=89),
        last=today(),
        sections=frozenset(progress.Section) - {progress.Section.NOTES},
    )
    with_notes = replace(choice, sections=frozenset(progress.Section))
    times = [_made(one, shell.context.user_id) for one in (choice,) * 6 + (with_notes,) * 5]
    shown = _page(shell, "Reports", member, lambda page: bool(page.pane.pdf))
    return {
        "report_loading_ms": loading,
        "report_first_ms": times[0],
        "report_warm_ms": times[1:6],
        "report_notes_ms": times[6:],
        "report_shown_ms": shown,
    }


def _rates() -> list[float]:
    """The whole practice over all its years, as the figures page reads it."""
    from datetime import date  # noqa: PLC0415

    from practice.desk import figures  # noqa: PLC0415

    period, found = figures.Period(date(2000, 1, 1), date(2026, 11, 17)), []
    for _ in range(5):
        begun = time.perf_counter()
        figures.overview(period)
        found.append(1000 * (time.perf_counter() - begun))
    return found


def _weeks(shell: Shell) -> list[float]:
    """From the key to the painted week of everybody, one after the other into the past."""
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    from practice.ui.context import Place  # noqa: PLC0415

    page: Any = shell.centralWidget().workspace.pages[Place.SCHEDULE]  # type: ignore[union-attr]
    page.bar.whose.set_value(None)
    page.read()
    QApplication.processEvents()
    found = []
    for _ in range(30):
        before, begun = page.shown, time.perf_counter()
        QTest.keyClick(page.week.board, Qt.Key.Key_PageUp)
        QApplication.processEvents()
        found.append(1000 * (time.perf_counter() - begun))
        if page.shown == before:
            raise RuntimeError("the week did not change")
    return found


def _made(choice: Any, user: str) -> float:
    from practice.reports import gather, progress  # noqa: PLC0415

    begun = time.perf_counter()
    progress.render(gather.progress_report(choice, user))
    return 1000 * (time.perf_counter() - begun)


def _page(
    shell: Shell, name: str, item: str = "", ready: Callable[[Any], bool] = lambda _: True
) -> float:
    """Milliseconds from asking for a page the first time to its painting."""
    from practice.ui.context import Place  # noqa: PLC0415

    if shell.context is None:
        raise RuntimeError("nobody is signed in")
    place, frame = Place(name), shell.centralWidget()
    workspace: Any = getattr(frame, "workspace", None)
    begun = time.perf_counter()
    shell.context.go.emit(place, item)
    _until(lambda: ready(workspace.pages[place]))
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)


def _until(true: Callable[[], bool]) -> None:
    """Let the program run until something holds."""
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise RuntimeError("what was waited for did not come")
        QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
