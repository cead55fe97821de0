"""Co-sign all notes of one session; says so once it is durable."""

import os
import sys
from pathlib import Path

from practice.care import cosigning, notes
from practice.errors import Unavailable
from practice.models import store
from practice.vault.confirmation import Confirmation


def main(folder: Path, office: str, clinical: str, actor: str, session: str) -> None:
    keys = {"office": bytes.fromhex(office), "clinical": bytes.fromhex(clinical)}
    store.open_files(folder, keys, actor)
    os.write(1, b"READY\n")
    try:
        cosigning.cosign([note.id for note in notes.of_session(session)], Confirmation(actor))
    except Unavailable as refusal:
        sys.stderr.write(f"Unavailable: {refusal.message}\n")
        return
    os.write(1, b"COSIGNED\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:6])
