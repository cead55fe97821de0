"""Reading strace's log of a child: which events on the disk, and what the child said.

The log is made with `-f -y -xx`, so every path and every byte stands in it in hexadecimal.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from tests.crash.disk import Disk, Event, Make, Move, Remove, Resize, Say, Sync, Write

_CALL = re.compile(r"\d+ +(\w+)\((.*)\) += (\d+)")
_HANDLE = re.compile(r"(\w+)<(.*)>")
_STDOUT = 1
UNKNOWN = (
    *("open", "creat", "truncate", "fallocate", "writev", "pwritev", "pwritev2", "splice"),
    *("copy_file_range", "link", "linkat", "symlink", "symlinkat", "mkdirat", "renameat2"),
)
"""Calls that change a disk too, which no program here makes; one that did must not go unseen."""


class Reader:
    """Turns strace's lines into events, and follows them to know what is where."""

    def __init__(self, place: Path, disk: Disk) -> None:
        self._place = PurePosixPath(place)
        self._disk = disk
        self._positions: dict[int, int] = {}

    def events(self, line: str) -> Iterator[Event]:
        call = _CALL.match(line)
        if call is None:
            assert "unfinished" not in line, "only a child of one thread can be followed"
            return
        name, arguments, result = call[1], call[2].split(", "), int(call[3])
        if name in UNKNOWN:
            assert not any(self._inside(_text(one)) for one in arguments), line
            return
        for event in CALLS[name](self, arguments, result):
            self._disk.do(event)
            yield event

    def _inside(self, path: str) -> str:
        """The path in the place; empty for a path elsewhere."""
        where = PurePosixPath(path)
        return str(where.relative_to(self._place)) if where.is_relative_to(self._place) else ""

    def _named(self, path: str, folder: str = "") -> str:
        start = _HANDLE.match(folder)
        return self._inside(str(PurePosixPath(_text(start[2]) if start else "/", _text(path))))

    def _opened(self, handle: str) -> tuple[int, str]:
        """The number of an open file and its path in the place; empty for one elsewhere or gone."""
        found = _HANDLE.match(handle)
        assert found, handle
        gone = handle.endswith("(deleted)")
        return int(found[1]), "" if gone else self._inside(_text(found[2]))

    def openat(self, arguments: list[str], handle: int) -> Iterator[Event]:
        path, flags = self._named(arguments[1], arguments[0]), arguments[2]
        self._positions[handle] = 0
        if path and "O_CREAT" in flags and not self._disk.holds(path):
            yield Make(path)
        elif path and "O_TRUNC" in flags:
            yield Resize(path, 0)
        if path and "O_APPEND" in flags:
            self._positions[handle] = len(self._disk.read(path))

    def lseek(self, arguments: list[str], position: int) -> Iterator[Event]:
        self._positions[self._opened(arguments[0])[0]] = position
        return iter(())

    def write(self, arguments: list[str], count: int) -> Iterator[Event]:
        handle, path = self._opened(arguments[0])
        data = _bytes(arguments[1])[:count]
        if handle == _STDOUT:
            yield from (Say(line) for line in data.decode().splitlines())
        elif path:
            yield self._onward(handle, path, data)

    def sendfile(self, arguments: list[str], count: int) -> Iterator[Event]:
        (handle, path), (_, source) = self._opened(arguments[0]), self._opened(arguments[1])
        if path and count:
            start = int(arguments[2].strip("[]").split("]")[0])
            yield self._onward(handle, path, self._disk.read(source)[start : start + count])

    def _onward(self, handle: int, path: str, data: bytes) -> Write:
        start = self._positions[handle]
        self._positions[handle] += len(data)
        return Write(path, start, data)

    def pwrite(self, arguments: list[str], count: int) -> Iterator[Event]:
        _, path = self._opened(arguments[0])
        if path and not path.endswith("-shm"):
            yield Write(path, int(arguments[3]), _bytes(arguments[1])[:count])

    def resize(self, arguments: list[str], _result: int) -> Iterator[Event]:
        _, path = self._opened(arguments[0])
        if path:
            yield Resize(path, int(arguments[1]))

    def sync(self, arguments: list[str], _result: int) -> Iterator[Event]:
        _, path = self._opened(arguments[0])
        if path:
            yield Sync(path)

    def rename(self, arguments: list[str], _result: int) -> Iterator[Event]:
        path, to = map(self._named, arguments)
        if path:
            yield Move(path, to)

    def mkdir(self, arguments: list[str], _result: int) -> Iterator[Event]:
        if path := self._named(arguments[0]):
            yield Make(path, folder=True)

    def remove(self, arguments: list[str], _result: int) -> Iterator[Event]:
        if path := self._named(arguments[0]):
            yield Remove(path)

    def remove_at(self, arguments: list[str], _result: int) -> Iterator[Event]:
        if path := self._named(arguments[1], arguments[0]):
            yield Remove(path)


def _text(part: str) -> str:
    return _bytes(part).decode(errors="replace")


def _bytes(part: str) -> bytes:
    """What stands in strace's hexadecimal form, in quotes or not; nothing for anything else."""
    digits = part.strip('"').replace("\\x", "")
    return bytes.fromhex(digits) if "\\x" in part and "<" not in part else b""


CALLS: Mapping[str, Callable[[Reader, list[str], int], Iterator[Event]]] = {
    "openat": Reader.openat,
    "lseek": Reader.lseek,
    "write": Reader.write,
    "sendfile": Reader.sendfile,
    "pwrite64": Reader.pwrite,
    "ftruncate": Reader.resize,
    "fsync": Reader.sync,
    "fdatasync": Reader.sync,
    "rename": Reader.rename,
    "mkdir": Reader.mkdir,
    "unlink": Reader.remove,
    "rmdir": Reader.remove,
    "unlinkat": Reader.remove_at,
}
