"""A disk as strict as the standard allows: only what was synced survives a power cut for certain.

Content that was written and not synced may be lost, kept or torn, each 512-byte sector on its own.
Names that were made, moved or removed may be lost until their folder is synced; they reach the disk
in the order in which they were done, as a journal keeps them, up to any point of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path, PurePosixPath
from random import Random

SECTOR = 512
Tree = Mapping[str, bytes | None]
"""What stands in a folder: path in it to content, None for a folder."""


class Fate(Enum):
    """What becomes of everything not synced."""

    LOST = "lost"
    KEPT = "kept"
    NAMES = "names kept, content lost"
    TORN = "torn"


@dataclass(frozen=True)
class Make:
    path: str
    folder: bool = False


@dataclass(frozen=True)
class Write:
    path: str
    at: int
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Resize:
    path: str
    size: int


@dataclass(frozen=True)
class Move:
    path: str
    to: str


@dataclass(frozen=True)
class Remove:
    path: str


@dataclass(frozen=True)
class Sync:
    path: str


@dataclass(frozen=True)
class Say:
    """The program told somebody, who now counts on it."""

    line: str


Event = Make | Write | Resize | Move | Remove | Sync | Say


@dataclass
class File:
    synced: bytes = b""
    pending: list[Write | Resize] = field(default_factory=list)

    def after(self, fate: Fate, rng: Random) -> bytes:
        content = bytearray(self.synced)
        if fate in (Fate.KEPT, Fate.TORN):
            share = 1.0 if fate is Fate.KEPT else rng.choice((0.1, 0.5, 0.9))
            for change in self.pending:
                _change(content, change, rng, share)
        return bytes(content)

    def sync(self) -> None:
        self.synced, self.pending = self.after(Fate.KEPT, Random()), []


def _change(content: bytearray, change: Write | Resize, rng: Random, share: float) -> None:
    if isinstance(change, Resize):
        if rng.random() < share:
            del content[change.size :]
            content.extend(bytes(change.size - len(content)))
        return
    for start, piece in _sectors(change):
        if rng.random() < share:
            content.extend(bytes(max(0, start - len(content))))
            content[start : start + len(piece)] = piece


def _sectors(write: Write) -> Iterator[tuple[int, bytes]]:
    start, end = write.at, write.at + len(write.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        yield start, write.data[start - write.at : stop - write.at]
        start = stop


@dataclass
class _Name:
    """One change of a folder: `old` leaves, `new` comes."""

    old: str
    new: str
    node: File | Folder


@dataclass
class Folder:
    names: dict[str, File | Folder] = field(default_factory=dict)
    synced: dict[str, File | Folder] = field(default_factory=dict)
    pending: list[_Name] = field(default_factory=list)

    def change(self, old: str, new: str, node: File | Folder) -> None:
        self.pending.append(_Name(old, new, node))
        _rename(self.names, self.pending[-1])

    def after(self, fate: Fate, rng: Random) -> dict[str, File | Folder]:
        kept = len(self.pending)
        if fate is Fate.LOST:
            kept = 0
        elif fate is Fate.TORN:
            kept = rng.randint(0, kept)
        names = dict(self.synced)
        for change in self.pending[:kept]:
            _rename(names, change)
        return names

    def sync(self) -> None:
        self.synced, self.pending = dict(self.names), []


def _rename(names: dict[str, File | Folder], change: _Name) -> None:
    names.pop(change.old, None)
    if change.new:
        names[change.new] = change.node


class Disk:
    """Holds a tree, everything in it synced, and takes events."""

    def __init__(self, tree: Tree) -> None:
        self._root = Folder()
        for path, content in sorted(tree.items()):
            self.do(Make(path, folder=content is None))
            if content is not None:
                self.do(Write(path, 0, content))
                self.do(Sync(path))
            self.do(Sync(str(PurePosixPath(path).parent)))

    def do(self, event: Event) -> None:
        match event:
            case Make(path, folder):
                parent, name = self._parent(path)
                parent.change("", name, Folder() if folder else File())
            case Write(path) | Resize(path):
                file = self._node(path)
                assert isinstance(file, File)
                file.pending.append(event)
            case Move(path, to):
                (parent, old), (there, new) = self._parent(path), self._parent(to)
                assert parent is there, "a move between folders is two changes, one in each"
                parent.change(old, new, parent.names[old])
            case Remove(path):
                parent, name = self._parent(path)
                parent.change(name, "", parent.names[name])
            case Sync(path):
                self._node(path).sync()
            case Say():
                pass

    def holds(self, path: str) -> bool:
        """Whether a program running now finds something under this path."""
        parent, name = self._parent(path)
        return name in parent.names

    def read(self, path: str) -> bytes:
        """The file as a program running now reads it."""
        file = self._node(path)
        assert isinstance(file, File)
        return file.after(Fate.KEPT, Random())

    def after(self, fate: Fate, rng: Random) -> Tree:
        """What the next start finds if the power goes now."""
        return dict(_walk(self._root, PurePosixPath(), fate, rng))

    def _node(self, path: str) -> File | Folder:
        node: File | Folder = self._root
        for name in PurePosixPath(path).parts:
            assert isinstance(node, Folder)
            node = node.names[name]
        return node

    def _parent(self, path: str) -> tuple[Folder, str]:
        where = PurePosixPath(path)
        folder = self._node(str(where.parent))
        assert isinstance(folder, Folder)
        return folder, where.name


def _walk(
    folder: Folder, at: PurePosixPath, fate: Fate, rng: Random
) -> Iterator[tuple[str, bytes | None]]:
    for name, node in folder.after(fate, rng).items():
        if isinstance(node, File):
            yield str(at / name), node.after(fate, rng)
        else:
            yield str(at / name), None
            yield from _walk(node, at / name, fate, rng)


def tree_of(place: Path) -> Tree:
    """What stands in a real folder, at any depth."""
    return {
        path.relative_to(place).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in sorted(place.rglob("*"))
    }


def build(tree: Tree, place: Path) -> None:
    """Make the tree in a real, empty folder, private to this account."""
    for path, content in sorted(tree.items()):
        if content is None:
            (place / path).mkdir(mode=0o700)
        else:
            (place / path).write_bytes(content)
            (place / path).chmod(0o600)
