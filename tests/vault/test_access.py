"""Who gets which keys, and that nothing in the key file can be edited, exchanged or weakened."""

import base64
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from practice.errors import Refused
from practice.models.enums.practice import Role
from practice.vault import access
from practice.vault.access import Login
from practice.vault.header import DamagedVault, Header, User, from_json, to_json
from practice.vault.keys import QUICKEST, Kdf, WrongSecret, derive, random_key, seal, unseal
from practice.vault.roles import GRANTS, Key, Keys

OWNER_WORDS = "tundra quilt ember lantern"
DESK_WORDS = "front desk words é"


class Practice:
    """One owner, one front desk person."""

    def __init__(self) -> None:
        header, self.keys, self.secret = access.create()
        self.device = bytes(self.keys[Key.DEVICE])
        header, self.owner = self.add(header, "Ada", Role.OWNER, OWNER_WORDS)
        self.header, self.desk = self.add(header, "Bo", Role.FRONT_DESK, DESK_WORDS)

    def add(self, header: Header, name: str, role: Role, words: str) -> tuple[Header, User]:
        login = Login(words, self.device)
        return access.add_user(header, self.keys, name, role, login, cost=QUICKEST)

    def login(self, words: str) -> Login:
        return Login(words, self.device)


@pytest.fixture(scope="module")
def practice() -> Practice:
    return Practice()


def held(keys: Keys) -> dict[Key, bytes]:
    return {key: bytes(keys[key]) for key in keys}


def test_each_role_gets_exactly_its_keys(practice: Practice) -> None:
    owner = access.unlock(practice.header, practice.owner.id, practice.login(OWNER_WORDS))
    desk = access.unlock(practice.header, practice.desk.id, practice.login(DESK_WORDS))
    assert set(owner) == {Key.OFFICE, Key.CLINICAL, Key.ADMIN}
    assert held(desk) == {Key.OFFICE: bytes(practice.keys[Key.OFFICE])}
    with pytest.raises(Refused, match="Ask the owner"):
        _ = desk[Key.CLINICAL]


def test_every_role_has_a_grant_and_only_owners_administer() -> None:
    assert set(GRANTS) == set(Role)
    assert [role for role, keys in GRANTS.items() if Key.ADMIN in keys] == [Role.OWNER]
    assert Key.CLINICAL not in GRANTS[Role.FRONT_DESK]


def test_only_an_owner_adds_people(practice: Practice) -> None:
    desk = access.unlock(practice.header, practice.desk.id, practice.login(DESK_WORDS))
    with pytest.raises(Refused, match="Ask the owner"):
        access.add_user(
            practice.header, desk, "Cy", Role.FRONT_DESK, practice.login(DESK_WORDS), cost=QUICKEST
        )


@pytest.mark.parametrize("typed", ["front desk words e\u0301", "  front desk words é "])
def test_the_same_letters_typed_otherwise_open_too(practice: Practice, typed: str) -> None:
    assert access.unlock(practice.header, practice.desk.id, practice.login(typed))


def test_a_wrong_passphrase_or_another_computer_opens_nothing(practice: Practice) -> None:
    with pytest.raises(WrongSecret) as wrong:
        access.unlock(practice.header, practice.desk.id, practice.login("front desk words e"))
    assert wrong.value.field == "passphrase"
    with pytest.raises(WrongSecret):
        access.unlock(practice.header, practice.desk.id, Login(DESK_WORDS, random_key()))


def test_the_recovery_code_opens_everything(practice: Practice) -> None:
    assert held(access.unlock_with_code(practice.header, practice.secret)) == held(practice.keys)
    with pytest.raises(WrongSecret) as wrong:
        access.unlock_with_code(practice.header, random_key())
    assert wrong.value.field == "code"


def test_a_new_kit_ends_the_old_one(practice: Practice) -> None:
    header, secret = access.new_kit(practice.header, practice.keys)
    assert held(access.unlock_with_code(header, secret)) == held(practice.keys)
    with pytest.raises(WrongSecret):
        access.unlock_with_code(header, practice.secret)


def test_a_changed_passphrase_replaces_the_old_one(practice: Practice) -> None:
    new = "meadow cobalt ferry"
    desk = practice.desk.id
    header = access.change_passphrase(
        practice.header, desk, practice.login(DESK_WORDS), new, cost=QUICKEST
    )
    assert set(access.unlock(header, desk, practice.login(new))) == {Key.OFFICE}
    with pytest.raises(WrongSecret):
        access.unlock(header, desk, practice.login(DESK_WORDS))
    with pytest.raises(Refused, match="at least 14"):
        access.change_passphrase(practice.header, desk, practice.login(DESK_WORDS), "short")


def test_an_owner_sets_a_passphrase_for_someone_who_forgot(practice: Practice) -> None:
    login = practice.login("temporary words here")
    header = access.set_passphrase(
        practice.header, practice.keys, practice.desk.id, login, cost=QUICKEST
    )
    assert set(access.unlock(header, practice.desk.id, login)) == {Key.OFFICE}


def test_a_corrected_name_needs_no_passphrase_and_keeps_it(practice: Practice) -> None:
    header = access.rename(practice.header, practice.keys, practice.desk.id, "Bo Lindqvist")
    assert header.slot(practice.desk.id).user.name == "Bo Lindqvist"
    assert access.unlock(header, practice.desk.id, practice.login(DESK_WORDS))


def edited(practice: Practice, **changes: Any) -> Header:
    """The key file with the front desk's slot edited by hand."""
    found = json.loads(to_json(practice.header))
    found["users"][1] |= changes
    return from_json(json.dumps(found).encode())


@pytest.mark.parametrize("change", [{"role": "owner"}, {"name": "Ada"}, {"id": "f" * 32}])
def test_an_edited_slot_is_refused(practice: Practice, change: dict[str, str]) -> None:
    with pytest.raises(WrongSecret):
        access.unlock(
            edited(practice, **change),
            change.get("id", practice.desk.id),
            practice.login(DESK_WORDS),
        )


def test_a_slot_moved_to_another_vault_is_refused(practice: Practice) -> None:
    found = json.loads(to_json(practice.header)) | {"vault_id": "0" * 32}
    header = from_json(json.dumps(found).encode())
    with pytest.raises(WrongSecret):
        access.unlock(header, practice.desk.id, practice.login(DESK_WORDS))
    with pytest.raises(WrongSecret):
        access.unlock_with_code(header, practice.secret)


@pytest.mark.parametrize("part", ["unlock", "grant"])
def test_a_part_of_the_owners_slot_spliced_in_is_refused(practice: Practice, part: str) -> None:
    owner = json.loads(to_json(practice.header))["users"][0]
    with pytest.raises(WrongSecret):
        access.unlock(
            edited(practice, **{part: owner[part]}), practice.desk.id, practice.login(DESK_WORDS)
        )


def test_weaker_stretching_inside_the_limits_is_refused_by_the_cipher(practice: Practice) -> None:
    cost = json.loads(to_json(practice.header))["users"][1]["kdf"]
    with pytest.raises(WrongSecret):
        access.unlock(
            edited(practice, kdf=cost | {"passes": 3}),
            practice.desk.id,
            practice.login(DESK_WORDS),
        )


@pytest.mark.parametrize(
    "change",
    [{"memory_kib": 8}, {"memory_kib": 1 << 31}, {"passes": 1}, {"lanes": 0}, {"passes": True},
     {"algorithm": "pbkdf2"}],
)  # fmt: skip
def test_stretching_outside_the_limits_is_not_even_tried(
    practice: Practice, change: dict[str, object]
) -> None:
    cost = json.loads(to_json(practice.header))["users"][1]["kdf"]
    with pytest.raises(DamagedVault):
        edited(practice, kdf=cost | change)


def test_production_stretching_is_rfc_9106s_second_choice() -> None:
    assert Kdf() == Kdf(memory_kib=64 * 1024, passes=3, lanes=4)


def flips(practice: Practice) -> Iterator[Header]:
    """The key file with each bit of the recovery slot's sealed parts flipped in turn."""
    for part in ("unlock", "grant"):
        for name in ("nonce", "content"):
            text = json.loads(to_json(practice.header))["recovery"][part][name]
            for bit in range(len(base64.b64decode(text)) * 8):
                changed = bytearray(base64.b64decode(text))
                changed[bit // 8] ^= 1 << bit % 8
                found = json.loads(to_json(practice.header))
                found["recovery"][part][name] = base64.b64encode(changed).decode()
                yield from_json(json.dumps(found).encode())


def test_every_flipped_bit_of_a_sealed_part_is_refused(practice: Practice) -> None:
    tried = 0
    for header in flips(practice):
        with pytest.raises(WrongSecret):
            access.unlock_with_code(header, practice.secret)
        tried += 1
    assert tried > 2000


@given(content=st.binary(max_size=200), bound=st.lists(st.text(max_size=5)))
@settings(max_examples=50)
def test_what_is_sealed_opens_only_with_its_key_and_its_binding(
    content: bytes, bound: list[str]
) -> None:
    key = random_key()
    sealed = seal(key, content, bound)
    assert unseal(key, sealed, bound) == content
    with pytest.raises(WrongSecret):
        unseal(key, sealed, [*bound, "more"])
    with pytest.raises(WrongSecret):
        unseal(random_key(), sealed, bound)


def test_purposes_and_vaults_have_keys_of_their_own() -> None:
    secret = random_key()
    made = {derive(secret, vault * 16, use) for vault in ("00", "01") for use in ("a", "b")}
    assert len(made) == 4


def test_wiped_keys_are_overwritten_and_gone() -> None:
    keys = Keys.of({Key.OFFICE: random_key()})
    buffer = keys[Key.OFFICE]
    keys.wipe()
    assert buffer == bytes(32)
    assert Key.OFFICE not in keys


def test_keys_are_not_shown(practice: Practice) -> None:
    key = bytes(practice.keys[Key.OFFICE])
    assert key.hex() not in repr(practice.keys)
    assert OWNER_WORDS not in repr(practice.login(OWNER_WORDS))
