"""What people type or paste is stored as it reads, or refused in words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.errors import Refused
from practice.text import clean_line, clean_text, fold, fold_with_origin, initials


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ana  Silva ", "Ana Silva"),
        ("\ufeffAna\r\nSilva\t", "Ana Silva"),
        ("Jose\u0301", "José"),
        ("👩🏽‍💻 Ana", "👩🏽‍💻 Ana"),
        ("می‌خواهم", "می‌خواهم"),
        ("דָּוִד", unicodedata.normalize("NFC", "דָּוִד")),
        ("\u200b\u2060 ", ""),
        ("<b>&'; DROP", "<b>&'; DROP"),
        ("", ""),
    ],
)
def test_a_line_keeps_what_can_be_seen(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept


def test_text_keeps_its_layout_and_loses_only_invisible_ends() -> None:
    assert clean_text("  one \r\n\ttwo\t\r\rthree\u2028four\n\n ") == "  one\n\ttwo\n\nthree\nfour"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("said \x00 yes", "control character after “said”"),
        ("\x1b[31m", "control character at the start"),
        ("bell\x07", "control"),
        ("half \ud83d", "half of a character"),
        ("paid \u202e001\u202c", "reading direction after “paid”"),
        ("\u2067x\u2069", "reading direction"),
        ("Z" + "\u0301\u0323" * 16, "too many accents"),
        ("x" * 201, "201 characters long; 200 fit"),
        ("x" * 10_000_000, "10,000,000 characters long; 200 fit"),
    ],
)
def test_what_cannot_be_stored_is_named_beside_its_field(typed: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refused:
        clean_line(typed, field="name")
    assert refused.value.field == "name"


def test_the_limit_counts_what_would_be_stored() -> None:
    assert clean_text("e\u0301" * 50 + " " * 40, limit=50) == "é" * 50
    with pytest.raises(Refused):
        clean_text("é" * 51, limit=50)


@given(st.text())
def test_cleaning_settles_at_once_or_refuses(text: str) -> None:
    for clean in (clean_line, clean_text):
        try:
            once = clean(text)
        except Refused:
            continue
        assert clean(once) == once
        assert unicodedata.is_normalized("NFC", once)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Łukasz", "lukasz"),
        ("Straße", "STRASSE"),
        ("İpek Yılmaz", "ipek yilmaz"),
        ("Søren", "soren"),
        ("Đorđe", "dorde"),
        ("Nguyễn", "nguyen"),
        ("O’Brien", "o'brien"),
        ("Ægir", "aegir"),
        ("Þóra", "thora"),
        ("ΓΙΩΡΓΟΣ", "Γιώργος"),
        ("Фёдор", "федор"),
        ("דָּוִד", "דוד"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("علی", "علي"),
        ("\uff2d\uff49\uff4e\uff41", "mina"),
        ("Mi\u200bna", "mina"),
        ("Jose\u0301", "josé"),
    ],
)
def test_folding_sets_aside_case_accents_and_look_alikes(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("가", "각"), ("मीना", "मना"), ("กิ", "กา"), ("が", "か")]
)
def test_folding_keeps_letters_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_leads_back_to_where_each_piece_came_from(text: str) -> None:
    folded, origin = fold_with_origin(text)
    assert folded == fold(text)
    assert len(origin) == len(folded) + 1
    assert origin[-1] == len(text)
    assert list(origin) == sorted(origin)
    for at, char in enumerate(folded):
        assert char in fold(text[origin[at]])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Ana María Silva", "AS"),
        ("Zoë", "Z"),
        ("王小明", "王"),
        ("élodie d'Arc", "ÉD"),
        ("मीना शर्मा", "मीश"),
        ("Jean-Luc", "JL"),
        ("🙂", ""),
        ("", ""),
    ],
)
def test_initials_stand_for_a_name(name: str, letters: str) -> None:
    assert initials(name) == letters
