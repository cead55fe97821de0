"""What the palette can lead to: commands, the day's sessions, members, groups, notes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from practice.care.search import Found, Mark
from practice.desk import groups, members, roster, schedule
from practice.desk.members import MemberRow
from practice.desk.practice import today
from practice.ui.context import Context, Place
from practice.ui.entry import NEW
from practice.ui.icons import Icon
from practice.ui.whom import open_session
from practice.ui.widgets.parsing import show_date


class Kind(Enum):
    """What a result is; in the order in which equals are listed."""

    SESSION = "session"
    MEMBER = "member"
    GROUP = "group"
    COMMAND = "command"
    NOTE = "note"


KIND_WORDS = {
    Kind.SESSION: "Session today",
    Kind.MEMBER: "Member",
    Kind.GROUP: "Group",
    Kind.COMMAND: "Command",
    Kind.NOTE: "Note",
}
ICONS = {
    Kind.SESSION: Icon.CLOCK,
    Kind.MEMBER: Icon.PERSON,
    Kind.GROUP: Icon.GROUP,
    Kind.COMMAND: Icon.BOLT,
    Kind.NOTE: Icon.NOTE,
}
_FORMS = (("Add a member", Place.MEMBERS), ("Add a group", Place.GROUPS))
"""Commands of pages, which are worth having on every page."""
_ALSO = {f"Go to {Place.NOTES.value}": "Sign Co-sign Co-signature"}
"""Other words some commands are found by."""


@dataclass(frozen=True)
class Item:
    """One thing to go to or do. `also` are other words it is found by, `keys` its shortcut.

    `marks` say where in `detail` the words stand that were searched for.
    """

    kind: Kind
    id: str
    title: str
    detail: str
    do: Callable[[], object]
    also: str = ""
    keys: str = ""
    marks: tuple[Mark, ...] = ()

    @property
    def words(self) -> str:
        """All of it, as a screen reader says it."""
        said = f"{self.title}, {KIND_WORDS[self.kind]}, {self.detail}".strip(", ")
        return f"{said}, {self.keys}" if self.keys else said


def gather(context: Context, window: QWidget, but: QAction) -> list[Item]:
    """Everything but notes, read now; `but` is the command that opens the palette."""
    return [
        *_sessions(context),
        *_members(context),
        *_groups(context),
        *commands(context, window, but),
    ]


def commands(context: Context, window: QWidget, but: QAction) -> list[Item]:
    """Every command of the window that has a shortcut and can be used now."""
    usable = [a for a in window.findChildren(QAction) if a is not but and _is_usable(a)]
    usable.sort(key=lambda action: action.parent() is window)  # the manual after the pages
    found = {
        action.text(): Item(
            Kind.COMMAND,
            action.text(),
            action.text(),
            "",
            action.trigger,
            also=_ALSO.get(action.text(), ""),
            keys=_keys(action),
        )
        for action in usable
    }
    for words, place in _FORMS:
        go = partial(context.go.emit, place, NEW)
        found.setdefault(words, Item(Kind.COMMAND, words, words, "", go))
    return list(found.values())


def _is_usable(action: QAction) -> bool:
    holder = action.parent()
    seen = isinstance(holder, QWidget) and holder.isVisible()
    return seen and action.isEnabled() and not action.shortcut().isEmpty()


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _sessions(context: Context) -> Iterator[Item]:
    for row in schedule.on_day(today()):
        when = f"{row.starts:%H:%M}–{row.ends:%H:%M} · {row.clinician_name}"
        yield Item(Kind.SESSION, row.id, row.title, when, partial(open_session, context, row))


def _members(context: Context) -> Iterator[Item]:
    of_groups = roster.groups_on(today())
    for row in members.members():
        yield _member(context, row, " · ".join(of_groups.get(row.id, ["In no group"])))
    for row in members.members(archived=True):
        yield _member(context, row, "Archived")


def _member(context: Context, row: MemberRow, detail: str) -> Item:
    also = f"{row.preferred_name} {row.code}"
    go = partial(context.go.emit, Place.MEMBERS, row.id)
    return Item(Kind.MEMBER, row.id, row.full_name, detail, go, also)


def _groups(context: Context) -> Iterator[Item]:
    for row in groups.groups():
        go = partial(context.go.emit, Place.GROUPS, row.id)
        yield Item(Kind.GROUP, row.id, row.name, row.when, go)


def note(context: Context, found: Found) -> Item:
    """A note that was found by its words."""
    who = f"{_apart(found.member)} · {show_date(found.starts.date())}, {found.service}"
    do = partial(context.go.emit, Place.NOTES, f"{found.session_id}:{found.member_id}")
    title = f"{who} · {found.signature}"
    return Item(Kind.NOTE, found.note_id, title, found.piece, do, marks=found.marks)


def _apart(name: str) -> str:
    """Isolated, so that a name written from right to left leaves the date after it alone."""
    return f"\u2068{name}\u2069"
