"""The theme changes live, for Qt's own widgets and for ours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from practice.ui.icons import Icon, keep_icon
from practice.ui.theme import Role, Scheme, Type, apply, theme
from practice.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT
from tests.ui.kit import gallery


def picture(widget: QWidget) -> QImage:
    """What can be seen of it now."""
    QApplication.processEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("name", list(gallery.PAGES))
def test_an_open_window_changes_at_once(qapp: QApplication, qtbot: QtBot, name: str) -> None:
    build, width = gallery.PAGES[name]
    page = build()
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    light = picture(page)
    apply(qapp, Scheme.DARK)
    dark = picture(page)
    assert light != dark
    assert dark.pixelColor(1, 1).lightness() < 60 < light.pixelColor(1, 1).lightness()
    apply(qapp, Scheme.LIGHT)
    assert picture(page) == light


def test_an_action_gets_its_icon_in_the_new_colour(qapp: QApplication) -> None:
    action = QAction("Lock now")
    keep_icon(action, Icon.LOCK)
    light = action.icon().pixmap(16).toImage()
    apply(qapp, Scheme.DARK)
    assert action.icon().pixmap(16).toImage() != light


def test_system_follows_the_system_and_unknown_is_light(qapp: QApplication) -> None:
    told = qapp.styleHints().colorSchemeChanged
    apply(qapp, Scheme.SYSTEM)
    assert theme().colors is LIGHT
    told.emit(Qt.ColorScheme.Dark)
    assert theme().colors is DARK
    told.emit(Qt.ColorScheme.Unknown)
    assert theme().colors is LIGHT


def test_high_contrast_is_a_pair(qapp: QApplication) -> None:
    told = qapp.styleHints().colorSchemeChanged
    apply(qapp, Scheme.HIGH_CONTRAST)
    assert theme().colors is CONTRAST_LIGHT
    told.emit(Qt.ColorScheme.Dark)
    assert theme().colors is CONTRAST_DARK
    told.emit(Qt.ColorScheme.Unknown)


def test_a_chosen_scheme_stays_when_the_system_changes(qapp: QApplication) -> None:
    apply(qapp, Scheme.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme().colors is LIGHT
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Unknown)


@pytest.mark.parametrize(("asked", "given"), [(0.2, 0.9), (1.25, 1.25), (9.0, 1.5)])
def test_text_size_stays_within_reason(qapp: QApplication, asked: float, given: float) -> None:
    apply(qapp, Scheme.LIGHT, asked)
    assert theme().scale == given
    assert qapp.font().pixelSize() == round(13 * given)


def test_tabular_figures_have_one_width() -> None:
    metrics = QFontMetricsF(theme().font(Type.TIMER, tabular=True))
    narrow, wide = metrics.horizontalAdvance("11:11"), metrics.horizontalAdvance("08:48")
    assert narrow == pytest.approx(wide, abs=0.1)


def test_the_palette_is_the_tokens(qapp: QApplication) -> None:
    assert qapp.palette().highlight().color() == theme().color(Role.ACCENT)
