"""Where the text is large and the screen low, something has to go."""

from PySide6.QtWidgets import QWidget

from practice.ui.live.header import Header
from practice.ui.theme import SPACE


def make_room(
    whole: QWidget, header: Header, hint: QWidget, roster: QWidget, *, slip_open: bool
) -> None:
    """Hide what can be spared where the window is too low for all of it.

    Keys need no hint, the step of the plan stands beside the timer too, and whom a slip is about
    stands in its title.
    """
    hint.setVisible(not slip_open)
    roster.show()
    layout, spare = whole.layout(), roster if slip_open else hint
    room = whole.height() - layout.minimumSize().height() if layout is not None else 0
    if room < 0:
        spare.hide()
        room += spare.minimumSizeHint().height() + SPACE.s
    header.fit_bar(room)
