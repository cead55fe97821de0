"""The form of the printed schedule."""

from datetime import date

from PySide6.QtWidgets import QWidget

from practice.desk.practice import clinicians, today
from practice.errors import Refused
from practice.reports import gather_schedule
from practice.reports.prepared import Prepared
from practice.ui.papers.form import PaperForm
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.moments import DateInput

NO_DAY = "Write a day."
WEEK, DAY = "week", "day"
SPANS = [(WEEK, "The week of this day"), (DAY, "This day alone")]
EVERYBODY = ("", "Everybody")


class ScheduleForm(PaperForm):
    """Which day, its week or itself, whose, and whether members' names are spelt out."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.day = Field[date | None]("day", "Day", DateInput(), required=NO_DAY)
        self.span = Field[str]("span", "On the sheet", Choice(SPANS))
        self._whose: Choice[str] = Choice([EVERYBODY])
        self.whose = Field[str]("clinician", "Whose", self._whose)
        self.names = Check("Full names in place of initials")
        for field in (self.day, self.span, self.whose):
            self.add(field)
        self.body.addWidget(self.names)
        self.day.set_value(today())
        self.reload()
        self.watch(self.day, self.span, self.whose, self.names)

    def begin_with(self, *about: str) -> None:
        """A day as YYYY-MM-DD, `week` or `day`, and a clinician's id or nothing for everybody."""
        on, span, clinician = about
        self.day.set_value(date.fromisoformat(on))
        self.span.set_value(span)
        self._offer(clinician)
        self.edited.emit()

    def reload(self) -> None:
        self._offer(self._whose.value())

    def _offer(self, chosen: str) -> None:
        people = [EVERYBODY, *((one.id, one.name) for one in clinicians())]
        self._whose.set_options(people)
        if chosen in dict(people):
            self._whose.set_value(chosen)

    def prepare(self) -> Prepared:
        on = self.day.value()
        if on is None:
            raise Refused(NO_DAY, field="day")
        make = gather_schedule.week if self.span.value() == WEEK else gather_schedule.day
        return make(on, clinician=self.whose.value(), full_names=self.names.value())
