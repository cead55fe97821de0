"""Logging tries to reach a member, and what a person decides about a row of the outreach board.

What is logged is kept for good (models/guards/): a slip is put right by Undo at once, or later by
another entry. The words are office words; nothing clinical belongs here.
"""

from dataclasses import dataclass
from datetime import date, datetime

from practice import clock
from practice.desk import contact_rules, members, outreach, outreach_rules, toplace
from practice.desk.contact_rules import Way
from practice.desk.members import MemberDetails
from practice.desk.outreach import Row
from practice.desk.practice import from_wall, today, wall_now
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.members import Answer
from practice.models.enums.outreach import Channel, Ended, Outcome
from practice.models.enums.sessions import ToPlaceWhy
from practice.models.office import Contact, Member, Outreach, OutreachMiss
from practice.text import clean_line

FITS = {
    Channel.CALL: (
        Outcome.REACHED,
        Outcome.VOICEMAIL,
        Outcome.NO_ANSWER,
        Outcome.WRONG_NUMBER,
        Outcome.ASKED_NOT_TO,
    ),
    Channel.MESSAGE: (
        Outcome.MESSAGE_SENT,
        Outcome.REACHED,
        Outcome.WRONG_NUMBER,
        Outcome.ASKED_NOT_TO,
    ),
    Channel.LETTER: (Outcome.LETTER_SENT, Outcome.REACHED),
}
"""What can come of each way of trying."""
WAYS = {Channel.CALL: Way.CALL, Channel.MESSAGE: Way.TEXT, Channel.LETTER: Way.WRITE}
FUTURE = "This moment is still to come. Please check the day and the time."
NOT_OVER = "Their row is closed. Open it again, or add them to the board."
THEY_DID = "If it was they who got in touch, log it as reached."
_THEIRS = (Outcome.REACHED, Outcome.ASKED_NOT_TO)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One try: how, what came of it, when (wall time) and the day of the next step, if any."""

    channel: Channel
    outcome: Outcome
    at: datetime
    due: date | None
    words: str = ""


def refusal(member: MemberDetails, channel: Channel, outcome: Outcome | None = None) -> str:
    """Why a member is not to be tried this way, in words; empty where they may be."""
    ways = [WAYS[channel]]
    if outcome is Outcome.VOICEMAIL:
        ways.append(Way.VOICEMAIL)
    found = (contact_rules.rule(member, way) for way in ways)
    return next((rule.words for rule in found if not rule.allowed), "")


def suggested(member_id: str, outcome: Outcome, at: datetime) -> date | None:
    """The day of the next step after a try at a wall time; None where nothing is to be done."""
    row = outreach.row_of(member_id)
    missed = outreach.missed_on(row) if row else at.date()
    return outreach_rules.next_due(missed, outcome, at.date(), outreach_rules.policy())


def log_now(member_id: str, channel: Channel, outcome: Outcome) -> None:
    """A try that has just been made; the next step is the suggested one. See `log`."""
    now = wall_now()
    day = suggested(member_id, outcome, now)
    log(member_id, Entry(channel=channel, outcome=outcome, at=now, due=day))


def letter_left(member_id: str) -> bool:
    """A letter about a missed session has left: it is logged where the member is on the board.

    Returns whether they are.
    """
    if outreach.row_of(member_id) is None:
        return False
    log_now(member_id, Channel.LETTER, Outcome.LETTER_SENT)
    return True


def log(member_id: str, entry: Entry) -> None:
    """Write down a try to reach a member; asking not to be called changes their answer to that.

    Raises Refused for a moment still to come, and for a way that the member said no to, unless it
    was they who got in touch.
    """
    if entry.outcome not in FITS[entry.channel]:
        raise ValueError(entry.outcome)
    if entry.at > wall_now():
        raise Refused(FUTURE, field="time")
    said_no = refusal(members.member(member_id), entry.channel, entry.outcome)
    if said_no and entry.outcome not in _THEIRS:
        raise Refused(f"{said_no} {THEY_DID}", field="outcome")
    words = clean_line(entry.words, field="words")
    with operation(OFFICE, "Log a try to reach a member"):
        Contact.create(
            outreach=_touch(member_id, entry.due),
            at=from_wall(entry.at),
            channel=entry.channel,
            outcome=entry.outcome,
            words=words,
            by=OFFICE.actor,
            logged_at=clock.now(),
        )
        if entry.outcome is Outcome.ASKED_NOT_TO:
            answer = {WAYS[entry.channel].value: Answer.NO}
            Member.update(**answer).where(Member.id == member_id).execute()


def set_due(member_id: str, day: date | None) -> None:
    """Move the day of the next step; None takes it away."""
    with operation(OFFICE, "Change when to reach out"):
        _touch(member_id, day)


def add(member_id: str) -> None:
    """Put someone on the board by hand, due today. Raises Refused where they are on it already."""
    if outreach.row_of(member_id) is not None:
        raise Refused("They are on the board already.", field="member")
    with operation(OFFICE, "Put a member on the outreach board"):
        Outreach.create(member=member_id, opened_at=clock.now(), due=today())


def close(member_id: str, ended: Ended, words: str = "") -> None:
    """A person says that this is done, and why.

    Whoever wants another time waits on the tray of the schedule from then on.
    """
    said = clean_line(words, field="words")
    with operation(OFFICE, "Close a row of the outreach board"):
        row_id = _touch(member_id, None)
        Outreach.update(closed_at=clock.now(), ended=ended, words=said).where(
            Outreach.id == row_id
        ).execute()
        if ended is Ended.OTHER_TIME and not toplace.waits(member_id):
            toplace.ask(member_id, ToPlaceWhy.MISSED, said)


def reopen(row_id: str) -> None:
    """Take the closing back; due today. Raises Refused where another row of theirs is open."""
    with operation(OFFICE, "Open a row of the outreach board again"):
        Outreach.update(closed_at=None, ended=None, words="", due=today()).where(
            Outreach.id == row_id
        ).execute()


def _touch(member_id: str, due: date | None) -> str:
    """The stored row of a member, with every session it is about now; made at the first touch."""
    row = outreach.row_of(member_id)
    if row is None:
        raise Refused(NOT_OVER)
    row_id = row.id or str(Outreach.create(member=member_id, opened_at=clock.now()).id)
    _keep_misses(row, row_id)
    Outreach.update(due=due).where(Outreach.id == row_id).execute()
    return row_id


def _keep_misses(row: Row, row_id: str) -> None:
    query = OutreachMiss.select().where(OutreachMiss.outreach == row_id)
    known = {kept.session_id for kept in query}
    for missed in row.missed:
        if missed.session not in known:
            OutreachMiss.create(outreach=row_id, session=missed.session)
