"""An amount of money, typed."""

from PySide6.QtWidgets import QWidget

from practice.errors import Refused
from practice.ui.widgets.inputs import LimitedLine
from practice.ui.widgets.parsing import parse_money, show_money


class MoneyInput(LimitedLine):
    """Whole cents, or None while empty. On leaving it shows how it was read: $40.00."""

    def __init__(self, *, hint: str = "$40.00", parent: QWidget | None = None) -> None:
        super().__init__(limit=20, hint=hint, parent=parent)
        self.editingFinished.connect(self._show_reading)

    def value(self) -> int | None:
        """The cents typed; raises Refused if they can't be read."""
        typed = self.text().strip()
        return parse_money(typed) if typed else None

    def set_value(self, value: int | None) -> None:
        """Show an amount, or nothing."""
        self.setText("" if value is None else show_money(value))

    def _show_reading(self) -> None:
        try:
            self.set_value(self.value())
        except Refused:
            return  # the field says so; what was typed stays
