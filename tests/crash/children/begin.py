"""Begin a practice in a folder that may not be there yet; says so once it is complete."""

import os
import sys
from pathlib import Path

from practice.models import store
from practice.vault import device
from practice.vault.folder import prepare
from practice.vault.keys import QUICKEST
from practice.vault.vault import begin


def main(folder: Path, passphrase: str) -> None:
    prepare(folder)
    draft = begin("Maria Lopez", passphrase, cost=QUICKEST)
    vault = draft.commit(folder, device.demo_file(folder))
    store.create(folder, draft.unlocked.file_keys(), draft.unlocked.user.id)
    heads = {name: name for name in store.heads()}
    store.rest()
    vault.finish_beginning(heads)
    os.write(1, b"SAVED\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
