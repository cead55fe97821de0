"""What becomes free is offered to someone, and a person writes down what they said.

A seat is one session's, left free by somebody who cancelled; a place is in the group for good.
Nothing is ever given to anyone by the program, and no offer runs out by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from peewee import JOIN

from practice import clock
from practice.desk import openings, roster, visitors
from practice.desk.members import short_name
from practice.desk.openings import Opening
from practice.desk.practice import today, wall_now
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.groups import OfferState, VisitBecause
from practice.models.office import Group, Member, Offer, Session
from practice.models.read import one, rows

_TO_ANSWER = timedelta(days=1)
ANSWERED = "This offer was answered or withdrawn already."
GONE_BY = "This moment has passed. Please give them some time to answer."
TOO_LATE = "The session begins before that. Choose an earlier time."
NONE_FREE = "Nothing is free here any more, or it is offered already."
CANNOT_ASK = "They do not wait for this group, are expected anyway, or have not answered yet."


@dataclass(frozen=True, kw_only=True)
class OfferRow:
    """One offer. No `session` means a place in the group from `first_day` on.

    `starts` and `until` are wall times, `made_at` and `answered_at` moments (UTC).
    """

    id: str
    group: str
    group_name: str
    session: str | None
    starts: datetime | None
    member: str
    given_name: str
    family_name: str
    preferred_name: str
    first_day: date
    made_at: datetime
    until: datetime
    state: OfferState
    answered_at: datetime | None

    @property
    def short_name(self) -> str:
        return short_name(self.given_name, self.family_name, self.preferred_name)

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}".strip()


def _rows() -> Any:
    return (
        Offer.select(
            Offer,
            Group.name.alias("group_name"),
            Session.starts,
            Member.given_name,
            Member.family_name,
            Member.preferred_name,
        )
        .join(Group)
        .switch(Offer)
        .join(Session, JOIN.LEFT_OUTER)
        .switch(Offer)
        .join(Member)
        .order_by(Offer.until, Offer.made_at, Offer.id)
    )


def open_offers(group_id: str | None = None) -> list[OfferRow]:
    """Offers nobody answered yet, those to be answered first in front; of one group or of all."""
    query = _rows().where(Offer.state == OfferState.OFFERED)
    return rows(query.where(Offer.group == group_id) if group_id else query, OfferRow)


def history(group_id: str, limit: int = 12) -> list[OfferRow]:
    """A group's offers and what became of them, newest first."""
    query = _rows().where(Offer.group == group_id, Offer.state != OfferState.OFFERED)
    return rows(query.order_by(Offer.made_at.desc(), Offer.id).limit(limit), OfferRow)


def usual_until(opening: Opening) -> datetime:
    """When an answer is usually asked for (wall): within a day, and before a session begins."""
    tomorrow = wall_now().replace(second=0, microsecond=0) + _TO_ANSWER
    return tomorrow if opening.starts is None else min(tomorrow, opening.starts)


def offer(group_id: str, session_id: str | None, member_id: str, until: datetime) -> str:
    """Offer a free seat of a session, or with none a place in the group; returns the offer's id.

    `until` is wall time. Raises Refused where nothing is free or the time makes no sense.
    """
    opening = openings.find(group_id, session_id)
    if opening is None:
        raise Refused(NONE_FREE, field="member")
    if until <= wall_now():
        raise Refused(GONE_BY, field="until")
    if opening.starts is not None and until > opening.starts:
        raise Refused(TOO_LATE, field="until")
    if all(row.member != member_id for row in opening.candidates):
        raise Refused(CANNOT_ASK, field="member")
    with operation(OFFICE, "Offer a free seat" if session_id else "Offer a place in a group"):
        row = Offer.create(
            group=group_id,
            session=session_id,
            member=member_id,
            first_day=opening.first_day,
            made_at=clock.now(),
            until=until,
        )
        return str(row.id)


def accept(offer_id: str) -> None:
    """They said yes: they visit the session, or are in the group from the day offered, or today.

    Raises Refused where the seat or place was taken meanwhile, or the session has begun.
    """
    row = _unanswered(offer_id)
    with operation(OFFICE, "Record that an offer was accepted"):
        if row.session is None:
            roster.join(row.group, row.member, max(row.first_day, today()))
        else:
            visitors.invite(row.session, row.member, VisitBecause.WAITING)
        _answer(offer_id, OfferState.ACCEPTED)


def decline(offer_id: str) -> None:
    """They said no; they keep their place in line."""
    _unanswered(offer_id)
    with operation(OFFICE, "Record that an offer was declined"):
        _answer(offer_id, OfferState.DECLINED)


def give_up(offer_id: str) -> None:
    """No answer came; they keep their place in line."""
    _unanswered(offer_id)
    with operation(OFFICE, "Record that an offer was not answered"):
        _answer(offer_id, OfferState.EXPIRED)


def withdraw(offer_id: str) -> None:
    """It is not on offer any more, through nobody's answer; they may be offered it again."""
    _unanswered(offer_id)
    with operation(OFFICE, "Withdraw an offer"):
        _answer(offer_id, OfferState.WITHDRAWN)


def _unanswered(offer_id: str) -> OfferRow:
    row = one(_rows().where(Offer.id == offer_id), OfferRow)
    if row.state is not OfferState.OFFERED:
        raise Refused(ANSWERED)
    return row


def _answer(offer_id: str, state: OfferState) -> None:
    Offer.update(state=state, answered_at=clock.now()).where(Offer.id == offer_id).execute()
