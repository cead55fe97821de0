"""Passphrases: the rule helps, the suggestions are strong."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.errors import Refused
from practice.vault import passphrase


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "has 0 characters"),
        ("short one", "has 9 characters and needs at least 14"),
        (" " * 40, "has 0 characters"),
        ("aaaaaaaaaaaaaaaaaaaa", "repeats a few characters"),
        ("abababababababababab", "repeats a few characters"),
        ("tundra quilt\0 ember", "can't be typed"),
        ("tundra quilt\ud800 ember", "can't be typed"),
        ("word " * 400, "at most 1000"),
        ("Doctor Ada Okafor", "name is guessed first"),
    ],
)
def test_a_weak_one_is_told_what_would_do(typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        passphrase.check_new(typed, name="Doctor Ada Okafor")
    assert refusal.value.field == "passphrase"


@pytest.mark.parametrize("typed", ["tundra quilt ember", "Zaß!9öxü—plnmkj", "трава окно лампа"])
def test_a_long_one_is_taken(typed: str) -> None:
    passphrase.check_new(typed, name="Ada")


@given(st.text())
def test_anything_typed_at_the_unlock_screen_has_bytes(typed: str) -> None:
    assert passphrase.normalised(f" {typed} ") == passphrase.normalised(typed)


def test_suggestions_keep_the_rule_and_differ() -> None:
    suggested = {passphrase.suggest() for _ in range(200)}
    assert len(suggested) == 200
    for one in suggested:
        passphrase.check_new(one)
        assert set(one.split()) <= set(passphrase.words())
        assert len(one.split()) == 5


def test_the_list_is_long_and_its_words_are_told_apart() -> None:
    words = passphrase.words()
    assert len(words) == len(set(words)) >= 1024
    assert all(3 <= len(word) <= 7 and word.isascii() and word.islower() for word in words)
    bits = passphrase.SUGGESTED_WORDS * math.log2(len(passphrase.words()))
    assert bits >= 50
    shortened: dict[str, str] = {word: word for word in words}
    for word, place in itertools.chain.from_iterable(
        ((word, i) for i in range(len(word))) for word in words
    ):
        replaced = f"{word[:place]}*{word[place + 1 :]}"
        assert shortened.setdefault(replaced, word) == word
        assert shortened.get(word[:place] + word[place + 1 :], word) == word
