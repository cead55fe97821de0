"""Open a practice, then once more after its folder can only be read; says what a person is told.

`folder`: no new file can be made in it. `all`: no file in it can be written either. Root may write
anywhere, so the second try is made as an account that is not root.
"""

import os
import sys
from pathlib import Path

from practice.care import sign_in
from practice.errors import Unavailable
from practice.vault import device
from practice.vault.folder import prepare
from practice.vault.instance import InstanceLock
from practice.vault.vault import open_vault
from tests.crash.children.peeked import NOBODY


def main(folder: Path, passphrase: str, what: str) -> None:
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, passphrase)
    InstanceLock(folder).release()
    sign_in.sign_in(vault, unlocked)
    sign_in.sign_out(vault)
    sys.stdout.write("opened\n")
    make_read_only(folder, what)
    try:
        prepare(folder)
        with InstanceLock(folder):
            sign_in.sign_in(open_vault(folder, device.demo_file(folder)), unlocked)
    except Unavailable as unavailable:
        sys.stdout.write(unavailable.message + "\n")


def make_read_only(folder: Path, what: str) -> None:
    for path in (folder, *folder.iterdir()):
        if os.getuid() == 0:
            os.chown(path, NOBODY, NOBODY)
        if what == "all":
            path.chmod(0o500 if path == folder else 0o400)
    folder.chmod(0o500)
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
