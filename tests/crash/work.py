"""Real practices at rest, in the middle of their work, for children to go on with."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from practice import clock
from practice.care import notes
from practice.desk import attendance, sessions
from practice.models import audit, store
from practice.models.base import FILE_NAMES
from practice.vault import device
from practice.vault.check import check_in_use
from practice.vault.vault import Unlocked, Vault, open_vault
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, TUESDAY, Clock


@dataclass(frozen=True)
class Work:
    """A practice in `folder` with one session of four members."""

    folder: Path
    vault: Vault
    unlocked: Unlocked
    session: str

    @property
    def hex_keys(self) -> tuple[str, ...]:
        return tuple(key.hex() for key in self.unlocked.file_keys().values())

    def copied(self, place: Path) -> Path:
        """A copy in a new folder `place`; returns the data folder in it."""
        return Path(shutil.copytree(self.folder, place / "data"))

    def at(self, data: Path) -> "Work":
        """The same work in a copy."""
        return replace(self, folder=data)

    def open(self, data: Path) -> None:
        """Open both files of a copy; `store.close` closes them."""
        store.open_files(data, self.unlocked.file_keys(), self.unlocked.user.id)

    def is_whole(self, data: Path) -> bool:
        """Both open files are whole to the last page, and so are their audit trails."""
        return all(
            check_in_use(data / FILE_NAMES[file], key) == () and audit.verify(file) == []
            for file, key in zip(
                store.FILES.values(), self.unlocked.file_keys().values(), strict=True
            )
        )


def running_session(template: Path, folder: Path) -> Work:
    """The session began at 18:00 and nobody is marked yet."""
    shutil.copytree(template, folder)
    vault = open_vault(folder, device.demo_file(folder))
    work = vault.unlock(vault.users[0].id, PASSPHRASE)
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    try:
        store.open_files(folder, work.file_keys(), work.user.id)
        _, _, session = a_full_group(work.user.id, 4)
        standing.to("18:00")
        sessions.start(session)
        heads = store.heads()
        store.rest()
        vault.finish_beginning(heads)
    finally:
        clock.use(None)
    return Work(folder, vault, work, session)


def drafts_to_sign(before: Work, folder: Path) -> Work:
    """The same session, ended, with a draft for each member, ready to be signed."""
    shutil.copytree(before.folder, folder)
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    try:
        before.open(folder)
        standing.to("19:00")
        attendance.mark_all_present(before.session)
        sessions.stop(before.session)
        notes.prepare(before.session)
        for note in notes.of_session(before.session):
            notes.save_part(note.id, "response", "Practised the wave image twice.")
        store.rest()
    finally:
        clock.use(None)
    return Work(folder, before.vault, before.unlocked, before.session)
