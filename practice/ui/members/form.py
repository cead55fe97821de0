"""Everything on record about a member, to fill in; only the name has to be."""

from dataclasses import fields

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.desk import members
from practice.desk.members import MemberDetails, MemberRow
from practice.errors import Refused
from practice.models.enums.members import ANSWER_WORDS, PAYER_KIND_WORDS, Answer, PayerKind
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.theme import Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.text import Text
from practice.ui.zones import zones

KEYS = tuple(field.name for field in fields(MemberDetails))


class MemberForm(EntryForm):
    """Adds a member, or changes `member`. `show_other` carries the id of someone much alike."""

    show_other = Signal(str)

    def __init__(
        self, actions: Actions, member: MemberRow | None, *, parent: QWidget | None = None
    ) -> None:
        words = "Save changes" if member else "Add this member"
        super().__init__(actions, words, blame="given_name", parent=parent)
        self.title = f"Change {member.full_name}" if member else "New member"
        self.member_id = member.id if member else ""
        everybody = members.members() + members.members(archived=True)
        self._others = [row for row in everybody if row.id != self.member_id]
        self._other_id = ""
        self._lay_out_alike()
        self._lay_out_fields(member)
        self.add_buttons()
        self.body.addStretch(1)
        for key in KEYS:
            if member:
                self.fields[key].set_value(getattr(member, key))
        for key in ("given_name", "family_name", "birth_date"):
            self.fields[key].editor.watch(self._look_alike, lambda _words: None)

    def _lay_out_alike(self) -> None:
        show = Button("Show them", ButtonKind.QUIET)
        show.clicked.connect(lambda: self.show_other.emit(self._other_id))
        self.alike = Banner(BannerKind.WARNING, button=show)
        self.body.addWidget(self.alike)

    def _lay_out_fields(self, member: MemberRow | None) -> None:
        self._part("Name")
        self.add(
            Field("given_name", "Given name", LineInput(), required="Please enter a name."),
            _line("family_name", "Family name"),
        )
        self.add(
            _line("preferred_name", "Goes by", "If it is another name than the given one."),
            _line("pronouns", "Pronouns", "As the member says them."),
        )
        self.add(
            Field("birth_date", "Birth date", DateInput()),
            _line("sex", "Sex as the payer records it", "As on the insurance card."),
        )
        self._part("Contact")
        self.add(_line("phone", "Phone"), _line("email", "Email"))
        self.add(Field("address", "Address", TextInput(lines=3, limit=1_000)))
        self._part("How we may reach them")
        self.add(_asked("may_call", "Call"), _asked("may_voicemail", "Leave voicemail"))
        self.add(_asked("may_text", "Text"), _asked("may_write", "Write"))
        self.add(_line("contact_name", "Name to ask for", "If not the one they go by."))
        self._part("In an emergency")
        self.add(_line("emergency_name", "Emergency contact"), _line("emergency_phone", "Phone"))
        self._part("Telehealth")
        self.add(
            _line("location", "Usual location", "Where they usually take part, such as Home."),
            Field("consent_on", "Consent to telehealth on", DateInput()),
        )
        self.add(Field("time_zone", "Time zone", Choice(_zones(member))))
        self._part("Payer")
        kinds: list[tuple[PayerKind | None, str]] = [(None, "Not known yet")]
        kind = Field("payer_kind", "Kind of payer", Choice(kinds + list(PAYER_KIND_WORDS.items())))
        self.add(_line("payer", "Payer"), kind)
        self.add(_line("payer_member_id", "Member ID"))

    def _part(self, words: str) -> None:
        heading = Text(words, Type.STRONG)
        heading.setContentsMargins(0, 8, 0, 0)
        self.body.addWidget(heading)

    def details(self) -> MemberDetails:
        """What stands in the form; raises Refused where it can't be read."""
        return MemberDetails(**{key: self.fields[key].value() for key in KEYS})

    def act(self) -> None:
        if self.member_id:
            members.change(self.member_id, self.details())
        else:
            self.member_id = members.add(self.details())

    def _look_alike(self) -> None:
        """Ask, never forbid: two people may share a name and a birthday."""
        try:
            other = members.alike(self.details(), self._others)
        except Refused:
            other = None
        self._other_id = other.id if other else ""
        self.alike.say(_same(other) if other else "")


def _same(other: MemberRow) -> str:
    born = show_date(other.birth_date) if other.birth_date else ""
    former = ", a former member" if other.archived else ""
    return (
        f"{other.full_name} ({other.code}{former}), born {born}, is already on record. "
        "If this is the same person, use that page; if not, go on."
    )


def _line(key: str, label: str, help: str = "") -> Field[str]:  # noqa: A002
    return Field(key, label, LineInput(), help=help)


def _asked(key: str, label: str) -> Field[Answer]:
    return Field(key, label, Choice(list(ANSWER_WORDS.items())))


def _zones(member: MemberRow | None) -> list[tuple[str, str]]:
    stored = {member.time_zone} if member else set()
    names = sorted({*zones(), *stored} - {""})
    return [("", "Same as the practice"), *((name, name.replace("_", " ")) for name in names)]
