"""Ratings of a session: urge and mood from 0 to 10, as each member gave them before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from practice import clock
from practice.care import drafts
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Rating
from practice.models.enums.live import RATED_WHEN_WORDS, RATED_WORDS, Rated, RatedWhen
from practice.models.read import rows

MOST = 10
NOT_A_RATING = "Write a whole number from 0 to 10, or leave it empty."


@dataclass(frozen=True, order=True)
class Asked:
    """One of the four questions a member can be asked."""

    what: Rated
    moment: RatedWhen

    @property
    def key(self) -> str:
        """`urge-before`: the name of its field, and of its draft."""
        return f"{self.what.value}-{self.moment.value}"


QUESTIONS = tuple(Asked(what, moment) for moment in RatedWhen for what in Rated)


@dataclass(frozen=True)
class RatingRow:
    """One number a member gave, and when it was written down."""

    id: str
    session_id: str
    member_id: str
    what: Rated
    moment: RatedWhen
    value: int
    at: datetime

    @property
    def asked(self) -> Asked:
        """The question it answers."""
        return Asked(self.what, self.moment)


Given = Mapping[Asked, int]
"""What one member answered."""


def read(typed: str, field: str = "") -> int | None:
    """A typed rating; None where nothing stands there. Raises Refused, naming the field."""
    words = typed.strip()
    if not words:
        return None
    if not (words.isascii() and words.isdigit() and len(words) <= 2 and int(words) <= MOST):
        raise Refused(NOT_A_RATING, field=field)
    return int(words)


def rate(session_id: str, member_id: str, given: Mapping[Asked, int | None]) -> None:
    """Write down what a member answered; None takes an answer back. What is the same stays.

    The drafts of what changes go with it.
    """
    before = of_session(session_id).get(member_id, {})
    changed = {asked: value for asked, value in given.items() if before.get(asked) != value}
    if not changed:
        return
    with operation(CLINICAL, "Rate"):
        for asked, value in changed.items():
            _put(session_id, member_id, asked, value)
        for asked in given:
            drafts.discard(draft_key(session_id, member_id, asked))


def _put(session_id: str, member_id: str, asked: Asked, value: int | None) -> None:
    where = (
        (Rating.session_id == session_id)
        & (Rating.member_id == member_id)
        & (Rating.what == asked.what)
        & (Rating.moment == asked.moment)
    )
    if value is None:
        Rating.delete().where(where).execute()
    elif not Rating.update(value=value, at=clock.now()).where(where).execute():
        Rating.create(
            session_id=session_id,
            member_id=member_id,
            what=asked.what,
            moment=asked.moment,
            value=value,
            at=clock.now(),
        )


def rows_of(session_id: str) -> list[RatingRow]:
    """Every rating of a session."""
    return rows(Rating.select().where(Rating.session_id == session_id), RatingRow)


def of_session(session_id: str) -> dict[str, dict[Asked, int]]:
    """What everybody answered, by member id."""
    found: dict[str, dict[Asked, int]] = {}
    for row in rows_of(session_id):
        found.setdefault(row.member_id, {})[row.asked] = row.value
    return found


def in_words(given: Given) -> tuple[str, ...]:
    """`Urge 7 before, 4 after`, one for each thing that was rated."""
    found = []
    for what in Rated:
        parts = [
            f"{given[asked]} {RATED_WHEN_WORDS[asked.moment]}"
            for asked in QUESTIONS
            if asked.what is what and asked in given
        ]
        if parts:
            found.append(f"{RATED_WORDS[what]} {', '.join(parts)}")
    return tuple(found)


def change(given: Given, what: Rated) -> str:
    """`7→4`, `7→` before the second answer, `→4` without the first; empty without either."""
    before, after = (given.get(Asked(what, moment)) for moment in RatedWhen)
    if before is None and after is None:
        return ""
    return f"{'' if before is None else before}→{'' if after is None else after}"


def draft_key(session_id: str, member_id: str, asked: Asked) -> str:
    """Where a rating being typed is kept until it is on record."""
    return f"{_prefix(session_id)}{member_id}:{asked.key}"


def _prefix(session_id: str) -> str:
    return f"rating:{session_id}:{CLINICAL.actor}:"


def put_leftovers_on_record(session_id: str) -> None:
    """Ratings typed but not yet on record become so at the end; what is none is let go."""
    left = drafts.left_over(_prefix(session_id))
    by_member: dict[str, dict[Asked, int | None]] = {}
    by_key = {asked.key: asked for asked in QUESTIONS}
    for draft in left:
        member_id, _, key = draft.id.removeprefix(_prefix(session_id)).partition(":")
        if (value := _or_none(draft.text)) is not None:
            by_member.setdefault(member_id, {})[by_key[key]] = value
    for member_id, given in by_member.items():
        rate(session_id, member_id, given)
    _discard(draft.id for draft in left)


def _discard(keys: Iterable[str]) -> None:
    for key in keys:
        drafts.save(key, "")


def _or_none(typed: str) -> int | None:
    try:
        return read(typed)
    except Refused:
        return None
