"""Searching by day and by author: exactly the notes that fit, the newest session first."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.care import narrowing, search, search_by_day
from practice.desk import schedule
from practice.desk.practice import UserDetails, save_user
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Addendum, Note
from practice.models.enums.notes import NoteState
from practice.models.enums.practice import Role
from tests.build import a_full_group, one_more
from tests.conftest import Opened

OTHER = "0" * 32
WORDS = ("wave", "payday", "sponsor")
DELAYS = (0, 0, 1, 0, 45, 0, 0, 3, 100, 0, 0, 1)
"""Days from each session to its signature."""


@dataclass(frozen=True)
class Kept:
    id: str
    day: date
    author: str
    words: str
    signed_at: datetime


@pytest.fixture
def kept(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> list[Kept]:
    """A note of every second week by two authors in turn, in the order of their signatures."""
    monkeypatch.setattr(search_by_day, "CHUNK", 3)
    details = UserDetails(name="José Østergård", credentials="LCSW", role=Role.CLINICIAN)
    save_user(OTHER, details)
    group, members, _ = a_full_group(opened.user_id, 2)
    made = []
    for number, delay in enumerate(DELAYS):
        starts = datetime(2026, 12, 3, 18, 0) + timedelta(weeks=2 * number)
        session = one_more(group, starts)
        author = (opened.user_id, OTHER)[number % 2]
        at = starts.replace(tzinfo=UTC) + timedelta(days=delay, hours=6)
        words = " ".join((*WORDS[: number % 3 + 1], "group"))
        made.append((at, session, author, words, members[0]))
    found = []
    with operation(CLINICAL, "Sign"):
        for at, session, author, words, member in sorted(made):
            note = Note.create(
                session_id=session,
                member_id=member,
                author_id=author,
                signed_by=author,
                state=NoteState.SIGNED,
                response=words,
                signed_at=at,
            )
            found.append(Kept(note.id, schedule.session(session).starts.date(), author, words, at))
        who = {"author_id": OTHER, "signature": "José Østergård, LCSW"}
        Addendum.create(note=found[0].id, text="wave", signed_at=found[-1].signed_at, **who)
    return found


def listed(typed: str, limit: int = 20) -> list[str]:
    return [hit.note_id for hit in search.find(typed, limit)]


DAYS = st.none() | st.dates(date(2026, 11, 20), date(2027, 6, 20))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    first=DAYS,
    last=DAYS,
    by=st.sampled_from(["", "maria", "øster", '"lopez maria"']),
    words=st.sampled_from(["", "wave", "pay", "sponsor group", "zebra"]),
)
def test_exactly_the_notes_that_fit_are_found(
    kept: list[Kept], first: date | None, last: date | None, by: str, words: str
) -> None:
    asked = [f"{name}:{value}" for name, value in (("from", first), ("by", by)) if value]
    typed = " ".join((*asked, words, *([f"to:{last}"] if last else [])))
    maria = next(one.author for one in kept if one.author != OTHER)
    author = {"": "", "øster": OTHER}.get(by, maria)
    fits = [
        one
        for one in kept
        if (first or one.day) <= one.day <= (last or one.day)
        and author in ("", one.author)
        and all(any(w.startswith(t) for w in one.words.split()) for t in words.split())
    ]
    if not narrowing.is_narrowed(typed) and not words:
        fits = []
    assert sorted(listed(typed)) == sorted(one.id for one in fits)
    if narrowing.is_narrowed(typed):
        days = {one.id: one.day for one in kept}
        found = [days[note_id] for note_id in listed(typed)]
        assert found == sorted(found, reverse=True)


def test_the_newest_sessions_come_first_and_no_more_than_asked(kept: list[Kept]) -> None:
    newest = sorted((one for one in kept if one.author == OTHER), key=lambda one: one.day)
    assert listed("by:jose", limit=2) == [one.id for one in reversed(newest)][:2]
    assert listed("group from:2026-12 to:2026", limit=5) == [
        one.id for one in sorted(kept, key=lambda k: k.day, reverse=True) if one.day.year == 2026
    ]


def test_a_note_found_without_words_shows_how_it_begins(kept: list[Kept]) -> None:
    hit = search.find("by:jose")[0]
    assert hit.piece.startswith("wave")
    assert hit.marks == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("from:2026-13", "from:2026-10-01"),
        ("to:yesterday wave", "to:2026-10-01"),
        ("from:2026-02-30", "no day yet"),
        ("from:0001-01-01", "no day yet"),
        ("to:9999", "no day yet"),
        ("by:nobody", "Nobody who writes notes here is called “nobody”"),
        ("by:*", "Nobody who writes"),
    ],
)
def test_what_says_no_day_and_no_name_is_said(opened: Opened, typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        search.find(typed)


@pytest.mark.parametrize("typed", ["by:", "from:", "by: from:", "standby:x", "by"])
def test_a_word_that_asks_for_nothing_yet_narrows_nothing(opened: Opened, typed: str) -> None:
    assert search.find(typed) == ()
    assert not narrowing.read(typed).narrowed


def test_what_is_looked_for_is_told_in_words(opened: Opened) -> None:
    told = narrowing.read("wave by:maria from:2026-10 to:2026").told
    assert told == "Signed notes by Maria Lopez, from 1 Oct 2026 to 31 Dec 2026"
    assert narrowing.read("from:2026-02-03").told == "Signed notes from 3 Feb 2026"
