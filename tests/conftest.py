"""A real practice on disk for every test: real SQLCipher, a real key file, a clock held still."""

import shutil
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from practice import clock
from practice.desk.practice import PracticeDetails, UserDetails, save_practice, save_user
from practice.models import store
from practice.models.enums.practice import Role
from practice.vault import device
from practice.vault.keys import Kdf
from practice.vault.vault import Unlocked, Vault, begin, open_vault


def _no_internet(event: str, arguments: tuple[object, ...]) -> None:
    """The program opens no internet socket; a test that would is stopped where it does."""
    if event == "socket.__new__" and arguments[1] in (socket.AF_INET, socket.AF_INET6):
        raise AssertionError("an internet socket was opened")


sys.addaudithook(_no_internet)


def pytest_sessionfinish() -> None:
    """What a test copied goes before Python does; Qt, freeing it later, would end in a fault."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


ZONE = ZoneInfo("America/New_York")
TUESDAY = datetime(2026, 11, 17, 17, 50, tzinfo=ZONE)
PASSPHRASE = "quiet harbour lantern seven"
QUICK = Kdf(memory_kib=19456, passes=2, lanes=1)


class Clock:
    """Stands still until a test moves it."""

    def __init__(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)
        self._steady = 0.0

    def now(self) -> datetime:
        return self._at

    def steady(self) -> float:
        return self._steady

    def advance(self, **span: float) -> None:
        """Let time pass: `advance(minutes=12)`."""
        step = timedelta(**span)
        self._at += step
        self._steady += step.total_seconds()

    def set(self, at: datetime) -> None:
        self._at = at.astimezone(UTC)

    def to(self, wall: str) -> None:
        """Go to a time of the same day on the practice's wall: `to("18:12")`."""
        hour, minute = wall.split(":")
        local = self._at.astimezone(ZONE)
        self.advance(
            seconds=(
                local.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0) - local
            ).total_seconds()
        )


@pytest.fixture
def clock_at() -> Iterator[Clock]:
    """Tuesday 17 November 2026, 17:50 in New York, until the test moves it."""
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    yield standing
    clock.use(None)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty practice with one owner, made once."""
    folder = tmp_path_factory.mktemp("template") / "data"
    folder.mkdir(mode=0o700)
    draft = begin("Maria Lopez", PASSPHRASE, cost=QUICK)
    draft.commit(folder, device.demo_file(folder))
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    store.create(folder, draft.unlocked.file_keys(), draft.unlocked.user.id)
    save_user(
        draft.unlocked.user.id,
        UserDetails(
            name="Maria Lopez",
            credentials="LCSW",
            licence="NY 087654",
            npi="1234567893",
            location="Office, Albany",
            role=Role.OWNER,
        ),
    )
    save_practice(
        PracticeDetails(
            name="Harbour Practice",
            address="12 Quay Street\nAlbany, NY 12207",
            phone="518-555-0140",
            time_zone="America/New_York",
        )
    )
    store.rest()
    clock.use(None)
    return folder


@dataclass
class Opened:
    """An unlocked practice with its files open."""

    folder: Path
    vault: Vault
    unlocked: Unlocked

    @property
    def user_id(self) -> str:
        return self.unlocked.user.id


@pytest.fixture
def folder(template: Path, tmp_path: Path) -> Path:
    """A fresh copy of the template, locked."""
    copy = tmp_path / "data"
    shutil.copytree(template, copy)
    return copy


@pytest.fixture
def opened(folder: Path, clock_at: Clock) -> Iterator[Opened]:
    """The owner at work, at the test's time."""
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    yield Opened(folder, vault, unlocked)
    store.close()
