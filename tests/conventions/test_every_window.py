"""Conventions that hold in every window and every state of it."""

import pytest

from tests.conventions import eye
from tests.conventions.stage import STATES, Shown, Stage, settle, show

TITLES = {"Practice", "Practice (demo)", "Session notes"}


@pytest.fixture(scope="module", params=STATES)
def shown(stage: Stage, request: pytest.FixtureRequest) -> Shown:
    """The program in one state."""
    return show(stage, request.param)


def test_everything_fits(shown: Shown) -> None:
    for size in shown.sizes:
        shown.window.resize(size)
        settle()
        assert list(eye.clipped(shown.window)) == []
