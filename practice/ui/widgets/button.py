"""Buttons. A page has one primary; a dangerous one names what it destroys."""

from enum import Enum

from PySide6.QtWidgets import QSizePolicy, QWidget

from practice.ui.icons import Icon
from practice.ui.theme import SIZE, Role, Type
from practice.ui.widgets.paint import Content, Face
from practice.ui.widgets.pressable import Look, Pressable, Shape


class ButtonKind(Enum):
    """How much a button asks for attention."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"
    DANGER = "danger"


_LOOKS = {
    ButtonKind.PRIMARY: Look(
        rest=Face(Role.ON_ACCENT, Role.ACCENT),
        hover=Face(Role.ON_ACCENT, Role.ACCENT_HOVER),
        disabled=Face(Role.MUTED, Role.NEUTRAL_SOFT, Role.BORDER),
        ring=Role.ON_ACCENT,
        ring_inset=2,
    ),
    ButtonKind.SECONDARY: Look(
        rest=Face(Role.TEXT, Role.SURFACE, Role.BORDER_STRONG),
        hover=Face(Role.TEXT, Role.HOVER, Role.BORDER_STRONG),
        checked=Face(Role.ACCENT, Role.ACCENT_SOFT, Role.ACCENT),
        disabled=Face(Role.MUTED, None, Role.BORDER),
    ),
    ButtonKind.QUIET: Look(
        rest=Face(Role.TEXT),
        hover=Face(Role.TEXT, Role.HOVER),
        checked=Face(Role.ACCENT, Role.ACCENT_SOFT),
    ),
    ButtonKind.LINK: Look(rest=Face(Role.ACCENT), hover=Face(Role.ACCENT_HOVER, Role.ACCENT_SOFT)),
    ButtonKind.DANGER: Look(
        rest=Face(Role.NO_SHOW, Role.SURFACE, Role.NO_SHOW),
        hover=Face(Role.NO_SHOW, Role.NO_SHOW_SOFT, Role.NO_SHOW),
        disabled=Face(Role.MUTED, None, Role.BORDER),
    ),
}
_PADS = {ButtonKind.LINK: 6, ButtonKind.QUIET: 10}


class Button(Pressable):
    """A button with words, and an icon if it helps."""

    def __init__(
        self,
        words: str,
        kind: ButtonKind = ButtonKind.SECONDARY,
        icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:
        content = Content(words, icon, pad=_PADS.get(kind, 14))
        super().__init__(_LOOKS[kind], content, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)


class IconButton(Pressable):
    """An icon alone: `name` is what screen readers say and the tooltip shows."""

    def __init__(
        self, icon: Icon, name: str, *, checkable: bool = False, parent: QWidget | None = None
    ) -> None:
        pad = (SIZE.target - SIZE.icon) // 2
        content = Content(icon=icon, pad=pad, icon_size=SIZE.icon)
        shape = Shape(SIZE.target, type=Type.BODY)
        super().__init__(_LOOKS[ButtonKind.QUIET], content, shape, parent)
        self.setCheckable(checkable)
        self.set_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Say what it does now, where one button does two things in turn."""
        self.setAccessibleName(name)
        self.setToolTip(name)
