"""The forms of what stays with the practice: a session's sheet and the call list."""

from datetime import date

from PySide6.QtWidgets import QWidget

from practice.desk import schedule
from practice.desk.practice import today
from practice.models.enums.sessions import SessionState
from practice.reports.gather_lists import call_list, session_sheet
from practice.reports.prepared import Prepared
from practice.ui.papers.form import PaperForm
from practice.ui.theme import Type
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.text import Text

NO_SESSION = "There is no session on this day."
NO_DAY = "Write a day, and choose one of its sessions."
CALLS = (
    "Everybody whose next step on the outreach board is due by today, in the order of the board. "
    "Where somebody asked not to be called, the list says so in place of the number."
)


class SheetForm(PaperForm):
    """A day and one of its sessions. It becomes an attendance sheet once the session was held."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._sessions: Choice[str] = Choice()
        self.day = Field[date | None]("day", "Day", DateInput(), required=NO_DAY)
        self.session = Field[str]("session_id", "Session", self._sessions)
        self.group = Check("Name the group")
        self.names = Check("Full names")
        self.group.setChecked(True)
        for field in (self.day, self.session):
            self.add(field)
        self.body.addWidget(self.group)
        self.body.addWidget(self.names)
        self.day.set_value(today())
        self._offer()
        self.day.editor.watch(self._day_changed, lambda _words: None)
        self._sessions.activated.connect(lambda _: self._suggest_names())
        self.watch(self.session, self.group, self.names)

    def begin_with(self, *about: str) -> None:
        """The sheet of this session."""
        found = schedule.find(about[0])
        if found is not None:
            self.day.set_value(found.starts.date())
            self._offer(found.id)
            self._suggest_names()
        self.edited.emit()

    def reload(self) -> None:
        self._offer(self._sessions.value() if self._sessions.count() else "")

    def _day_changed(self) -> None:
        self._offer()
        self._suggest_names()
        self.edited.emit()

    def _offer(self, chosen: str = "") -> None:
        """The day's sessions that were not cancelled."""
        day = self.day.value() if self.day.check() else None
        found = [
            one
            for one in (schedule.on_day(day) if day else [])
            if one.state is not SessionState.CANCELLED
        ]
        self._sessions.set_options([(one.id, f"{one.starts:%H:%M} {one.title}") for one in found])
        if any(one.id == chosen for one in found):
            self._sessions.set_value(chosen)
        self.session.setVisible(bool(found))

    def _suggest_names(self) -> None:
        """What is passed around shows first names, what is filed shows whole ones."""
        found = schedule.find(self._sessions.value()) if self._sessions.count() else None
        self.names.setChecked(found is not None and found.state is SessionState.HELD)

    def lacking(self) -> str:
        return "" if self._sessions.count() else NO_SESSION

    def prepare(self) -> Prepared:
        return session_sheet(
            self.session.value(), name_group=self.group.value(), full_names=self.names.value()
        )


class CallsForm(PaperForm):
    """Nothing to choose: it is the list of today."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.addWidget(Text(CALLS, Type.SECONDARY, wrap=True))

    def prepare(self) -> Prepared:
        return call_list()
