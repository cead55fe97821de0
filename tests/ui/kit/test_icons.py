"""Every icon is there, drawn, and in the colour asked for."""

import pytest
from PySide6.QtGui import QColor, QIcon

from practice.paths import resource
from practice.ui.icons import Icon, icon, image
from practice.ui.theme import Role, theme


def test_names_and_files_are_the_same() -> None:
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files == {name.value for name in Icon}


@pytest.mark.parametrize("name", list(Icon), ids=lambda name: str(name.value))
def test_it_is_drawn_inside_its_box_in_the_colour(name: Icon) -> None:
    drawn = image(name, "#b3261e", 24, 2.0)
    assert (drawn.width(), drawn.height()) == (48, 48)
    alpha = bytes(drawn.constBits())[3::4]
    inked = [at for at, depth in enumerate(alpha) if depth > 250]
    assert len(inked) > 40
    assert drawn.pixelColor(inked[0] % 48, inked[0] // 48).name() in near("#b3261e")
    assert max(alpha[:48]) < 200, "it touches the upper edge"


def near(color: str) -> set[str]:
    """The colour, give or take what premultiplied alpha rounds away."""
    at, steps = QColor(color), (-1, 0, 1)
    return {
        QColor(at.red() + r, at.green() + g, at.blue() + b).name()
        for r in steps
        for g in steps
        for b in steps
    }


def test_a_disabled_icon_is_muted() -> None:
    drawn = icon(Icon.PLUS, Role.ACCENT).pixmap(16, QIcon.Mode.Disabled).toImage()
    assert drawn.pixelColor(8, 8).name() in near(theme().colors.muted)
