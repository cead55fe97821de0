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
    """Store a document at the moment it leaves; returns its id. Do this before printing it.

    The same bytes about the same member are kept once, however often and by whichever way they
    leave; each time is written down.
    """
    digest = hashlib.sha256(pdf).hexdigest()
    row = IssuedReport.get_or_none(
        IssuedReport.member_id == issue.member_id, IssuedReport.sha256 == digest
    )
    if row is not None:
        note_event(CLINICAL, f"Issue again: {issue.kind}")
        return str(row.id)
    with operation(CLINICAL, f"Issue: {issue.kind}", undoable=False):
        row = IssuedReport.create(
            **{f: getattr(issue, f) for f in Issue.__dataclass_fields__},
            issued_at=clock.now(),
            issued_by=CLINICAL.actor,
            sha256=digest,
            pdf=pdf,
        )
    return str(row.id)


def of_member(member_id: str) -> list[IssueRow]:
    """What left about a member, newest first."""
    query = IssuedReport.select(*_WITHOUT_PDF).where(IssuedReport.member_id == member_id)
    return rows(query.order_by(IssuedReport.issued_at.desc()), IssueRow)


def pdf_of(issue_id: str) -> bytes:
    """The very bytes that left, to look at.

    Raises Unavailable when they no longer match what was written down about them.
    """
    row = IssuedReport.get_by_id(issue_id)
    pdf = bytes(row.pdf)
    if hashlib.sha256(pdf).hexdigest() != row.sha256:
        raise Unavailable(
            "The stored document was altered, so it is not printed. Restore a backup from before."
        )
    return pdf


def reprint(issue_id: str) -> bytes:
    """The very bytes that left, written down as leaving again. Raises Unavailable as `pdf_of`."""
    pdf = pdf_of(issue_id)
    note_event(CLINICAL, f"Issue again: {IssuedReport.get_by_id(issue_id).kind}")
    return pdf
