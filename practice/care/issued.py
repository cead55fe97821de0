"""Documents that left the practice: kept byte for byte, listed, printed again as they were."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from practice import clock
from practice.errors import Unavailable
from practice.models.audit import note_event, operation
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


_WITHOUT_PDF = tuple(f for f in IssuedReport._meta.sorted_fields if f.name != "pdf")


def keep(issue: Issue, pdf: bytes) -> str:
    """Store a document at the moment it leaves; returns its id. Do this before printing it."""
    with operation(CLINICAL, f"Issue: {issue.kind}", undoable=False):
        row = IssuedReport.create(
            **{f: getattr(issue, f) for f in Issue.__dataclass_fields__},
            issued_at=clock.now(),
            issued_by=CLINICAL.actor,
            sha256=hashlib.sha256(pdf).hexdigest(),
            pdf=pdf,
        )
    return str(row.id)


def of_member(member_id: str) -> list[IssueRow]:
    """What left about a member, newest first."""
    query = IssuedReport.select(*_WITHOUT_PDF).where(IssuedReport.member_id == member_id)
    return rows(query.order_by(IssuedReport.issued_at.desc()), IssueRow)


def reprint(issue_id: str) -> bytes:
    """The very bytes that left, written down as printed again.

    Raises Unavailable when they no longer match what was written down about them.
    """
    row = IssuedReport.get_by_id(issue_id)
    pdf = bytes(row.pdf)
    if hashlib.sha256(pdf).hexdigest() != row.sha256:
        raise Unavailable(
            "The stored document was altered, so it is not printed. Restore a backup from before."
        )
    note_event(CLINICAL, f"Print again: {row.kind}")
    return pdf
