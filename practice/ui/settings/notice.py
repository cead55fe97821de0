"""How early a member has to cancel."""

from dataclasses import replace

from practice.desk import practice as desk
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form

HOURS = (2, 4, 12, 24, 36, 48, 72)
HELP = (
    "Counted on the practice’s clock: 24 hours before 18:00 is 18:00 the day before. Cancels "
    "already recorded stay as they are."
)


class NoticePart(Part):
    """Takes effect for the next cancel that is recorded."""

    def __init__(self, context: Context) -> None:
        super().__init__("Cancelling", Icon.CALENDAR_X, context)
        self.form = Form()
        self.hours: Choice[int] = Choice()
        self.form.add(Field("notice_hours", "In time until", self.hours, help=HELP))
        self.body.addWidget(self.form)
        self.add_buttons()
        self.load()
        self.hours.activated.connect(self._change)

    def load(self) -> None:
        now = desk.practice().notice_hours
        offered = sorted({*HOURS, now})
        self.hours.set_options([(count, f"{count} hours before") for count in offered])
        self.hours.set_value(now)

    def _change(self) -> None:
        wanted = replace(desk.practice(), notice_hours=self.hours.value())
        self.save(self.form, lambda: desk.save_practice(wanted))
