"""Documents that left the practice: kept byte for byte, listed, printed again as they were."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from practice.desk.shelf import Shelf
from practice.models.base import CLINICAL
from practice.models.clinical import IssuedReport
from practice.models.read import rows


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What is written down about a document when it leaves."""

    member_id: str
    kind: str
    title: str
    period_from: date
    period_until: date
    recipient: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class IssueRow(Issue):
    """One document that left; its bytes are read by `pdf_of`."""

    id: str
    issued_at: datetime
    issued_by: str
    sha256: str


_SHELF = Shelf(CLINICAL, IssuedReport)


def keep(issue: Issue, pdf: bytes) -> str:
    """Store a document at the moment it leaves; returns its id. Do this before printing it."""
    return _SHELF.keep(asdict(issue), pdf)


def of_member(member_id: str) -> list[IssueRow]:
    """What left about a member, newest first."""
    query = IssuedReport.select(*_SHELF.columns).where(IssuedReport.member_id == member_id)
    return rows(query.order_by(IssuedReport.issued_at.desc()), IssueRow)


pdf_of = _SHELF.pdf_of
reprint = _SHELF.reprint
