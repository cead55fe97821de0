"""Every key of the session window, in one table: what it does follows from it, the overlay and
the hint line too.

There are two focus states, so that letters never collide: in the roster a letter acts, while
writing it is text. Keys that hold in both are chords or function keys.
"""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from practice.ui.widgets.keys import Key, KeyGroup, by_state, pressed

DIGITS = tuple("1234567890")


class Focus(Enum):
    """Where keys go."""

    ROSTER = "In the roster"
    WRITING = "While writing"
    SLIP = "In a form"
    ANYWHERE = "Anywhere"


class Do(Enum):
    """Everything a key can do in the session window."""

    ALL_PRESENT = "all-present"
    SELECT = "select"
    UP = "up"
    DOWN = "down"
    PRESENT = "present"
    IN_NOW = "in-now"
    OUT_NOW = "out-now"
    NO_SHOW = "no-show"
    EXCUSED = "excused"
    UNMARK = "unmark"
    TIMES = "times"
    SESSION_TIMES = "session-times"
    HOW = "how"
    USUAL_PLACES = "usual-places"
    ADD = "add"
    RATE = "rate"
    FLAG = "flag"
    TECHNIQUE = "technique"
    WRITE = "write"
    GROUP_NOTE = "group-note"
    UNDO = "undo"
    EXPAND = "expand"
    RECORD = "record"
    SWITCH = "switch"
    SWITCH_GROUP = "switch-group"
    REPLACE = "replace"
    BACK = "back"
    ACCEPT = "accept"
    LEAVE = "leave"
    VIDEO = "video"
    AUDIO = "audio"
    IN_PERSON = "in-person"
    USUAL = "usual"
    LAST_PLACE = "last-place"
    PAUSE = "pause"
    NEXT_TURN = "next-turn"
    END = "end"
    CURTAIN = "curtain"
    KEYS = "keys"


_R, _W, _S, _A = Focus.ROSTER, Focus.WRITING, Focus.SLIP, Focus.ANYWHERE
TABLE = (
    Key(Do.ALL_PRESENT, _R, ("A",), "Everyone unmarked: present from the start", "all present"),
    Key(Do.SELECT, _R, DIGITS, "Select the member with this number", caps=("1…9", "0")),
    Key(Do.UP, _R, ("Up",), "Previous member", caps=("↑",)),
    Key(Do.DOWN, _R, ("Down",), "Next member", caps=("↓",)),
    Key(Do.PRESENT, _R, ("P",), "Present from the start", "status"),
    Key(Do.IN_NOW, _R, ("L",), "In from now: late, or back again", "status"),
    Key(Do.NO_SHOW, _R, ("N",), "No-show", "status"),
    Key(Do.EXCUSED, _R, ("E",), "Excused", "status"),
    Key(Do.OUT_NOW, _R, ("X",), "Out from now: left early, or dropped", "status"),
    Key(Do.UNMARK, _R, ("U",), "Take the mark back"),
    Key(Do.TIMES, _R, ("T",), "Correct times, such as 18:12-18:41, 18:50-"),
    Key(Do.HOW, _R, ("M",), "How and from where they take part; emergency contact"),
    Key(Do.USUAL_PLACES, _R, ("C",), "Everyone present is at their usual location"),
    Key(Do.RATE, _R, ("R",), "Rate urge and mood, 0 to 10"),
    Key(Do.FLAG, _R, ("F",), "Flag their last line as a risk; opens the safety check"),
    Key(Do.TECHNIQUE, _R, ("K",), "Choose a technique; it goes into the shared part"),
    Key(Do.ADD, _R, ("+", "I"), "Add someone to this session"),
    Key(Do.SESSION_TIMES, _R, ("Shift+T",), "Correct when the session began", caps=("Shift", "T")),
    Key(Do.WRITE, _R, ("Return", "Enter"), "Write for the selected member", "write", ("↵",)),
    Key(Do.GROUP_NOTE, _R, ("G",), "Write for the whole group"),
    Key(Do.UNDO, _R, ("Z", "Ctrl+Z"), "Undo", "undo", ("Z",)),
    Key(
        Do.RECORD,
        _W,
        ("Return", "Enter"),
        "Put the line on record; in a micro-group the next member follows",
        "on record",
        ("↵",),
    ),
    Key(Do.EXPAND, _W, ("Tab",), "Take the phrase typed as ;plan, or go to its next field"),
    Key(
        Do.SWITCH,
        _W,
        tuple(f"Alt+{digit}" for digit in DIGITS),
        "Write for another member; this text is kept",
        "switch",
        ("Alt", "1…0"),
    ),
    Key(Do.SWITCH_GROUP, _W, ("Alt+G",), "Write for the whole group", caps=("Alt", "G")),
    Key(Do.REPLACE, _W, ("Alt+R",), "Replace another member’s name", caps=("Alt", "R")),
    Key(
        Do.FLAG,
        _W,
        ("Alt+F",),
        "Put the line on record and flag it as a risk",
        caps=("Alt", "F"),
    ),
    Key(Do.BACK, _W, ("Esc",), "Back to the roster; the text is kept", "roster"),
    Key(Do.ACCEPT, _S, ("Return", "Enter"), "Do it", caps=("↵",)),
    Key(Do.LEAVE, _S, ("Esc",), "Leave without changing anything"),
    Key(Do.UP, _S, ("Up",), "Previous in the list", caps=("↑",)),
    Key(Do.DOWN, _S, ("Down",), "Next in the list", caps=("↓",)),
    Key(Do.VIDEO, _S, ("Alt+V",), "Takes part by video", caps=("Alt", "V")),
    Key(Do.AUDIO, _S, ("Alt+A",), "By audio only", caps=("Alt", "A")),
    Key(Do.IN_PERSON, _S, ("Alt+P",), "In person", caps=("Alt", "P")),
    Key(Do.USUAL, _S, ("Alt+U",), "At the usual location", caps=("Alt", "U")),
    Key(Do.LAST_PLACE, _S, ("Alt+L",), "Where they were last time", caps=("Alt", "L")),
    Key(Do.PAUSE, _A, ("F7",), "Pause the plan; nobody’s minutes change"),
    Key(Do.NEXT_TURN, _A, ("F8",), "Individual work: the next member’s turn"),
    Key(Do.CURTAIN, _A, ("F9",), "Privacy curtain"),
    Key(Do.END, _A, ("Ctrl+E",), "End the session", caps=("Ctrl", "E")),
    Key(Do.KEYS, _R, ("?",), "These keys"),
    Key(Do.KEYS, _W, ("F1",), "These keys"),
)
_BY_KEY = {(key.where, name): key for key in TABLE for name in key.keys}


def groups() -> list[KeyGroup]:
    """The whole table, for the overlay and the manual."""
    return by_state(TABLE, Focus)


def pressed_button(event: QKeyEvent) -> bool:
    """Whether Enter was pressed on a button one went to with Tab; then it is clicked."""
    button = QApplication.focusWidget()
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not enter or not isinstance(button, QAbstractButton) or button.isCheckable():
        return False
    button.click()
    return True


def find(event: QKeyEvent, where: Focus) -> Key[Do, Focus] | None:
    """What a key does in this focus state, if anything."""
    name = pressed(event)
    return _BY_KEY.get((where, name)) or _BY_KEY.get((Focus.ANYWHERE, name))
