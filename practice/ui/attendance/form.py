"""What someone writes down about one member who will not come, or did not."""

from datetime import datetime

from practice.desk import absence, notice, toplace
from practice.desk.absence import Expected
from practice.desk.practice import practice, to_wall, wall_now
from practice.desk.schedule import SessionRow
from practice.errors import Refused
from practice.models.enums.attendance import (
    MISSED_BECAUSE_WORDS,
    STATUS_WORDS,
    MissedBecause,
    Status,
)
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.theme import Role, Type
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.ui.words import short_day

TOLD = Status.CLIENT_CANCEL
"""Stands for both kinds of cancel; which it is follows from the notice."""
WORDS = {
    TOLD: "They told us they can’t come",
    Status.NO_SHOW: "No-show: no word before it began",
    Status.EXCUSED: "Excused by the clinician",
    Status.PROVIDER_CANCEL: "We cancelled for this member",
    Status.UNRECORDED: "Take back what was recorded",
}
LIMIT = "Until {} it counts as cancelled in time, afterwards as a late cancel."
TRAY = "They wait under “To place” on the schedule until someone finds them a time."
SIGNED = "Notes of this session are signed. The reason is kept with the change."


class AbsenceForm(EntryForm):
    """The moment of notice stands as now; what it makes of the session is told while one types."""

    def __init__(self, actions: Actions, session: SessionRow, member: Expected) -> None:
        super().__init__(actions, "Record this", blame="reason" if session.signed else "what")
        self._session, self._member = session, member
        self._hours = practice().notice_hours
        self._what = Field("what", "What happened", Choice(list(self._offered())))
        self._day = Field("day", "Day they told us", DateInput(), required="Write the day.")
        self._time = Field("notice", "Time they told us", TimeInput(), required="Write the time.")
        reasons: list[tuple[MissedBecause | None, str]] = [(None, "Not said")]
        reasons += list(MISSED_BECAUSE_WORDS.items())
        self._because = Field("because", "Because of", Choice(reasons))
        self._waits = toplace.waits(member.member)
        self.another = Check("Wants another time")
        self._suits = Field(
            "note", "When it suits them", LineInput(hint="Thursday afternoons", limit=80), help=TRAY
        )
        self._reason = Field("reason", "Why this is changed", LineInput(), help=SIGNED)
        self.counts_as = Remark("", Icon.INFO, Role.TEXT2)
        self._lay_out()
        self._show_record()
        for editor in (self._what.editor, self._day.editor, self._time.editor, self.another):
            editor.watch(self._tell, lambda _words: None)
        self._tell()

    def _offered(self) -> list[tuple[Status, str]]:
        recorded = self._member.status is not Status.UNRECORDED
        return [(s, words) for s, words in WORDS.items() if recorded or s is not Status.UNRECORDED]

    def _lay_out(self) -> None:
        self.body.addWidget(Text(self._member.full_name, Type.EMPHASIS, wrap=True))
        self.add(self._what)
        self.add(self._day, self._time)
        self.body.addWidget(self.counts_as)
        self.add(self._because)
        self.body.addWidget(self.another)
        self.add(self._suits)
        if self._session.signed:
            self.add(self._reason)
        self.add_buttons()

    def _show_record(self) -> None:
        known = self._member
        noticed = to_wall(known.notice_at) if known.notice_at else wall_now()
        self._day.set_value(noticed.date())
        self._time.set_value(noticed.time())
        self._because.set_value(known.missed_because)
        if known.status in absence.MISSED:
            self._what.set_value(known.status)

    def _tell(self) -> None:
        what = self._what.value()
        for field in (self._day, self._time):
            field.setVisible(what is TOLD)
        self._because.setVisible(what in (TOLD, Status.NO_SHOW))
        self.another.setVisible(what is not Status.UNRECORDED and not self._waits)
        self._suits.setVisible(self.another.isVisibleTo(self) and self.another.value())
        self.counts_as.setVisible(what is TOLD)
        self.counts_as.say(self._outcome(), Icon.INFO, Role.TEXT2)

    def _outcome(self) -> str:
        last = notice.last_in_time(self._session.starts, self._hours)
        limit = LIMIT.format(f"{short_day(last.date())}, {last:%H:%M}")
        try:
            noticed = self._noticed()
        except Refused:
            return limit
        status = notice.cancel_status(self._session.starts, noticed, self._hours)
        return f"Counts as {STATUS_WORDS[status].lower()}. {limit}"

    def _noticed(self) -> datetime:
        day, time = self._day.value(), self._time.value()
        if day is None or time is None:
            raise ValueError("the form asks for both")
        return datetime.combine(day, time)

    def act(self) -> None:
        session, member, what = self._session.id, self._member.member, self._what.value()
        because, reason = self._because.value(), self._reason.value()
        suits = self._suits.value() if self._suits.isVisibleTo(self) else None
        if what is TOLD:
            noticed = self._noticed()
            absence.record_notice(
                session, member, noticed, because, reason=reason, another_time=suits
            )
        elif what is Status.UNRECORDED:
            absence.take_back(session, member, reason=reason)
        else:
            absence.record_missed(session, member, what, because, reason=reason, another_time=suits)
