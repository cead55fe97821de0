"""The forms to join a group, to leave it, and to move to another one."""

from datetime import date

from practice.desk import groups, roster, waitlist
from practice.desk.practice import today
from practice.desk.roster import EnrolmentRow
from practice.errors import Refused
from practice.models import store
from practice.models.enums.groups import LEFT_BECAUSE_WORDS, LeftBecause
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.theme import Type
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


def group_field(groups_offered: list[tuple[str, str]]) -> Field[str]:
    """A choice of groups."""
    return Field("group", "Group", Choice(groups_offered))


class JoiningForm(EntryForm):
    """Asks for the first day; for a closed group that has begun, a clinician also says why.

    Write `group_id`; call `add_day` after the fields that come before, and `tell` when they change.
    """

    def group_id(self) -> str:
        """The group to join."""
        raise NotImplementedError

    def add_day(self, help: str = "") -> None:  # noqa: A002
        """The first day, and the reason while one is needed."""
        self._day = day_field("first_day", "First day", "Write the first day.", help=help)
        self._why = Field("admitted_because", "Why they join now", LineInput(), help=CLOSED)
        self.add(self._day)
        self.add(self._why)
        self._day.editor.watch(self.tell, lambda _words: None)
        self.tell()

    def tell(self) -> None:
        """Ask for a reason only where one is needed and may be given."""
        self._why.setVisible(store.has_clinical() and self._is_closed())

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
        self._group = group_field([(g.id, f"{g.name}, {g.when}") for g in groups.groups()])
        self.add(self._group)
        self.add_day()
        self.add_buttons()
        self._group.editor.watch(self.tell, lambda _words: None)

    def group_id(self) -> str:
        return self._group.value()

    def act(self) -> None:
        roster.join(self.group_id(), self._member_id, self.first_day(), admitted_because=self.why())


class MoveForm(JoiningForm):
    """Another group and the first day there; the day before is the last one in the old group."""

    def __init__(self, actions: Actions, stretch: EnrolmentRow) -> None:
        super().__init__(actions, "Move to this group", blame="group")
        self._stretch = stretch
        who = f"{stretch.full_name}, now in {stretch.group_name}"
        self.body.addWidget(Text(who, Type.EMPHASIS, wrap=True))
        others = [g for g in groups.groups() if g.id != stretch.group]
        self._group = group_field([(g.id, f"{g.name}, {g.when}") for g in others])
        self.add(self._group)
        self.add_day("The day before is the last one in the old group.")
        self.add_buttons()
        self._group.editor.watch(self.tell, lambda _words: None)

    def group_id(self) -> str:
        return self._group.value()

    def act(self) -> None:
        roster.move(
            self._stretch.id, self.group_id(), self.first_day(), admitted_because=self.why()
        )


class WaitForGroupForm(EntryForm):
    """A group to wait for."""

    def __init__(self, actions: Actions, member_id: str) -> None:
        super().__init__(actions, "Put on the waitlist", blame="group")
        self._member_id = member_id
        self._group = group_field([(g.id, f"{g.name}, {g.when}") for g in groups.groups()])
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
