"""Every test begins and ends in the light theme at 100 %."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from practice.ui.theme import Scheme, apply, theme
from practice.ui.theme.tokens import LIGHT


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """The theme other tests may count on."""
    make_light(qapp)
    yield
    make_light(qapp)


def make_light(app: QApplication) -> None:
    """Dress again only what was changed: it costs time."""
    if (theme().colors, theme().scale) != (LIGHT, 1.0) or not app.styleSheet():
        apply(app, Scheme.LIGHT)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Off screen, Qt warns that windows have no frame to tell their least size."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))
