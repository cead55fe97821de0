"""Where the text is large and the screen low, something has to go."""

from PySide6.QtWidgets import QWidget


def make_room(whole: QWidget, hint: QWidget, roster: QWidget, *, slip_open: bool) -> None:
    """Hide the hint where the window is too low for it, and under a slip the roster.

    Keys need no hint, and whom a slip is about stands in its title.
    """
    hint.setVisible(not slip_open)
    roster.show()
    layout, spare = whole.layout(), roster if slip_open else hint
    if layout is not None and layout.minimumSize().height() > whole.height():
        spare.hide()
