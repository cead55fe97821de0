"""Someone came without an appointment: into a group of today, or a session of their own."""

from datetime import datetime

from practice.desk import schedule, series, sessions, visitors
from practice.desk.practice import clinicians, today, wall_now
from practice.models.enums.groups import VisitBecause
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind, SessionState
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.groups.minutes import LengthChoice
from practice.ui.members.directory import entries
from practice.ui.members.picker import MemberPicker
from practice.ui.theme import Type
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.text import Text

_OPEN = (SessionState.PLANNED, SessionState.LIVE)
_OWN = (SessionKind.INDIVIDUAL, SessionKind.PEER)


class WalkInForm(EntryForm):
    """The groups of today that are not over are offered first."""

    def __init__(self, actions: Actions, clinician: str) -> None:
        super().__init__(actions, "Add to today", blame="member")
        self.body.addWidget(Text("Walk-in", Type.STRONG))
        people = [(who.id, who.name) for who in clinicians()]
        self._member = Field("member", "Member", MemberPicker(entries()))
        self._into = Field("into", "Into", Choice(_offered()))
        self._clinician = Field("clinician", "Clinician", Choice(people))
        self._minutes = Field("minutes", "Minutes", LengthChoice())
        self._minutes.set_value(50)
        if any(clinician == who for who, _name in people):
            self._clinician.set_value(clinician)
        self.add(self._member)
        self.add(self._into)
        self.add(self._minutes)
        self.add(self._clinician)
        self.add_buttons()
        self._into.editor.watch(self._tell, lambda _words: None)
        self._tell()

    @property
    def placed_at(self) -> datetime:
        """Now, wall time."""
        return wall_now()

    def _tell(self) -> None:
        own = isinstance(self._into.value(), SessionKind)
        self._minutes.setVisible(own)
        self._clinician.setVisible(own)

    def act(self) -> None:
        into, member = self._into.value(), self._member.value()
        if isinstance(into, SessionKind):
            series.walk_in(member, self._clinician.value(), self._minutes.value(), into)
        else:
            self._join(into, member)

    def _join(self, session_id: str, member: str) -> None:
        if schedule.session(session_id).state is SessionState.PLANNED:
            visitors.invite(session_id, member, VisitBecause.OTHER)
        else:
            sessions.add_person(session_id, member)


def _offered() -> list[tuple[str | SessionKind, str]]:
    now = wall_now()
    groups = [
        (row.id, f"{row.title}, {row.starts:%H:%M}")
        for row in schedule.on_day(today())
        if row.kind is SessionKind.GROUP and row.state in _OPEN and row.ends > now
    ]
    return [*groups, *((kind, f"{SESSION_KIND_WORDS[kind]} now") for kind in _OWN)]
