"""How an appointment looks and what it is called: colour, icon and word by its state."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from practice.desk.calendar import Appointment, What
from practice.models.enums.attendance import Mode
from practice.models.enums.sessions import SessionKind, SessionState
from practice.models.seats import GROUP_SIZE
from practice.ui.icons import Icon
from practice.ui.theme import Role
from practice.ui.widgets.paint import Face
from practice.ui.words import called, hours, long_day


class State(Enum):
    """What a block says by its colour, icon and word; the value is the word."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"
    TO_MARK = "still to mark"
    OVER = "not recorded"
    MISSED = "nobody came"
    CANCELLED = "cancelled"
    BLOCKED = "nobody’s appointment"


class Whose(Enum):
    """How far an appointment has to say who leads it."""

    KNOWN = "All that is shown is one person's."
    HEARD = "The head of its column says so: only who listens is told."
    SHOWN = "Nothing else says so."


@dataclass(frozen=True)
class Look:
    """Face of the block, the bar at its left, and the icon at its right."""

    face: Face
    bar: Role | None
    icon: Icon | None = None
    struck: bool = False
    hatched: bool = False


_GROUP = Look(Face(Role.TEXT, Role.GROUP_SOFT), Role.GROUP)
_ONE = Look(Face(Role.TEXT, Role.ACCENT_SOFT), Role.ACCENT)
_SPECIAL = {
    State.MISSED: Look(Face(Role.NO_SHOW, Role.NO_SHOW_SOFT), Role.NO_SHOW, Icon.X),
    State.CANCELLED: Look(
        Face(Role.MUTED, Role.SURFACE, Role.BORDER_STRONG, dashed=True),
        None,
        Icon.CALENDAR_X,
        struck=True,
    ),
    State.BLOCKED: Look(Face(Role.TEXT2, Role.NEUTRAL_SOFT), None, hatched=True),
}
_ICONS = {
    State.RUNNING: Icon.PLAY,
    State.HELD: Icon.CHECK,
    State.TO_MARK: Icon.CIRCLE_DASHED,
    State.OVER: Icon.CIRCLE_DASHED,
}


def state_of(one: Appointment, now: datetime) -> State:
    """What there is to say about it; `now` is wall time."""
    if one.what is not What.SESSION:
        return State.BLOCKED
    if one.state is SessionState.CANCELLED:
        return State.CANCELLED
    if one.state is SessionState.LIVE:
        return State.RUNNING
    if one.state is SessionState.PLANNED:
        return State.OVER if one.ends <= now else State.PLANNED
    if one.unrecorded:
        return State.TO_MARK
    return State.HELD if one.attended or not one.expected else State.MISSED


def look_of(one: Appointment, state: State) -> Look:
    """Group sessions and those with one member differ by colour and by their words."""
    if state in _SPECIAL:
        return _SPECIAL[state]
    base = _GROUP if one.kind is SessionKind.GROUP else _ONE
    if state is State.RUNNING and base.bar:
        return Look(Face(Role.ON_ACCENT, base.bar), None, _ICONS[state])
    return Look(base.face, base.bar, _ICONS.get(state))


_SAID = {state: state.value for state in (State.RUNNING, State.OVER, State.MISSED, State.CANCELLED)}
_ALONE = {SessionKind.INDIVIDUAL: "individual", SessionKind.PEER: "peer contact"}
_HOW = {Mode.VIDEO: "online", Mode.AUDIO: "phone", Mode.IN_PERSON: "in person"}


def who_words(one: Appointment, state: State) -> str:
    """`9 of 10` are expected, `8 of 9 came`, or the kind where it is with one member."""
    if one.what is not What.SESSION:
        return ""
    if one.kind is not None and one.kind is not SessionKind.GROUP:
        return _ALONE[one.kind]
    if state in (State.HELD, State.MISSED, State.TO_MARK):
        return f"{one.attended} of {one.expected} came"
    return f"{one.expected} of {GROUP_SIZE}"


def line(one: Appointment, state: State, whose: Whose = Whose.KNOWN) -> str:
    """The second line of a block: `10:30 · 8 of 10 · online`, after the time with `Noor C.`."""
    said = _SAID.get(state, who_words(one, state))
    if state is State.TO_MARK:
        said = f"{one.unrecorded} to mark"
    by_group = one.kind is SessionKind.GROUP and state is State.PLANNED
    how = _HOW[one.mode] if one.mode and by_group else ""
    leads = called(one.clinician_name) if whose is Whose.SHOWN else ""
    return " · ".join(part for part in (f"{one.starts:%H:%M}", leads, said, how) if part)


def people(one: Appointment) -> str:
    """Who leads it: `Maria Lopez and Noor Clark`; nothing where it is everybody's."""
    return " and ".join(part for part in (one.clinician_name, one.co_leader_name) if part)


def _whose_words(one: Appointment) -> str:
    if one.what is What.SESSION:
        return f"with {people(one)}"
    return f"for {people(one) or 'everybody'}"


def name(one: Appointment, now: datetime, whose: Whose = Whose.KNOWN) -> str:
    """All of it in words, as a screen reader says it."""
    state = state_of(one, now)
    parts = [
        one.title,
        long_day(one.starts.date()),
        f"{one.starts:%H:%M} to {one.ends:%H:%M}",
        "" if whose is Whose.KNOWN else _whose_words(one),
        who_words(one, state),
        "moved by itself" if one.moved else "",
        state.value,
    ]
    return ", ".join(part for part in parts if part)


def tip(one: Appointment, now: datetime) -> str:
    """What the pointer shows: name, time, who leads it, how it stands."""
    state = state_of(one, now)
    time, who = hours(one.starts, one.ends), who_words(one, state)
    parts = (one.title, time, who, people(one), state.value)
    return " · ".join(part for part in parts if part)
