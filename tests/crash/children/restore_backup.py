"""Restore a backup over a data folder; the keys come as hexadecimal digits."""

import os
import sys
from pathlib import Path

from practice.errors import Unavailable
from practice.vault.bundle import read_bundle
from practice.vault.restore import restore
from practice.vault.roles import Key, Keys


def main(data: Path, bundle: Path, office: str, clinical: str) -> None:
    keys = {Key.OFFICE: bytes.fromhex(office), Key.CLINICAL: bytes.fromhex(clinical)}
    try:
        restore(read_bundle(bundle), data, Keys.of(keys))
    except Unavailable as refusal:
        sys.stderr.write(f"Unavailable: {refusal.message}")
        return
    os.write(1, b"SAVED\n")


main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4])
