"""The key file on disk: newer, damaged or missing is said, and never made worse."""

import json
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from practice.errors import Unavailable
from practice.models.base import CLINICAL, FILE_NAMES, OFFICE
from practice.vault import header_file
from practice.vault.folder import HEADER, PREVIOUS_HEADER
from practice.vault.header import DamagedVault, NewerVault, from_json, to_json
from practice.vault.roles import DATABASES, Key
from tests.vault.building import Built


def test_the_form_keeps_everything(built: Built) -> None:
    header = replace(built.vault.header, heads={Key.OFFICE: "a", Key.CLINICAL: "b"})
    assert from_json(to_json(header)) == header


def test_the_file_is_private_and_the_one_before_is_kept(built: Built) -> None:
    before = (built.folder / HEADER).read_bytes()
    header_file.save(built.folder, replace(built.vault.header, heads=dict.fromkeys(DATABASES, "x")))
    assert (built.folder / PREVIOUS_HEADER).read_bytes() == before
    for name in (HEADER, PREVIOUS_HEADER):
        assert stat.S_IMODE((built.folder / name).stat().st_mode) == 0o600
    assert not list(built.folder.glob("*.tmp"))


def test_a_changed_secret_leaves_no_copy_with_the_old_one(built: Built) -> None:
    header = replace(built.vault.header, heads=dict.fromkeys(DATABASES, "x"))
    header_file.save(built.folder, header, secrets_changed=True)
    assert (built.folder / PREVIOUS_HEADER).read_bytes() == (built.folder / HEADER).read_bytes()


def test_a_newer_version_is_refused_and_left_as_it_is(built: Built) -> None:
    newer = json.dumps({"format": "practice-vault", "version": 2, "else": "entirely"}).encode()
    (built.folder / HEADER).write_bytes(newer)
    with pytest.raises(NewerVault, match="newer version"):
        header_file.load(built.folder)
    with pytest.raises(NewerVault):
        header_file.save(built.folder, built.vault.header)
    assert (built.folder / HEADER).read_bytes() == newer


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"format": "practice-vault", "version": 1}', b"\xff"]
)
def test_a_damaged_file_offers_the_copy_and_takes_it_only_when_told(
    built: Built, content: bytes
) -> None:
    header_file.save(built.folder, built.vault.header)
    (built.folder / HEADER).write_bytes(content)
    with pytest.raises(DamagedVault, match="copy kept beside it") as damage:
        header_file.load(built.folder)
    assert damage.value.previous_usable
    assert (built.folder / HEADER).read_bytes() == content
    assert header_file.use_previous(built.folder) == built.vault.header
    assert header_file.load(built.folder) == built.vault.header
    (kept,) = built.folder.glob("vault.json.damaged-*")
    assert kept.read_bytes() == content


def test_damage_never_replaces_the_good_copy(built: Built) -> None:
    header_file.save(built.folder, built.vault.header)
    (built.folder / HEADER).write_bytes(b"{")
    header_file.save(built.folder, built.vault.header)
    assert from_json((built.folder / PREVIOUS_HEADER).read_bytes()) == built.vault.header


def test_without_a_copy_the_words_point_to_a_backup(built: Built) -> None:
    (built.folder / HEADER).unlink()
    with pytest.raises(DamagedVault, match=r"missing.*Restore a backup") as damage:
        header_file.load(built.folder)
    assert not damage.value.previous_usable
    assert header_file.exists(built.folder)


def test_every_byte_cut_off_is_noticed(built: Built) -> None:
    content = to_json(built.vault.header).rstrip()
    for length in range(len(content)):
        with pytest.raises(DamagedVault):
            from_json(content[:length])


def test_an_empty_folder_has_no_practice(tmp_path: Path) -> None:
    assert not header_file.exists(tmp_path)


def test_a_place_that_is_gone_is_said_in_plain_words(built: Built, tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="connect it"):
        header_file.save(tmp_path / "gone", built.vault.header)


def test_the_file_names_are_those_of_the_store() -> None:
    assert [FILE_NAMES[OFFICE], FILE_NAMES[CLINICAL]] == list(DATABASES.values())
