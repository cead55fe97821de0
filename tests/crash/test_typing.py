"""kill -9 while somebody types: what was shown as saved is there, at most a second of typing isn't.

Half of the rounds end at a random moment, half the instant the window says “Saved”.
"""

import os
import random
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Timer

import pytest
from PySide6.QtWidgets import QApplication

from practice.care import drafts, live
from practice.desk import attendance, sessions
from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.live.composer import Target
from practice.ui.live.view import SessionView
from practice.ui.live.window import LiveWindow
from practice.ui.theme import Scheme, apply
from practice.vault.check import check_in_use
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, Clock, Opened
from tests.crash.faults import LONGEST_RUN, THOROUGH, WORKERS

ROUNDS = 200 if THOROUGH else 20
PLANTED_ROUNDS = 40
A_SECOND = 1.0


@dataclass(frozen=True)
class Death:
    """A child is killed so many seconds after it was ready or, if `saved`, at that “Saved”."""

    seed: int
    after: float = LONGEST_RUN
    saved: int = 0


def death(seed: int) -> Death:
    chance = random.Random(seed)
    if seed % 2:
        return Death(seed, saved=chance.randint(1, 4))
    return Death(seed, after=chance.uniform(0.05, 1.5))


@dataclass
class Words:
    """What was typed for somebody, without spaces, since the end of a line keeps none.

    `done` holds for each letter when its key was done. So many letters were shown as saved, so
    many lines as on record.
    """

    typed: str = ""
    done: list[float] = field(default_factory=list)
    saved: int = 0
    lines: int = 0


@dataclass
class Told:
    """What a child said before it died; `alive` is when it was last heard of."""

    words: dict[str, Words] = field(default_factory=lambda: defaultdict(Words))
    alive: float = 0.0
    times_saved: int = 0

    def hear(self, line: str) -> None:
        match line.split():
            case ["K", whom, letter]:
                self.words[whom].typed += letter
            case ["T", seconds]:
                self.alive = float(seconds)
                for words in self.words.values():
                    words.done += [self.alive] * (len(words.typed) - len(words.done))
            case ["B", seconds]:
                self.alive = float(seconds)
            case ["R", whom]:
                self.words[whom].lines += 1
            case ["A"]:
                self.times_saved += 1
                for words in self.words.values():
                    words.saved = len(words.typed)


@dataclass(frozen=True)
class Session:
    """A running session of four, at rest on the disk."""

    opened: Opened
    id: str

    def die(self, death: Death, place: Path, bug: str = "") -> Told:
        """Let somebody type into a copy until they are killed."""
        shutil.copytree(self.opened.folder, place)
        module = "tests.crash.children.typing_session"
        with subprocess.Popen(
            [sys.executable, "-m", module, str(place), PASSPHRASE, self.id, str(death.seed), bug],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        ) as child:
            told = _watch(child, death)
            errors = child.stderr.read().decode() if child.stderr else ""
        assert child.returncode == -9, errors
        return told

    @contextmanager
    def found(self, place: Path) -> Iterator[Context]:
        """The practice as the next start finds it; both files must be whole."""
        unlocked = self.opened.unlocked
        store.open_files(place, unlocked.file_keys(), unlocked.user.id)
        context = Context(self.opened.vault, unlocked, InlineLane(), demo=False)
        try:
            for file, key in zip((OFFICE, CLINICAL), unlocked.file_keys().values(), strict=True):
                assert check_in_use(Path(file.database), key) == ()
                assert audit.verify(file) == []
            yield context
        finally:
            context.actions.close()
            store.close()

    def kept(self, whom: str) -> str:
        """The letters of somebody's lines and unfinished words in the open practice."""
        member = whom.rpartition(":")[2]
        lines = [line.text for line in live.lines(self.id) if line.member_id == member]
        return "".join([*lines, drafts.load(whom)]).replace(" ", "")


def _watch(child: "subprocess.Popen[bytes]", death: Death) -> Told:
    assert child.stdout
    told, rest, clock = Told(), b"", Timer(death.after, child.kill)
    while heard := os.read(child.stdout.fileno(), 65536):
        *lines, rest = (rest + heard).split(b"\n")
        for line in lines:
            told.hear(line.decode())
            if line == b"READY":
                clock.start()
            if line == b"A" and told.times_saved == death.saved:
                child.kill()
    clock.cancel()
    return told


@pytest.fixture
def session(opened: Opened, clock_at: Clock) -> Session:
    _, _, session_id = a_full_group(opened.user_id, 4)
    clock_at.to("18:00")
    sessions.start(session_id)
    attendance.mark_all_present(session_id)
    store.rest()
    return Session(opened, session_id)


def rounds(
    session: Session, deaths: list[Death], base: Path, bug: str = ""
) -> Iterator[tuple[Path, Told]]:
    """Every child's story with the folder it left, several running at once."""
    places = [base / f"round{death.seed}" for death in deaths]
    with ThreadPoolExecutor(WORKERS) as pool:
        told = pool.map(session.die, deaths, places, [bug] * len(deaths))
        yield from zip(places, told, strict=True)


def test_a_kill_loses_nothing_shown_as_saved_and_at_most_a_second(
    session: Session, tmp_path: Path, qapp: QApplication
) -> None:
    apply(qapp, Scheme.LIGHT)
    deaths = [death(seed) for seed in range(ROUNDS)]
    heard = 0
    for place, told in rounds(session, deaths, tmp_path):
        with session.found(place) as context:
            for whom, words in told.words.items():
                kept = session.kept(whom)
                assert words.typed.startswith(kept), place
                assert len(kept) >= words.saved, place
                assert told.alive - min(words.done[len(kept) :], default=told.alive) <= A_SECOND
                lines = [
                    one for one in live.lines(session.id) if whom.endswith(one.member_id or "")
                ]
                assert len(lines) >= words.lines, place
            assert_words_return(context, session.id)
        heard += told.times_saved
    assert heard > ROUNDS


def assert_words_return(context: Context, session_id: str) -> None:
    """The words last typed stand in the composer of their member, the others' in theirs."""
    window = LiveWindow(context, session_id)
    assert window.view
    unfinished = live.unfinished(session_id)
    if unfinished:
        assert shown(window.view) == (unfinished[-1][0], unfinished[-1][1].text)
    for member, draft in unfinished:
        seat = window.view.record.seat_of(member)
        assert seat
        window.view.select(seat.id)
        assert shown(window.view) == (member, draft.text)
    window.autosave.halt()
    window.view.shut()
    window.deleteLater()


def shown(view: SessionView) -> tuple[str | None, str]:
    assert view.composer.target is Target.MEMBER
    return view.composer.member, view.composer.editor.toPlainText()


def test_saved_shown_before_the_commit_is_caught(session: Session, tmp_path: Path) -> None:
    """A kill at once meets the planted bug's moment in about two rounds of five."""
    for first in range(0, PLANTED_ROUNDS, WORKERS):
        deaths = [Death(seed, saved=1 + seed % 3) for seed in range(first, first + WORKERS)]
        for place, told in rounds(session, deaths, tmp_path, bug="early"):
            with session.found(place):
                found = told.words.items()
                if any(words.saved > len(session.kept(whom)) for whom, words in found):
                    return
    pytest.fail("the planted bug lost nothing")
