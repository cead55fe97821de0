"""Everything about a group, to fill in."""

from dataclasses import fields

from PySide6.QtWidgets import QWidget

from practice.desk import groups, practice, segments
from practice.desk.groups import AUDIENCES, WEEKDAYS, GroupDetails, GroupRow
from practice.desk.practice import today
from practice.desk.usual import USUAL, minutes_of
from practice.errors import Refused
from practice.models.enums.attendance import MODE_WORDS
from practice.models.enums.groups import GROUP_KIND_WORDS, INTAKE_WORDS, ORIENTATION_WORDS
from practice.models.enums.notes import NOTE_FORM_WORDS
from practice.ui.actions import Actions
from practice.ui.beside import BESIDE, beside
from practice.ui.entry import EntryForm
from practice.ui.groups.minutes import LengthChoice
from practice.ui.groups.plan import PlanChoice, PlanEditor
from practice.ui.theme import Type
from practice.ui.widgets.choices import Choice, Suggestions
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput, TimeInput
from practice.ui.widgets.text import Text

KEYS = tuple(field.name for field in fields(GroupDetails))
_PLAN_HELP = (
    "The plan steers the cue only. Enter after the minutes adds a step, "
    "Alt with the arrow keys moves one, Alt+Delete takes it out."
)
_KEEP_HELP = "Only if other groups should find it too; Settings lists these plans."
_NOTE_FORMS = [(None, "As everywhere in the practice"), *NOTE_FORM_WORDS.items()]
_AUDIENCE_HELP = "Choose one or write your own; it helps to find a group that fits."


class GroupForm(EntryForm):
    """Adds a group, or changes `group`; `group_id` names it once it is saved."""

    def __init__(
        self, actions: Actions, group: GroupRow | None, *, parent: QWidget | None = None
    ) -> None:
        words = "Save changes" if group else "Add this group"
        super().__init__(actions, words, blame="name", parent=parent)
        self.group_id = group.id if group else ""
        self.title = f"Change {group.name}" if group else "New group"
        self.plan = PlanEditor()
        self.named = PlanChoice("Choose a plan")
        self.kind = Choice(list(GROUP_KIND_WORDS.items()))
        self._lay_out_fields()
        self.add_buttons()
        self.body.addStretch(1)
        self._length = self.fields["minutes"]
        self._begun = USUAL[self.kind.value()]
        self.named.activated.connect(self._take_named)
        self._length.editor.watch(self._compare, lambda _words: None)
        self.kind.activated.connect(self._begin_as_usual)
        self._fill(group)

    def _lay_out_fields(self) -> None:
        people = [(person.id, person.signature) for person in practice.clinicians()]
        name = LineInput(hint="Tuesday Recovery Skills")
        self.add(
            Field("name", "Name", name, required="Please give the group a name."),
            Field("kind", "Kind", self.kind),
        )
        self._part("When")
        self.add(
            Field("weekday", "Every", Choice(list(enumerate(WEEKDAYS)))),
            Field("time", "At", TimeInput(), required="Write when it begins, such as 18:00."),
            Field("minutes", "Minutes", LengthChoice()),
        )
        self.add(
            Field("starts_on", "First day", DateInput(), required="Write the first day."),
            Field("ends_on", "Last day", DateInput(), help="Empty while it goes on."),
        )
        self._part("How")
        self.add(
            Field("mode", "Mode", Choice(list(MODE_WORDS.items()))),
            Field("platform", "Platform", LineInput(hint="Zoom")),
        )
        self.add(
            Field("clinician", "Clinician", Choice(people)),
            Field("co_leader", BESIDE, Choice(beside())),
        )
        self.add(
            Field("link", "Meeting link", LineInput(limit=2_000, hint="https://")),
            Field("passcode", "Passcode", LineInput(hint="As people type it")),
        )
        self._part("For whom")
        audiences = list(dict.fromkeys((*AUDIENCES, *groups.audiences())))
        self.add(
            Field("audience", "Audience", Suggestions(audiences), help=_AUDIENCE_HELP),
            Field("orientation", "Orientation", Choice(list(ORIENTATION_WORDS.items()))),
        )
        self.add(Field("intake", "Joining", Choice(list(INTAKE_WORDS.items()))))
        self._part("What")
        self.add(Field("technique", "Technique or topic", LineInput(hint="Urge surfing")))
        self.add(Field("note_form", "Form of notes", Choice(_NOTE_FORMS)))
        self.add(
            Field("named", "Begin with a plan", self.named),
            Field("keep_as", "Keep the plan below as", LineInput(hint="A name"), help=_KEEP_HELP),
        )
        self.add(Field("plan", "Plan of a session", self.plan, help=_PLAN_HELP))

    def _part(self, words: str) -> None:
        heading = Text(words, Type.STRONG)
        heading.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(heading)

    def _fill(self, group: GroupRow | None) -> None:
        if group is None:
            self.fields["starts_on"].set_value(today())
            self.fields["weekday"].set_value(today().weekday())
        else:
            for key in KEYS:
                self.fields[key].set_value(getattr(group, key))
            self.fields["plan"].set_value(segments.of_group(group.id))
        self._compare()

    def _begin_as_usual(self) -> None:
        """A new group of this kind has its usual length and plan, unless one was typed already."""
        if not self.group_id and not self._has_own_plan():
            self._begun = USUAL[self.kind.value()]
            self.plan.set_value(self._begun)
            self._length.set_value(minutes_of(self._begun))

    def _take_named(self) -> None:
        if plan := self.named.value():
            self.plan.set_value(plan)

    def _has_own_plan(self) -> bool:
        try:
            return self.plan.value() not in ((), self._begun)
        except Refused:
            return True

    def _compare(self) -> None:
        try:
            self.plan.set_length(self._length.value())
        except Refused:
            self.plan.set_length(None)

    def act(self) -> None:
        details = GroupDetails(**{key: self.fields[key].value() for key in KEYS})
        plan, keep_as = self.fields["plan"].value(), self.fields["keep_as"].value()
        if self.group_id:
            groups.change(self.group_id, details, plan, keep_as)
        else:
            self.group_id = groups.add(details, plan, keep_as)
