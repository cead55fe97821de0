"""Whom the practice reaches out to, when it tries again, and what it says on a voicemail."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk import outreach_rules
from practice.desk.outreach_rules import MISSED, MOST_IN_A_ROW, Policy, Rule
from practice.desk.voicemail import PLACES
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.models.enums.outreach import FOLLOW_WORDS, Follow
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.settings.part import Part
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.chip import Chip
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.text import Text

AGAIN, LETTER = (1, 2, 3, 4, 5, 7), (4, 5, 7, 10, 14, 21)
SINCE = "What was missed before this day is not on the board. Empty goes back a year, the most."
HOLDS = ", ".join(f"{{{name}}} is {words}" for name, words in PLACES.items())
VOICEMAIL = f"Nobody who hears it should learn anything about care. In braces: {HOLDS}."


class RuleLine(QWidget):
    """One rule: how many in a row, of what, and what follows. `removed` asks to take it out."""

    removed = Signal()

    def __init__(self, number: int, rule: Rule, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        counts = [
            (n, f"{n} in a row" if n > 1 else "One session") for n in range(1, MOST_IN_A_ROW + 1)
        ]
        self.in_a_row: Choice[int] = Choice(counts)
        self.follow: Choice[Follow] = Choice(list(FOLLOW_WORDS.items()))
        self.statuses = {status: Chip(STATUS_WORDS[status], Icon.CHECK) for status in MISSED}
        self.remove = IconButton(Icon.TRASH, f"Remove rule {number}")
        self.in_a_row.setAccessibleName(f"Rule {number}: how many")
        self.follow.setAccessibleName(f"Rule {number}: what follows")
        self.in_a_row.set_value(rule.in_a_row)
        self.follow.set_value(rule.follow)
        for status, chip in self.statuses.items():
            chip.setChecked(status in rule.statuses)
            chip.setAccessibleName(f"Rule {number} counts {STATUS_WORDS[status].lower()}")
        self.remove.clicked.connect(self.removed)
        self._lay_out()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(SPACE.s)
        first.addWidget(self.in_a_row, 2)
        first.addWidget(self.follow, 3)
        first.addWidget(self.remove)
        chips = QWidget()
        flow = FlowLayout(chips)
        for chip in self.statuses.values():
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACE.xs)
        column.setSpacing(SPACE.xs)
        column.addLayout(first)
        column.addWidget(chips)

    def value(self) -> Rule:
        """The rule as it stands here."""
        counted = frozenset(s for s, chip in self.statuses.items() if chip.isChecked())
        return Rule(self.in_a_row.value(), counted, self.follow.value())


class OutreachPart(Part):
    """All of it is saved together; the board follows at once."""

    def __init__(self, context: Context) -> None:
        super().__init__("Reaching out", Icon.PHONE_MISSED, context)
        self.lines: list[RuleLine] = []
        self._listed = QVBoxLayout()
        self._listed.setSpacing(SPACE.s)
        self.add_rule = Button("Add a rule", ButtonKind.LINK, Icon.PLUS)
        self.save_button = Button("Save how we reach out")
        self.form = Form()
        self.again: Choice[int] = Choice()
        self.letter: Choice[int] = Choice()
        self.since, self.voicemail = DateInput(), TextInput(lines=3, limit=600)
        self.body.addWidget(Text("When someone has missed", Type.LABEL))
        self.body.addLayout(self._listed)
        left = QHBoxLayout()
        left.addWidget(self.add_rule)
        left.addStretch(1)
        self.body.addLayout(left)
        self.form.add(
            Field("again_days", "Try again", self.again),
            Field("letter_days", "Letter", self.letter),
        )
        self.form.add(Field("since", "Follow up from", self.since, help=SINCE))
        self.form.add(Field("voicemail", "On a voicemail", self.voicemail, help=VOICEMAIL))
        self.body.addWidget(self.form)
        self.add_buttons(self.save_button)
        self.add_rule.clicked.connect(self._add)
        self.save_button.clicked.connect(self._save)
        self.load()

    def load(self) -> None:
        self._show_rules(outreach_rules.rules())
        known = outreach_rules.policy()
        for choice, usual, now in (
            (self.again, AGAIN, known.again_days),
            (self.letter, LETTER, known.letter_days),
        ):
            choice.set_options([(n, _after(n)) for n in sorted({*usual, now})])
            choice.set_value(now)
        self.since.set_value(known.since)
        self.voicemail.set_value(known.voicemail)

    def _show_rules(self, rules: tuple[Rule, ...]) -> None:
        clear(self._listed)
        self.lines = [RuleLine(number, rule) for number, rule in enumerate(rules, start=1)]
        for line in self.lines:
            line.removed.connect(partial(self._remove, line))
            self._listed.addWidget(line)
            line.show()

    def _values(self) -> tuple[Rule, ...]:
        return tuple(line.value() for line in self.lines)

    def _add(self) -> None:
        new = Rule(len(self.lines) + 1, frozenset({Status.NO_SHOW}), Follow.CALL)
        self._show_rules((*self._values(), new))
        self.lines[-1].in_a_row.setFocus()

    def _remove(self, line: RuleLine) -> None:
        self._show_rules(tuple(one.value() for one in self.lines if one is not line))
        self.add_rule.setFocus()

    def _save(self) -> None:
        self.save(self.form, self._change)

    def _change(self) -> None:
        wanted = Policy(
            since=self.since.value(),
            again_days=self.again.value(),
            letter_days=self.letter.value(),
            voicemail=self.voicemail.value(),
        )
        outreach_rules.save_all(self._values(), wanted)


def _after(days: int) -> str:
    return f"{days} days after" if days > 1 else "1 day after"
