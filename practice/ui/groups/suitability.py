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

HELP = "Only clinicians see this. It holds for every group of this kind and stops nobody."


class SuitabilityFields:
    """The word and its reason, added to a form; `record` writes them down, if one was chosen."""

    def __init__(self, form: Form, group_id: str) -> None:
        self.kind: GroupKind = groups.group(group_id).kind
        options = [(None, "Not asked yet"), *SUITABILITY_WORDS.items()]
        self.verdict: Choice[Suitability | None] = Choice(options)
        self.reason = LineInput(limit=400)
        label = f"Suited for: {GROUP_KIND_WORDS[self.kind].lower()}"
        form.add(
            Field("verdict", label, self.verdict, help=HELP), Field("reason", "Why", self.reason)
        )

    def record(self, member_id: str) -> None:
        """Write it down; raises Refused at the reason where one is missing."""
        verdict = self.verdict.value()
        if verdict is not None:
            suitability.record(member_id, self.kind, verdict, self.reason.value())

    def check(self) -> None:
        """Raise what `record` would, before anything else is written."""
        verdict = self.verdict.value()
        if verdict is not None:
            suitability.check(verdict, self.reason.value())


class SuitabilityForm(EntryForm):
    """One member's suitability for the kind of a group."""

    def __init__(self, actions: Actions, group_id: str, member_id: str, name: str) -> None:
        super().__init__(actions, "Record suitability", blame="reason")
        self._member_id = member_id
        self.body.addWidget(Text(name, Type.EMPHASIS, wrap=True))
        self._fields = SuitabilityFields(self, group_id)
        self._fields.verdict.set_value(Suitability.SUITED)
        self.add_buttons()

    def act(self) -> None:
        self._fields.record(self._member_id)
