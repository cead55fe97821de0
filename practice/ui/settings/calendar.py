"""The practice's or one clinician's schedule, for other programs' calendars."""

from practice.desk import practice as desk
from practice.ui.calendar_form import calendar_fields, save_calendar
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form

SAVED = "Saved. Open the file on the device whose calendar shall show it."


class CalendarPart(Part):
    """The person at work comes first among those whose schedule it may be."""

    def __init__(self, context: Context) -> None:
        super().__init__("Calendar file", Icon.CALENDAR, context)
        self.form = Form()
        self.whose: Choice[str] = Choice()
        self.form.add(Field("whose", "Whose schedule", self.whose))
        tell, first, last = calendar_fields()
        self.form.add(tell)
        self.form.add(first, last)
        self.save_file = Button("Save as calendar file…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.body.addWidget(self.form)
        self.add_buttons(self.save_file)
        self.save_file.clicked.connect(self._save)
        self.load()

    def load(self) -> None:
        kept = self.whose.value() if self.whose.count() else self.context.user_id
        people = [(row.id, row.name) for row in desk.clinicians()]
        self.whose.set_options([("", "Everybody’s"), *people])
        if kept in dict(people):
            self.whose.set_value(kept)

    def _save(self) -> None:
        self.tell("")
        saved: list[bool] = []
        whose = self.whose.value()
        self.save(
            self.form,
            lambda: saved.append(save_calendar(self.context, self, self.form, clinician=whose)),
            "",
        )
        if any(saved):
            self.tell(SAVED)
