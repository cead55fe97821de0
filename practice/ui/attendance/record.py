"""When a past session really began and ended, written down afterwards."""

from datetime import datetime, timedelta

from practice.desk import afterwards, sessions
from practice.desk.schedule import SessionRow
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.theme import Type
from practice.ui.widgets.button import ButtonKind
from practice.ui.widgets.field import Field
from practice.ui.widgets.moments import TimeInput
from practice.ui.widgets.text import Text
from practice.ui.words import hours, long_day

FROM_PAPER = (
    "Planned {}. Minutes in the notes are counted from the real times, so take them from the "
    "clinician or from the sign-in sheet. It stays marked as a late entry."
)


class HeldForm(EntryForm):
    """It was held, and is over. No time stands there: what was planned is not what was."""

    def __init__(self, actions: Actions, session: SessionRow) -> None:
        super().__init__(actions, "Record this session", blame="stopped", kind=ButtonKind.SECONDARY)
        self._session = session
        when = long_day(session.starts.date())
        self.body.addWidget(Text(f"{session.title}, {when}", Type.EMPHASIS, wrap=True))
        began, ended = TimeInput(), TimeInput()
        self._times = (began, ended)
        self._started = Field("started", "It began", began, required="Write when it began.")
        self._stopped = Field("stopped", "It ended", ended, required="Write when it ended.")
        self.add(self._started, self._stopped)
        self._explain()
        self.add_buttons()

    def _explain(self) -> None:
        for empty in self._times:
            empty.setPlaceholderText("")  # an example would read as a time found out
        words = FROM_PAPER.format(hours(self._session.starts, self._session.ends))
        self.body.addWidget(Text(words, Type.MUTED, wrap=True))

    def act(self) -> None:
        started, stopped = self._started.value(), self._stopped.value()
        if started is None or stopped is None:
            raise ValueError("the form asks for both")
        day = self._session.starts.date()
        begin, end = datetime.combine(day, started), datetime.combine(day, stopped)
        if end < begin:
            end += timedelta(days=1)
        self.record(begin, end)

    def record(self, begin: datetime, end: datetime) -> None:
        """Make the change; both are wall times."""
        afterwards.record(self._session.id, begin, end)


class RecordForm(HeldForm):
    """For the clinician who held it, and goes on in the session window: the plan stands there."""

    def __init__(self, actions: Actions, session: SessionRow) -> None:
        super().__init__(actions, session)
        self._started.set_value(session.starts.time())
        self._stopped.set_value(session.ends.time())

    def _explain(self) -> None:
        """They were there."""

    def record(self, begin: datetime, end: datetime) -> None:
        sessions.record_afterwards(self._session.id, begin, end)
