"""The facts of one member's session that a note states, taken from the attendance.

A signed note keeps them as they stood; while it is a draft they are read anew each time, so that
a corrected attendance shows at once. What nobody recorded is empty and is shown as missing.
"""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from enum import Enum

from practice.care import diagnoses, ratings
from practice.desk import presence, sessions
from practice.desk.groups import group
from practice.desk.members import MemberRow, member
from practice.desk.practice import UserRow, practice, to_wall, user
from practice.desk.schedule import SessionRow
from practice.desk.sessions import Seat
from practice.models.enums.attendance import MODE_WORDS, Mode, Status
from practice.models.enums.groups import GROUP_KIND_WORDS


class Gap(Enum):
    """What a payer would look for in a note and nobody recorded."""

    LOCATION = "location"
    AUDIO_REASON = "audio-reason"
    PLATFORM = "platform"
    CLINICIAN_LOCATION = "clinician-location"
    CONSENT = "consent"
    EMERGENCY = "emergency"


GAP_WORDS = {
    Gap.LOCATION: "member's location",
    Gap.AUDIO_REASON: "reason for audio only",
    Gap.PLATFORM: "platform",
    Gap.CLINICIAN_LOCATION: "your location",
    Gap.CONSENT: "telehealth consent",
    Gap.EMERGENCY: "emergency contact",
}


@dataclass(frozen=True)
class GoalFact:
    """A goal as it was worded, and the clinician's word on it in this session."""

    words: str
    progress: str


@dataclass(frozen=True)
class Subject:
    """The member as they were identified; `birth_date` is an ISO day or empty."""

    name: str
    code: str
    birth_date: str
    member_id: str
    payer: str


@dataclass(frozen=True)
class Signer:
    """Who signed, as they were registered at that moment."""

    name: str
    credentials: str
    licence: str
    npi: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Times are on the practice's wall, `HH:MM`; `minutes` are this member's own, rounded down.

    `group` is the group's name, or with `individual` the kind of a session with this member alone;
    `modality` is the group's kind. `clinician` led the session.
    `participants` counts everybody who attended, this member included; nobody is named.
    `diagnoses` are those of that day, principal first; `goals` are filled in when it is signed.
    `ratings` are the member's own, in words (care/ratings.py). `signer` is filled in when it is
    signed; notes of the first version lack it, `subject` and `modality`.
    """

    group: str
    day: str
    zone: str
    scheduled_start: str
    scheduled_stop: str
    started: str
    stopped: str
    participants: int
    minutes: int
    late: int
    left_early: int
    mode: str
    audio_reason: str
    platform: str
    location: str
    clinician: str
    clinician_location: str
    consent_on: str
    late_entry: bool
    emergency: str = ""
    diagnoses: tuple[str, ...] = ()
    ratings: tuple[str, ...] = ()
    goals: tuple[GoalFact, ...] = ()
    individual: bool = False
    modality: str = ""
    subject: Subject | None = None
    signer: Signer | None = None

    @property
    def date(self) -> date:
        """The day of the session, on the practice's wall."""
        return date.fromisoformat(self.day)

    @property
    def by_telehealth(self) -> bool:
        """Whether this member took part from elsewhere, by video or by phone."""
        return self.mode != MODE_WORDS[Mode.IN_PERSON]

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What a signed note should say and was not recorded."""
        audio = self.mode == MODE_WORDS[Mode.AUDIO]
        wanted = (
            (Gap.LOCATION, self.by_telehealth, self.location),
            (Gap.AUDIO_REASON, audio, self.audio_reason),
            (Gap.PLATFORM, self.by_telehealth, self.platform),
            (Gap.CLINICIAN_LOCATION, True, self.clinician_location),
            (Gap.CONSENT, self.by_telehealth, self.consent_on),
            (Gap.EMERGENCY, self.by_telehealth, self.emergency),
        )
        return tuple(gap for gap, needed, there in wanted if needed and not there)

    def to_text(self) -> str:
        """As stored in the signed note."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @staticmethod
    def from_text(text: str) -> "Facts":
        """As `to_text` stored them."""
        stored = json.loads(text)
        stored["diagnoses"] = tuple(stored["diagnoses"])
        stored["ratings"] = tuple(stored["ratings"])
        stored["goals"] = tuple(GoalFact(**goal) for goal in stored["goals"])
        for name, kind in (("subject", Subject), ("signer", Signer)):
            stored[name] = kind(**stored[name]) if stored.get(name) else None
        return Facts(**stored)


def of_seat(session: SessionRow, seat: Seat, everyone: list[Seat], given: ratings.Given) -> Facts:
    """The facts of one member who attended a session that has begun."""
    if session.started_at is None:
        raise ValueError("a session that has not begun has no facts")
    stopped_at = session.stopped_at or session.started_at
    started, stopped = to_wall(session.started_at), to_wall(stopped_at)
    details = member(seat.member)
    return Facts(
        group=session.service,
        individual=session.group is None,
        modality=GROUP_KIND_WORDS[group(session.group).kind] if session.group else "",
        day=started.date().isoformat(),
        zone=practice().time_zone,
        scheduled_start=_clock(session.starts),
        scheduled_stop=_clock(session.ends),
        started=_clock(started),
        stopped=_clock(stopped),
        participants=sum(s.status is Status.ATTENDED for s in everyone),
        minutes=presence.minutes(seat.stays, session.started_at, stopped_at),
        late=presence.minutes_late(seat.stays, session.started_at),
        left_early=presence.minutes_left_early(seat.stays, stopped_at),
        mode=MODE_WORDS[seat.mode or session.mode],
        audio_reason=seat.audio_reason,
        platform=session.platform,
        location=seat.location,
        clinician=user(session.clinician).signature,
        clinician_location=session.clinician_location,
        consent_on=details.consent_on.isoformat() if details.consent_on else "",
        late_entry=session.late_entry,
        emergency=" ".join(filter(None, (details.emergency_name, details.emergency_phone))),
        diagnoses=tuple(
            f"{d.code} {d.words}" for d in diagnoses.on_day(seat.member, started.date())
        ),
        ratings=ratings.in_words(given),
        subject=subject(details),
    )


def subject(row: MemberRow) -> Subject:
    """The member as identified today."""
    born = row.birth_date.isoformat() if row.birth_date else ""
    return Subject(row.full_name, row.code, born, row.payer_member_id, row.payer)


def signer(person: UserRow) -> Signer:
    """Who signs, as registered today."""
    return Signer(person.name, person.credentials, person.licence, person.npi)


def of_session(session: SessionRow) -> dict[str, Facts]:
    """The facts of everybody who attended, by member id."""
    everyone = sessions.seats(session.id)
    rated = ratings.of_session(session.id)
    return {
        seat.member: of_seat(session, seat, everyone, rated.get(seat.member, {}))
        for seat in everyone
        if seat.status is Status.ATTENDED
    }


def _clock(at: datetime | time) -> str:
    return f"{at:%H:%M}"
