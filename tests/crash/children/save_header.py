"""Save vault.json with new audit heads; `early` plants the bug of saying so too soon."""

import os
import sys
from dataclasses import replace
from pathlib import Path

from practice.errors import Unavailable
from practice.vault import header_file
from practice.vault.roles import DATABASES

SAVED = b"SAVED\n"


def main(folder: Path, when: str) -> None:
    header = replace(header_file.load(folder), heads=dict.fromkeys(DATABASES, "new"))
    if when == "early":
        os.write(1, SAVED)
    try:
        header_file.save(folder, header, secrets_changed=True)
    except Unavailable as refusal:
        sys.stderr.write(f"Unavailable: {refusal.message}")
        return
    if when != "early":
        os.write(1, SAVED)


main(Path(sys.argv[1]), sys.argv[2])
