"""Autosave and signing with every write call failing or killing once: nothing said is ever lost."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from practice.care import drafts, notes, signing
from practice.desk import attendance, schedule, sessions
from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.vault.check import check_in_use
from practice.vault.vault import Unlocked
from tests.build import a_full_group
from tests.conftest import Clock, Opened
from tests.crash.children.autosave import WORDS
from tests.crash.faults import EVERYTHING, Action, Outcome, Plan, met, sweep, wanted

WRITES: Plan = dict.fromkeys(("pwrite64", "fsync", "ftruncate", "unlink"), EVERYTHING)
"""Every call with which an open practice changes the disk."""
EARLY: Plan = {"pwrite64": (Action.KILL,)}


@dataclass(frozen=True)
class Work:
    """A practice at rest with one session waiting to be signed."""

    folder: Path
    unlocked: Unlocked
    session: str

    def arguments(self, place: Path, last: str) -> Sequence[str]:
        shutil.copytree(self.folder, place / "data")
        office, clinical = (key.hex() for key in self.unlocked.file_keys().values())
        return [str(place / "data"), office, clinical, self.unlocked.user.id, last]

    @contextmanager
    def found(self, outcome: Outcome) -> Iterator[None]:
        """The practice as the next start finds it; both files must be whole."""
        store.open_files(outcome.place / "data", self.unlocked.file_keys(), self.unlocked.user.id)
        try:
            keys = self.unlocked.file_keys().values()
            for file, key in zip((OFFICE, CLINICAL), keys, strict=True):
                assert check_in_use(Path(file.database), key) == (), outcome.where
                assert audit.verify(file) == [], outcome.where
            yield
        finally:
            store.close()


@pytest.fixture
def work(opened: Opened, clock_at: Clock) -> Work:
    _, _, session = a_full_group(opened.user_id, 3)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    clock_at.to("19:00")
    sessions.stop(session)
    notes.prepare(session)
    for note in notes.of_session(session):
        notes.save_part(note.id, "response", "Practised the wave image twice.")
    store.rest()
    return Work(opened.folder, opened.unlocked, session)


def told(outcome: Outcome) -> int:
    """How many words the child said were safe."""
    return max((int(line.split()[1]) for line in outcome.said if line[:5] == "SAVED"), default=0)


def preparing(work: Work, last: str) -> Callable[[Path], Sequence[str]]:
    return lambda place: work.arguments(place, last)


def test_no_word_shown_as_saved_is_lost(work: Work, tmp_path: Path) -> None:
    outcomes = list(
        sweep(
            "tests.crash.children.autosave",
            preparing(work, "late"),
            tmp_path / "runs",
            WRITES,
            after="READY",
        )
    )
    assert met(outcomes) == wanted(WRITES)
    for outcome in outcomes:
        with work.found(outcome):
            kept = drafts.load("line:session:member").split()
        assert kept == list(WORDS[: len(kept)]), outcome.where
        assert len(kept) >= told(outcome), outcome.where


def test_a_save_announced_too_early_is_caught(work: Work, tmp_path: Path) -> None:
    lost = 0
    for outcome in sweep(
        "tests.crash.children.autosave",
        preparing(work, "early"),
        tmp_path / "runs",
        EARLY,
        after="READY",
    ):
        with work.found(outcome):
            lost += len(drafts.load("line:session:member").split()) < told(outcome)
    assert lost > 0


def test_notes_are_signed_all_or_none_and_never_half(work: Work, tmp_path: Path) -> None:
    outcomes = list(
        sweep(
            "tests.crash.children.sign",
            preparing(work, work.session),
            tmp_path / "runs",
            WRITES,
            after="READY",
        )
    )
    assert met(outcomes) == wanted(WRITES)
    for outcome in outcomes:
        with work.found(outcome):
            signed = [note.signed for note in notes.of_session(work.session)]
            assert all(signed) or not any(signed), outcome.where
            assert all(signed) or "SIGNED" not in outcome.said, outcome.where
            signing.reconcile()
            assert schedule.session(work.session).signed is all(signed), outcome.where
