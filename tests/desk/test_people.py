"""Who signs in, and what only an owner changes."""

from dataclasses import replace

import pytest

from practice.care import sign_in
from practice.desk import people
from practice.desk.practice import (
    UserDetails,
    clinicians,
    practice,
    save_practice,
    save_user,
    user,
    users,
)
from practice.errors import Refused
from practice.models import store
from practice.models.audit import operation
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.practice import Role
from practice.models.office import User
from tests.conftest import Opened

THEIRS = "orchard pewter violet canyon"


def add(opened: Opened, name: str, role: Role) -> str:
    return opened.vault.add_person(opened.unlocked, name, role, THEIRS).id


def become(opened: Opened, user_id: str) -> None:
    sign_in.sign_out(opened.vault)
    sign_in.sign_in(opened.vault, opened.vault.unlock(user_id, THEIRS))


def test_rows_follow_the_key_file_and_nothing_is_written_twice(opened: Opened) -> None:
    nora = add(opened, "Nora Quill", Role.FRONT_DESK)
    people.follow(opened.vault.users)
    done = OfficeOperation.select().count()
    people.follow(opened.vault.users)
    assert OfficeOperation.select().count() == done
    assert (user(nora).name, user(nora).role) == ("Nora Quill", Role.FRONT_DESK)
    assert [row.name for row in clinicians()] == ["Maria Lopez"]


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.FRONT_DESK])
def test_a_crash_after_the_key_file_is_made_good_at_the_next_sign_in(
    opened: Opened, role: Role
) -> None:
    """Whoever signs in; the person added does at once, before any page asks who they are."""
    nora = add(opened, "Nora Quill", role)
    assert len(users()) == 1
    become(opened, nora)
    assert store.has_clinical() is (role is Role.CLINICIAN)
    assert user(nora).role is role
    with pytest.raises(Refused, match="signs in here already"):
        opened.vault.add_person(opened.unlocked, "Nora Quill", role, THEIRS)


def test_a_role_written_into_the_table_by_hand_does_not_last(opened: Opened) -> None:
    nora = add(opened, "Nora Quill", Role.FRONT_DESK)
    become(opened, nora)
    with operation(OFFICE, "By hand"):
        User.update(role=Role.OWNER).where(User.id == nora).execute()
    become(opened, nora)
    assert user(nora).role is Role.FRONT_DESK
    assert not store.has_clinical()


@pytest.mark.parametrize("role", [Role.CLINICIAN, Role.FRONT_DESK])
def test_others_change_neither_the_practice_nor_other_people(opened: Opened, role: Role) -> None:
    nora = add(opened, "Nora Quill", role)
    become(opened, nora)
    with pytest.raises(Refused, match="Only the owner"):
        save_practice(replace(practice(), name="Mine"))
    with pytest.raises(Refused, match="Only the owner"):
        save_user(opened.user_id, UserDetails(name="Somebody"))
    with pytest.raises(Refused, match="Only the owner"):
        save_user(nora, UserDetails(name="Nora Quill", role=Role.OWNER))
    save_user(nora, UserDetails(name="Nora Quill", credentials="MA", role=role))
    assert (user(nora).credentials, practice().name) == ("MA", "Harbour Practice")


def test_another_name_keeps_the_rest(opened: Opened) -> None:
    nora = add(opened, "Nora Quill", Role.CLINICIAN)
    people.follow(opened.vault.users)
    save_user(nora, UserDetails(name="Nora Quill", credentials="LCSW", role=Role.CLINICIAN))
    people.rename(opened.vault.rename_person(opened.unlocked, nora, "Nora Hale"))
    assert user(nora).signature == "Nora Hale, LCSW"
    assert user(nora).role is Role.CLINICIAN
