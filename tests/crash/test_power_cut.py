"""Power cuts while people work: what was said to be saved is there, and both files are whole."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeVar

import pytest

from practice.care import drafts, live, notes, ratings, safety, sign_in
from practice.care.drafts import DraftRow
from practice.care.live import LineRow
from practice.care.ratings import Asked
from practice.care.safety import CheckRow
from practice.desk import schedule, sessions
from practice.desk.sessions import Seat
from practice.errors import Unavailable
from practice.models import store
from practice.models.enums.attendance import Status
from practice.models.enums.notes import NoteState
from practice.vault import device
from practice.vault.vault import open_vault
from tests.conftest import PASSPHRASE, Clock
from tests.crash.children.session import TYPED
from tests.crash.disk import build
from tests.crash.powercut import Cut, Recording, cuts, examine, record, told
from tests.crash.work import Work, drafts_to_sign, running_session

T = TypeVar("T")


class Words(NamedTuple):
    """What is written in the clinical file."""

    lines: list[LineRow]
    drafts: list[DraftRow]
    ratings: dict[str, dict[Asked, int]]
    checks: list[CheckRow]


@dataclass(frozen=True)
class Session:
    """Everything a session writes, as the next start finds it, in each file."""

    office: list[Seat]
    clinical: Words


@dataclass(frozen=True)
class Signed:
    notes: set[NoteState]
    session: bool


@pytest.fixture(scope="module")
def running(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    return running_session(template, tmp_path_factory.mktemp("running") / "data")


@pytest.fixture(scope="module")
def ended(running: Work, tmp_path_factory: pytest.TempPathFactory) -> Work:
    return drafts_to_sign(running, tmp_path_factory.mktemp("ended") / "data")


@pytest.fixture(autouse=True)
def at_six(clock_at: Clock) -> None:
    clock_at.to("18:30")


def live_session(work: Work, place: Path, sync: str) -> Recording:
    data = work.copied(place)
    module = "tests.crash.children.session"
    return record(module, [str(data), PASSPHRASE, work.session, sync], place)


def found_by(work: Work, look: Callable[[], T]) -> Callable[[Path], T | None]:
    """What the next sign-in finds; None where the files do not open or are not whole."""

    def open_and_look(place: Path) -> T | None:
        data = place / "data"
        vault = open_vault(data, device.demo_file(data))
        try:
            sign_in.sign_in(vault, work.unlocked)
            return look() if work.is_whole(data) else None
        except Unavailable:
            return None
        finally:
            store.close()

    return open_and_look


def session_of(work: Work) -> Callable[[Path], Session | None]:
    return found_by(
        work,
        lambda: Session(
            sessions.seats(work.session),
            Words(
                live.lines(work.session),
                drafts.left_over(),
                ratings.of_session(work.session),
                safety.of_session(work.session),
            ),
        ),
    )


def truths(
    recording: Recording, look: Callable[[Path], Session | None], base: Path
) -> list[Session]:
    """The session before the run and after each of its steps, no power being cut."""
    states = [recording.before, *(tree for _, tree in told(recording))]
    found = []
    for number, tree in enumerate(states):
        place = base / f"step{number}"
        place.mkdir()
        build(tree, place)
        state = look(place)
        assert state is not None
        found.append(state)
    return found


def is_kept(cut: Cut, found: Session | None, steps: Sequence[Session]) -> bool:
    """Whether every step the person was told of is there, and nothing but whole steps."""
    possible = steps[len(cut.said) : len(cut.said) + 2]
    return (
        found is not None
        and found.office in [step.office for step in possible]
        and found.clinical in [step.clinical for step in possible]
    )


def test_a_session_keeps_every_word_and_mark_that_was_saved(running: Work, tmp_path: Path) -> None:
    recording, look = live_session(running, tmp_path / "run", "full"), session_of(running)
    steps = truths(recording, look, tmp_path)
    assert len(steps) == 31
    assert [line.text for line in steps[-1].clinical.lines] == [TYPED[-1].strip()] * 4
    assert [draft.text for draft in steps[-1].clinical.drafts] == ["Half a thought"]
    assert [check.open for check in steps[-1].clinical.checks] == [False]
    assert len(steps[-1].clinical.ratings) == 1
    assert [seat.status for seat in steps[-1].office] == [Status.ATTENDED, Status.NO_SHOW] * 2
    for cut, found in examine(cuts(recording, 110), look, tmp_path):
        assert is_kept(cut, found, steps), cut.where


def test_a_session_that_does_not_wait_for_the_disk_is_caught(running: Work, tmp_path: Path) -> None:
    recording, look = live_session(running, tmp_path / "run", "off"), session_of(running)
    steps = truths(recording, look, tmp_path)
    examined = list(examine(cuts(recording, 30), look, tmp_path))
    lost = [cut for cut, found in examined if not is_kept(cut, found, steps)]
    assert len(lost) > len(examined) / 10


def signed_of(work: Work) -> Callable[[Path], Signed | None]:
    return found_by(
        work,
        lambda: Signed(
            {note.state for note in notes.of_session(work.session)},
            schedule.session(work.session).signed,
        ),
    )


def signing(work: Work, place: Path) -> Recording:
    arguments = [str(work.copied(place)), *work.hex_keys, work.unlocked.user.id, work.session]
    return record("tests.crash.children.sign", arguments, place)


def is_signed_or_not(cut: Cut, found: Signed | None) -> bool:
    """All notes or none; all, once that was said; and both files agree."""
    if found is None or len(found.notes) > 1:
        return False
    all_signed = found.notes == {NoteState.SIGNED}
    return found.session == all_signed and (all_signed or "SIGNED" not in cut.said)


def test_notes_are_signed_all_or_none(ended: Work, tmp_path: Path) -> None:
    recording = signing(ended, tmp_path / "run")
    seen = set()
    for cut, found in examine(cuts(recording, 70), signed_of(ended), tmp_path):
        assert is_signed_or_not(cut, found), cut.where
        seen.add(found and found.session)
    assert seen == {True, False}


def test_a_signature_that_does_not_wait_for_the_disk_is_caught(ended: Work, tmp_path: Path) -> None:
    recording = signing(ended, tmp_path / "run").without_syncs()
    found = examine(cuts(recording, 20), signed_of(ended), tmp_path)
    assert not all(is_signed_or_not(cut, state) for cut, state in found)
