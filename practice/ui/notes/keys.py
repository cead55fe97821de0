"""Every key of the wrap-up, in one table: what it does, the line of keys and the
overlay follow from it.

Letters act in the roster alone, so that they never collide with writing; chords act everywhere.
"""

from dataclasses import dataclass
from enum import Enum

from practice.models.enums.plans import Progress
from practice.ui.notes.goals import PROGRESS_KEYS
from practice.ui.widgets.keys import KeyGroup, KeyLine


class Do(Enum):
    """Everything a key can do in the wrap-up."""

    PRESENT = "present"
    NO_SHOW = "no-show"
    EXCUSED = "excused"
    UNMARK = "unmark"
    CORRECT = "correct"
    WRITE = "write"
    NEXT = "next"
    PREVIOUS = "previous"
    USUAL = "usual"
    REPLACE = "replace"
    ORIGIN = "origin"
    CARRY = "carry"
    FORWARD = "forward"
    STEADY = "steady"
    BACK = "back"
    NOT_WORKED_ON = "not-worked-on"
    SIGN_ONE = "sign-one"
    SIGN_ALL = "sign-all"
    GIVE_BACK = "give-back"
    TO_ROSTER = "to-roster"
    KEYS = "keys"


@dataclass(frozen=True)
class Key:
    """`hint` is the word for the line of keys under the roster, for keys that belong there."""

    do: Do
    keys: str
    words: str
    hint: str = ""


IN_ROSTER = (
    Key(Do.PRESENT, "P", "Present from the start", "present"),
    Key(Do.NO_SHOW, "N", "No-show", "no-show"),
    Key(Do.EXCUSED, "E", "Excused", "excused"),
    Key(Do.UNMARK, "U", "Take the mark back"),
    Key(Do.CORRECT, "T", "Correct times, mode and place", "times"),
    Key(Do.WRITE, "Return", "Write in the selected member’s note"),
    Key(Do.KEYS, "?", "These keys"),
)
ANYWHERE = (
    Key(Do.NEXT, "Ctrl+Down", "Next member"),
    Key(Do.PREVIOUS, "Ctrl+Up", "Previous member"),
    Key(Do.CORRECT, "Alt+T", "Correct times, mode and place"),
    Key(Do.USUAL, "Alt+L", "At their usual location"),
    Key(Do.REPLACE, "Alt+R", "Replace another member’s name"),
    Key(Do.ORIGIN, "Alt+O", "Where the sentence at the cursor came from"),
    Key(Do.CARRY, "Alt+K", "Take over the plan of the last note"),
    Key(Do.FORWARD, PROGRESS_KEYS[Progress.FORWARD], "Goal: progress"),
    Key(Do.STEADY, PROGRESS_KEYS[Progress.STEADY], "Goal: no change"),
    Key(Do.BACK, PROGRESS_KEYS[Progress.BACK], "Goal: setback"),
    Key(Do.NOT_WORKED_ON, PROGRESS_KEYS[Progress.NOT_WORKED_ON], "Goal: not worked on"),
    Key(Do.SIGN_ONE, "Ctrl+Return", "Sign or co-sign this note"),
    Key(Do.SIGN_ALL, "Ctrl+Shift+Return", "Sign or co-sign all notes that are ready"),
    Key(Do.GIVE_BACK, "Alt+G", "Return the note instead of co-signing it"),
    Key(Do.TO_ROSTER, "Esc", "Back to the roster"),
)
_CHOOSE = (
    KeyLine(("1…9", "0"), "Go to the member with this number"),
    KeyLine(("↑", "↓"), "Previous and next member"),
)
_SWITCH = KeyLine(("Alt", "1…0"), "Go to the member with this number")
_CAPS = {"Return": "↵", "Up": "↑", "Down": "↓"}


def _line(key: Key) -> KeyLine:
    return KeyLine(tuple(_CAPS.get(cap, cap) for cap in key.keys.split("+")), key.words)


def groups() -> list[KeyGroup]:
    """Every key, for the overlay and the manual; digits and arrows are the roster's own."""
    return [
        KeyGroup("In the roster", (*_CHOOSE, *map(_line, IN_ROSTER))),
        KeyGroup("Anywhere", (_SWITCH, *map(_line, ANYWHERE))),
    ]
