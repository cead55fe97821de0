"""Long work beside the window leaves no sweep of everything it made behind."""

import gc
from collections.abc import Iterator

import pytest

from practice.ui.considerate import considerately

MANY, FEW = 50_000, 50


@pytest.fixture
def sweeps() -> Iterator[list[str]]:
    """The sweeps begun since the test did."""
    begun: list[str] = []

    def note(phase: str, _info: dict[str, int]) -> None:
        begun.append(phase)

    gc.callbacks.append(note)
    yield begun
    gc.callbacks.remove(note)


def test_what_long_work_made_is_not_swept_meanwhile_nor_all_at_once(sweeps: list[str]) -> None:
    gc.collect()
    sweeps.clear()
    with considerately():
        made = [[number] for number in range(MANY)]
    after = [[number] for number in range(FEW)]
    assert len(made) + len(after) == MANY + FEW
    assert sweeps == []
    assert gc.isenabled()
