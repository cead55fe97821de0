"""Every key of the schedule, in one table: what it does, the line of keys, the overlay and the
manual follow from it.

There are two states: walking about in the calendar, and carrying something to another time.
"""

from enum import Enum

from PySide6.QtGui import QKeyEvent

from practice.ui.widgets.keys import Key, KeyGroup, by_state, pressed


class Where(Enum):
    """What keys are for now."""

    CALENDAR = "In the calendar"
    CARRYING = "While something is picked up"


class Do(Enum):
    """Everything a key can do in the schedule."""

    UP = "up"
    DOWN = "down"
    LEFT = "left"
    RIGHT = "right"
    FIRST = "first"
    LAST = "last"
    EARLIER = "earlier"
    LATER = "later"
    TODAY = "today"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    LIST = "list"
    JUMP = "jump"
    OPEN = "open"
    NEW = "new"
    PICK_UP = "pick-up"
    CHANGE = "change"
    CALL = "call"
    COPY = "copy"
    ATTENDANCE = "attendance"
    ABSENT = "absent"
    CANCEL = "cancel"
    TAKE_UP = "take-up"
    WALK_IN = "walk-in"
    TRAY = "tray"
    HOUR_UP = "hour-up"
    HOUR_DOWN = "hour-down"
    LONGER = "longer"
    SHORTER = "shorter"
    DROP = "drop"
    LET_GO = "let-go"
    KEYS = "keys"


_C, _P = Where.CALENDAR, Where.CARRYING
_ENTER = ("Return", "Enter")
TABLE = (
    Key(Do.UP, _C, ("Up",), "Earlier on this day: an appointment or free time", "walk", ("↑",)),
    Key(Do.DOWN, _C, ("Down",), "Later on this day", "walk", ("↓",)),
    Key(Do.LEFT, _C, ("Left",), "The column before", "walk", ("←",)),
    Key(Do.RIGHT, _C, ("Right",), "The next column", "walk", ("→",)),
    Key(Do.FIRST, _C, ("Home",), "The first appointment of the day"),
    Key(Do.LAST, _C, ("End",), "The last appointment of the day"),
    Key(Do.EARLIER, _C, ("PgUp",), "The week, day or month before"),
    Key(Do.LATER, _C, ("PgDown",), "The next week, day or month", caps=("PgDn",)),
    Key(Do.TODAY, _C, ("T",), "Today, now"),
    Key(Do.JUMP, _C, ("G",), "Go to a date"),
    Key(Do.DAY, _C, ("1",), "Day: a column for each clinician"),
    Key(Do.WEEK, _C, ("2",), "Week"),
    Key(Do.MONTH, _C, ("3",), "Month"),
    Key(Do.LIST, _C, ("4",), "List"),
    Key(Do.OPEN, _C, _ENTER, "Open the appointment; on a free time, a new one", "opens", ("↵",)),
    Key(Do.PICK_UP, _C, ("M",), "Pick the appointment up to move it", "moves"),
    Key(Do.NEW, _C, ("N",), "New appointment at this time", "new"),
    Key(Do.CHANGE, _C, ("E",), "Change the appointment"),
    Key(Do.CALL, _C, ("O",), "Open the meeting"),
    Key(Do.COPY, _C, ("C",), "Copy the meeting link"),
    Key(Do.ATTENDANCE, _C, ("A",), "Attendance of the session"),
    Key(Do.ABSENT, _C, ("X",), "A member can’t come: write down what they told you"),
    Key(Do.CANCEL, _C, ("Del",), "Cancel the appointment, or take the block away"),
    Key(Do.TAKE_UP, _C, ("U",), "A cancelled session takes place after all"),
    Key(Do.WALK_IN, _C, ("W",), "Walk-in: put someone into today"),
    Key(Do.TRAY, _C, ("P",), "To place: people who wait for a time"),
    Key(Do.LET_GO, _C, ("Esc",), "Close what is open beside the calendar"),
    Key(Do.KEYS, _C, ("?",), "These keys"),
    Key(Do.UP, _P, ("Up",), "5 minutes earlier", "move", ("↑",)),
    Key(Do.DOWN, _P, ("Down",), "5 minutes later", "move", ("↓",)),
    Key(Do.LEFT, _P, ("Left",), "The day or clinician before", "move", ("←",)),
    Key(Do.RIGHT, _P, ("Right",), "The next day or clinician", "move", ("→",)),
    Key(Do.HOUR_UP, _P, ("PgUp",), "An hour earlier"),
    Key(Do.HOUR_DOWN, _P, ("PgDown",), "An hour later", caps=("PgDn",)),
    Key(Do.SHORTER, _P, ("Shift+Up", "Shift+Left"), "5 minutes shorter", caps=("Shift", "↑")),
    Key(Do.LONGER, _P, ("Shift+Down", "Shift+Right"), "5 minutes longer", caps=("Shift", "↓")),
    Key(Do.DROP, _P, _ENTER, "Put it here", "here", ("↵",)),
    Key(Do.LET_GO, _P, ("Esc",), "Leave it where it was", "back"),
)
_BY_KEY = {(key.where, name): key.do for key in TABLE for name in key.keys}


def groups() -> list[KeyGroup]:
    """The whole table, for the overlay and the manual."""
    return by_state(TABLE, Where)


def find(event: QKeyEvent, where: Where) -> Do | None:
    """What a key does in this state, if anything."""
    return _BY_KEY.get((where, pressed(event)))
