"""Failed unlocks: they slow the next try down, and are reported in the audit trail afterwards.

Only who and when is kept, in attempts.json. The slowness is a courtesy against guessing at the
keyboard; what withstands a program is the cost of Argon2id. Nothing is ever wiped.
"""

import json
import math
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from practice import clock
from practice.errors import Refused
from practice.vault.files import plain_words, write_whole
from practice.vault.folder import ATTEMPTS

FREE_TRIES = 5
LONGEST_WAIT = timedelta(minutes=5)
_KEPT = 500


@dataclass(frozen=True)
class Failure:
    """One passphrase that was not the one."""

    user_id: str
    at: datetime
    """Aware, UTC."""


class TooSoon(Refused):
    """The wait after several failures is not over; `seconds` are left."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"That was not the passphrase {FREE_TRIES} times or more. "
            f"Please wait {seconds} second{'' if seconds == 1 else 's'}, then try again.",
            field="passphrase",
        )
        self.seconds = seconds


def check(folder: Path, user_id: str) -> None:
    """Raises TooSoon while this person has to wait: 2 s after five failures, doubling to 5 min."""
    failed = failures(folder, user_id)
    if len(failed) < FREE_TRIES:
        return
    doublings = min(len(failed) - FREE_TRIES + 1, 16)
    wait = min(timedelta(seconds=2**doublings), LONGEST_WAIT)
    # A clock set back must not lengthen the wait.
    gone = max(clock.now() - failed[-1].at, timedelta())
    if gone < wait:
        raise TooSoon(math.ceil((wait - gone).total_seconds()))


def record(folder: Path, user_id: str) -> None:
    """Note a failure now. Raises Unavailable when it can't be written."""
    _write(folder, [*_all(folder), Failure(user_id, clock.now())][-_KEPT:])


def failures(folder: Path, user_id: str) -> tuple[Failure, ...]:
    """This person's failures since the last `clear`, in the order they happened."""
    return tuple(failure for failure in _all(folder) if failure.user_id == user_id)


def clear(folder: Path, user_id: str) -> None:
    """Forget them: call after unlocking, once they stand in the audit trail."""
    kept = [failure for failure in _all(folder) if failure.user_id != user_id]
    if len(kept) != len(_all(folder)):
        _write(folder, kept)


def _all(folder: Path) -> list[Failure]:
    """A damaged file counts as empty: it must never keep anyone out."""
    try:
        found = json.loads((folder / ATTEMPTS).read_bytes())
        return [Failure(str(one["user"]), _moment(one["at"])) for one in found]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


def _write(folder: Path, failures_now: list[Failure]) -> None:
    listed = [{"user": one.user_id, "at": one.at.isoformat()} for one in failures_now]
    with plain_words("The failed attempt could not be noted"):
        write_whole(folder / ATTEMPTS, json.dumps(listed).encode())
