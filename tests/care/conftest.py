"""A session that has just ended."""

import pytest

from tests.care.story import Story, run_group
from tests.conftest import Clock, Opened


@pytest.fixture
def story(opened: Opened, clock_at: Clock) -> Story:
    """W1 at 19:00, just after End; no note is made yet."""
    return run_group(clock_at, opened.user_id)
