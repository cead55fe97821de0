"""Papers the office gave out: who, when, what and for whom; letters kept byte for byte."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from practice.desk.shelf import Shelf
from practice.models.base import OFFICE
from practice.models.office import IssuedPaper
from practice.models.read import one, rows

_SHELF = Shelf(OFFICE, IssuedPaper)


@dataclass(frozen=True, kw_only=True)
class Issue:
    """What is written down about a paper when it leaves; a letter is about one member."""

    kind: str
    title: str
    member_id: str | None = None
    recipient: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class IssueRow(Issue):
    """One paper that left."""

    id: str
    issued_at: datetime
    issued_by: str
    sha256: str


def keep(issue: Issue, pdf: bytes) -> str:
    """Write a paper down before it leaves, a letter with its bytes; returns its id."""
    return _SHELF.keep(asdict(issue), pdf, bytes_too=issue.member_id is not None)


_COLUMNS = (
    *(column for column in _SHELF.columns if column is not IssuedPaper.member),
    IssuedPaper.member.alias("member_id"),
)


def of_member(member_id: str) -> list[IssueRow]:
    """The letters about a member, newest first."""
    query = IssuedPaper.select(*_COLUMNS).where(IssuedPaper.member == member_id)
    return rows(query.order_by(IssuedPaper.issued_at.desc()), IssueRow)


def paper(issue_id: str) -> IssueRow:
    """One paper that left."""
    return one(IssuedPaper.select(*_COLUMNS).where(IssuedPaper.id == issue_id), IssueRow)


pdf_of = _SHELF.pdf_of
reprint = _SHELF.reprint
