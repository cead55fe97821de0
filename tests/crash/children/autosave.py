"""Save growing words as a draft, as typing does; says how many words are safe after each save."""

import os
import sys
from pathlib import Path

from practice.care import drafts
from practice.errors import Unavailable
from practice.models import store

WORDS = ("urge", "high", "stayed")


def main(folder: Path, office: str, clinical: str, actor: str, *, early: bool) -> None:
    keys = {"office": bytes.fromhex(office), "clinical": bytes.fromhex(clinical)}
    store.open_files(folder, keys, actor)
    os.write(1, b"READY\n")
    for count in range(1, len(WORDS) + 1):
        if early:
            os.write(1, b"SAVED %d\n" % count)
        try:
            drafts.save("line:session:member", " ".join(WORDS[:count]))
        except Unavailable as refusal:
            sys.stderr.write(f"Unavailable: {refusal.message}\n")
            continue
        os.write(1, b"SAVED %d\n" % count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:5], early=sys.argv[5] == "early")
