"""The length of a group: one of the usual ones, or typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from practice.desk.groups import LONGEST
from practice.errors import Refused
from practice.ui.widgets.choices import Dropdown
from practice.ui.widgets.inputs import LimitedLine

USUAL = (20, 30, 45, 50, 60, 90, 120, 180)


def minutes_typed(words: str, most: int = LONGEST) -> int:
    """Whole minutes from 1 to `most`; raises Refused for anything else."""
    typed = words.strip().removesuffix("min").strip()
    if not (typed.isascii() and typed.isdigit() and 1 <= int(typed[:6]) <= most):
        raise Refused(f"Write whole minutes, from 1 to {most}.")
    return int(typed)


class MinutesInput(LimitedLine):
    """Minutes typed; empty until then."""

    def __init__(self, *, hint: str = "10", parent: QWidget | None = None) -> None:
        super().__init__(limit=8, hint=hint, parent=parent)

    def value(self) -> int:
        """The minutes; raises Refused where they can't be read."""
        return minutes_typed(self.text())

    def set_value(self, value: int) -> None:
        """Show minutes."""
        self.setText(str(value))


class LengthChoice(Dropdown):
    """The usual lengths to pick with the arrow keys; any other, up to `most`, is typed over."""

    def __init__(self, most: int = LONGEST, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setEditable(True)
        self.setInsertPolicy(Dropdown.InsertPolicy.NoInsert)
        self.addItems([str(length) for length in USUAL])
        self.set_value(60)

    def value(self) -> int:
        """The minutes; raises Refused where they can't be read."""
        return minutes_typed(self.currentText(), self._most)

    def set_value(self, value: int) -> None:
        """Show minutes."""
        self.setEditText(str(value))

    def watch(self, edited: Callable[[], None], _refused: Callable[[str], None]) -> None:
        self.editTextChanged.connect(edited)
