"""Names and text of every script print right: right glyphs, right order, copied back as typed."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from reportlab.pdfgen.canvas import Canvas

from practice.errors import Refused, Unavailable
from practice.reports import fonts, progress
from practice.reports.people import Member
from practice.reports.setting import Span, Style, Typesetter
from tests.reports.samples import MEMBER, embedded_fonts, empty_glyphs, report, text

SCRIPTS = {
    "Łukasz Nguyễn, Iğdır ışık, office": "NotoSans-Regular",
    "Γιώργος Παπαδόπουλος": "NotoSans-Regular",
    "Щербакова Наталья Їжак": "NotoSans-Regular",
    "שרה לוי": "NotoSansHebrew-Regular",
    "حضرت الجلسة السلام": "NotoSansArabic-Regular",
    "क्षत्रिय कृष्णा हिन्दी": "NotoSansDevanagari-Regular",
    "น้ำใจ ผู้ป่วยเข้าร่วมกลุ่ม": "NotoSansThai-Regular",
    "王小明参加了小组治疗": "DroidSansFallback",
    "山田太郎は集団療法に参加しました": "DroidSansFallback",
    "김영희 님은 집단 치료에 참여했습니다": "NanumGothic",
    "→ ☐ ≥10": "NotoSansMath-Regular",
}


@pytest.mark.parametrize(("written", "font"), SCRIPTS.items())
def test_a_script_prints_with_its_font_and_copies_back(
    qapp: QApplication, written: str, font: str
) -> None:
    pdf = progress.render(report(summary=written, member=replace(MEMBER, name=written)))
    assert font in embedded_fonts(pdf)
    assert empty_glyphs(pdf) == 0
    copied = text(pdf)
    assert written in copied
    assert all(copied.count(word) >= 2 for word in written.split())


def test_the_check_for_missing_glyphs_can_fail() -> None:
    fonts.face(fonts.BASE, fonts.Weight.REGULAR)
    buffer = BytesIO()
    canvas = Canvas(buffer, initialFontName="NotoSans-Regular")
    canvas.setFont("NotoSans-Regular", 12)
    canvas.drawString(72, 72, "漢")
    canvas.save()
    assert empty_glyphs(buffer.getvalue()) == 1


def seen(written: str) -> list[str]:
    """The words of the only line, from left to right."""
    (line,) = Typesetter().wrap([Span(written, Style())], 1000)
    return "".join(piece.shaped.text for piece in line.pieces).split()


def test_right_to_left_words_are_ordered_in_their_line() -> None:
    assert seen("Member דוד כהן left") == ["Member", "כהן", "דוד", "left"]
    assert seen("היא אמרה urge surfing היום") == ["היום", "urge", "surfing", "אמרה", "היא"]


def test_a_right_to_left_text_is_broken_before_it_is_ordered() -> None:
    lines = Typesetter().wrap([Span("אחת שתיים שלוש ארבע", Style())], 60)
    first = "".join(piece.shaped.text for piece in lines[0].pieces)
    assert first.split()[-1] == "אחת"
    assert all(line.right_to_left and line.width <= 60 for line in lines)


def test_a_name_never_disturbs_what_stands_beside_it() -> None:
    spans = [Span(each, Style()) for each in ("דוד", " · ", "123", " · ", "456")]
    (line,) = Typesetter().wrap(spans, 1000)
    assert "".join(piece.shaped.text for piece in line.pieces) == "דוד · 123 · 456"


@pytest.mark.parametrize(
    ("written", "named"),
    [
        ("well 🙂 done", "“🙂” (U+1F642, SLIGHTLY SMILING FACE)"),
        ("ქართული", "U+10E5, GEORGIAN LETTER KHAR"),
        ("broken \ud83d half", "(U+D83D, a character without a name)"),
        ("e\U0001d165", "U+1D165, MUSICAL SYMBOL COMBINING STEM"),
    ],
)
def test_a_character_no_font_has_stops_the_print_and_is_named(written: str, named: str) -> None:
    with pytest.raises(Refused) as refusal:
        progress.render(report(summary=written))
    assert named in refusal.value.message
    assert "in the summary" in refusal.value.message


def test_it_is_named_wherever_it_stands() -> None:
    with pytest.raises(Refused, match="in “Member”"):
        progress.render(report(member=Member("Ana 🙂", MEMBER.birth_date)))


@pytest.fixture
def no_fonts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    monkeypatch.setattr(fonts, "folders", lambda: (tmp_path,))
    fonts.forget()
    yield tmp_path
    fonts.forget()


def test_a_missing_font_is_named_with_its_package(no_fonts: Path) -> None:
    with pytest.raises(Unavailable, match=r"“Noto Sans”.*fonts-noto-core"):
        progress.render(report())
    assert len(fonts.missing()) == len(fonts.FAMILIES) + 1


def test_only_the_fonts_a_document_needs_must_be_there(no_fonts: Path) -> None:
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        real = next(Path("/usr/share/fonts").rglob(name))
        (no_fonts / name).symlink_to(real)
    fonts.forget()
    assert progress.render(report()).startswith(b"%PDF")
    with pytest.raises(Unavailable, match=r"“Nanum Gothic”.*fonts-nanum"):
        progress.render(report(summary="김영희"))


def test_a_file_that_is_no_font_counts_as_missing(no_fonts: Path) -> None:
    (no_fonts / "NotoSans-Regular.ttf").write_bytes(b"not a font at all")
    fonts.forget()
    with pytest.raises(Unavailable, match="Noto Sans"):
        progress.render(report())
