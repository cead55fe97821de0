"""User text is only ever text: cleaned, never read as markup, never lost, never a crash."""

import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from practice.errors import Refused
from practice.reports import progress
from practice.reports.people import Member
from practice.reports.setting import Style, Typesetter
from practice.reports.text import graphemes, one_line, paragraphs
from tests.reports.samples import MEMBER, embedded_fonts, report, text

WIDTH = 120.0
MARKUP = (
    '<img src="/etc/passwd">',
    "<b>&amp;</i> </para>",
    "<font color='[[[]]]'>x</font>",
    "{{7*7}} %s \\n",
)


@pytest.mark.parametrize("written", MARKUP)
def test_markup_prints_literally(qapp: QApplication, written: str) -> None:
    pdf = progress.render(report(summary=written, member=Member(written, MEMBER.birth_date)))
    assert text(pdf).count(written) >= 2
    assert b"/Subtype /Image" not in pdf


@given(st.text(st.sampled_from("<>&;/='\"bimgsrc12 "), min_size=1, max_size=60))
@settings(max_examples=25, deadline=None)
def test_any_markup_like_text_prints_literally(qapp: QApplication, written: str) -> None:
    pdf = progress.render(report(summary=f"START{written}END"))
    bare = "".join(text(pdf).split())
    assert f"START{''.join(written.split())}END" in bare


@given(st.text(st.characters(), max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_set_whole_or_refused(written: str) -> None:
    with suppress(Refused):
        lines = Typesetter().lines(written, Style(), WIDTH, "the summary")
        drawn = "".join(piece.shaped.text for line in lines for piece in line.pieces)
        kept = "".join(paragraphs(written))
        assert sorted(drawn.replace(" ", "")) == sorted(kept.replace(" ", ""))
        assert all(line.width <= WIDTH for line in lines if len(line.pieces) > 1)


PRINTABLE = "abz ŁễıΔЩЖ,.-()/\u00a0\u0301" + "שׁלםحلا٣\u200d\u200f" + "क्षिनำ้ผเ" + "王あ김→≥"


@given(st.text(st.sampled_from(PRINTABLE), max_size=80))
@settings(max_examples=200, deadline=None)
def test_text_of_the_printed_scripts_is_never_refused(written: str) -> None:
    lines = Typesetter().lines(written, Style(), WIDTH, "the summary")
    drawn = "".join(piece.shaped.text for line in lines for piece in line.pieces)
    kept = "".join(paragraphs(written))
    assert sorted(drawn.replace(" ", "")) == sorted(kept.replace(" ", ""))


@given(st.text(st.characters(), max_size=20))
@settings(max_examples=15, deadline=None)
def test_any_name_is_printed_or_refused(written: str) -> None:
    with suppress(Refused):
        pdf = progress.render(report(member=Member(written, MEMBER.birth_date)))
        assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize(
    "name",
    [
        "",
        " ",
        "\x00\x07",
        "x" * 5000,
        "مرحبا " * 200,
        "e" + "\u0301" * 300,
        "\u202eevil",
        "a\r\n\tb",
    ],
)
def test_hostile_names_print(name: str) -> None:
    pdf = progress.render(report(member=Member(name, MEMBER.birth_date, name, name)))
    assert embedded_fonts(pdf)


def test_control_characters_and_hidden_reordering_are_left_out() -> None:
    assert paragraphs("a\x00b\u202ec\ufeff\td\r\ne\x0cf") == ["abc d", "e", "f"]
    assert one_line(" Ana \n\t Ruiz ") == "Ana Ruiz"


def test_marks_and_joiners_stay_with_their_letter() -> None:
    assert list(graphemes("e\u0301xक्षน้")) == ["e\u0301", "x", "क्ष", "น้"]


@pytest.mark.parametrize(
    "paragraph",
    ["word " * 40_000, "שלום (CBT) 12 " * 14_000, "א" + "(" * 50_000 + ")" * 50_000],
    ids=["words", "Hebrew", "brackets"],
)
def test_a_very_long_paragraph_takes_seconds_not_minutes(paragraph: str) -> None:
    started = time.perf_counter()
    assert progress.render(report(summary=paragraph)).startswith(b"%PDF")
    assert time.perf_counter() - started < 15
