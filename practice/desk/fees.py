"""Fees for missed sessions: suggested by the practice's policy, charged or waived by a person only.

A member with Medicaid may not be charged for a missed session (42 CFR 447.15, as CMS reads it), so
nobody is whose kind of payer is not recorded; the database refuses it too (models/guards/). A fee
is between the practice and the member: it stands on no report, superbill or claim. Every decision
is kept with who and when; deciding again adds another one, and the newest holds.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta

from peewee import JOIN

from practice import clock
from practice.desk import members
from practice.desk.entry import required
from practice.desk.members import short_name
from practice.desk.outreach_rules import MISSED
from practice.desk.practice import only_owner
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.fees import FeeDecision
from practice.models.enums.members import PayerKind
from practice.models.enums.sessions import SESSION_KIND_WORDS, SessionKind
from practice.models.guards.fees import MEDICAID, UNKNOWN
from practice.models.office import Attendance, Fee, FeePolicy, Group, Member, Session, User
from practice.models.read import first, kept, rows, tuples
from practice.text import clean_line

THE_ONE = "fees"
MOST = 100_000
"""Cents; a thousand of the currency's unit, above which it is taken for a slip."""
LATEST = 200
"""How many decisions of the whole practice are read."""
AMOUNT = "Write an amount above zero, at most 1,000."
NO_STATUS = "Choose at least one kind of missed session that may cost something."
GRACE = "Write whole numbers: free misses from 0 to 20, within 1 to 730 days."
NOT_SUGGESTED = "No fee is suggested for this session, so none can be charged."
OFFICE_WORDS = "Office words only; nothing about care belongs here."
NO_MEDICAID = "None: members with Medicaid may not be charged for missed sessions (42 CFR 447.15)."
NO_REASON = "Say why the fee is waived; the reason is kept with the decision."


@dataclass(frozen=True, kw_only=True)
class Policy:
    """`cents` for a session missed in one of `statuses`, after `grace` within `grace_days` days.

    Sessions before `since` never cost anything, so that nobody pays by a policy made later.
    """

    cents: int
    statuses: frozenset[Status]
    grace: int
    grace_days: int
    since: date


@kept(OFFICE)
def policy() -> Policy | None:
    """As it stands; None where the practice charges nothing."""
    columns = [f for f in FeePolicy._meta.sorted_fields if f.name != "id"]
    return first(FeePolicy.select(*columns), Policy)


def save_policy(wanted: Policy | None) -> None:
    """Change it, or with None have no fees any more; decisions made stay. Only an owner does.

    Raises Refused at the field that is wrong.
    """
    if wanted is not None:
        _check(wanted)
    only_owner()
    with operation(OFFICE, "Change the policy for fees"):
        FeePolicy.delete().execute()
        if wanted is not None:
            FeePolicy.create(id=THE_ONE, **asdict(wanted))


def _check(wanted: Policy) -> None:
    if not 0 < wanted.cents <= MOST:
        raise Refused(AMOUNT, field="cents")
    if not wanted.statuses or not wanted.statuses <= set(MISSED):
        raise Refused(NO_STATUS, field="statuses")
    if not 0 <= wanted.grace <= 20 or not 1 <= wanted.grace_days <= 730:
        raise Refused(GRACE, field="grace")


@dataclass(frozen=True, kw_only=True)
class _OfMissed:
    """Whose missed session it is about, and which. `starts` is wall time."""

    member: str
    given_name: str
    family_name: str
    preferred_name: str
    session: str
    starts: datetime
    group_name: str | None
    kind: SessionKind

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def service(self) -> str:
        """The group's name, or the kind of a session with this member alone."""
        return self.group_name or SESSION_KIND_WORDS[self.kind]


@dataclass(frozen=True, kw_only=True)
class Suggestion(_OfMissed):
    """One missed session that may cost something and is not decided."""

    payer_kind: PayerKind | None
    status: Status


@dataclass(frozen=True, kw_only=True)
class FeeRow(_OfMissed):
    """One decision. `at` is a moment; no `status` means no longer on the session's roster."""

    id: str
    status: Status | None
    decision: FeeDecision
    cents: int
    reason: str
    at: datetime
    by_name: str

    @property
    def corrected(self) -> bool:
        """Whether attendance no longer says that this session was missed."""
        return self.status not in MISSED


def suggestions(member_id: str = "") -> list[Suggestion]:
    """Everything the policy would charge for and nobody has decided about, oldest first.

    Members with Medicaid are left out: nothing is to be decided about them.
    """
    known = policy()
    if known is None:
        return []
    query = Fee.select(Fee.member, Fee.session)
    decided = set(tuples(query.where(Fee.member == member_id) if member_id else query))
    return [
        one
        for one in _chargeable(known, member_id)
        if (one.member, one.session) not in decided and one.payer_kind is not PayerKind.MEDICAID
    ]


def decisions(member_id: str = "") -> list[FeeRow]:
    """The decision that holds for each session, newest first; see `history`."""
    newest: dict[tuple[str, str], FeeRow] = {}
    for fee in history(member_id):
        newest.setdefault((fee.member, fee.session), fee)
    return list(newest.values())


def history(member_id: str = "") -> list[FeeRow]:
    """Every decision ever made about a member, or the latest of the practice, newest first."""
    same = (Attendance.session == Fee.session) & (Attendance.member == Fee.member)
    own = (Fee.id, Fee.member, Fee.session, Fee.decision, Fee.cents, Fee.reason, Fee.at)
    query = (
        Fee.select(
            *own,
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
            Session.starts,
            Group.name.alias("group_name"),
            Session.kind,
            Attendance.status,
            User.name.alias("by_name"),
        )
        .join(Member)
        .switch(Fee)
        .join(User)
        .switch(Fee)
        .join(Session)
        .join(Group, JOIN.LEFT_OUTER)
        .join(Attendance, JOIN.LEFT_OUTER, on=same)
        .order_by(Fee.at.desc(), Session.starts.desc())
    )
    return rows(query.where(Fee.member == member_id) if member_id else query.limit(LATEST), FeeRow)


def charge(member_id: str, session_id: str) -> None:
    """Charge what the policy says for a missed session; a waived one can be charged after all.

    Raises Refused for a member with Medicaid or with no kind of payer on record, and where the
    policy asks nothing.
    """
    kind = members.member(member_id).payer_kind
    if kind in (None, PayerKind.MEDICAID):
        raise Refused(MEDICAID if kind else UNKNOWN)
    known = policy()
    if known is None or not any(one.session == session_id for one in _chargeable(known, member_id)):
        raise Refused(NOT_SUGGESTED)
    _decide(member_id, session_id, FeeDecision.CHARGED, known.cents)


def waive(member_id: str, session_id: str, reason: str) -> None:
    """Ask nothing for a missed session. Raises Refused at `reason` where none is given."""
    required(reason, "reason", NO_REASON)
    known = policy()
    _decide(member_id, session_id, FeeDecision.WAIVED, known.cents if known else 0, reason)


def _decide(
    member_id: str, session_id: str, decision: FeeDecision, cents: int, reason: str = ""
) -> None:
    words = {FeeDecision.CHARGED: "Charge a fee", FeeDecision.WAIVED: "Waive a fee"}
    said = clean_line(reason, field="reason")
    with operation(OFFICE, words[decision]):
        Fee.create(
            member=member_id,
            session=session_id,
            decision=decision,
            cents=cents,
            reason=said,
            at=clock.now(),
            by=OFFICE.actor,
        )


def _chargeable(known: Policy, member_id: str) -> list[Suggestion]:
    """Every miss beyond the free ones, decided or not, oldest first."""
    begin = known.since - timedelta(days=known.grace_days)
    query = (
        Session.select(
            Attendance.member,
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
            Member.payer_kind,
            Attendance.session,
            Session.starts,
            Group.name.alias("group_name"),
            Session.kind,
            Attendance.status,
        )
        .join(Attendance, JOIN.INNER if member_id else JOIN.CROSS)
        .join(Member, on=(Attendance.member == Member.id))
        .switch(Session)
        .join(Group, JOIN.LEFT_OUTER)
        .where(
            Attendance.session == Session.id,
            Session.starts >= datetime.combine(begin, time.min),
            Attendance.status.in_(list(known.statuses)),
        )
        .order_by(Session.starts, Member.given_name, Member.family_name)
    )
    found = rows(query.where(Attendance.member == member_id) if member_id else query, Suggestion)
    return [one for one in _beyond_grace(found, known) if one.starts.date() >= known.since]


def _beyond_grace(found: Iterable[Suggestion], known: Policy) -> list[Suggestion]:
    """Those with as many earlier misses in the period before them as are free."""
    earlier: dict[str, list[date]] = {}
    beyond = []
    for one in found:
        day, days = one.starts.date(), earlier.setdefault(one.member, [])
        window = [past for past in days if day - past < timedelta(days=known.grace_days)]
        if len(window) >= known.grace:
            beyond.append(one)
        days.append(day)
    return beyond
