"""Finding in ten years: notes by their words, the palette key by key, a member's page."""

import time
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

WORDS = ("breath", "shoulders drop", "payday", "urge plan", "sleep", "work with", "zebra", "a call")
TYPED = ("mar", "tuesd", "sorenson", "go to tod", "breath", "nguyen")
PAGES = 12


def measured(workspace: Any) -> dict[str, object]:
    """Milliseconds of each, many times."""
    return {
        "search_ms": _searches(),
        "narrowed_ms": _narrowed(),
        "palette_open_ms": _opened(workspace),
        "palette_ms": _keys(workspace),
        "member_ms": _members(workspace),
    }


def _searches() -> list[float]:
    """First results for every beginning of some words, as while they are typed."""
    from practice.care import search  # noqa: PLC0415  # loaded when needed, as ever

    begun = [words[:end] for words in WORDS for end in range(search.SHORTEST, len(words) + 1)]
    return [_timed(partial(search.find, typed)) for typed in begun]


def _narrowed() -> list[float]:
    """The same for whole words among the notes of some years and of each author."""
    from practice.care import search  # noqa: PLC0415
    from practice.desk.practice import clinicians  # noqa: PLC0415

    days = ("from:2018 to:2018-02", "to:2019", "from:2026-10", "from:2021-03-05 to:2024")
    by = [f"by:{row.name.split()[0]}" for row in clinicians()]
    asked = [f"{words} {narrow}" for words in WORDS for narrow in (*days, *by)]
    return [_timed(partial(search.find, typed)) for typed in asked]


def _opened(workspace: Any) -> float:
    return _timed(workspace.open_palette)


def _keys(workspace: Any) -> list[float]:
    """From a key to its results by name painted; notes come from beside the window."""
    box, times = workspace.finder.box, []
    for words in TYPED:
        box.clear()
        QApplication.processEvents()
        for letter in words:
            times.append(_timed(partial(_press, workspace, letter)))
    workspace.finder.put_away()
    return times


def _press(workspace: Any, letter: str) -> None:
    QTest.keyClicks(workspace.finder.box, letter)
    workspace.finder.list.viewport().repaint()


def _members(workspace: Any) -> list[float]:
    """The page of one member after another, from asking for it to its painting."""
    from practice.desk import members  # noqa: PLC0415
    from practice.ui.context import Place  # noqa: PLC0415

    ids = [row.id for row in members.members()][:PAGES]
    return [_timed(partial(_show, workspace, Place.MEMBERS, one)) for one in ids]


def _show(workspace: Any, place: Any, member_id: str) -> None:
    workspace.go(place, member_id)
    workspace.pages[place].repaint()


def _timed(what: Callable[[], object]) -> float:
    begun = time.perf_counter()
    what()
    return 1000 * (time.perf_counter() - begun)
