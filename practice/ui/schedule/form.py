"""Placing something new: a group's session, one with a member, or time that is nobody's."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum

from PySide6.QtCore import Qt

from practice.desk import blocks, groups, series
from practice.desk.blocks import BlockDetails
from practice.desk.free import next_free
from practice.desk.practice import clinicians, wall_now
from practice.desk.rules import Rule
from practice.desk.series import NewAppointment, Verdict
from practice.desk.whose import clinician_of
from practice.errors import Refused
from practice.models.enums.attendance import MODE_WORDS, Mode
from practice.models.enums.sessions import SessionKind
from practice.ui.actions import Actions
from practice.ui.beside import BESIDE, beside
from practice.ui.entry import EntryForm
from practice.ui.groups.minutes import LengthChoice
from practice.ui.icons import Icon
from practice.ui.members.directory import entries
from practice.ui.members.picker import MemberPicker
from practice.ui.schedule.free import NONE as NO_FREE_TIME
from practice.ui.schedule.repeats import Repeats
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.ui.words import short_day

EVERYBODY = "Everybody"
NO_GROUPS = "There are no groups yet."


class Kind(Enum):
    """What can be placed; the value is what a person reads."""

    GROUP = "Group session"
    INDIVIDUAL = "Individual session"
    PEER = "Peer contact"
    BLOCK = "Blocked time, such as lunch"


_SESSIONS = {
    Kind.GROUP: SessionKind.GROUP,
    Kind.INDIVIDUAL: SessionKind.INDIVIDUAL,
    Kind.PEER: SessionKind.PEER,
}
_WITH_ONE = (Kind.INDIVIDUAL, Kind.PEER)


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What a form begins with; `starts` is wall time.

    Where it is not `known` whose the time is, a group or a member brings who leads or sees them.
    """

    starts: datetime
    minutes: int = 50
    clinician: str = ""
    known: bool = True
    kind: Kind = Kind.INDIVIDUAL


class AppointmentForm(EntryForm):
    """What it makes of the calendar is told while one types; a warning stands in nobody's way."""

    def __init__(self, actions: Actions, wish: Wish) -> None:
        super().__init__(actions, "Add to the schedule", blame="starts")
        people = [(who.id, who.name) for who in clinicians()]
        self._kind = Field("kind", "What", Choice([(kind, kind.value) for kind in Kind]))
        rows = groups.groups()
        self._usual = {row.id: row.minutes for row in rows}
        self._leads = {row.id: row.clinician for row in rows}
        self._wish, self._suggested = wish, wish.minutes
        named = [(row.id, row.name) for row in rows] or [("", NO_GROUPS)]
        self._group = Field("group", "Group", Choice(named))
        self._member = Field("member", "Member", MemberPicker(entries()))
        self._words = Field("words", "What for", LineInput(hint="Lunch"))
        self._day = Field("day", "Day", DateInput(), required="Write the day.")
        self._time = Field("starts", "At", TimeInput(), required="Write when it begins.")
        self._minutes = Field("minutes", "Minutes", LengthChoice())
        self._repeats = Field("rule", "Repeats", Repeats())
        self._clinician = Field("clinician", "Clinician", Choice(people))
        self._working = {who for who, _name in people}
        self._whose = Field("whose", "Whose time", Choice(everybody_and_each()))
        self._co_leader = Field("co_leader", BESIDE, Choice(beside()))
        self._mode = Field("mode", "How", Choice(list(MODE_WORDS.items())))
        self._platform = Field("platform", "Platform", LineInput(hint="Zoom"))
        self._link = Field("link", "Meeting link", LineInput(limit=2_000, hint="https://"))
        self._passcode = Field("passcode", "Passcode", LineInput(limit=80))
        self.verdict = Remark("", Icon.CHECK_CIRCLE, Role.PRESENT)
        self.next_free = Button("Find the next free time", ButtonKind.QUIET, Icon.CLOCK)
        self._lay_out()
        self._begin_with(wish)

    def _lay_out(self) -> None:
        self.body.addWidget(Text("New appointment", Type.STRONG))
        self.add(self._kind)
        for whom in (self._group, self._member, self._words):
            self.add(whom)
        self.add(self._day)
        self.add(self._time, self._minutes)
        for lead in (self._clinician, self._whose):
            self.add(lead)
        self.body.addWidget(self.verdict)
        self.body.addWidget(self.next_free, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self._repeats)
        self.add(self._co_leader)
        self.add(self._mode)
        for one in (self._platform, self._link, self._passcode):
            self.add(one)
        self.add_buttons()

    def _begin_with(self, wish: Wish) -> None:
        self._kind.set_value(wish.kind)
        self._day.set_value(wish.starts.date())
        self._time.set_value(wish.starts.time())
        self._minutes.set_value(wish.minutes)
        if wish.clinician in self._working:
            self._clinician.set_value(wish.clinician)
            self._whose.set_value(wish.clinician)
        self._first = self._led_by = self._clinician.value()
        for choice in (self._kind.editor, self._group.editor, self._member.editor):
            choice.watch(self._suggest, lambda _words: None)
        self._suggest()
        self.next_free.clicked.connect(self._go_to_next_free)
        for field in (
            *(self._kind, self._group, self._member, self._day, self._time, self._minutes),
            *(self._repeats, self._clinician, self._whose, self._co_leader, self._mode),
        ):
            field.editor.watch(self._tell, lambda _words: None)
        self._tell()

    def _suggest(self) -> None:
        """A group's usual length, and who leads or sees them; what somebody chose stays."""
        before, of_group = self._suggested, self._kind.value() is Kind.GROUP
        usual = self._usual.get(self._group.value(), self._wish.minutes)
        self._suggested = usual if of_group else self._wish.minutes
        with suppress(Refused):
            if self._minutes.value() == before:
                self._minutes.set_value(self._suggested)
        if not self._wish.known and self._clinician.value() == self._led_by:
            own = self._own_clinician()
            self._led_by = own if own in self._working else self._first
            self._clinician.set_value(self._led_by)

    def _own_clinician(self) -> str | None:
        if self._kind.value() is Kind.GROUP:
            return self._leads.get(self._group.value())
        member = self._chosen_member()
        return clinician_of(member) if member else None

    def _chosen_member(self) -> str | None:
        with suppress(Refused):
            return self._member.value() if self._kind.value() in _WITH_ONE else None
        return None

    def _go_to_next_free(self) -> None:
        """To the next time at which this length suits the clinician and the member."""
        if not self._minutes.check():
            return
        minutes, now = self._minutes.value(), wall_now()
        typed = now
        with suppress(Refused):
            typed = max(now, self._starts())
        found = next_free(
            minutes, self._clinician.value(), self._chosen_member(), after=typed, most=2
        )
        later = next((when for when in found if when != typed), None)
        if later is None:
            self.verdict.say(NO_FREE_TIME, Icon.WARNING, Role.LATE)
            self.verdict.setVisible(True)
        else:
            self._day.set_value(later.date())
            self._time.set_value(later.time())

    def _tell(self) -> None:
        kind = self._kind.value()
        session, video = kind is not Kind.BLOCK, self._mode.value() is Mode.VIDEO
        for field, shown in (
            (self._group, kind is Kind.GROUP),
            (self._member, kind in _WITH_ONE),
            (self._words, not session),
            (self._clinician, session),
            (self._whose, not session),
            (self._co_leader, session),
            (self._mode, session),
            (self.next_free, session),
            (self._platform, session and video),
            (self._link, session and video),
            (self._passcode, session and video),
        ):
            field.setVisible(shown)
        self._judge()

    def _judge(self) -> None:
        try:
            verdict = series.check(self._appointment()) if self._is_session else Verdict()
            when = f"{short_day(self._starts().date())}, {self._starts():%H:%M}"
            rule = self._rule()
        except Refused:
            self.verdict.setVisible(False)
            return
        self.verdict.setVisible(True)
        if verdict.refused:
            self.verdict.say(verdict.refused, Icon.X_CIRCLE, Role.NO_SHOW)
        elif verdict.warnings:
            self.verdict.say(" ".join(verdict.warnings), Icon.WARNING, Role.LATE)
        else:
            words = f"{when} is free" + (f"; {rule.words}" if rule else "")
            self.verdict.say(words, Icon.CHECK_CIRCLE, Role.PRESENT)

    @property
    def _is_session(self) -> bool:
        return self._kind.value() is not Kind.BLOCK

    def _starts(self) -> datetime:
        return datetime.combine(_known(self._day.value()), _known_time(self._time.value()))

    def _rule(self) -> Rule | None:
        repeats = self._repeats.widget
        if not isinstance(repeats, Repeats):
            raise TypeError(repeats)
        try:
            return repeats.rule(_known(self._day.value()))
        except Refused as refused:
            raise Refused(refused.message, field="rule") from None

    def _appointment(self) -> NewAppointment:
        kind = self._kind.value()
        video = self._mode.value() is Mode.VIDEO
        group = self._group.value() if kind is Kind.GROUP else None
        if kind is Kind.GROUP and not group:
            raise Refused(NO_GROUPS, field="group")
        return NewAppointment(
            kind=_SESSIONS[kind],
            group=group,
            member=self._member.value() if kind in _WITH_ONE else None,
            clinician=self._clinician.value(),
            co_leader=self._co_leader.value(),
            starts=self._starts(),
            minutes=self._minutes.value(),
            repeats=self._rule(),
            mode=self._mode.value(),
            platform=self._platform.value() if video else "",
            link=self._link.value() if video else "",
            passcode=self._passcode.value() if video else "",
        )

    def _block(self) -> BlockDetails:
        return BlockDetails(
            words=self._words.value(),
            starts=self._starts(),
            minutes=self._minutes.value(),
            clinician=self._whose.value(),
            repeats=self._rule(),
        )

    @property
    def placed_at(self) -> datetime:
        """The wall time typed."""
        return self._starts()

    def check(self) -> bool:
        """Fields that are not shown are not asked for."""
        self.banner.say("")
        shown = [field for field in self.fields.values() if field.isVisibleTo(self)]
        wrong = [field for field in shown if not field.check()]
        if wrong:
            wrong[0].widget.setFocus()
        return not wrong

    def act(self) -> None:
        if self._is_session:
            series.place(self._appointment())
        else:
            blocks.add(self._block())


def everybody_and_each() -> list[tuple[str | None, str]]:
    """Whose time may be blocked: everybody's, or one clinician's."""
    return [(None, EVERYBODY), *((who.id, who.name) for who in clinicians())]


def _known(day: date | None) -> date:
    if day is None:
        raise Refused("Write the day.", field="day")
    return day


def _known_time(at: time | None) -> time:
    if at is None:
        raise Refused("Write when it begins.", field="starts")
    return at
