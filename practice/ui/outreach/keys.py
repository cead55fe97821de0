"""Every key of the outreach board, in one table: what it does, the overlay and the manual follow.

A try is logged in two keys: first how, then what came of it. Letters act on the selected row and
never while something is typed.
"""

from dataclasses import dataclass
from enum import Enum

from practice.models.enums.outreach import CHANNEL_WORDS, Channel, Outcome
from practice.ui.widgets.keys import KeyGroup, KeyLine


class Do(Enum):
    """Everything a single key can do on the board."""

    FIRST = "first"
    WRITE = "write"
    DUE = "due"
    CLOSE = "close"
    REOPEN = "reopen"
    LETTER = "letter"
    ADD = "add"
    MEMBER = "member"
    FEES = "fees"
    LEAVE = "leave"
    KEYS = "keys"


@dataclass(frozen=True)
class Key:
    """`key` is as `live.keys.pressed` names it."""

    do: Do
    key: str
    words: str


@dataclass(frozen=True)
class Log:
    """The second of two keys."""

    channel: Channel
    outcome: Outcome
    key: str
    words: str


BEGIN = {"C": Channel.CALL, "M": Channel.MESSAGE, "L": Channel.LETTER}
"""The first of two keys."""
_C, _M, _L = Channel.CALL, Channel.MESSAGE, Channel.LETTER
LOGS = (
    Log(_C, Outcome.REACHED, "R", "Reached"),
    Log(_C, Outcome.VOICEMAIL, "V", "Voicemail"),
    Log(_C, Outcome.NO_ANSWER, "N", "No answer"),
    Log(_C, Outcome.WRONG_NUMBER, "W", "Wrong number"),
    Log(_C, Outcome.ASKED_NOT_TO, "A", "Asked not to be called"),
    Log(_M, Outcome.MESSAGE_SENT, "S", "Sent"),
    Log(_M, Outcome.REACHED, "R", "They answered"),
    Log(_M, Outcome.WRONG_NUMBER, "W", "Wrong number"),
    Log(_M, Outcome.ASKED_NOT_TO, "A", "Asked not to be texted"),
    Log(_L, Outcome.LETTER_SENT, "S", "Sent"),
    Log(_L, Outcome.REACHED, "R", "They answered"),
)
TABLE = (
    Key(Do.FIRST, "T", "The first row to call"),
    Key(Do.WRITE, "Return", "Log a try with words, another time or another next day"),
    Key(Do.DUE, "D", "Change the day of the next step"),
    Key(Do.CLOSE, "X", "Close the row, and say why"),
    Key(Do.REOPEN, "O", "Open a closed row again"),
    Key(Do.LETTER, "P", "Prepare the no-show letter on paper"),
    Key(Do.MEMBER, "G", "Go to the member’s page"),
    Key(Do.ADD, "N", "Put someone else on the board"),
    Key(Do.FEES, "F", "Fees to decide about, and back to the board"),
    Key(Do.LEAVE, "Esc", "Leave a form, or the first of two keys"),
    Key(Do.KEYS, "?", "These keys"),
)
_BY_KEY = {key.key: key.do for key in TABLE}
_BY_KEY["Enter"] = Do.WRITE
_LOG_BY_KEYS = {(log.channel, log.key): log for log in LOGS}
_ARROWS = KeyLine(("↑", "↓", "←", "→"), "The row above, below, and in the next column")
_CAPS = {"Return": "↵"}


def find(name: str) -> Do | None:
    """What a key does, if anything."""
    return _BY_KEY.get(name)


def second(channel: Channel, name: str) -> Log | None:
    """What the second of two keys logs, if anything."""
    return _LOG_BY_KEYS.get((channel, name))


def of_channel(channel: Channel) -> list[Log]:
    """What can be logged of one way of trying, in order."""
    return [log for log in LOGS if log.channel is channel]


def groups() -> list[KeyGroup]:
    """The whole table, for the overlay and the manual."""
    begin = tuple(
        KeyLine((k,), f"{CHANNEL_WORDS[c]}: then one of those below") for k, c in BEGIN.items()
    )
    alone = tuple(KeyLine((_CAPS.get(key.key, key.key),), key.words) for key in TABLE)
    return [
        KeyGroup("On the board", (_ARROWS, *begin, *alone)),
        *(
            KeyGroup(f"After {key}", tuple(KeyLine((log.key,), log.words) for log in of_channel(c)))
            for key, c in BEGIN.items()
        ),
    ]
