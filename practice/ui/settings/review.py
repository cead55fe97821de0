"""How often a treatment plan is reviewed."""

from dataclasses import replace

from practice.desk import practice as desk
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form

DAYS = (30, 60, 90, 120, 180, 365)
HELP = (
    "The review date a new version of a treatment plan begins with. It can be changed in each "
    "plan, and versions already begun keep theirs."
)


class ReviewPart(Part):
    """Takes effect for the next version that is begun."""

    def __init__(self, context: Context) -> None:
        super().__init__("Treatment plans", Icon.FLAG, context)
        self.form = Form()
        self.days: Choice[int] = Choice()
        self.form.add(Field("review_days", "Review after", self.days, help=HELP))
        self.body.addWidget(self.form)
        self.add_buttons()
        self.load()
        self.days.activated.connect(self._change)

    def load(self) -> None:
        now = desk.practice().review_days
        offered = sorted({*DAYS, now})
        self.days.set_options([(count, f"{count} days") for count in offered])
        self.days.set_value(now)

    def _change(self) -> None:
        wanted = replace(desk.practice(), review_days=self.days.value())
        self.save(self.form, lambda: desk.save_practice(wanted))
