"""Every test begins and ends in the light theme at 100 %."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from practice.ui.theme import Scheme, apply


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """The theme other tests may count on."""
    apply(qapp, Scheme.LIGHT)
    yield
    apply(qapp, Scheme.LIGHT)
