"""Addendum, ratings, safety check, psychotherapy note: every write failing or killing once.

Whoever is told that it did not work tries again, and it is on record once. After a kill it is on
record, or its words are still there as they were typed: never neither, never both, never twice.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from practice.care import drafts, live, notes, psychotherapy, ratings, safety, signing
from practice.care.safety import Step
from practice.models import store
from practice.vault.confirmation import Confirmation
from tests.conftest import Clock
from tests.crash.children.put_on_record import WORDS, Thing
from tests.crash.faults import EVERYTHING, THOROUGH, Action, Outcome, Plan, met, sweep, wanted
from tests.crash.work import Work, drafts_to_sign, running_session

WRITES: Plan = dict.fromkeys(("pwrite64", "fsync", "ftruncate", "unlink"), EVERYTHING)
"""Every call with which an open practice changes the disk."""
KILLS: Plan = {"pwrite64": (Action.KILL,)}


@dataclass(frozen=True)
class Case:
    """One thing typed and kept as drafts, on its way onto the record of a practice at rest."""

    thing: Thing
    work: Work
    about: str
    member: str
    keys: tuple[str, ...]
    on_record: Callable[[], int]

    def arguments(self, place: Path) -> Sequence[str]:
        """A fresh copy for a child, and what it is to do."""
        who = (*self.work.hex_keys, self.work.unlocked.user.id)
        return [str(self.work.copied(place)), *who, self.thing.value, self.about, self.member]

    def check(self, outcome: Outcome) -> None:
        """What the next start finds holds to what was said."""
        data = outcome.place / "data"
        self.work.open(data)
        try:
            assert self.work.is_whole(data), outcome.where
            there, kept = self.on_record(), [bool(drafts.load(key)) for key in self.keys]
        finally:
            store.close()
        assert there in (0, 1), outcome.where
        assert kept == [not there] * len(kept), outcome.where
        assert there or "SAVED" not in outcome.said, outcome.where
        assert there or outcome.action is Action.KILL, outcome.where


def an_addendum(work: Work) -> Case:
    note = notes.of_session(work.session)[0]
    signing.sign(work.session, [note.id], Confirmation(work.unlocked.user.id))
    keys = (notes.draft_key(note.id, notes.ADDENDUM),)
    return Case(
        *(Thing.ADDENDUM, work, note.id, note.member_id, keys),
        lambda: len(notes.addenda([note.id]).get(note.id, [])),
    )


def some_ratings(work: Work) -> Case:
    member = notes.of_session(work.session)[0].member_id
    keys = tuple(ratings.draft_key(work.session, member, asked) for asked in ratings.QUESTIONS)
    return Case(
        *(Thing.RATING, work, work.session, member, keys),
        lambda: len(ratings.rows_of(work.session)) // len(keys),
    )


def a_safety_check(work: Work) -> Case:
    member = notes.of_session(work.session)[0].member_id
    live.write_line(work.session, member, WORDS)
    check = safety.flag(work.session, member)
    keys = tuple(safety.draft_key(check, step) for step in Step)
    return Case(
        *(Thing.CHECK, work, check, member, keys),
        lambda: sum(not row.open for row in safety.of_session(work.session)),
    )


def a_psychotherapy_note(work: Work) -> Case:
    member, note_id = notes.of_session(work.session)[0].member_id, psychotherapy.begin()
    keys = (psychotherapy.draft_key(member, note_id),)
    return Case(
        *(Thing.PSYCHOTHERAPY_NOTE, work, note_id, member, keys),
        lambda: sum(row.on_record for row in psychotherapy.mine(member)),
    )


@pytest.fixture(scope="module")
def ended(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Work:
    """A session that has ended, with a draft for each member."""
    base = tmp_path_factory.mktemp("ended")
    return drafts_to_sign(running_session(template, base / "running"), base / "data")


@pytest.mark.parametrize(
    ("build", "plan"),
    [
        (an_addendum, WRITES),
        *((build, WRITES if THOROUGH else KILLS) for build in (some_ratings, a_safety_check)),
        (a_psychotherapy_note, WRITES if THOROUGH else KILLS),
    ],
)
def test_it_is_on_record_once_or_kept_as_it_was_typed(
    build: Callable[[Work], Case], plan: Plan, ended: Work, tmp_path: Path, clock_at: Clock
) -> None:
    clock_at.to("19:00")
    work = ended.at(ended.copied(tmp_path))
    work.open(work.folder)
    case = build(work)
    for key in case.keys:
        drafts.save(key, WORDS)
    store.rest()
    runs = tmp_path / "runs"
    module = "tests.crash.children.put_on_record"
    outcomes = list(sweep(module, case.arguments, runs, plan, after="READY"))
    assert met(outcomes) == wanted(plan)
    for outcome in outcomes:
        case.check(outcome)
