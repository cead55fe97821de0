"""The manual as its tests read it."""

from collections.abc import Iterable

from practice.ui.help.chapters import Chapter, text
from practice.ui.widgets.keys import KeyGroup, KeyLine

_HELD = frozenset({"Ctrl", "Alt", "Shift"})
_NAMES = {"↵": "Enter"}


def whole() -> str:
    """Every chapter."""
    return "\n".join(text(chapter) for chapter in Chapter)


def key_tables(groups: Iterable[KeyGroup]) -> str:
    """The tables of keys as they must stand at the end of a chapter; paste this after a change."""
    return "\n\n".join(_table(group) for group in groups) + "\n"


def _table(group: KeyGroup) -> str:
    rows = (f"| {_keys(line)} | {line.words} |" for line in group.lines)
    return "\n".join((f"### {group.title}", "", "| Key | What it does |", "|---|---|", *rows))


def _keys(line: KeyLine) -> str:
    caps = [_NAMES.get(cap, cap) for cap in line.caps]
    if caps[0] in _HELD:
        return f"`{' + '.join(caps)}`"
    return " or ".join(f"`{cap}`" for cap in caps)
