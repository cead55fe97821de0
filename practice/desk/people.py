"""The people who sign in, as office.db knows them; the vault's key file decides who they are."""

from collections.abc import Iterable

from practice.desk.practice import UserDetails, save_user, user, users
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.office import User as Row
from practice.vault.header import User


def follow(people: Iterable[User]) -> None:
    """Give everybody in the key file a row, and the role they have there.

    Does nothing where all are right. Repeated at every sign-in: what a crash kept from being
    written after someone was added is written then, whoever signs in.
    """
    known = {row.id: row.role for row in users()}
    wrong = [one for one in people if known.get(one.id) is not one.role]
    if not wrong:
        return
    with operation(OFFICE, "Add a person who signs in", undoable=False):
        for one in wrong:
            if one.id in known:
                Row.update(role=one.role).where(Row.id == one.id).execute()
            else:
                Row.create(id=one.id, name=one.name, role=one.role)


def rename(person: User) -> None:
    """Under this name they sign from now on; what is signed keeps the old one. Owners only."""
    details = user(person.id)
    save_user(
        person.id,
        UserDetails(
            name=person.name,
            credentials=details.credentials,
            licence=details.licence,
            npi=details.npi,
            location=details.location,
            role=details.role,
        ),
    )
