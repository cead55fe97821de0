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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Off screen, Qt warns that windows have no frame to tell their least size."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
