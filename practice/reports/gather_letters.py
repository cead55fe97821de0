"""From office.db to a member's letters. Raises Refused, at its field, for what must not leave."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from practice.desk import absence, calendar, contact_rules, history, members, roster, schedule
from practice.desk.calendar import Appointment
from practice.desk.contact_rules import Way
from practice.desk.history import Visit
from practice.desk.issued import Issue, IssueRow
from practice.desk.members import MemberRow
from practice.desk.practice import (
    PracticeDetails,
    from_wall,
    practice,
    to_wall,
    today,
    user,
    wall_now,
)
from practice.desk.rates import Counts
from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.models.enums.sessions import SessionState
from practice.reports import certificate, missed
from practice.reports.certificate import PURPOSE_WORDS, Attended, Certificate, Purpose
from practice.reports.letter import Addressee, Envelope, Signer
from practice.reports.missed import MissedLetter
from practice.reports.prepared import Prepared, letterhead
from practice.reports.progress import PART2_STATEMENT
from practice.reports.words import Period, letter_day, plain
from practice.text import clean_line, clean_text

AHEAD = timedelta(weeks=5)
NO_ADDRESS = "{} has no address on record. Please enter it on the member’s page."
NOT_TO_WRITE = "{} Call them, or change this on the member’s page once they agreed."
NO_CONSENT = (
    "Your practice is under 42 CFR part 2, so this goes to somebody else only with the member’s "
    "written consent. Please enter its date, or leave the recipient empty and hand the letter to "
    "the member."
)
CONSENT_TO_COME = "The consent is dated after today. Please check the date of the written consent."


@dataclass(frozen=True, kw_only=True)
class CertificateChoice:
    """What a person chose for an attendance letter; no recipient: it is handed to the member."""

    member_id: str
    purpose: Purpose
    first: date
    last: date
    signer_id: str
    recipient: str = ""
    recipient_address: str = ""
    consent_on: date | None = None
    name_groups: bool = False


def attendance_letter(choice: CertificateChoice) -> Prepared:
    """The attendance letter as of now."""
    if choice.last < choice.first:
        raise Refused("The period ends before it starts. Choose a later end.", field="last")
    here, member = practice(), members.member(choice.member_id)
    recipient = clean_line(choice.recipient, field="recipient")
    to_others = here.part2 and bool(recipient)
    if to_others:
        _check_consent(choice.consent_on)
    address = clean_text(choice.recipient_address, field="recipient_address")
    visits = history.visits(choice.member_id, choice.first, choice.last)
    period = Period(choice.first, choice.last)
    letter = Certificate(
        envelope=_envelope(here, member, Addressee(recipient, address), choice.signer_id),
        purpose=choice.purpose,
        name=member.full_name,
        birth_date=member.birth_date,
        period=period,
        attended=tuple(_attended(v) for v in visits if v.status is Status.ATTENDED),
        counts=Counts.of(visit.status for visit in visits),
        their_zone=_zone_of(member),
        groups=choice.name_groups,
        statement=PART2_STATEMENT if to_others else "",
    )
    issue = Issue(
        kind=certificate.KIND,
        title=f"{PURPOSE_WORDS[choice.purpose]}, {period.words()}",
        member_id=member.id,
        recipient=recipient,
        consent_on=choice.consent_on if recipient else None,
    )
    return Prepared(
        issue, _named(member.id, certificate.KIND, today()), partial(certificate.render, letter)
    )


def _check_consent(consent_on: date | None) -> None:
    if consent_on is None:
        raise Refused(NO_CONSENT, field="consent_on")
    if consent_on > today():
        raise Refused(CONSENT_TO_COME, field="consent_on")


def _attended(visit: Visit) -> Attended:
    starts = from_wall(visit.starts)
    ends = starts + timedelta(minutes=visit.planned_minutes)
    return Attended(starts, ends, visit.minutes, visit.service)


def may_write(member: MemberRow) -> None:
    """Raise Refused where a member is not to be written to, or nobody knows where they live."""
    rule = contact_rules.rule(member, Way.WRITE)
    if not rule.allowed:
        raise Refused(NOT_TO_WRITE.format(rule.words), field="member_id")
    if not member.address.strip():
        raise Refused(NO_ADDRESS.format(member.full_name), field="member_id")


def missed_letter(
    member_id: str, session_id: str, signer_id: str, *, name_group: bool = False
) -> Prepared:
    """The letter about one missed session, as of now."""
    here, member = practice(), members.member(member_id)
    may_write(member)
    session = schedule.session(session_id)
    coming = _next_of(member_id)
    letter = MissedLetter(
        envelope=_envelope(here, member, Addressee(member.full_name, member.address), signer_id),
        name=member.full_name,
        called=contact_rules.name_to_use(member),
        missed=from_wall(session.starts),
        coming=from_wall(coming.starts) if coming else None,
        their_zone=_zone_of(member),
        group=(session.group_name or "") if name_group else "",
    )
    issue = Issue(
        kind=missed.KIND,
        title=letter_day(session.starts.date()),
        member_id=member_id,
        recipient=member.full_name,
    )
    return Prepared(issue, _named(member.id, missed.KIND, today()), partial(missed.render, letter))


def _next_of(member_id: str) -> Appointment | None:
    """The member's next planned appointment within five weeks which they did not cancel."""
    groups = {one.group for one in roster.stretches_of(member_id)}
    now = wall_now()
    return next(
        (
            one
            for one in calendar.between(now.date(), now.date() + AHEAD)
            if one.state is SessionState.PLANNED
            and one.starts > now
            and (one.member == member_id or one.group in groups)
            and _is_expected(member_id, one.id)
        ),
        None,
    )


def _is_expected(member_id: str, session_id: str) -> bool:
    return any(
        one.member == member_id and one.status is Status.UNRECORDED
        for one in absence.expected(session_id)
    )


def _zone_of(member: MemberRow) -> str:
    """Where the member lives, if it is a time zone; imported rows may hold anything."""
    try:
        ZoneInfo(member.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ""
    return member.time_zone


def _envelope(
    here: PracticeDetails, member: MemberRow, addressee: Addressee, signer_id: str
) -> Envelope:
    signer = user(signer_id)
    return Envelope(
        letterhead=letterhead(here),
        addressee=addressee,
        written_on=today(),
        reference=member.code,
        signer=Signer(signer.name, signer.credentials),
        zone=here.time_zone,
        paper=here.paper,
    )


def file_name(issue: IssueRow) -> str:
    """A name for a letter that leaves again, which names nobody."""
    return _named(issue.member_id, issue.kind, to_wall(issue.issued_at).date())


def _named(member_id: str | None, kind: str, day: date) -> str:
    code = members.member(member_id).code if member_id else ""
    return plain(f"{code} {kind} {day.isoformat()}") + ".pdf"
