"""Put one thing on record, trying again where the disk refuses it; says so once it is durable."""

import os
import sys
from collections.abc import Callable
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path

from practice.care import psychotherapy, ratings, safety, signing
from practice.care.safety import Step
from practice.errors import Unavailable
from practice.models import store
from practice.vault.confirmation import Confirmation

TRIES = 3
WORDS = "Practised the wave image twice."
DAY = date(2026, 11, 17)


class Thing(Enum):
    """What is put on record."""

    ADDENDUM = "addendum"
    RATING = "rating"
    CHECK = "check"
    PSYCHOTHERAPY_NOTE = "psychotherapy"


def main(folder: Path, office: str, clinical: str, actor: str, act: Callable[[], object]) -> None:
    keys = {"office": bytes.fromhex(office), "clinical": bytes.fromhex(clinical)}
    store.open_files(folder, keys, actor)
    os.write(1, b"READY\n")
    for _ in range(TRIES):
        try:
            act()
        except Unavailable as refusal:
            sys.stderr.write(f"Unavailable: {refusal.message}\n")
            continue
        os.write(1, b"SAVED\n")
        return


def putting(thing: Thing, actor: str, about: str, member: str) -> Callable[[], object]:
    """`about` is the id of the note, the session or the check."""
    match thing:
        case Thing.ADDENDUM:
            return partial(signing.add_addendum, about, WORDS, Confirmation(actor))
        case Thing.RATING:
            return partial(ratings.rate, about, member, dict.fromkeys(ratings.QUESTIONS, 7))
        case Thing.CHECK:
            return partial(safety.finish, about, dict.fromkeys(Step, WORDS))
        case Thing.PSYCHOTHERAPY_NOTE:
            return partial(psychotherapy.save, member, about, DAY, WORDS)


if __name__ == "__main__":
    actor, about, member = sys.argv[4], sys.argv[6], sys.argv[7]
    act = putting(Thing(sys.argv[5]), actor, about, member)
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], actor, act)
