"""The row selected: whom to ask for, what was missed, what was tried, and logging in two keys."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.desk import contact_rules, contacts, outreach_rules, voicemail
from practice.desk.outreach import Row
from practice.desk.practice import practice, signed_in, today
from practice.models.enums.outreach import CHANNEL_WORDS, Channel, Outcome
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.outreach.board import marked_pill
from practice.ui.outreach.keys import BEGIN, Do, Log, of_channel
from practice.ui.outreach.words import missed_line, next_step, order, outcome, run, tried_when
from practice.ui.section import Section
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.notices import EmptyState
from practice.ui.widgets.pill import KeyCap
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import ElidedText, Text
from practice.ui.words import day_near

CHOOSE = "Choose a row to see whom to ask for and what was tried."
THEN = "{}: what came of it?"
_ICONS = {Channel.CALL: Icon.PHONE, Channel.MESSAGE: Icon.NOTE, Channel.LETTER: Icon.REPORT}
_MORE = (
    (Do.WRITE, "Log with words"),
    (Do.DUE, "Change the day"),
    (Do.LETTER, "Write a letter"),
    (Do.CLOSE, "Close this row"),
)
_CLOSED = ((Do.REOPEN, "Open again"),)


class Aside(QWidget):
    """`asked` carries a Do, `begun` a Channel, `logged` the Log of the second press."""

    asked = Signal(object)
    begun = Signal(object)
    logged = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.row: Row | None = None
        self.nobody = Card()
        self.nobody.body.addWidget(EmptyState(CHOOSE, icon=Icon.PHONE))
        self.who = Section("", Icon.PERSON)
        self.adding = Section("Someone else to reach", Icon.PERSON_PLUS)
        self.adding.hide()
        self.script = Section("On a voicemail", Icon.PHONE_AUDIO)
        self.missed = Section("Missed", Icon.CALENDAR_X)
        self.tries = Section("Tried so far", Icon.CLOCK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        for part in (self.adding, self.nobody, self.who, self.script, self.missed, self.tries):
            column.addWidget(part)
        column.addStretch(1)
        self.show_row(None)

    def show_row(self, row: Row | None, begun: Channel | None = None) -> None:
        """Show a row, with the outcomes to choose from once a way of trying was chosen."""
        if row is None or self.row is None or row.key != self.row.key:
            self.who.close_form()
        self.row = row
        self.nobody.setVisible(row is None)
        for part in (self.who, self.script, self.missed, self.tries):
            part.setVisible(row is not None)
        if row is not None:
            day = today()
            self._show_who(row, day, begun)
            self.script.setVisible(row.closed_at is None)
            self.script.show_rows([_paragraph(spoken_words(row))])
            self._show_missed(row, day)
            self._show_tries(row, day)

    def open_form(self, form: EntryForm) -> None:
        """Open a form under the name."""
        self.who.open_form(form)

    def ask_whom(self, form: EntryForm) -> None:
        """Open the form for someone who is not on the board."""
        for told in (form.saved, form.cancelled):
            told.connect(self.adding.hide)
        self.adding.show()
        self.adding.open_form(form)

    def _show_who(self, row: Row, day: date, begun: Channel | None) -> None:
        self.who.title = row.member.full_name
        parts: list[QWidget] = [_paragraph(ask_for(row))]
        if pill := marked_pill(row):
            parts.append(_inset(pill))
        if row.follows and run(row) and pill and pill.text() != run(row):
            parts.append(_paragraph(run(row), Type.SMALL))
        parts += [_remark(words) for words in said_no(row)]
        if step := next_step(row, day):
            parts.append(_inset(Text(step, Type.LABEL, role=Role.ACCENT)))
        if row.words:
            parts.append(_paragraph(row.words))
        if row.closed_at is not None:
            parts.append(self._buttons(_CLOSED))
        elif begun is None:
            parts += [self._ways(), self._buttons(_MORE)]
        else:
            parts.append(self._outcomes(begun))
        self.who.show_rows(parts)

    def _ways(self) -> QWidget:
        made = [
            _keyed(
                (key, CHANNEL_WORDS[channel], f"Log a {CHANNEL_WORDS[channel].lower()}"),
                partial(self.begun.emit, channel),
                _ICONS[channel],
            )
            for key, channel in BEGIN.items()
        ]
        return _flow(made)

    def _outcomes(self, begun: Channel) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.xs)
        column.addWidget(_inset(Text(THEN.format(CHANNEL_WORDS[begun]), Type.LABEL)))
        logs = [
            _keyed((log.key, log.words, f"Log: {log.words}"), partial(self._log, log))
            for log in of_channel(begun)
        ]
        column.addWidget(_flow(logs))
        return holder

    def _log(self, log: Log) -> None:
        self.logged.emit(log)

    def _buttons(self, what: tuple[tuple[Do, str], ...]) -> QWidget:
        made: list[QWidget] = []
        for do, words in what:
            button = Button(words, ButtonKind.LINK)
            button.clicked.connect(partial(self.asked.emit, do))
            made.append(button)
        return _flow(made)

    def _show_missed(self, row: Row, day: date) -> None:
        lines = [
            _two_lines(f"{day_near(one.starts.date(), day)}, {one.starts:%H:%M}", missed_line(one))
            for one in reversed(row.missed)
        ]
        foot: list[QWidget] = [_paragraph(order(row), Type.MUTED)] if row.place.own.of else []
        self.missed.show_rows([*lines, *foot], "No missed session; put on the board by hand.")

    def _show_tries(self, row: Row, day: date) -> None:
        lines = []
        for tried in row.tries:
            words = [tried_when(tried, day)] + ([f"“{tried.words}”"] if tried.words else [])
            lines.append(_two_lines(outcome(tried), *words))
        self.tries.show_rows(lines, "Nothing yet.")


def ask_for(row: Row) -> str:
    """`Ask for Dana · 518-555-0101`."""
    phone = row.member.phone or "no phone number on record"
    return f"Ask for {contact_rules.name_to_use(row.member)} · {phone}"


def said_no(row: Row) -> list[str]:
    """What the member does not want, each once."""
    rules = (contact_rules.rule(row.member, way) for way in contact_rules.Way)
    return [rule.words for rule in rules if not rule.allowed]


def spoken_words(row: Row) -> str:
    """What to say on this member's voicemail, or that nothing is to be said there."""
    if refused := contacts.refusal(row.member, Channel.CALL, Outcome.VOICEMAIL):
        return refused
    here = practice()
    known = {
        "name": contact_rules.name_to_use(row.member),
        "caller": signed_in().name.split()[0],
        "phone": here.phone,
        "practice": here.name,
    }
    return voicemail.filled(outreach_rules.policy().voicemail, known)


def _keyed(
    said: tuple[str, str, str], what: Callable[[], object], icon: Icon | None = None
) -> QWidget:
    """A button with the key that does the same beside it: key, words, and what it is called."""
    key, words, name = said
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE.xs)
    button = Button(words, ButtonKind.SECONDARY, icon)
    button.setAccessibleName(name)
    button.clicked.connect(what)
    row.addWidget(button)
    row.addWidget(KeyCap(key))
    return holder


def _flow(parts: list[QWidget]) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder)
    flow.setContentsMargins(SPACE.s, SPACE.xs, SPACE.s, SPACE.xs)
    for part in parts:
        flow.addWidget(part)
    return holder


def _inset(part: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(SPACE.s, 2, SPACE.s, 2)
    row.addWidget(part)
    row.addStretch(0 if isinstance(part, Text) else 1)
    return holder


def _paragraph(words: str, kind: Type = Type.BODY) -> Text:
    made = Text(words, kind, wrap=True)
    made.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.xs)
    return made


def _remark(words: str) -> QWidget:
    made = Remark(words, Icon.X_CIRCLE, Role.NO_SHOW, inked=True)
    made.setContentsMargins(SPACE.s, 0, SPACE.s, 0)
    return made


def _two_lines(title: str, *details: str) -> QWidget:
    """A fact with what belongs to it below; all of it can be read, nothing is cut short."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(SPACE.s, 2, SPACE.s, SPACE.xs)
    column.setSpacing(0)
    column.addWidget(ElidedText(title, Type.EMPHASIS))
    for detail in details:
        column.addWidget(Text(detail, Type.SMALL, wrap=True))
    return made
