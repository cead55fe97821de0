"""Members: who they are, how to reach them, who pays."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from difflib import SequenceMatcher

from practice.desk.entry import cleaned, required
from practice.desk.practice import today
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.members import Answer, PayerKind
from practice.models.office import Member
from practice.models.read import kept, one, rows, tuples
from practice.text import fold

OLDEST = date(1900, 1, 1)
ALIKE = 0.8
"""How alike two folded names are before people are asked whether they are one (0 to 1)."""
SHORTEST_NUMBER = 3
"""Figures of a phone number that are worth comparing without its signs."""


@dataclass(frozen=True, kw_only=True)
class MemberDetails:
    """What a form about a member holds; empty text means not known."""

    given_name: str
    family_name: str = ""
    preferred_name: str = ""
    pronouns: str = ""
    birth_date: date | None = None
    sex: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    time_zone: str = ""
    emergency_name: str = ""
    emergency_phone: str = ""
    location: str = ""
    consent_on: date | None = None
    contact_name: str = ""
    may_call: Answer = Answer.NOT_ASKED
    may_text: Answer = Answer.NOT_ASKED
    may_voicemail: Answer = Answer.NOT_ASKED
    may_write: Answer = Answer.NOT_ASKED
    payer_kind: PayerKind | None = None
    payer: str = ""
    payer_member_id: str = ""

    @property
    def full_name(self) -> str:
        """As it stands on papers."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def short_name(self) -> str:
        """As it stands in the window: the name they go by and one letter."""
        return short_name(self.given_name, self.family_name, self.preferred_name)


@dataclass(frozen=True, kw_only=True)
class MemberRow(MemberDetails):
    """A member on record. `code` names nobody; an archived member has left the practice."""

    id: str
    code: str
    archived: bool = False


def short_name(given: str, family: str, preferred: str) -> str:
    """`Dana R.`: the name someone goes by and the first letter of the family name."""
    called = preferred or given
    return f"{called} {family[0]}." if family else called


def add(details: MemberDetails) -> str:
    """Add a member; returns the id. Raises Refused at the field that is wrong."""
    details = checked(details)
    with operation(OFFICE, "Add a member"):
        number = Member.select().count() + 1
        return str(Member.create(code=f"M-{number:04}", **asdict(details)).id)


def change(member_id: str, details: MemberDetails) -> None:
    """Change a member's details. Raises Refused at the field that is wrong."""
    details = checked(details)
    with operation(OFFICE, "Change a member's details"):
        Member.update(**asdict(details)).where(Member.id == member_id).execute()


def set_payer_kind(member_id: str, kind: PayerKind) -> None:
    """Record who pays for a member's care, and nothing else."""
    with operation(OFFICE, "Record the kind of payer"):
        Member.update(payer_kind=kind).where(Member.id == member_id).execute()


def checked(details: MemberDetails, day: date | None = None) -> MemberDetails:
    """As they would be stored; `day` is today where many are checked at once.

    Raises Refused at the field that is wrong.
    """
    details = cleaned(details, long=frozenset({"address"}))
    required(details.given_name, "given_name", "Please enter a name.")
    for field, what in (("birth_date", "birth date"), ("consent_on", "consent date")):
        given = getattr(details, field)
        if given is not None and not OLDEST <= given <= (day or today()):
            raise Refused(f"The {what} should lie between 1900 and today.", field=field)
    return details


@kept(OFFICE)
def member(member_id: str) -> MemberRow:
    """One member."""
    return one(Member.select().where(Member.id == member_id), MemberRow)


@dataclass(frozen=True, kw_only=True)
class NameRow:
    """What tells one member from another."""

    id: str
    code: str
    given_name: str
    family_name: str
    preferred_name: str
    archived: bool

    @property
    def full_name(self) -> str:
        """Given and family name."""
        return f"{self.given_name} {self.family_name}".strip()


@kept(OFFICE)
def names() -> tuple[NameRow, ...]:
    """Everybody by name, former members after the others."""
    columns = (Member.id, Member.code, Member.given_name, Member.family_name)
    found = rows(Member.select(*columns, Member.preferred_name, Member.archived), NameRow)
    by_name = sorted(found, key=lambda m: (m.archived, fold(m.family_name), fold(m.given_name)))
    return tuple(by_name)


def without_birth_date(member_ids: Iterable[str]) -> set[str]:
    """Which of these have no birth date on record."""
    query = Member.select(Member.id).where(Member.id.in_(list(member_ids)))
    return {member_id for (member_id,) in tuples(query.where(Member.birth_date.is_null()))}


def named(member_ids: Iterable[str]) -> dict[str, MemberRow]:
    """Several members by their ids, former ones too."""
    query = Member.select().where(Member.id.in_(set(member_ids)))
    return {row.id: row for row in rows(query, MemberRow)}


def members(*, archived: bool = False) -> list[MemberRow]:
    """All members by name; former ones only when asked for."""
    query = Member.select().where(Member.archived == archived)
    return sorted(rows(query, MemberRow), key=lambda m: (fold(m.family_name), fold(m.given_name)))


def search(text: str, among: list[MemberRow]) -> list[MemberRow]:
    """Those whose names or code hold every word typed, accents forgiven.

    Where a figure is typed, phone number and birth date count too, however they are written:
    `555 0101`, `(518) 555`, `5 Mar 1985`, `3/5/1985`.
    """
    words = fold(text).replace(",", " ").split()
    figures = any(char.isdigit() for char in text)
    return [row for row in among if _holds(_known_by(row, figures=figures), words)]


def _known_by(row: MemberRow, *, figures: bool) -> str:
    names = f"{row.full_name} {row.preferred_name} {row.code}"
    if not figures:
        return fold(names)
    return fold(f"{names} {_digits(row.phone)} {_born(row.birth_date)}")


def _born(day: date | None) -> str:
    """A birth date in the ways people type it."""
    if day is None:
        return ""
    d, m, y = day.day, day.month, day.year
    short = f"{m}/{d}/{y} {d}/{m}/{y} {d}.{m}.{y}"
    return f"{day} {d} {day:%B %Y} {short} {day:%m/%d/%Y %d/%m/%Y %d.%m.%Y}"


def _holds(known: str, words: list[str]) -> bool:
    return all(
        word in known or (len(_digits(word)) >= SHORTEST_NUMBER and _digits(word) in known)
        for word in words
    )


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def alike(details: MemberDetails, among: list[MemberRow]) -> MemberRow | None:
    """Someone born the same day under much the same name, whichever way round it is written."""
    name = _sorted_words(details.full_name)
    for row in among:
        if row.birth_date is not None and row.birth_date == details.birth_date and name:
            other = _sorted_words(row.full_name)
            if SequenceMatcher(None, name, other, autojunk=False).ratio() >= ALIKE:
                return row
    return None


def _sorted_words(name: str) -> str:
    return " ".join(sorted(fold(name).split()))
