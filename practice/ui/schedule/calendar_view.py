"""What the day, the week, the month and the list have in common."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.desk.calendar import Appointment


class CalendarView(QWidget):
    """`wanted` carries a `Do` that a key asks for, `opened` an appointment that was pressed.

    `beyond` says by how many days the keyboard left what is shown, `stood` that it moved.
    """

    wanted = Signal(object)
    opened = Signal(object)
    beyond = Signal(int)
    stood = Signal()

    def appointment(self) -> Appointment | None:
        """What the keyboard stands on."""
        raise NotImplementedError

    def day(self) -> date | None:
        """The day the keyboard stands on."""
        raise NotImplementedError

    def take_keyboard(self) -> None:
        """Put the keyboard where it was last."""
        raise NotImplementedError

    def mark_open(self, appointment_id: str) -> None:
        """Outline the one whose details are shown, or none."""
        raise NotImplementedError
