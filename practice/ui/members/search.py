"""The box above a list of members: type to narrow it, Down and Enter go into it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.ui.icons import Icon, keep_icon
from practice.ui.members.directory import MemberList
from practice.ui.theme import Role
from practice.ui.widgets.inputs import LineInput


class MemberSearch(LineInput):
    """Belongs to one list. `entered` carries the id of the first match when Enter is pressed.

    Enter where nothing is typed and nobody chosen is left to the form: it means nobody.
    """

    entered = Signal(str)

    def __init__(self, found: MemberList, *, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(hint=hint, parent=parent)
        self._list = found
        icon = QAction(hint, self)
        keep_icon(icon, Icon.SEARCH, Role.MUTED)
        self.addAction(icon, LineInput.ActionPosition.LeadingPosition)
        self.setAccessibleName(hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Down:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self._list.chosen():
                self._list.choose_first()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._means_someone():
            if not self._list.chosen():
                self._list.choose_first()
            self.entered.emit(self._list.chosen())
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _means_someone(self) -> bool:
        return bool(self._list.chosen() or (self.text().strip() and self._list.members.entries))
