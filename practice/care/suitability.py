"""Suitability: whether a kind of group is for a member now, asked by clinicians at joining.

Front desk sees nothing of it: it is kept in clinical.db and never stops anybody from joining.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from practice import clock
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Screening
from practice.models.enums.groups import GroupKind
from practice.models.enums.members import SUITABILITY_WORDS, Suitability
from practice.models.read import rows
from practice.text import clean_line

NOT_ASKED = "Suitability not asked yet"
WHY = "Please write why, in a few words."


@dataclass(frozen=True, kw_only=True)
class ScreeningRow:
    """One clinician's word; `reason` says why where someone is not suited now."""

    member_id: str
    verdict: Suitability
    reason: str
    author_id: str
    at: datetime

    @property
    def words(self) -> str:
        """`Needs individual work first: panic in groups`."""
        return ": ".join(filter(None, (SUITABILITY_WORDS[self.verdict], self.reason)))


def record(member_id: str, kind: GroupKind, verdict: Suitability, reason: str = "") -> None:
    """Write down a screening; those before it are kept.

    Raises Refused where somebody is not suited now and no reason is given.
    """
    why = check(verdict, reason)
    with operation(CLINICAL, "Record suitability"):
        Screening.create(
            member_id=member_id,
            kind=kind,
            verdict=verdict,
            reason=why,
            author_id=CLINICAL.actor,
            at=clock.now(),
        )


def check(verdict: Suitability, reason: str) -> str:
    """The reason as it will stand; raises Refused where one is missing."""
    why = clean_line(reason, 400, field="reason")
    if verdict is not Suitability.SUITED and not why:
        raise Refused(WHY, field="reason")
    return why


def of_members(member_ids: Iterable[str], kind: GroupKind) -> dict[str, ScreeningRow]:
    """What holds for each of these members in a kind of group."""
    wanted = list(member_ids)
    columns = (
        Screening.member_id,
        Screening.verdict,
        Screening.reason,
        Screening.author_id,
        Screening.at,
    )
    query = Screening.select(*columns).where(
        Screening.member_id.in_(wanted), Screening.kind == kind
    )
    return {row.member_id: row for row in rows(query.order_by(Screening.at), ScreeningRow)}


def concern(row: ScreeningRow | None) -> str:
    """What to show beside a member: that nobody asked, or why not; nothing where all is well."""
    if row is None:
        return NOT_ASKED
    return "" if row.verdict is Suitability.SUITED else row.words
