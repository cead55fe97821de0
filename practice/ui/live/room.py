"""Where the text is large and the screen low, something has to go."""

from PySide6.QtWidgets import QWidget

from practice.ui.live.header import Header


def make_room(
    whole: QWidget, header: Header, hint: QWidget, roster: QWidget, *, slip_open: bool
) -> None:
    """Hide what can be spared where the window is too low for all of it.

    Keys need no hint, the step of the plan stands beside the timer too, and whom a slip is about
    stands in its title.
    """
    hint.setVisible(not slip_open)
    roster.show()
    header.show_bar()
    layout = whole.layout()
    for spare in (roster,) if slip_open else (hint, header.bar):
        if layout is not None and layout.minimumSize().height() > whole.height():
            spare.hide()
