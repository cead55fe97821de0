"""Searching notes: signed words alone are found, newest first, whatever is typed."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from practice.care import drafts, notes, search, signing, wrapup
from practice.care.search import SHOWN, piece_of
from practice.desk import members
from practice.models import store
from practice.models.base import CLINICAL
from practice.text import fold
from practice.ui.background import Lane
from practice.vault.confirmation import Confirmation
from tests.care.story import Story, run_group
from tests.conftest import PASSPHRASE, Clock, Opened


@pytest.fixture
def story(opened: Opened, clock_at: Clock) -> Story:
    made = run_group(clock_at, opened.user_id)
    wrapup.open_session(made.session)
    return made


@pytest.fixture
def me(opened: Opened) -> Confirmation:
    return opened.vault.confirm(opened.user_id, PASSPHRASE)


def sign(story: Story, me: Confirmation, *digits: int) -> None:
    wanted = {story.members[digit - 1] for digit in digits}
    rows = [n.id for n in notes.of_session(story.session) if n.member_id in wanted]
    signing.sign(story.session, rows, me)


def named(story: Story, digit: int) -> str:
    return members.member(story.members[digit - 1]).short_name


def found(words: str) -> list[str]:
    return [hit.member for hit in search.find(words)]


def test_only_signed_words_are_found(story: Story, me: Confirmation) -> None:
    assert found("payday") == []
    sign(story, me, 1)
    (hit,) = search.find("payday")
    assert (hit.member, hit.service) == (named(story, 1), "Tuesday Recovery Skills")
    assert (hit.signature, hit.session_id) == ("Maria Lopez, LCSW", story.session)
    assert found("wave") == []


def test_words_are_found_by_their_beginning_in_any_order_and_without_accents(
    story: Story, me: Confirmation
) -> None:
    sponsor = next(n for n in notes.of_session(story.session) if n.member_id == story.members[5])
    notes.save_part(sponsor.id, "response", "Asked for a naïve café list of sponsors.")
    sign(story, me, 6)
    for typed in ("spons", "SPONSORS list", "cafe naive", "café", "list  asked"):
        assert found(typed) == [named(story, 6)], typed
    assert found("ponsors") == []
    assert found("sponsors payday") == []


def test_the_part_all_share_and_addenda_are_found_too(story: Story, me: Confirmation) -> None:
    sign(story, me, 1, 2)
    assert set(found("surfing pairs")) == {named(story, 1), named(story, 2)}
    first = next(n for n in notes.of_session(story.session) if n.member_id == story.members[0])
    signing.add_addendum(first.id, "Corrected: the dinghy was meant.", me)
    (hit,) = search.find("dinghy")
    assert (hit.note_id, hit.member) == (first.id, named(story, 1))
    assert marked(hit.piece, hit.marks) == ["dinghy"]


def marked(piece: str, marks: tuple[search.Mark, ...]) -> list[str]:
    return [piece[start : start + length] for start, length in marks]


def test_what_is_being_typed_is_never_found(story: Story, me: Confirmation) -> None:
    sign(story, me, 1)
    second = next(n for n in notes.of_session(story.session) if n.member_id == story.members[1])
    drafts.save(notes.draft_key(second.id, "response"), "A very private zebra.")
    notes.save_part(second.id, "plan", "An unsigned walrus.")
    assert found("zebra") == []
    assert found("walrus") == []


def test_the_note_signed_last_comes_first(story: Story, me: Confirmation, clock_at: Clock) -> None:
    sign(story, me, 2)
    clock_at.advance(minutes=1)
    sign(story, me, 1)
    assert found("urge surfing") == [named(story, 1), named(story, 2)]
    assert [hit.member for hit in search.find("urge surfing", limit=1)] == [named(story, 1)]


def test_without_the_key_to_notes_there_is_nothing(
    story: Story, me: Confirmation, opened: Opened
) -> None:
    sign(story, me, 1)
    store.rest()
    keys = {"office": opened.unlocked.file_keys()["office"]}
    store.open_files(opened.folder, keys, opened.user_id)
    assert found("payday") == []


def test_it_runs_beside_the_window_and_leaves_its_connections_closed(
    story: Story, me: Confirmation, qtbot: QtBot
) -> None:
    sign(story, me, 1)
    lane = Lane()
    got: list[Any] = []
    lane.run(lambda: (search.find("payday"), CLINICAL.is_closed()), got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    lane.close()
    hits, closed = got[0]
    assert [hit.member for hit in hits] == [named(story, 1)]
    assert closed
    assert not CLINICAL.is_closed()


TYPED = st.text(max_size=40) | st.sampled_from(
    ['"', "payday OR", "NEAR(a b)", "words:x", "-payday", "*", "a\x00b", "x" * 5_000, "🙂", "—"]
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TYPED)
def test_whatever_is_typed_is_words_and_never_a_command(opened: Opened, typed: str) -> None:
    assert search.find(typed) == ()


@given(st.text(max_size=400), st.lists(st.text("aeéns", min_size=1, max_size=3), min_size=1))
def test_a_piece_is_short_and_its_marks_are_the_words_looked_for(
    text: str, words: list[str]
) -> None:
    wanted = tuple(fold(word) for word in words)
    piece, marks = piece_of(text, wanted)
    assert len(piece) <= SHOWN + 2
    assert all(fold(word).startswith(wanted) for word in marked(piece, marks))
    assert piece.removeprefix("… ") in " ".join(text.split())
