"""Back a data folder up; the keys come as hexadecimal digits."""

import os
import sys
from pathlib import Path

from practice.errors import Unavailable
from practice.vault import backup, header_file
from practice.vault.roles import Key, Keys


def main(data: Path, place: Path, office: str, clinical: str) -> None:
    keys = {Key.OFFICE: bytes.fromhex(office), Key.CLINICAL: bytes.fromhex(clinical)}
    try:
        backup.make(data, place, header_file.load(data), Keys.of(keys))
    except Unavailable as refusal:
        sys.stderr.write(f"Unavailable: {refusal.message}")
        return
    os.write(1, b"SAVED\n")


main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
