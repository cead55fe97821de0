"""A session as it goes: marks, words being typed, lines; locked and unlocked in between.

Says `DONE n` after its n-th step; each step is one transaction in one file. `off` plants the bug of
not waiting for the disk.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count
from pathlib import Path

from practice import clock
from practice.care import drafts, live, ratings, safety, sign_in
from practice.care.safety import Step
from practice.desk import attendance, sessions
from practice.models.base import CLINICAL, OFFICE
from practice.models.enums.attendance import Status
from practice.vault import device
from practice.vault.vault import open_vault

BEGUN = datetime(2026, 11, 17, 23, 5, tzinfo=UTC)
TYPED = ("Named", "Named a cue", "Named a cue: the corner shop. " + "Rode the wave. " * 60)
PAGES_TO_CHECKPOINT = 60
"""In a long session the log is folded in at 1,000 pages; here sooner, so that it happens at all."""


def main(folder: Path, passphrase: str, session: str, sync: str) -> None:
    seconds = count()
    clock.use(lambda: BEGUN + timedelta(seconds=next(seconds)))
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, passphrase)

    def unlock() -> None:
        sign_in.sign_in(vault, unlocked)
        for file in (OFFICE, CLINICAL):
            file.execute_sql(f"PRAGMA wal_autocheckpoint={PAGES_TO_CHECKPOINT}")
            if sync == "off":
                file.execute_sql("PRAGMA synchronous=OFF")

    unlock()
    for number, step in enumerate(steps(session), start=1):
        step()
        os.write(1, b"DONE %d\n" % number)
        if number % 8 == 0:
            sign_in.sign_out(vault)
            unlock()
    sign_in.sign_out(vault)


def steps(session: str) -> Iterator[Callable[[], object]]:
    """Each is saved once it returns."""
    for seat in sessions.seats(session):
        yield partial(attendance.mark_in, seat.id)
        for words in TYPED:
            yield partial(drafts.save, live.draft_key(session, seat.member), words)
        yield partial(live.write_line, session, seat.member, TYPED[-1])
        if seat.digit == "1":
            yield from noted(session, seat.member)
        if int(seat.digit) % 2:
            yield partial(attendance.mark_out, seat.id)
        else:
            yield partial(attendance.mark_missed, seat.id, Status.NO_SHOW)
    yield partial(drafts.save, live.draft_key(session, None), "Half a thought")


def noted(session: str, member: str) -> Iterator[Callable[[], object]]:
    """Ratings, and a flagged line whose check is answered."""
    first = ratings.QUESTIONS[0]
    yield partial(drafts.save, ratings.draft_key(session, member, first), "1")
    yield partial(ratings.rate, session, member, dict.fromkeys(ratings.QUESTIONS, 7))
    yield partial(safety.flag, session, member)
    check = safety.flag(session, member)
    yield partial(drafts.save, safety.draft_key(check, Step.ASKED), "Asked openly. " * 20)
    yield partial(safety.finish, check, dict.fromkeys(Step, "Asked openly. " * 20))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:5])
