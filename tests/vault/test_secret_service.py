"""The real Secret Service: gnome-keyring in a session of its own, with a home of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

UNLOCKED = "echo -n pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null"
LOCKED = "gnome-keyring-daemon --start --components=secrets >/dev/null"

KEEP = """
from practice.vault.device import DeviceMissing, Keychain
store = Keychain()
try:
    store.get("ab" * 16)
except DeviceMissing:
    store.put("ab" * 16, bytes(range(32)))
print(type(store._backend).__module__, store.get("ab" * 16) == bytes(range(32)))
"""
READ = """
from practice.vault.device import chosen_store
store = chosen_store("ab" * 16)
print(store.protection.name, store.get("ab" * 16) == bytes(range(32)))
"""
LOCK_THEN_READ = """
import secretstorage
from practice.errors import Unavailable
from practice.vault.device import DeviceMissing, Keychain, NoKeychain
bus = secretstorage.dbus_init()
collection = secretstorage.get_default_collection(bus)
collection.lock()
bus.close()
try:
    Keychain().get("ab" * 16)
except Unavailable as refusal:
    print(type(refusal).__name__, refusal.message)
"""


@pytest.fixture
def session(tmp_path: Path) -> dict[str, str]:
    for name in ("home", "run"):
        (tmp_path / name).mkdir(mode=0o700)
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return kept | {"HOME": str(tmp_path / "home"), "XDG_RUNTIME_DIR": str(tmp_path / "run")}


def run(daemon: str, script: str, session: dict[str, str]) -> str:
    """What the script prints inside a D-Bus session with this daemon."""
    command = ["dbus-run-session", "--", "sh", "-c", f'{daemon}; exec "$0" -c "$1"']
    child = subprocess.run(
        [*command, sys.executable, script],
        env=session,
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert child.returncode == 0, child.stderr
    return child.stdout.strip()


def test_the_secret_survives_the_session(session: dict[str, str]) -> None:
    assert run(UNLOCKED, KEEP, session) == "keyring.backends.SecretService True"
    assert run(UNLOCKED, READ, session) == "KEYCHAIN True"


def test_a_locked_keyring_asks_to_be_unlocked(session: dict[str, str]) -> None:
    run(UNLOCKED, KEEP, session)
    said = run(UNLOCKED, LOCK_THEN_READ, session)
    assert said.startswith("Unavailable ")
    assert "Unlock your keyring" in said


def test_a_session_that_was_never_unlocked_is_not_taken_for_an_empty_one(
    session: dict[str, str],
) -> None:
    run(UNLOCKED, KEEP, session)
    script = LOCK_THEN_READ.replace("collection.lock()", "")
    assert run(LOCKED, script, session).startswith("Unavailable ")


def test_without_a_daemon_there_is_no_keychain(session: dict[str, str]) -> None:
    script = """
from practice.vault.device import Keychain, NoKeychain
try:
    Keychain()
except NoKeychain:
    print("none")
"""
    bare = session | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
    child = subprocess.run(
        [sys.executable, "-c", script], env=bare, capture_output=True, text=True, check=True
    )
    assert child.stdout.strip() == "none"
