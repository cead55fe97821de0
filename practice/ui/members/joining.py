"""The forms to join a group, to leave it, and to move to another one."""

from datetime import date

from PySide6.QtCore import Qt

from practice.desk import groups, roster, waitlist
from practice.desk.practice import today
from practice.desk.roster import EnrolmentRow
from practice.errors import Refused
from practice.models import store
from practice.models.enums.groups import LEFT_BECAUSE_WORDS, LeftBecause
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.groups.suitability import SuitabilityFields
from practice.ui.icons import Icon
from practice.ui.theme import Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.text import Text

DESK_READS = "Everybody in the practice can read this, so nothing clinical belongs here."
CLOSED = f"This group is closed and has begun by then. {DESK_READS}"


def day_field(key: str, label: str, missing: str, *, help: str = "") -> Field[date | None]:  # noqa: A002
    """A date that must be given; it starts as today."""
    field = Field(key, label, DateInput(), required=missing, help=help)
    field.set_value(today())
    return field


def given(field: Field[date | None]) -> date:
    """The date of a field that asks for one."""
    value = field.value()
    if value is None:
        raise ValueError(field.key)
    return value


def group_field(*, without: str = "") -> Field[str]:
    """A choice of groups, each with how many are in it today."""
    sizes = roster.sizes_on(today())
    offered = [
        (g.id, f"{g.name}, {g.when} · {sizes.get(g.id, 0)} of {roster.GROUP_SIZE}")
        for g in groups.groups()
        if g.id != without
    ]
    return Field("group", "Group", Choice(offered))


class JoiningForm(EntryForm):
    """Asks for the first day; for a closed group that has begun, a clinician also says why.

    A clinician is asked too whether the kind of group is for the member. Where the group is full,
    `wait` offers the waitlist instead. Write `group_id`, `member_id` and `join`; call `add_day`
    after the fields that come before, and `tell` when they change.
    """

    def group_id(self) -> str:
        """The group to join."""
        raise NotImplementedError

    def member_id(self) -> str:
        """Who joins; empty while nobody is chosen."""
        raise NotImplementedError

    def join(self) -> None:
        """Let them join; raises Refused."""
        raise NotImplementedError

    def add_day(self, help: str = "") -> None:  # noqa: A002
        """The first day, the reason while one is needed, and whether the group suits them."""
        self._day = day_field("first_day", "First day", "Write the first day.", help=help)
        self._why = Field("admitted_because", "Why they join now", LineInput(), help=CLOSED)
        self.add(self._day)
        self.add(self._why)
        self.wait = Button("Put on the waitlist instead", ButtonKind.SECONDARY, Icon.CLOCK)
        self.wait.clicked.connect(self._put_on_waitlist)
        self.wait.hide()
        self.body.addWidget(self.wait, 0, Qt.AlignmentFlag.AlignLeft)
        self._suited = SuitabilityFields(self) if store.has_clinical() else None
        self._shown = ("", "")
        self._day.editor.watch(self.tell, lambda _words: None)
        self.tell()

    def save(self) -> None:
        super().save()
        full = any(field.error == roster.GROUP_IS_FULL for field in self.fields.values())
        self.wait.setVisible(full)
        if full:
            self.wait.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_on_waitlist(self) -> None:
        if self._actions.run(lambda: waitlist.put_on(self.group_id(), self.member_id())):
            self.saved.emit()

    def tell(self) -> None:
        """Ask for a reason only where one is needed and may be given."""
        self.wait.hide()
        self._why.setVisible(store.has_clinical() and self._is_closed())
        whom = (self.group_id(), self.member_id())
        if self._suited is not None and whom != self._shown:
            self._shown = whom
            self._suited.show_for(*whom)

    def act(self) -> None:
        """Two files, two steps: the suitability can be recorded later too."""
        if self._suited is not None:
            self._suited.check()
        self.join()
        if self._suited is not None:
            self._suited.record(self.member_id())

    def _is_closed(self) -> bool:
        try:
            day = self._day.value()
        except Refused:
            return False
        return day is not None and roster.takes_only_admitted(self.group_id(), day)

    def first_day(self) -> date:
        """The day given."""
        return given(self._day)

    def why(self) -> str:
        """The reason given, if one was asked for."""
        return self._why.value() if self._is_closed() else ""


class JoinGroupForm(JoiningForm):
    """A group and the first day in it."""

    def __init__(self, actions: Actions, member_id: str) -> None:
        super().__init__(actions, "Add to this group", blame="group")
        self._member_id = member_id
        self._group = group_field()
        self.add(self._group)
        self.add_day()
        self.add_buttons()
        self._group.editor.watch(self.tell, lambda _words: None)

    def group_id(self) -> str:
        return self._group.value()

    def member_id(self) -> str:
        return self._member_id

    def join(self) -> None:
        roster.join(self.group_id(), self._member_id, self.first_day(), admitted_because=self.why())


class MoveForm(JoiningForm):
    """Another group and the first day there; the day before is the last one in the old group."""

    def __init__(self, actions: Actions, stretch: EnrolmentRow) -> None:
        super().__init__(actions, "Move to this group", blame="group")
        self._stretch = stretch
        who = f"{stretch.full_name}, now in {stretch.group_name}"
        self.body.addWidget(Text(who, Type.EMPHASIS, wrap=True))
        self._group = group_field(without=stretch.group)
        self.add(self._group)
        self.add_day("The day before is the last one in the old group.")
        self.add_buttons()
        self._group.editor.watch(self.tell, lambda _words: None)

    def group_id(self) -> str:
        return self._group.value()

    def member_id(self) -> str:
        return self._stretch.member

    def join(self) -> None:
        roster.move(
            self._stretch.id, self.group_id(), self.first_day(), admitted_because=self.why()
        )


class WaitForGroupForm(EntryForm):
    """A group to wait for."""

    def __init__(self, actions: Actions, member_id: str) -> None:
        super().__init__(actions, "Put on the waitlist", blame="group")
        self._member_id = member_id
        self._group = group_field()
        self.add(self._group)
        self.add_buttons()

    def act(self) -> None:
        waitlist.put_on(self._group.value(), self._member_id)


class LeaveForm(EntryForm):
    """The last day of a stretch, and why."""

    def __init__(self, actions: Actions, stretch: EnrolmentRow, who: str) -> None:
        super().__init__(actions, "Save the last day", blame="last_day")
        self._stretch = stretch
        self.body.addWidget(Text(who, Type.EMPHASIS, wrap=True))
        self._day = day_field(
            "last_day",
            "Last day in the group",
            "Write the last day.",
            help="That day still counts. Sessions already held stay as they are.",
        )
        reasons: list[tuple[LeftBecause | None, str]] = [(None, "Not said")]
        reasons += [row for row in LEFT_BECAUSE_WORDS.items() if row[0] is not LeftBecause.MOVED]
        self._because = Field("because", "Why they leave", Choice(reasons))
        self._words = Field("words", "In a few words", LineInput(), help=DESK_READS)
        self.add(self._day)
        self.add(self._because)
        self.add(self._words)
        self.add_buttons()

    def act(self) -> None:
        because, words = self._because.value(), self._words.value()
        roster.leave(self._stretch.id, given(self._day), because, words)
