"""A group's schedule as a calendar file."""

from practice.ui.calendar_form import calendar_fields, save_calendar
from practice.ui.context import Context
from practice.ui.entry import EntryForm


class GroupCalendarForm(EntryForm):
    """Stays open until the file is saved."""

    def __init__(self, context: Context, group_id: str) -> None:
        super().__init__(context.actions, "Save the calendar file…", blame="tell")
        self._context, self._group_id = context, group_id
        tell, first, last = calendar_fields()
        self.add(tell)
        self.add(first, last)
        self.add_buttons()

    def save(self) -> None:
        """Ask where to, and save it there; the form stays if the person thought better of it."""
        saved: list[bool] = []
        self._actions.attempt(lambda: self.submit(lambda: saved.append(self._save())))
        if any(saved):
            self.saved.emit()

    def _save(self) -> bool:
        return save_calendar(self._context, self, self, group=self._group_id)
