"""What is free and to whom it is offered, with what they said; of one group or of all."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk import contact_rules, members, offers, openings
from practice.desk.offers import OfferRow
from practice.desk.openings import Opening
from practice.desk.practice import today, wall_now
from practice.models.enums.groups import OFFER_STATE_WORDS, OfferState
from practice.ui.actions import Actions
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.section import Section
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import day_near

_ANSWERS = (
    ("Accept", "Accept for {}", offers.accept),
    ("Decline", "Decline for {}", offers.decline),
    ("Close unanswered", "Close unanswered: {}", offers.give_up),
)
_PILLS = {OfferState.ACCEPTED: PillKind.PRESENT}


class OfferForm(EntryForm):
    """Whom to ask, next in line first, and by when they should answer."""

    def __init__(self, actions: Actions, opening: Opening) -> None:
        super().__init__(actions, "Write down the offer", blame="member")
        self._opening = opening
        self.body.addWidget(
            Text(f"{opening.group_name}: {what(opening)}", Type.EMPHASIS, wrap=True)
        )
        line = [(row.member, row.full_name) for row in opening.candidates]
        self._member = Field("member", "Offered to", Choice(line))
        self.reach = Remark("", Icon.PHONE, Role.TEXT2)
        self._day = Field("day", "Answer by", DateInput(), required="Write the day.")
        self._time = Field("until", "At", TimeInput(), required="Write the time.")
        self.add(self._member)
        self.body.addWidget(self.reach)
        self.add(self._day, self._time)
        self.add_buttons()
        until = offers.usual_until(opening)
        self._day.set_value(until.date())
        self._time.set_value(until.time())
        if opening.next is not None:
            self._member.set_value(opening.next.member)
        self._member.editor.watch(self._tell, lambda _words: None)
        self._tell()

    def _tell(self) -> None:
        row = members.member(self._member.value())
        ask = f"Ask for {contact_rules.name_to_use(row)}"
        parts = (ask, row.phone or "no phone on record", contact_rules.summary(row))
        self.reach.say(" · ".join(part for part in parts if part))

    def act(self) -> None:
        day, time = self._day.value(), self._time.value()
        if day is None or time is None:
            raise ValueError("the form asks for both")
        until = datetime.combine(day, time)
        offers.offer(self._opening.group, self._opening.session, self._member.value(), until)


class Openings(Section):
    """Hidden while nothing is free and nothing offered. `named` says each group's name."""

    def __init__(
        self, context: Context, *, named: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("Free seats and places", Icon.PERSON_PLUS, Role.ACCENT, parent=parent)
        self._context, self._named = context, named

    def show_group(self, group_id: str) -> None:
        """Show what is free and offered in one group."""
        self.show_openings(openings.openings(group_id), offers.open_offers(group_id))

    def show_openings(self, free: Sequence[Opening], offered: Sequence[OfferRow]) -> None:
        """Show what waits for an answer, then what can be offered; an open form stays."""
        rows = [self._offered(row) for row in offered] + [self._free(one) for one in free]
        self.setVisible(bool(rows) or self.form is not None)
        self.show_rows(rows)

    def _free(self, one: Opening) -> QWidget:
        first = one.next.short_name if one.next else ""
        to = Button(f"Offer to {first}" if first else "Offer again", ButtonKind.SECONDARY)
        to.setAccessibleName(f"{to.text()}: {what(one)}, {one.group_name}")
        to.clicked.connect(partial(self._ask, one))
        to.setEnabled(bool(one.candidates))
        words = what(one)
        line = "" if first else "everybody who waits was asked"
        title, detail = (one.group_name, words) if self._named else (words, line)
        return ListRow(title, detail, trailing=(to,))

    def _offered(self, row: OfferRow) -> QWidget:
        off = IconButton(Icon.X, f"Withdraw the offer to {row.full_name}")
        off.clicked.connect(partial(self._context.actions.run, offers.withdraw, row.id))
        both, answers = QWidget(), QHBoxLayout()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, SPACE.xs)
        column.setSpacing(0)
        column.addWidget(ListRow(row.full_name, self._about(row), trailing=(off,)))
        column.addLayout(answers)
        answers.setContentsMargins(SPACE.m, 0, SPACE.s, 0)
        answers.setSpacing(SPACE.s)
        for words, name, act in _ANSWERS:
            made = Button(words, ButtonKind.SECONDARY)
            made.setAccessibleName(name.format(row.full_name))
            made.clicked.connect(partial(self._context.actions.run, act, row.id))
            answers.addWidget(made)
        answers.addStretch(1)
        return both

    def _about(self, row: OfferRow) -> str:
        name = row.group_name if self._named else ""
        late = row.until <= wall_now()
        by = "the time to answer is over" if late else f"answer by {moment(row.until)}"
        return " · ".join(part for part in (name, offered(row), by) if part)

    def _ask(self, one: Opening) -> None:
        self.open_form(OfferForm(self._context.actions, one))


class Answered(Section):
    """What was offered before and what became of it, newest first; hidden while there is none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Earlier offers", Icon.CLOCK, parent=parent)

    def show_group(self, group_id: str) -> None:
        """Show a group's last offers."""
        found = offers.history(group_id)
        self.setVisible(bool(found))
        self.show_rows([_answered(row) for row in found])


def _answered(row: OfferRow) -> QWidget:
    pill = StatusPill(_PILLS.get(row.state, PillKind.NEUTRAL), OFFER_STATE_WORDS[row.state])
    return ListRow(row.full_name, offered(row), trailing=(pill,))


def what(one: Opening) -> str:
    """`Seat free today, 18:00`, or `Place free from 1 Dec`."""
    if one.starts is not None:
        return f"{'Seat' if one.free == 1 else f'{one.free} seats'} free {moment(one.starts)}"
    place = "Place" if one.free == 1 else f"{one.free} places"
    return f"{place} free from {_near(day_near(one.first_day, today()))}"


def offered(row: OfferRow) -> str:
    """`seat today, 18:00`, or `place from Tue 1 Dec`."""
    if row.starts is not None:
        return f"seat {moment(row.starts)}"
    return f"place from {_near(day_near(row.first_day, today()))}"


def moment(wall: datetime) -> str:
    """`today, 18:00`, for the middle of a sentence."""
    return f"{_near(day_near(wall.date(), today()))}, {wall:%H:%M}"


def _near(words: str) -> str:
    return words.lower() if words.isalpha() else words
