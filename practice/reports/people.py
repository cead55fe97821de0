"""Who a document is about and who signs it."""

from dataclasses import dataclass
from datetime import date, datetime

from practice.reports.parts import Composer
from practice.reports.words import day, day_and_time


@dataclass(frozen=True)
class Member:
    """The member as a payer knows them; a document needs a birth date or a member ID.

    `code` is the practice's own number, printed where a payer has none.
    """

    name: str
    birth_date: date | None = None
    member_id: str = ""
    payer: str = ""
    code: str = ""


@dataclass(frozen=True)
class Signature:
    """Who signs; with `signed_at` (aware) the moment is printed, else a line to sign on."""

    name: str
    credentials: str = ""
    licence: str = ""
    npi: str = ""
    signed_at: datetime | None = None


def running_words(kind: str, member: Member) -> tuple[str, ...]:
    """What identifies the record at the top of every page."""
    born = f"born {day(member.birth_date)}" if member.birth_date else ""
    own = f"Record {member.code}" if member.code else ""
    identity = f"Member ID {member.member_id}" if member.member_id.strip() else own
    return tuple(filter(None, (kind, member.name, born, identity)))


def with_credentials(signature: Signature) -> str:
    """Name and credentials, as they stand below a signature."""
    return ", ".join(filter(str.strip, (signature.name, signature.credentials)))


def add_signature(page: Composer, signature: Signature, zone: str) -> None:
    """The signature block, kept in one piece."""
    numbers = (
        f"Licence {signature.licence}" if signature.licence.strip() else "",
        f"NPI {signature.npi}" if signature.npi.strip() else "",
    )
    signed = (
        f"Signed electronically on {day_and_time(signature.signed_at, zone)} ({zone})"
        if signature.signed_at
        else ""
    )
    page.signature(with_credentials(signature), [" · ".join(filter(None, numbers))], signed)
