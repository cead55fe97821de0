"""The slips for what is noted about one member beside their lines: ratings, a safety check."""

from functools import partial

from practice.care import ratings
from practice.care.ratings import QUESTIONS, Asked
from practice.care.safety import CheckRow
from practice.desk.sessions import Seat
from practice.models.enums.live import RATED_WHEN_WORDS, RATED_WORDS, RatedWhen
from practice.ui.autosave import Autosave
from practice.ui.context import Context
from practice.ui.live.record import Record
from practice.ui.live.slip import Slip
from practice.ui.safety_fields import SafetyFields
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.words import short

HOW = "0 to 10. Digits go on from urge to mood by themselves."


class RatingSlip(Slip):
    """Urge and mood before and after. `7` `4` `Enter` is an urge of 7 and a mood of 4.

    It opens at *after* once there is something before. Digits typed are kept like any words; Esc
    lets them go.
    """

    def __init__(self, context: Context, record: Record, seat: Seat, autosave: Autosave) -> None:
        super().__init__(context, f"How does {short(seat.short_name)} rate it?", "Save")
        self._record, self._seat, self._autosave = record, seat, autosave
        self._given = record.ratings.get(seat.member, {})
        self.numbers = {asked: LineInput(limit=2) for asked in QUESTIONS}
        for moment in RatedWhen:
            self.form.add(*(self._field(a) for a in QUESTIONS if a.moment is moment))
        self.add_words(HOW)
        self.closed.connect(self._leave)

    def _field(self, asked: Asked) -> Field[str]:
        editor, key = self.numbers[asked], self._key(asked)
        editor.set_value(self._autosave.text(key) or str(self._given.get(asked, "")))
        editor.textEdited.connect(partial(self._typed, asked))
        words = f"{RATED_WORDS[asked.what]} {RATED_WHEN_WORDS[asked.moment]}"
        return Field(asked.key, words, editor)

    def _key(self, asked: Asked) -> str:
        return ratings.draft_key(self._record.id, self._seat.member, asked)

    def begin(self) -> None:
        super().begin()
        before = any(asked.moment is RatedWhen.BEFORE for asked in self._given)
        moment = RatedWhen.AFTER if before else RatedWhen.BEFORE
        self._go_to(next(asked for asked in QUESTIONS if asked.moment is moment))

    def _go_to(self, asked: Asked) -> None:
        self.numbers[asked].setFocus()
        self.numbers[asked].selectAll()

    def _typed(self, asked: Asked, text: str) -> None:
        """One digit is a whole answer, unless it is the 1 of a 10."""
        beside = [a for a in QUESTIONS if a.moment is asked.moment and a.what is not asked.what]
        follows = asked.what is QUESTIONS[0].what and text.isdecimal()
        if follows and len(text) == 2 and int(text) > ratings.MOST:
            self.numbers[asked].setText(text[0])
            self._go_to(beside[0])
            self.numbers[beside[0]].setText(text[1])
            self._keep(beside[0])
        elif follows and text != "1":
            self._go_to(beside[0])
        self._keep(asked)

    def _keep(self, asked: Asked) -> None:
        self._autosave.put(self._key(asked), self.numbers[asked].value())

    def apply(self) -> None:
        typed = {asked: ratings.read(n.value(), asked.key) for asked, n in self.numbers.items()}
        ratings.rate(self._record.id, self._seat.member, typed)

    def _leave(self) -> None:
        for asked in QUESTIONS:
            self._autosave.put(self._key(asked), "")
        self._autosave.flush()


class SafetySlip(Slip):
    """The questions of a flagged line. Esc leaves it open, with its words kept."""

    def __init__(
        self, context: Context, record: Record, check: CheckRow, autosave: Autosave
    ) -> None:
        seat = record.seat_of(check.member_id)
        name = short(seat.short_name) if seat else ""
        super().__init__(context, f"Safety check: {name}", "Finish check")
        self.leave_button.setText("Finish later")
        self._fields = SafetyFields(self.form, autosave, check)
        line = next((line.text for line in record.lines if line.id == check.line_id), "")
        self.add_words(" ".join(line.split())[:160])

    def begin(self) -> None:
        super().begin()
        self._fields.first_empty.setFocus()

    def apply(self) -> None:
        self._fields.finish()
