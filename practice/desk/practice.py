"""The practice itself and the people who work in it."""

from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from practice import clock
from practice.desk.entry import cleaned, required
from practice.errors import Refused
from practice.identifiers import check_npi
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.notes import NoteForm
from practice.models.enums.practice import Paper, Role
from practice.models.office import Practice, User
from practice.models.read import kept, one, rows

THE_ONE = "practice"
OWNER_ONLY = "Only the owner of the practice can change this."


@dataclass(frozen=True, kw_only=True)
class PracticeDetails:
    """Everything about the practice; `time_zone` is an IANA name, hours, days and minutes whole."""

    name: str
    address: str = ""
    phone: str = ""
    email: str = ""
    time_zone: str
    paper: Paper = Paper.LETTER
    part2: bool = False
    notice_hours: int = 24
    review_days: int = 90
    idle_minutes: int = 10
    delete_lines: bool = False
    note_form: NoteForm = NoteForm.PLAIN
    backup_folder: str = ""

    @property
    def zone(self) -> ZoneInfo:
        """The practice's time zone: what was planned is wall time there."""
        return ZoneInfo(self.time_zone)


@dataclass(frozen=True, kw_only=True)
class UserDetails:
    """Someone who works here, as notes and reports name them."""

    name: str
    credentials: str = ""
    licence: str = ""
    npi: str = ""
    location: str = ""
    role: Role = Role.OWNER


@dataclass(frozen=True, kw_only=True)
class UserRow(UserDetails):
    """Someone who works here; the id is that of their slot in the key file."""

    id: str

    @property
    def signature(self) -> str:
        """Name and credentials as they stand under a note."""
        return f"{self.name}, {self.credentials}" if self.credentials else self.name


def checked_practice(details: PracticeDetails) -> PracticeDetails:
    """As it would be stored. Raises Refused at the field that is wrong."""
    details = cleaned(details, long=frozenset({"address"}))
    required(details.name, "name", "Please give the practice a name; it stands on every report.")
    _known_zone(details.time_zone)
    return details


def save_practice(details: PracticeDetails) -> None:
    """Create or change the one row; only an owner changes it.

    Raises Refused at the field that is wrong.
    """
    details = checked_practice(details)
    only_owner()
    with operation(OFFICE, "Change the practice's details"):
        if Practice.get_or_none(Practice.id == THE_ONE) is None:
            Practice.create(id=THE_ONE, **asdict(details))
        else:
            Practice.update(**asdict(details)).where(Practice.id == THE_ONE).execute()


def only_owner() -> None:
    """Raises Refused for anybody else; until a practice has a person, whoever begins it is one."""
    row = User.get_or_none(User.id == OFFICE.actor)
    if row is not None and row.role is not Role.OWNER:
        raise Refused(OWNER_ONLY)


def _known_zone(name: str) -> None:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise Refused(
            "This time zone is not known. Choose one from the list.", field="time_zone"
        ) from None


@kept(OFFICE)
def practice() -> PracticeDetails:
    """The practice as it stands."""
    columns = [f for f in Practice._meta.sorted_fields if f.name != "id"]
    return one(Practice.select(*columns), PracticeDetails)


def checked_user(details: UserDetails) -> UserDetails:
    """As they would be stored. Raises Refused at the field that is wrong."""
    details = cleaned(details)
    required(details.name, "name", "Please enter a name; it stands under every signed note.")
    return replace(details, npi=check_npi(details.npi)) if details.npi else details


def save_user(user_id: str, details: UserDetails) -> None:
    """Create or change a person who signs in; the id is their slot's in the vault.

    Everybody changes their own details; another person's, or a role, only an owner.
    """
    details = checked_user(details)
    if user_id != OFFICE.actor or details.role is not _role_of(user_id, details.role):
        only_owner()
    with operation(OFFICE, "Change a person's details"):
        if User.get_or_none(User.id == user_id) is None:
            User.create(id=user_id, **asdict(details))
        else:
            User.update(**asdict(details)).where(User.id == user_id).execute()


def _role_of(user_id: str, unknown: Role) -> Role:
    row = User.get_or_none(User.id == user_id)
    role: Role = row.role if row is not None else unknown
    return role


@kept(OFFICE)
def user(user_id: str) -> UserRow:
    """One person who signs in."""
    return one(User.select().where(User.id == user_id), UserRow)


def users() -> list[UserRow]:
    """Everybody who signs in, by name."""
    return rows(User.select().order_by(User.name), UserRow)


def clinicians() -> list[UserRow]:
    """Those who run groups and sign notes, by name."""
    return [row for row in users() if row.role is not Role.FRONT_DESK]


def signed_in() -> UserRow:
    """The person at the keyboard."""
    return user(OFFICE.actor)


def to_wall(moment: datetime) -> datetime:
    """A moment as the practice's clock showed it, without zone."""
    return moment.astimezone(practice().zone).replace(tzinfo=None)


def from_wall(wall: datetime) -> datetime:
    """A time on the practice's clock as a moment; in the hour that comes twice, the first one."""
    return moment_of(wall, practice().zone)


def moment_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """As `from_wall`, for many times: the practice's zone is read once before."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def today() -> date:
    """The date on the practice's wall."""
    return clock.today(practice().zone)


def wall_now() -> datetime:
    """Now on the practice's wall, without zone."""
    return to_wall(clock.now())
