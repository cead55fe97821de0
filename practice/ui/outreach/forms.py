"""The small forms of the board: a try in words, the next day, closing a row, someone more."""

from datetime import datetime

from practice.desk import contacts
from practice.desk.contacts import Entry
from practice.desk.outreach import Row
from practice.desk.practice import wall_now
from practice.models.enums.outreach import (
    CHANNEL_WORDS,
    ENDED_WORDS,
    OUTCOME_WORDS,
    Channel,
    Ended,
    Outcome,
)
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.reports.picker import MemberPicker
from practice.ui.theme import Type
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.text import Text

OFFICE_WORDS = (
    "Such as “call after five”. Nothing about care belongs here; the front desk reads it."
)


class LogForm(EntryForm):
    """A try that was made some other time, or of which there is more to say."""

    def __init__(self, actions: Actions, row: Row, channel: Channel = Channel.CALL) -> None:
        super().__init__(actions, "Log this", blame="outcome")
        self._member, now = row.member.id, wall_now()
        self._channel = Field("channel", "How", Choice(list(CHANNEL_WORDS.items())))
        self._outcomes: Choice[Outcome] = Choice()
        self._outcome = Field("outcome", "What came of it", self._outcomes)
        self._day = Field("day", "Day", DateInput(), required="Write the day.")
        self._time = Field("time", "Time", TimeInput(), required="Write the time.")
        self._words = Field("words", "In words, if needed", LineInput(), help=OFFICE_WORDS)
        self._due = Field("due", "Next step on", DateInput(), help="Empty for no next step.")
        self.body.addWidget(Text(f"A try to reach {row.member.short_name}", Type.EMPHASIS))
        self.add(self._channel)
        self.add(self._outcome)
        self.add(self._day, self._time)
        self.add(self._words)
        self.add(self._due)
        self.add_buttons()
        self._day.set_value(now.date())
        self._time.set_value(now.time())
        self._channel.set_value(channel)
        self._channel.editor.watch(self._offer, lambda _words: None)
        self._outcomes.currentIndexChanged.connect(self._suggest)
        self._offer()

    def _offer(self) -> None:
        fits = contacts.FITS[self._channel.value()]
        self._outcomes.set_options([(outcome, OUTCOME_WORDS[outcome]) for outcome in fits])

    def _suggest(self) -> None:
        if self._outcomes.currentIndex() >= 0:  # none while others are being put on offer
            now = wall_now()
            self._due.set_value(contacts.suggested(self._member, self._outcome.value(), now))

    def act(self) -> None:
        day, time = self._day.value(), self._time.value()
        if day is None or time is None:
            raise ValueError("the form asks for both")
        entry = Entry(
            channel=self._channel.value(),
            outcome=self._outcome.value(),
            at=datetime.combine(day, time),
            due=self._due.value(),
            words=self._words.value(),
        )
        contacts.log(self._member, entry)


class DueForm(EntryForm):
    """Another day for the next step, or none."""

    def __init__(self, actions: Actions, row: Row) -> None:
        super().__init__(actions, "Save the day", blame="due")
        self._member = row.member.id
        help_ = "Empty for no next step; the row stays until you close it."
        self._due = Field("due", "Next step on", DateInput(), help=help_)
        self.add(self._due)
        self.add_buttons()
        self._due.set_value(row.due)

    def act(self) -> None:
        contacts.set_due(self._member, self._due.value())


class CloseForm(EntryForm):
    """Why nothing more is to be done."""

    def __init__(self, actions: Actions, row: Row) -> None:
        super().__init__(actions, "Close this row", blame="ended")
        self._member = row.member.id
        self._ended: Field[Ended] = Field("ended", "Because", Choice(list(ENDED_WORDS.items())))
        self._words = Field("words", "In words, if needed", LineInput(), help=OFFICE_WORDS)
        self.add(self._ended)
        self.add(self._words)
        self.add_buttons()

    def act(self) -> None:
        contacts.close(self._member, self._ended.value(), self._words.value())


class AddForm(EntryForm):
    """Someone to be reached for another reason than a missed session."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions, "Put on the board", blame="member")
        self.picker = MemberPicker()
        self.add(Field("member", "Whom to reach", self.picker))
        self.add_buttons()
        self.picker.chosen.connect(lambda _id: self.save_button.setFocus())

    def act(self) -> None:
        contacts.add(self.picker.value())
