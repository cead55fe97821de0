"""The slips of the session window: times, how and from where, the end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from practice.desk import attendance, members, presence, sessions
from practice.desk.presence import Stay
from practice.desk.sessions import Seat
from practice.errors import Refused
from practice.models.enums.attendance import Mode
from practice.ui.context import Context
from practice.ui.live.keys import Do
from practice.ui.live.record import Record
from practice.ui.live.slip import Slip
from practice.ui.theme import Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.chip import SegmentedControl
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.pill import KeyCaps
from practice.ui.widgets.text import Text
from practice.ui.words import short

HOW_TIMES = "18:12-18:41, 18:50- means out for nine minutes and here to the end."


class TimesSlip(Slip):
    """When one member was in, typed: `18:12-18:41, 18:50-`."""

    def __init__(self, context: Context, record: Record, seat: Seat) -> None:
        super().__init__(context, f"When was {seat.short_name} here?", "Save times")
        self._record, self._seat = record, seat
        self._before = presence.as_text(seat.stays, record.wall)
        self.times = LineInput(hint=f"{record.wall(record.started):%H:%M}-")
        self.form.add(Field("times", "In and out", self.times, help=HOW_TIMES))
        self.times.set_value(self._before)

    def apply(self) -> None:
        typed = self.times.value()
        if typed == self._before:
            return
        record, seat = self._record, self._seat
        stays = presence.parse(typed, record.wall, record.started, seat.stays)
        attendance.set_stays(seat.id, stays)


class SessionTimesSlip(Slip):
    """When the session really began, and for a late entry when it ended."""

    def __init__(self, context: Context, record: Record) -> None:
        super().__init__(context, "When did the session begin?", "Save times")
        self._record = record
        self._stay = Stay(record.started, record.session.stopped_at)
        self.times = LineInput()
        note = "Everybody here from the start moves with it."
        self.form.add(Field("times", "Actual start and end", self.times, help=note))
        self.times.set_value(presence.as_text((self._stay,), record.wall))

    def apply(self) -> None:
        record = self._record
        stays = presence.parse(self.times.value(), record.wall, record.started, (self._stay,))
        if len(stays) != 1:
            raise Refused("Write one start, such as 18:03-", field="times")
        sessions.set_times(record.id, stays[0].in_at, stays[0].out_at)


class HowSlip(Slip):
    """By video, by phone or in the room, and from where."""

    def __init__(self, context: Context, record: Record, seat: Seat) -> None:
        super().__init__(context, f"How does {seat.short_name} take part?", "Save")
        self._record, self._seat = record, seat
        self.mode = SegmentedControl(
            "How",
            ((Mode.VIDEO, "Video"), (Mode.AUDIO, "Audio only"), (Mode.IN_PERSON, "In person")),
        )
        self.body.insertWidget(1, self.mode)
        self.body.insertWidget(1, Text(in_an_emergency(seat), Type.SMALL, wrap=True))
        self.reason = LineInput(hint="Camera broken, connection too weak …")
        self.location = LineInput(hint="Where they are now")
        self._reason = Field("audio_reason", "Why audio only", self.reason)
        self._location = Field("location", "Location", self.location)
        self.form.add(self._reason)
        self.form.add(self._location)
        self._add_usual()
        self._add_keys()
        self.mode.set_value(seat.mode or record.session.mode)
        self.reason.set_value(seat.audio_reason)
        self.location.set_value(seat.location)
        self.mode.chosen.connect(self._fit)
        self._fit()

    def _add_usual(self) -> None:
        self.usual = Button(f"Usual: {short(self._seat.usual_location)}", ButtonKind.LINK)
        self.usual.clicked.connect(self._take_usual)
        self._usual = QWidget()
        row = QHBoxLayout(self._usual)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.usual)
        row.addWidget(KeyCaps(("Alt", "U")))
        row.addStretch(1)
        self.form.body.addWidget(self._usual)

    def _add_keys(self) -> None:
        self.offer(Do.VIDEO, lambda: self.choose(Mode.VIDEO))
        self.offer(Do.AUDIO, lambda: self.choose(Mode.AUDIO))
        self.offer(Do.IN_PERSON, lambda: self.choose(Mode.IN_PERSON))
        self.offer(Do.USUAL, self._take_usual)

    def _fit(self) -> None:
        here = self.mode.value() is Mode.IN_PERSON
        self._reason.setVisible(self.mode.value() is Mode.AUDIO)
        self._location.setVisible(not here)
        self._usual.setVisible(bool(self._seat.usual_location) and not here)

    def _take_usual(self) -> None:
        self.location.setText(self._seat.usual_location)
        self.location.setFocus()

    def begin(self) -> None:
        super().begin()
        self.location.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, mode: Mode) -> None:
        """Pick a mode and go to what it asks for."""
        self.mode.set_value(mode)
        self._fit()
        first = {Mode.AUDIO: self.reason, Mode.VIDEO: self.location}.get(mode, self.accept_button)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def apply(self) -> None:
        chosen, seat = self.mode.value(), self._seat
        same = seat.mode is None and chosen is self._record.session.mode
        location = "" if chosen is Mode.IN_PERSON else self.location.value()
        attendance.set_how(seat.id, None if same else chosen, self.reason.value(), location)


def in_an_emergency(seat: Seat) -> str:
    """Whom to call, and whether telehealth consent is on file."""
    details = members.member(seat.member)
    whom = " ".join(filter(None, (details.emergency_name, details.emergency_phone)))
    consent = show_date(seat.consent_on) if seat.consent_on else "not on file"
    return f"Emergency: {whom or 'not on file'} · Consent: {consent}"


class EndSlip(Slip):
    """The end, with what is still open; nothing is filled in for anybody."""

    confirmed = Signal()

    def __init__(self, context: Context, record: Record) -> None:
        super().__init__(context, "End the session?", "End session")
        self.add_words(still_open(record))

    def apply(self) -> None:
        self.confirmed.emit()


def still_open(record: Record) -> str:
    """What is not recorded yet, in words."""
    unmarked = sum(record.standing(seat).counted == "to mark" for seat in record.seats)
    parts = []
    if unmarked:
        parts.append(f"{_people(unmarked)} still to mark")
    if asking := len(sessions.to_ask(record.seats, record.session)):
        parts.append(f"{asking} location{'' if asking == 1 else 's'} to ask")
    if not parts:
        return "Everybody is marked. The notes are prepared next."
    return f"{' and '.join(parts)}. You can still do that afterwards; nothing is filled in for you."


def _people(number: int) -> str:
    return "1 member is" if number == 1 else f"{number} members are"
