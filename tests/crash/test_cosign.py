"""Co-signing with every write failing, killing or losing power: all of it or nothing, and once.

It is one step in one file, so that nothing has to be made good afterwards. A note signed under
supervision waits for its co-signature from the same step on.
"""

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from practice import clock
from practice.care import cosigning, notes, signing
from practice.errors import Refused
from practice.models import store
from practice.vault.confirmation import Confirmation
from tests.care.supervised import IVY, at_work, ivy
from tests.conftest import TUESDAY, Clock
from tests.crash.faults import EVERYTHING, THOROUGH, Action, Outcome, Plan, met, sweep, wanted
from tests.crash.powercut import cuts, examine, record
from tests.crash.test_power_cut import found_by
from tests.crash.work import Work, drafts_to_sign, running_session

FAULTS = EVERYTHING if THOROUGH else (Action.KILL, Action.ENOSPC)
WRITES: Plan = dict.fromkeys(("pwrite64", "fsync", "ftruncate", "unlink"), FAULTS)
"""Every call with which an open practice changes the disk."""
State = tuple[int, int]
"""How many notes of the session are signed, and how many of these are co-signed."""


@pytest.fixture(scope="module")
def supervised(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    """Four drafts that Ivy, who works under the owner's supervision, is to sign."""
    running = running_session(template, tmp_path_factory.mktemp("running") / "data")
    work = drafts_to_sign(running, tmp_path_factory.mktemp("ended") / "data")
    work.open(work.folder)
    ivy(work.unlocked.user.id)
    store.rest()
    return work


@pytest.fixture(scope="module")
def waiting(supervised: Work, tmp_path_factory: pytest.TempPathFactory) -> Work:
    """The same, signed by Ivy; they wait for the owner."""
    folder = tmp_path_factory.mktemp("signed") / "data"
    shutil.copytree(supervised.folder, folder)
    work, standing = replace(supervised, folder=folder), Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    work.open(folder)
    signing.sign(work.session, note_ids(work.session), at_work(IVY))
    store.rest()
    clock.use(None)
    return work


def note_ids(session: str) -> list[str]:
    return [note.id for note in notes.of_session(session)]


def state(session: str) -> State:
    """Each signed note has its co-signature, given or pending; a draft has none."""
    signed = {note.id for note in notes.of_session(session) if note.signed}
    seconds = cosigning.of_notes(note_ids(session))
    assert set(seconds) == signed
    return len(signed), sum(second.kind is None for second in seconds.values())


def found(work: Work, outcome: Outcome) -> State:
    """What the next start finds, in whole files."""
    data = outcome.place / "data"
    work.open(data)
    try:
        assert work.is_whole(data), outcome.where
        return state(work.session)
    finally:
        store.close()


def arguments(work: Work, actor: str) -> Callable[[Path], Sequence[str]]:
    return lambda place: [str(work.copied(place)), *work.hex_keys, actor, work.session]


def again(work: Work, outcome: Outcome) -> State:
    """What stands after whoever was left in doubt has tried again."""
    work.open(outcome.place / "data")
    try:
        with suppress(Refused):
            cosigning.cosign(note_ids(work.session), Confirmation(work.unlocked.user.id))
        return state(work.session)
    finally:
        store.close()


def test_notes_are_co_signed_all_or_none_and_once(waiting: Work, tmp_path: Path) -> None:
    outcomes = list(
        sweep(
            "tests.crash.children.cosign",
            arguments(waiting, waiting.unlocked.user.id),
            tmp_path / "runs",
            WRITES,
            after="READY",
        )
    )
    assert met(outcomes) == wanted(WRITES)
    for outcome in outcomes:
        signed, cosigned = found(waiting, outcome)
        assert (signed, cosigned) in {(4, 0), (4, 4)}, outcome.where
        assert cosigned or "COSIGNED" not in outcome.said, outcome.where
        assert again(waiting, outcome) == (4, 4), outcome.where


def test_what_is_signed_under_supervision_waits_from_the_same_step(
    supervised: Work, tmp_path: Path, clock_at: Clock
) -> None:
    clock_at.to("19:30")
    given = arguments(supervised, IVY)(tmp_path / "run")
    recording = record("tests.crash.children.sign", list(given), tmp_path / "run")
    look = found_by(supervised, lambda: state(supervised.session))
    assert {left for _, left in examine(cuts(recording, 20), look, tmp_path)} == {(0, 0), (4, 0)}


@pytest.mark.parametrize("waits", [True, False], ids=["waits for the disk", "does not"])
def test_a_power_cut_leaves_all_or_none_co_signed(
    waiting: Work, tmp_path: Path, clock_at: Clock, waits: bool
) -> None:
    clock_at.to("19:30")
    given = arguments(waiting, waiting.unlocked.user.id)(tmp_path / "run")
    recording = record("tests.crash.children.cosign", list(given), tmp_path / "run")
    look = found_by(waiting, lambda: state(waiting.session))
    run = recording if waits else recording.without_syncs()
    kept, seen = [], set()
    for cut, left in examine(cuts(run, 60 if waits else 20), look, tmp_path):
        seen.add(left)
        kept.append(left == (4, 4) or (left == (4, 0) and "COSIGNED" not in cut.said))
    assert all(kept) is waits
    assert not waits or seen == {(4, 0), (4, 4)}
