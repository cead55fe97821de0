"""The benchmark itself runs, on a small practice; its times are nobody's business here."""

from pathlib import Path

import pytest

from practice.models import store
from practice.models.base import OFFICE
from practice.models.office import Attendance, Session
from practice.vault.device import KeyFile, Protection
from practice.vault.vault import open_vault
from tests.bench import __main__ as bench
from tests.bench.children.keys import Kind, presses
from tests.bench.figures import Figure, growth, p95, ratio, table, within
from tests.bench.ground import DEVICE_KEY, PASSPHRASE, Size, ground
from tests.bench.million import million


def test_it_measures_a_small_practice_from_start_to_backup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert bench.main(["--small"]) == 0
    said = capsys.readouterr().out
    for name in (
        "Window shown",
        "Unlocked to Today",
        "A key, of 62",
        "4 KB write, fsync",
        "Progress report, first",
        "Peak memory",
        "Members page",
        "Search in notes",
        "A key in the palette",
        "A member’s page",
        "Appointment moved",
        "Backup of both files",
        "5,000 people imported",
        "pages, beside one year",
        "Outreach",
        "Week opened, ",
    ):
        assert name in said
    assert [left.name for left in (tmp_path / "practice-bench").glob("run-*")] == []


def test_a_figure_says_plainly_whether_it_holds() -> None:
    assert within("a", [90, 100, 130], 100).verdict == "holds"
    assert within("a", [90, 101, 130], 100).verdict == "FALLS SHORT"
    assert ratio("a", [30, 30], [10, 20], 2, "ms").verdict == "holds"
    assert ratio("a", [31, 31], [10, 20], 2, "ms").verdict == "FALLS SHORT"
    assert Figure("a", "", 17, limit=16, judged=False).verdict == "not judged: slow disk"
    assert "FALLS SHORT" in table([within("a", [101], 100)])


def test_growth_is_judged_by_the_quickest_of_each() -> None:
    assert growth("a", [15, 90], [10, 10], 1.5, "ms").verdict == "holds"
    assert growth("a", [16, 16], [10, 90], 1.5, "ms").verdict == "FALLS SHORT"


def test_very_many_rows_are_those_of_the_same_weeks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    made = million(ground(Size.YEAR), 5_000)
    vault = open_vault(made.folder / "data", KeyFile(made.folder / DEVICE_KEY, Protection.FILE))
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    keys = {"office": unlocked.file_keys()["office"]}
    store.open_files(made.folder / "data", keys, unlocked.user.id)
    try:
        assert Attendance.select().count() >= 5_000
        assert OFFICE.execute_sql("PRAGMA foreign_key_check").fetchall() == []
        years = {row.starts.year for row in Session.select(Session.starts)}
        assert len(years) > 4
    finally:
        store.rest()


def test_the_percentile_is_that_of_many_and_the_worst_of_few() -> None:
    assert p95([1.0] * 99 + [50.0]) == 1.0
    assert p95([1.0] * 90 + [50.0] * 10) == 50.0
    assert p95([1.0, 2.0, 9.0]) == 9.0


def test_keys_are_of_every_kind() -> None:
    from itertools import islice  # noqa: PLC0415

    assert {press.kind for press in islice(presses(8), 62)} == set(Kind)
