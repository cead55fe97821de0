"""Slow work runs beside the window, in order; a short read does not wait for it."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from practice.errors import Refused, Unavailable
from practice.ui.background import Lane


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane()
    yield made
    made.close()


def unexpected(error: Refused | Unavailable) -> None:
    raise error


def test_a_short_read_does_not_wait_until_long_work_is_done(qtbot: QtBot, lane: Lane) -> None:
    go_on, done = threading.Event(), list[str]()

    def long_work() -> str:
        go_on.wait(10)
        return "backup"

    lane.run(long_work, done.append, unexpected)
    lane.short.run(lambda: "search", done.append, unexpected)
    qtbot.waitUntil(lambda: done == ["search"])
    go_on.set()
    qtbot.waitUntil(lambda: done == ["search", "backup"])


def test_what_comes_after_a_settled_lane_finds_its_reads_done(qtbot: QtBot, lane: Lane) -> None:
    go_on, read, found = threading.Event(), list[str](), list[list[str]]()

    def reading() -> None:
        go_on.wait(10)
        read.append("read")

    lane.short.run(reading, lambda _: None, unexpected)
    lane.run(lane.short.settle, lambda _: found.append(read.copy()), unexpected)
    go_on.set()
    qtbot.waitUntil(lambda: found == [["read"]])


def test_closing_waits_for_both() -> None:
    lane, go_on, ran = Lane(), threading.Event(), list[str]()

    def work(name: str) -> None:
        go_on.wait(10)
        ran.append(name)

    lane.run(partial(work, "long"), lambda _: None, unexpected)
    lane.short.run(partial(work, "short"), lambda _: None, unexpected)
    threading.Timer(0.05, go_on.set).start()
    lane.close()
    assert sorted(ran) == ["long", "short"]
