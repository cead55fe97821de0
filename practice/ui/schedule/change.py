"""Changing a planned session by typing: when it is, who leads it, and how it is held."""

from dataclasses import replace
from datetime import date, datetime, time

from practice.desk import schedule, series
from practice.desk.practice import clinicians
from practice.desk.series import SCOPE_WORDS, How, Scope
from practice.models.enums.attendance import MODE_WORDS, Mode
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.groups.minutes import LengthChoice
from practice.ui.theme import Type
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.text import Text

NOBODY = "Nobody"


class ChangeForm(EntryForm):
    """Of a series it asks how far the change goes; what was held keeps what it has."""

    def __init__(self, actions: Actions, session_id: str) -> None:
        super().__init__(actions, "Save changes", blame="starts")
        self._row = schedule.session(session_id)
        rule = series.rule_of(session_id)
        people: list[tuple[str, str]] = [(who.id, who.name) for who in clinicians()]
        others: list[tuple[str | None, str]] = [(None, NOBODY), *people]
        self._scope = Field("scope", "Change", Choice(list(SCOPE_WORDS.items())))
        self._day = Field("day", "Day", DateInput(), required="Write the day.")
        self._time = Field("starts", "At", TimeInput(), required="Write when it begins.")
        self._minutes = Field("minutes", "Minutes", LengthChoice())
        self._clinician = Field("clinician", "Clinician", Choice(people))
        self._co_leader = Field("co_leader", "Co-leader or peer", Choice(others))
        self._mode = Field("mode", "How", Choice(list(MODE_WORDS.items())))
        self._platform = Field("platform", "Platform", LineInput(hint="Zoom"))
        self._link = Field("link", "Meeting link", LineInput(limit=2_000, hint="https://"))
        self._passcode = Field("passcode", "Passcode", LineInput(limit=80))
        self.body.addWidget(Text(f"Change {self._row.title}", Type.STRONG, wrap=True))
        if rule is not None:
            words = rule.words
            self.body.addWidget(Text(words[:1].upper() + words[1:], Type.MUTED, wrap=True))
            self.add(self._scope)
        self._lay_out()
        self._show_record()

    def _lay_out(self) -> None:
        self.add(self._day)
        self.add(self._time, self._minutes)
        self.add(self._clinician)
        for one in (self._co_leader, self._mode, self._platform, self._link, self._passcode):
            self.add(one)
        self.add_buttons()
        self._mode.editor.watch(self._tell, lambda _words: None)

    def _show_record(self) -> None:
        row = self._row
        self._day.set_value(row.starts.date())
        self._time.set_value(row.starts.time())
        for key in ("minutes", "clinician", "co_leader", "mode", "platform", "link", "passcode"):
            self.fields[key].set_value(getattr(row, key))
        self._tell()

    def _tell(self) -> None:
        video = self._mode.value() is Mode.VIDEO
        for field in (self._platform, self._link, self._passcode):
            field.setVisible(video)

    @property
    def placed_at(self) -> datetime:
        """The wall time typed."""
        return _moment(self._day.value(), self._time.value())

    def _how(self) -> How:
        return replace(
            series.how(self._row),
            clinician=self._clinician.value(),
            co_leader=self._co_leader.value(),
            mode=self._mode.value(),
            platform=self._platform.value(),
            link=self._link.value(),
            passcode=self._passcode.value(),
        )

    def act(self) -> None:
        row, scope = self._row, self._scope.value() if self._row.series else Scope.THIS
        when, minutes = self.placed_at, self._minutes.value()
        if (when, minutes) != (row.starts, row.minutes):
            series.move(row.id, when, minutes, scope)
        series.change(row.id, self._how(), scope)


def _moment(day: date | None, at: time | None) -> datetime:
    if day is None or at is None:
        raise ValueError("the form asks for both")
    return datetime.combine(day, at)
