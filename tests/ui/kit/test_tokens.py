"""Contrast, computed as WCAG 2.2 defines it (success criteria 1.4.3, 1.4.6 and 1.4.11)."""

import pytest

from practice.ui.theme import Colors, Role
from practice.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT

SCHEMES = [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK]
NAMES = ["light", "dark", "contrast-light", "contrast-dark"]
GROUNDS = (Role.BG, Role.SURFACE, Role.SUNKEN, Role.HOVER, Role.SELECTION, Role.ACCENT_SOFT)
STATUSES = (
    (Role.PRESENT, Role.PRESENT_SOFT),
    (Role.LATE, Role.LATE_SOFT),
    (Role.NO_SHOW, Role.NO_SHOW_SOFT),
    (Role.GROUP, Role.GROUP_SOFT),
    (Role.NEUTRAL, Role.NEUTRAL_SOFT),
)
TEXT = (
    *((ink, ground) for ink in (Role.TEXT, Role.TEXT2, Role.MUTED) for ground in GROUNDS),
    *((Role.ACCENT, ground) for ground in GROUNDS),
    *STATUSES,
    *((ink, ground) for ink, _soft in STATUSES for ground in (Role.SURFACE, Role.BG)),
    *((Role.TEXT, soft) for _ink, soft in STATUSES),
    (Role.MUTED, Role.NEUTRAL_SOFT),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.ON_ACCENT, Role.ACCENT_HOVER),
)
OUTLINES = (
    *((Role.BORDER_STRONG, ground) for ground in (Role.BG, Role.SURFACE)),
    *((Role.ACCENT, ground) for ground in GROUNDS),
)


def luminance(color: str) -> float:
    """Relative luminance of `#rrggbb`."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (same) to 21 (black on white)."""
    dark, bright = sorted((luminance(one), luminance(other)))
    return (bright + 0.05) / (dark + 0.05)


def test_contrast_is_computed_rightly() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colors", SCHEMES, ids=NAMES)
def test_text_can_be_read(colors: Colors) -> None:
    faint = {
        (ink.value, ground.value): round(contrast(colors.of(ink), colors.of(ground)), 2)
        for ink, ground in TEXT
        if contrast(colors.of(ink), colors.of(ground)) < 4.5
    }
    assert not faint


@pytest.mark.parametrize("colors", SCHEMES, ids=NAMES)
def test_outlines_and_focus_can_be_seen(colors: Colors) -> None:
    faint = {
        (line.value, ground.value): round(contrast(colors.of(line), colors.of(ground)), 2)
        for line, ground in OUTLINES
        if contrast(colors.of(line), colors.of(ground)) < 3
    }
    assert not faint


@pytest.mark.parametrize("colors", [CONTRAST_LIGHT, CONTRAST_DARK], ids=NAMES[2:])
def test_high_contrast_text_reaches_seven_to_one(colors: Colors) -> None:
    assert all(contrast(colors.of(ink), colors.of(ground)) >= 7 for ink, ground in TEXT)
