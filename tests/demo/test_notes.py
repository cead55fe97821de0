"""Demo notes read as one member's own story: repeatable, varied, and naming nobody else."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from random import Random

import pytest

from practice.care.namecheck import NameCheck, Person
from practice.demo.attendance import Presence, attendance
from practice.demo.groups import Group, groups, shared_part
from practice.demo.notes import Entry, Progress, story
from practice.demo.people import Member, members
from practice.demo.profiles import profile
from practice.text import clean_text

SEED = 20260105
WEEKS = 52


@dataclass(frozen=True)
class Note:
    """One entry with whom and what it belongs to."""

    member: Member
    group: Group
    entry: Entry
    presence: Presence

    @property
    def parts(self) -> tuple[str, ...]:
        entry = self.entry
        return (entry.participation, entry.response, entry.goal_progress, entry.plan)

    @property
    def texts(self) -> tuple[str, ...]:
        return (*self.parts, *(line.text for line in self.entry.lines))


def _write(seed: int) -> tuple[Note, ...]:
    by_key = {group.key: group for group in groups()}
    notes = []
    for member in members():
        group = by_key[member.group]
        random = Random(f"{seed} {member.key}")
        presences = attendance(member.habit, group.minutes, WEEKS - member.joins, random)
        entries = story(profile(member, seed), group, presences, seed, member.joins)
        for entry, presence in zip(entries, presences, strict=True):
            assert (entry is None) == (not presence.stretches)
            notes += [Note(member, group, entry, presence)] if entry else []
    return tuple(notes)


@lru_cache(maxsize=1)
def _year() -> tuple[Note, ...]:
    return _write(SEED)


def _check(group: Group) -> NameCheck:
    return NameCheck(
        Person(member.key, member.name, member.preferred)
        for member in members()
        if member.group == group.key
    )


def test_the_same_seed_writes_the_same_year() -> None:
    assert _write(SEED) == _year()
    assert _write(SEED + 1) != _year()


def test_no_note_names_another_member() -> None:
    checks = {group.key: _check(group) for group in groups()}
    for note in _year():
        for text in note.texts:
            assert not checks[note.group.key].find(text, note.member.key), text
    for group in groups():
        for week in range(WEEKS):
            shared = shared_part(group, week)
            for text in (shared.interventions, *shared.lines):
                assert not checks[group.key].find(text), text


def test_nothing_is_left_unwritten() -> None:
    unfinished = re.compile(
        r"[{}]|\bNone\b(?! (?:of|made|done))|\.\.|  | ,|\bthey (?:was|is|has)\b|[“”]{2}"
    )
    for note in _year():
        for text in note.texts:
            assert text
            assert not unfinished.search(text), text
            assert clean_text(text) == text
        for part in note.parts:
            assert not part[0].islower(), part
            assert part.endswith((".", "”")), part


def test_counts_agree_with_their_nouns() -> None:
    wrong = re.compile(r"(?<![\d/])[01] (?:days|doses|missed|minutes|nights)|[8-9] of 7|(?<!\d)-\d")
    for note in _year():
        for text in note.parts:
            assert not wrong.search(text), text


def test_diagnoses_stay_out_of_the_notes() -> None:
    diagnosis = re.compile(r"\b[A-Z]\d\d\.|disorder|dependence|diagnos", re.IGNORECASE)
    assert not [text for note in _year() for text in note.texts if diagnosis.search(text)]


def test_members_of_one_session_get_different_notes() -> None:
    sessions: dict[tuple[str, int], list[Note]] = defaultdict(list)
    for note in _year():
        sessions[note.group.key, note.entry.week].append(note)
    for notes in sessions.values():
        assert len({note.entry.participation + note.entry.response for note in notes}) == len(notes)


def test_a_member_never_gets_the_same_note_again() -> None:
    own: dict[str, list[Entry]] = defaultdict(list)
    for note in _year():
        own[note.member.key].append(note.entry)
    for entries in own.values():
        assert len({entry.response + entry.participation for entry in entries}) == len(entries)
        for one, following in pairwise(entries):
            assert one.participation != following.participation
            assert one.response != following.response
            assert one.plan != following.plan


@pytest.mark.parametrize(
    ("part", "least"),
    [("participation", 0.6), ("response", 0.95), ("goal_progress", 0.6), ("plan", 0.7)],
)
def test_most_texts_are_used_once(part: str, least: float) -> None:
    counts = Counter(getattr(note.entry, part) for note in _year())
    assert len(counts) / len(_year()) >= least


def test_lines_were_typed_while_the_member_was_there() -> None:
    for note in _year():
        minutes = [line.minute for line in note.entry.lines]
        assert minutes == sorted(minutes)
        for minute in minutes:
            assert any(come <= minute < go for come, go in note.presence.stretches)


def test_late_and_early_leaving_are_in_the_note() -> None:
    for note in _year():
        late = note.presence.joined
        assert not late or str(late) in note.entry.participation
        early = note.presence.left_before(note.group.minutes)
        assert not early or f"{early} minutes" in note.entry.participation


def test_the_year_goes_up_with_setbacks_on_the_way() -> None:
    rating = {Progress.SETBACK: 0, Progress.LITTLE: 1, Progress.SOME: 2, Progress.GOOD: 3}
    early = [rating[note.entry.progress] for note in _year() if note.entry.week < 10]
    late = [rating[note.entry.progress] for note in _year() if note.entry.week >= 42]
    assert sum(late) / len(late) > sum(early) / len(early) + 0.5
    setbacks = sum(note.entry.progress is Progress.SETBACK for note in _year())
    assert 0.01 < setbacks / len(_year()) < 0.08
