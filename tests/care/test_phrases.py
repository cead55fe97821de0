"""`;plan` and what becomes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from practice.care import phrases
from practice.care.phrases import PhraseRow
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL
from tests.conftest import Opened


def test_ones_own_words_come_before_the_practices_and_those_before_the_programs(
    opened: Opened,
) -> None:
    assert phrases.known()["plan"] == phrases.brought()["plan"]
    phrases.save("plan", "For all {what}", shared=True)
    assert phrases.known()["plan"].words == "For all {what}"
    phrases.save(";Plan", "Mine {what}", shared=False)
    mine = phrases.known()["plan"]
    assert (mine.words, mine.owner_id) == ("Mine {what}", opened.user_id)
    phrases.remove(mine)
    shared = phrases.known()["plan"]
    assert phrases.is_stored(shared)
    phrases.remove(shared)
    assert not phrases.is_stored(phrases.known()["plan"])


def test_another_persons_own_are_not_mine(opened: Opened) -> None:
    phrases.save("zest", "Mine", shared=False)
    CLINICAL.actor, me = "somebody-else", CLINICAL.actor
    try:
        assert "zest" not in phrases.known()
    finally:
        CLINICAL.actor = me


def test_saving_is_undone(opened: Opened) -> None:
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    phrases.save("zest", "Zest", shared=True)
    stop()
    audit.undo(CLINICAL, done[0].operation_id)
    assert "zest" not in phrases.known()


@pytest.mark.parametrize(
    ("key", "words", "field"),
    [("", "x", "key"), ("two words", "x", "key"), ("a;b", "x", "key"), ("ok", " ", "words")],
)
def test_what_is_no_phrase_is_refused(opened: Opened, key: str, words: str, field: str) -> None:
    with pytest.raises(Refused) as refused:
        phrases.save(key, words, shared=True)
    assert refused.value.field == field


KNOWN = {key: PhraseRow("", key, f"{key} {{what}}") for key in ("plan", "planet", "quiet")}


@pytest.mark.parametrize(
    ("before", "key"),
    [
        (";plan", "plan"),
        ("Calm today ;qu", "quiet"),
        (";PLANE", "planet"),
        (";pla", None),
        ("word;plan", None),
        (";plan ", None),
        ("; plan", None),
        ("", None),
    ],
)
def test_what_is_typed_after_the_sign_finds_a_phrase(before: str, key: str | None) -> None:
    found = phrases.typed(before, KNOWN)
    assert (found.key if found else None) == key


@given(some.text(max_size=40))
def test_no_text_is_too_odd_to_look_at(text: str) -> None:
    phrases.typed(text, KNOWN)
    field = phrases.next_field(text)
    assert field is None or text[field[0]] == "‹"


def test_every_phrase_brought_has_fields_to_walk() -> None:
    for row in phrases.brought().values():
        assert phrases.next_field(row.expanded), row.key
        assert "{" not in row.expanded
