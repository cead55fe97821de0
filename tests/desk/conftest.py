"""A member, and ten Wednesdays with them."""

import pytest

from practice.desk import series
from practice.desk.rules import Rule
from tests.build import some_members
from tests.conftest import Opened
from tests.desk.appointments import single


@pytest.fixture
def dana(opened: Opened) -> str:
    return some_members(1)[0]


@pytest.fixture
def weekly_ten(opened: Opened, dana: str) -> str:
    """Ten Wednesdays at ten with one member; the first one's id."""
    return series.place(single(opened, dana, repeats=Rule(weekdays=(2,), count=10)))
