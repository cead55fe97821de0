"""Colours, distances and sizes. Nothing else in the window names a colour or a pixel.

Contrast is computed in the tests: text on its ground at least 4.5:1, outlines and focus 3:1.
Lengths are device-independent pixels at 100 % text size.
"""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What a colour is for; the value names the field of `Colors`."""

    BG = "bg"
    SURFACE = "surface"
    SUNKEN = "sunken"
    HOVER = "hover"
    BORDER = "border"
    BORDER_STRONG = "border_strong"
    TEXT = "text"
    TEXT2 = "text2"
    MUTED = "muted"
    ACCENT = "accent"
    ACCENT_HOVER = "accent_hover"
    ACCENT_SOFT = "accent_soft"
    ON_ACCENT = "on_accent"
    SELECTION = "selection"
    PRESENT = "present"
    PRESENT_SOFT = "present_soft"
    LATE = "late"
    LATE_SOFT = "late_soft"
    NO_SHOW = "no_show"
    NO_SHOW_SOFT = "no_show_soft"
    GROUP = "group"
    GROUP_SOFT = "group_soft"
    NEUTRAL = "neutral"
    NEUTRAL_SOFT = "neutral_soft"


@dataclass(frozen=True)
class Colors:
    """One scheme's colours as `#rrggbb`. `border` is decoration; `border_strong` marks controls.

    In high contrast every ground is outlined in its ink, since grounds alone look alike.
    """

    bg: str
    surface: str
    sunken: str
    hover: str
    border: str
    border_strong: str
    text: str
    text2: str
    muted: str
    accent: str
    accent_hover: str
    accent_soft: str
    on_accent: str
    selection: str
    present: str
    present_soft: str
    late: str
    late_soft: str
    no_show: str
    no_show_soft: str
    group: str
    group_soft: str
    neutral: str
    neutral_soft: str
    high_contrast: bool = False

    def of(self, role: Role) -> str:
        """The colour for a role."""
        value: str = getattr(self, role.value)
        return value


LIGHT = Colors(
    bg="#f4f6f8",
    surface="#ffffff",
    sunken="#eaeef2",
    hover="#eef2f5",
    border="#d5dce4",
    border_strong="#7c8896",
    text="#17212b",
    text2="#45525f",
    muted="#586572",
    accent="#0b6b6b",
    accent_hover="#085656",
    accent_soft="#dcf0ee",
    on_accent="#ffffff",
    selection="#d6ecea",
    present="#1a6e42",
    present_soft="#dff3e7",
    late="#8a4b00",
    late_soft="#fdefd9",
    no_show="#b3261e",
    no_show_soft="#fce5e3",
    group="#4b4fb0",
    group_soft="#e7e8fa",
    neutral="#586572",
    neutral_soft="#e6eaee",
)

DARK = Colors(
    bg="#11161b",
    surface="#182027",
    sunken="#0d1216",
    hover="#202a32",
    border="#2c3843",
    border_strong="#728190",
    text="#e6ebf0",
    text2="#b7c2cc",
    muted="#9ba9b6",
    accent="#58c7bd",
    accent_hover="#7ad6cd",
    accent_soft="#153b3a",
    on_accent="#062524",
    selection="#153a39",
    present="#6bd69a",
    present_soft="#15382a",
    late="#f2b661",
    late_soft="#3d2c12",
    no_show="#ff938a",
    no_show_soft="#45201e",
    group="#b1b3ff",
    group_soft="#292b52",
    neutral="#9aa7b4",
    neutral_soft="#27323b",
)

CONTRAST_LIGHT = Colors(
    bg="#ffffff",
    surface="#ffffff",
    sunken="#ffffff",
    hover="#e2f1f0",
    border="#000000",
    border_strong="#000000",
    text="#000000",
    text2="#000000",
    muted="#1f2a33",
    accent="#004646",
    accent_hover="#002e2e",
    accent_soft="#d8f1ef",
    on_accent="#ffffff",
    selection="#c9e8e5",
    present="#00451f",
    present_soft="#ffffff",
    late="#5a2f00",
    late_soft="#ffffff",
    no_show="#7d0f09",
    no_show_soft="#ffffff",
    group="#272a7d",
    group_soft="#ffffff",
    neutral="#1f2a33",
    neutral_soft="#ffffff",
    high_contrast=True,
)

CONTRAST_DARK = Colors(
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#12302f",
    border="#ffffff",
    border_strong="#ffffff",
    text="#ffffff",
    text2="#ffffff",
    muted="#dbe3ea",
    accent="#7ff0e6",
    accent_hover="#b4f8f2",
    accent_soft="#0a2f2d",
    on_accent="#000000",
    selection="#0d3f3c",
    present="#8ff0b8",
    present_soft="#000000",
    late="#ffd08a",
    late_soft="#000000",
    no_show="#ffb4ad",
    no_show_soft="#000000",
    group="#cfd0ff",
    group_soft="#000000",
    neutral="#dbe3ea",
    neutral_soft="#000000",
    high_contrast=True,
)


@dataclass(frozen=True)
class Space:
    """Distances between things."""

    xs: int = 4
    s: int = 8
    m: int = 12
    l: int = 16  # noqa: E741
    xl: int = 24
    xxl: int = 32


@dataclass(frozen=True)
class Radius:
    """Corner radii; a pill's is half its height."""

    key: int = 4
    control: int = 6
    card: int = 10


@dataclass(frozen=True)
class Size:
    """Heights, and the smallest thing a person is asked to hit."""

    control: int = 30
    row: int = 44
    row_dense: int = 30
    navigation: int = 31
    target: int = 28
    pill: int = 22
    icon: int = 16
    focus: int = 2


SPACE = Space()
RADIUS = Radius()
SIZE = Size()
