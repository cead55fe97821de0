"""Putting right what was recorded: one member's times, mode and place, or the session's own."""

from datetime import time

from PySide6.QtWidgets import QWidget

from practice.care.wrapup import MemberPart
from practice.desk import attendance, presence, sessions
from practice.desk.attendance import Correction
from practice.desk.sessions import Held
from practice.models.enums.attendance import MODE_WORDS, Mode
from practice.ui.notes.bench import Bench
from practice.ui.notes.panel import Panel
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import TimeInput

TIMES_HELP = "18:12-18:41, 18:50-  An open end means until the session ended."


class AttendancePanel(Panel):
    """One member's times, how and from where they took part."""

    def __init__(self, bench: Bench, part: MemberPart, *, parent: QWidget | None = None) -> None:
        super().__init__(bench, f"Correct {part.seat.short_name}", "Save", parent=parent)
        session = bench.found.session
        self._seat, self._wall = part.seat, sessions.wall_clock(session)
        self._began = session.started_at
        self._times = Field("times", "Times", LineInput(), help=TIMES_HELP)
        self._mode = Field("mode", "Took part by", Choice(list(MODE_WORDS.items())))
        self._audio = Field("audio_reason", "Reason for audio only", LineInput())
        self._location = Field("location", "Member's location", LineInput())
        self.form.add(self._times, self._mode)
        self.form.add(self._location, self._audio)
        self.add_reason()
        self._times.set_value(presence.as_text(part.seat.stays, self._wall))
        self._mode.set_value(part.seat.mode or session.mode)
        self._audio.set_value(part.seat.audio_reason)
        self._location.set_value(part.seat.location)

    def go_to(self, key: str) -> None:
        """Take the keyboard at one field."""
        self.form.fields[key].widget.setFocus()

    def apply(self) -> None:
        stays = self._seat.stays
        if self._began is not None:
            typed = self._times.value()
            stays = presence.parse(typed, self._wall, self._began, self._seat.stays)
        mode: Mode | None = self._mode.value()
        if mode is self.bench.found.session.mode and mode is not Mode.AUDIO:
            mode = None
        to = Correction(
            stays=stays,
            mode=mode,
            audio_reason=self._audio.value(),
            location=self._location.value(),
        )
        attendance.correct(self._seat.id, to, reason=self.reason)


class SessionPanel(Panel):
    """When the session really began and ended, by which platform, and where the clinician was."""

    def __init__(self, bench: Bench, *, parent: QWidget | None = None) -> None:
        super().__init__(bench, "Correct the session", "Save", parent=parent)
        session = bench.found.session
        wall = sessions.wall_clock(session)
        self._from: Field[time | None] = Field("times", "Began", TimeInput(), required="When?")
        self._to: Field[time | None] = Field("stopped", "Ended", TimeInput(), required="When?")
        self._platform = Field("platform", "Platform", LineInput())
        self._place = Field("clinician_location", "Your location", LineInput())
        self.form.add(self._from, self._to)
        self.form.add(self._platform, self._place)
        self.add_reason()
        for field, moment in ((self._from, session.started_at), (self._to, session.stopped_at)):
            field.set_value(
                wall(moment).time().replace(second=0, microsecond=0) if moment else None
            )
        self._platform.set_value(session.platform)
        self._place.set_value(session.clinician_location)

    def apply(self) -> None:
        began, ended = self._from.value(), self._to.value()
        if began is None or ended is None:
            return
        started, stopped = sessions.moments(self.bench.found.session, began, ended)
        to = Held(
            started=started,
            stopped=stopped,
            platform=self._platform.value(),
            clinician_location=self._place.value(),
        )
        sessions.correct(self.bench.session_id, to, reason=self.reason)
