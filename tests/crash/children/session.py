"""A session as it goes: marks, words being typed, lines, and the switch to rest in between.

Says `DONE n` after its n-th step; each step is one transaction in one file. `off` plants the bug of
not waiting for the disk.
"""

import os
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from practice import clock
from practice.care import drafts, live
from practice.desk import attendance, sessions
from practice.models import store
from practice.models.base import CLINICAL, OFFICE
from practice.models.enums import Status

BEGUN = datetime(2026, 11, 17, 23, 5, tzinfo=UTC)
TYPED = ("Named", "Named a cue", "Named a cue: the corner shop. " + "Rode the wave. " * 60)
PAGES_TO_CHECKPOINT = 60
"""In a long session the log is folded in at 1,000 pages; here sooner, so that it happens at all."""


def main(folder: Path, office: str, clinical: str, actor: str, session: str, sync: str) -> None:
    keys = {"office": bytes.fromhex(office), "clinical": bytes.fromhex(clinical)}
    seconds = count()
    clock.use(lambda: BEGUN + timedelta(seconds=next(seconds)))
    steps = count(1)

    def done() -> None:
        os.write(1, b"DONE %d\n" % next(steps))

    def open_files() -> None:
        store.open_files(folder, keys, actor)
        for file in (OFFICE, CLINICAL):
            file.execute_sql(f"PRAGMA wal_autocheckpoint={PAGES_TO_CHECKPOINT}")
            if sync == "off":
                file.execute_sql("PRAGMA synchronous=OFF")

    open_files()
    done()
    for number, seat in enumerate(sessions.seats(session), start=1):
        attendance.mark_in(seat.id)
        done()
        for words in TYPED:
            drafts.save(live.draft_key(session, seat.member), words)
            done()
        live.write_line(session, seat.member, TYPED[-1])
        done()
        if number % 2:
            attendance.mark_out(seat.id)
        else:
            attendance.mark_missed(seat.id, Status.NO_SHOW)
        done()
        store.rest()
        open_files()
        done()
    drafts.save(live.draft_key(session, None), "Half a thought")
    done()
    store.rest()
    done()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:7])
