"""Changing what stands in the calendar by typing: a planned session, or time that is nobody's."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from typing import ClassVar

from practice.desk import blocks, schedule, series
from practice.desk.blocks import BlockSpan
from practice.desk.calendar import Appointment
from practice.desk.groups import LONGEST
from practice.desk.practice import clinicians
from practice.desk.series import SCOPE_WORDS, How, Scope
from practice.models.enums.attendance import MODE_WORDS, Mode
from practice.ui.actions import Actions
from practice.ui.beside import BESIDE, beside
from practice.ui.entry import EntryForm
from practice.ui.groups.minutes import LengthChoice
from practice.ui.schedule.form import everybody_and_each
from practice.ui.theme import Type
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.text import Text


class ChangeForm(EntryForm):
    """When it is and how long, at `most`; of what comes again, how far the change goes."""

    most = LONGEST
    scopes: ClassVar[Mapping[Scope, str]] = SCOPE_WORDS

    def __init__(self, actions: Actions, one: Appointment, comes_again: str = "") -> None:
        super().__init__(actions, "Save changes", blame="starts")
        self.scope = Field("scope", "Change", Choice(list(self.scopes.items())))
        self._day = Field("day", "Day", DateInput(), required="Write the day.")
        self._time = Field("starts", "At", TimeInput(), required="Write when it begins.")
        self.minutes = Field("minutes", "Minutes", LengthChoice(self.most))
        self._day.set_value(one.starts.date())
        self._time.set_value(one.starts.time())
        self.minutes.set_value(one.minutes)
        self.body.addWidget(Text(f"Change {one.title}", Type.STRONG, wrap=True))
        if comes_again:
            words = comes_again[:1].upper() + comes_again[1:]
            self.body.addWidget(Text(words, Type.MUTED, wrap=True))
        if one.comes_again:
            self.add(self.scope)

    def add_when(self) -> None:
        """The fields of day, time and length."""
        self.add(self._day)
        self.add(self._time, self.minutes)

    @property
    def placed_at(self) -> datetime:
        """The wall time typed."""
        return _moment(self._day.value(), self._time.value())


class SessionForm(ChangeForm):
    """Who leads it and how it is held besides; what was held keeps what it has."""

    def __init__(self, actions: Actions, one: Appointment) -> None:
        rule = series.rule_of(one.id)
        super().__init__(actions, one, rule.words if rule else "")
        self._row = schedule.session(one.id)
        people: list[tuple[str, str]] = [(who.id, who.name) for who in clinicians()]
        self._clinician = Field("clinician", "Clinician", Choice(people))
        self._co_leader = Field("co_leader", BESIDE, Choice(beside()))
        self._mode = Field("mode", "How", Choice(list(MODE_WORDS.items())))
        self._platform = Field("platform", "Platform", LineInput(hint="Zoom"))
        self._link = Field("link", "Meeting link", LineInput(limit=2_000, hint="https://"))
        self._passcode = Field("passcode", "Passcode", LineInput(limit=80))
        self._lay_out()

    def _lay_out(self) -> None:
        self.add_when()
        for one in (self._clinician, self._co_leader, self._mode):
            self.add(one)
        for one in (self._platform, self._link, self._passcode):
            self.add(one)
        self.add_buttons()
        for key in ("clinician", "co_leader", "mode", "platform", "link", "passcode"):
            self.fields[key].set_value(getattr(self._row, key))
        self._mode.editor.watch(self._tell, lambda _words: None)
        self._tell()

    def _tell(self) -> None:
        video = self._mode.value() is Mode.VIDEO
        for field in (self._platform, self._link, self._passcode):
            field.setVisible(video)

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
        scope = self.scope.value() if self._row.series else Scope.THIS
        series.rearrange(self._row.id, self.placed_at, self.minutes.value(), self._how(), scope)


class BlockForm(ChangeForm):
    """What the time is for and whose it is besides."""

    most = blocks.MOST_MINUTES
    scopes: ClassVar[Mapping[Scope, str]] = {Scope.THIS: "This one", Scope.ALL: "All of them"}

    def __init__(self, actions: Actions, one: Appointment) -> None:
        super().__init__(actions, one)
        self._one = one
        self._words = Field("words", "What for", LineInput(hint="Lunch"))
        self._whose = Field("clinician", "Whose time", Choice(everybody_and_each()))
        self._words.set_value(one.title)
        self._whose.set_value(one.clinician)
        self.add(self._words)
        self.add_when()
        self.add(self._whose)
        self.add_buttons()

    def act(self) -> None:
        to = BlockSpan(
            words=self._words.value(),
            starts=self.placed_at,
            minutes=self.minutes.value(),
            clinician=self._whose.value(),
        )
        only_this = self._one.comes_again and self.scope.value() is Scope.THIS
        blocks.change(self._one.id, to, day=self._one.starts.date(), only_this=only_this)


def _moment(day: date | None, at: time | None) -> datetime:
    if day is None or at is None:
        raise ValueError("the form asks for both")
    return datetime.combine(day, at)
