"""Whether a kind of group is for a member: asked at joining, and again whenever it changes."""

from practice.care import suitability
from practice.desk import groups
from practice.models.enums.groups import GROUP_KIND_WORDS, GroupKind
from practice.models.enums.members import SUITABILITY_WORDS, Suitability
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.theme import Type
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.text import Text

HELP = "{}. Only clinicians see this. It holds for every group of this kind and stops nobody."


class SuitabilityFields:
    """The word and its reason, added to a form; `record` writes them down, where they are new."""

    def __init__(self, form: Form) -> None:
        self.verdict: Choice[Suitability | None] = Choice(
            [(None, "Not asked yet"), *SUITABILITY_WORDS.items()]
        )
        self.reason = LineInput(limit=400)
        self._asked = Field("verdict", "Suited for this kind of group", self.verdict)
        self._kind: GroupKind | None = None
        self._before: tuple[Suitability | None, str] = (None, "")
        form.add(self._asked, Field("reason", "Why", self.reason))

    def show_for(self, group_id: str, member_id: str) -> None:
        """What holds for a member in the group's kind; nothing while nobody is chosen."""
        self._kind = groups.group(group_id).kind
        self._asked.set_help(HELP.format(GROUP_KIND_WORDS[self._kind]))
        known = suitability.of_members([member_id], self._kind).get(member_id)
        self._before = (known.verdict, known.reason) if known else (None, "")
        self.verdict.set_value(self._before[0])
        self.reason.set_value(self._before[1])

    def _new(self) -> tuple[GroupKind, Suitability, str] | None:
        verdict, reason = self.verdict.value(), self.reason.value()
        if self._kind is None or verdict is None or (verdict, reason) == self._before:
            return None
        return self._kind, verdict, reason

    def record(self, member_id: str) -> None:
        """Write it down; raises Refused at the reason where one is missing."""
        if new := self._new():
            suitability.record(member_id, *new)

    def check(self) -> None:
        """Raise what `record` would, before anything else is written."""
        if new := self._new():
            suitability.check(*new[1:])


class SuitabilityForm(EntryForm):
    """One member's suitability for the kind of a group."""

    def __init__(self, actions: Actions, group_id: str, member_id: str, name: str) -> None:
        super().__init__(actions, "Record suitability", blame="reason")
        self._member_id = member_id
        self.body.addWidget(Text(name, Type.EMPHASIS, wrap=True))
        self._fields = SuitabilityFields(self)
        self._fields.show_for(group_id, member_id)
        self._fields.verdict.set_value(Suitability.SUITED)
        self.add_buttons()

    def act(self) -> None:
        self._fields.record(self._member_id)
