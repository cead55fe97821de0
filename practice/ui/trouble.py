"""When the records can't be opened: what is wrong, that nothing was changed, and the ways on."""

from PySide6.QtCore import Signal

from practice.ui.background import Lane
from practice.ui.icons import Icon
from practice.ui.screen import Screen
from practice.ui.widgets.button import Button, ButtonKind


class TroubleScreen(Screen):
    """`again`, `restore` and `use_previous` (the copy of the key file) are what one may ask for."""

    again = Signal()
    restore = Signal()
    use_previous = Signal()

    def __init__(
        self, words: str, lane: Lane, *, previous: bool = False, restorable: bool = True
    ) -> None:
        super().__init__("These records can’t be opened", words, lane)
        buttons = []
        if restorable:
            buttons.append(Button("Restore a backup", icon=Icon.REFRESH))
            buttons[-1].clicked.connect(self.restore)
        if previous:
            buttons.append(Button("Use the copy of the key file"))
            buttons[-1].clicked.connect(self.use_previous)
        buttons.append(Button("Try again", ButtonKind.PRIMARY))
        buttons[-1].clicked.connect(self.again)
        self.add_buttons(*buttons)
        self.setFocusProxy(buttons[-1])
