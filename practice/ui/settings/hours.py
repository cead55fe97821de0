"""When the practice works, and each clinician where theirs differ. For owners."""

from practice.desk import hours
from practice.desk.hours import Week
from practice.desk.practice import clinicians
from practice.desk.rules import WEEKDAYS
from practice.errors import Refused
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.theme import Type
from practice.ui.widgets.button import Button
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.moments import HoursInput
from practice.ui.widgets.text import Text

HELP = "The next free times on the schedule lie within these hours. A day left empty is a day off."
PRACTICE = "The practice"
FOLLOWS = "As the practice, until other hours are saved here."
IN_A_ROW = 2
NO_DAY = "Please write the hours of at least one day, such as 9:00-17:00."


class HoursPart(Part):
    """The practice's week; a clinician's own begins as a copy of it."""

    def __init__(self, context: Context) -> None:
        super().__init__("Working hours", Icon.CLOCK, context)
        self.form = Form()
        self.whose: Choice[str | None] = Choice([(None, PRACTICE)])
        self.days = [Field(day, day, HoursInput(hint="Day off")) for day in WEEKDAYS]
        self.save_button = Button("Save hours")
        self.follow_button = Button("Use the practice’s hours")
        self._of = Field("whose", "Hours of", self.whose)
        self._lay_out()
        self.load()
        self.whose.activated.connect(self._show_week)
        self.save_button.clicked.connect(self.keep)
        self.follow_button.clicked.connect(self.follow)

    def _lay_out(self) -> None:
        self.body.addWidget(Text(HELP, Type.SMALL, wrap=True))
        self.form.add(self._of)
        for first in range(0, len(self.days), IN_A_ROW):
            self.form.add(*self.days[first : first + IN_A_ROW])
        self.body.addWidget(self.form)
        self.add_buttons(self.save_button, self.follow_button)

    def load(self) -> None:
        chosen = self.whose.value()
        people = [(who.id, who.name) for who in clinicians()]
        self.whose.set_options([(None, PRACTICE), *people])
        if any(chosen == who for who, _name in people):
            self.whose.set_value(chosen)
        self._show_week()

    def _show_week(self) -> None:
        whose = self.whose.value()
        own = whose is not None and hours.has_own(whose)
        week = hours.hours(whose)
        for weekday, field in enumerate(self.days):
            field.set_value(week.get(weekday))
        self._of.set_help("" if own or whose is None else FOLLOWS)
        self.follow_button.setVisible(own)

    def _week(self) -> Week:
        typed = {weekday: field.value() for weekday, field in enumerate(self.days)}
        week = {weekday: span for weekday, span in typed.items() if span}
        if not week:
            raise Refused(NO_DAY, field=WEEKDAYS[0])
        return week

    def keep(self) -> None:
        """Set the hours typed."""
        self.save(self.form, lambda: hours.save_hours(self._week(), self.whose.value()))

    def follow(self) -> None:
        """Take a clinician's own hours away."""
        self.save(self.form, lambda: hours.save_hours({}, self.whose.value()))
