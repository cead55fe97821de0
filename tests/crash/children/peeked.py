"""Two processes of one account that is not root: one holds a secret, the other tries to read it.

With `hardened` the first calls harden(). Says what the other found, and how the first one ended.
"""

import ctypes
import os
import resource
import signal
import sys

from practice.vault.folder import harden

NOBODY = 65534
GET_DUMPABLE, SET_DUMPABLE = 3, 4
SECRET = b"quiet harbour"


def main(how: str) -> None:
    prctl = ctypes.CDLL(None).prctl
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
        prctl(SET_DUMPABLE, 1, 0, 0, 0)  # as for a program started by that account
    secret = ctypes.create_string_buffer(SECRET)
    ready, tell = os.pipe()
    holder = os.fork()
    if holder == 0:
        if how == "hardened":
            harden()
        limit, dumpable = resource.getrlimit(resource.RLIMIT_CORE), prctl(GET_DUMPABLE, 0, 0, 0, 0)
        os.write(tell, f"core {limit} dumpable {dumpable}".encode())
        signal.pause()
    said = os.read(ready, 100).decode()
    found = peek(holder, ctypes.addressof(secret))
    os.kill(holder, signal.SIGABRT if how == "hardened" else signal.SIGKILL)
    _, status = os.waitpid(holder, 0)
    sys.stdout.write(f"{said}\n{found}\ndumped {os.WCOREDUMP(status)}\n")


def peek(process: int, address: int) -> str:
    try:
        with open(f"/proc/{process}/mem", "rb", buffering=0) as memory:
            memory.seek(address)
            return memory.read(len(SECRET)).decode()
    except PermissionError:
        return "refused"


if __name__ == "__main__":
    main(sys.argv[1])
