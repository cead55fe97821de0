"""The type scale: Inter where it is installed, else the system's own font."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from practice.ui.theme.tokens import Role

PREFERRED = "Inter"


@dataclass(frozen=True)
class Face:
    """Pixels at 100 %, weight, and the colour it is written in."""

    pixels: int
    weight: QFont.Weight
    role: Role


class Type(Enum):
    """The kinds of text there are."""

    TITLE = Face(22, QFont.Weight.DemiBold, Role.TEXT)
    HEADING = Face(18, QFont.Weight.DemiBold, Role.TEXT)
    STRONG = Face(15, QFont.Weight.DemiBold, Role.TEXT)
    EMPHASIS = Face(13, QFont.Weight.DemiBold, Role.TEXT)
    BODY = Face(13, QFont.Weight.Normal, Role.TEXT)
    SECONDARY = Face(13, QFont.Weight.Normal, Role.TEXT2)
    SMALL = Face(12, QFont.Weight.Normal, Role.TEXT2)
    MUTED = Face(12, QFont.Weight.Normal, Role.MUTED)
    LABEL = Face(12, QFont.Weight.DemiBold, Role.TEXT2)
    CAPTION = Face(11, QFont.Weight.DemiBold, Role.TEXT2)
    TIMER = Face(34, QFont.Weight.DemiBold, Role.TEXT)


@cache
def family() -> str:
    """The window's font family."""
    if PREFERRED in QFontDatabase.families():
        return PREFERRED
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def font(face: Face, scale: float, *, tabular: bool = False) -> QFont:
    """A font of the scale; tabular figures all have one width, so that times do not dance."""
    made = QFont(family())
    made.setPixelSize(round(face.pixels * scale))
    made.setWeight(face.weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
