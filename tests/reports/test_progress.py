"""The payer's report: what it must say, what it must never say, and that a reprint is the same."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from practice.errors import Refused
from practice.models.enums.attendance import Status
from practice.models.enums.practice import Paper
from practice.reports import notes, progress
from practice.reports.progress import SECTION_WORDS, Section
from practice.reports.words import Period
from tests.reports.samples import (
    SIGNATURE,
    at,
    embedded_fonts,
    empty_glyphs,
    pages,
    printed_note,
    report,
    signed_note,
    text,
)


def test_the_ninety_day_report_of_w4(qapp: QApplication) -> None:
    pdf = progress.render(report())
    written = " ".join(text(pdf).split())
    for words in (
        "10/12 = 83.3% (55.2–95.3)",
        "2/12 = 16.7%",
        "Attended 10 (2 of them in part), no-show 2",
        "Total time attended: 575 minutes",
        "cancelled by practice 1, excused 0, not recorded 0",
        "6 Jan 2026",
        "31 Mar 2026",
        "F10.20",
        "Six days a week without alcohol",
        "Two family events.",
        "13 sessions of 60 minutes.",
        "Consent dated",
        "3 Jan 2026",
        "Licence ME LC-20418 · NPI 1993999998",
        "Times are in America/New_York.",
    ):
        assert words in written
    assert embedded_fonts(pdf) == {"NotoSans-Regular", "NotoSans-Bold"}
    assert empty_glyphs(pdf) == 0


@pytest.mark.parametrize("section", Section)
def test_only_ticked_sections_appear(qapp: QApplication, section: Section) -> None:
    written = text(progress.render(report(sections=frozenset({section}), notes=(signed_note(),))))
    shown = {each for each in Section if f"\n{SECTION_WORDS[each]}\n" in written}
    assert shown == {section}
    assert ("Let a craving pass." in written) == (section is Section.NOTES)
    assert ("F10.20" in written) == (section is Section.DIAGNOSES)


def test_a_ticked_section_without_content_says_so(qapp: QApplication) -> None:
    empty = report(
        sessions=(), diagnoses=(), goals=(), summary="", plan=" ", request="", part2=False
    )
    written = text(progress.render(replace(empty, sections=frozenset(Section))))
    assert written.count("Nothing recorded for this period.") == 7
    assert written.count("no sessions") == 3
    assert "0.0%" not in written
    assert progress.PART2_STATEMENT not in written


def test_notes_print_with_signature_and_addenda(qapp: QApplication) -> None:
    written = text(progress.render(report(sections=frozenset(Section), notes=(signed_note(),))))
    assert "Signed by Ana Ruiz, LCSW, 3 Mar 2026, 19:42" in written
    assert "Addendum of 12 Mar 2026, 09:15, signed by Ana Ruiz, LCSW" in written


def test_an_unsigned_note_is_never_printed() -> None:
    draft = replace(signed_note(), signature=SIGNATURE)
    whole = report(sections=frozenset(Section), notes=(signed_note(), draft))
    with pytest.raises(Refused, match="3 Mar 2026, 18:00 is not signed"):
        progress.render(whole)
    assert progress.render(replace(whole, sections=frozenset({Section.GOALS})))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"recipient": None}, "recipient"),
        ({"consent_date": None}, "consent_date"),
        ({"consent_date": date(2026, 4, 4)}, "consent_date"),
        ({"period": Period(date(2026, 3, 31), date(2026, 1, 1))}, "last"),
    ],
)
def test_a_part2_report_needs_recipient_and_consent(change: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refusal:
        progress.render(report(**change))
    assert refusal.value.field == field


def test_outside_part2_neither_is_needed(qapp: QApplication) -> None:
    pdf = progress.render(report(part2=False, recipient=None, consent_date=None))
    assert progress.PART2_STATEMENT not in text(pdf)


def test_the_signing_is_printed_where_there_was_one(qapp: QApplication) -> None:
    signed = replace(SIGNATURE, signed_at=report().issued_at)
    written = text(progress.render(report(signature=signed)))
    assert "Signed electronically on 3 Apr 2026, 14:05 (America/New_York)" in written


def test_a_reprint_is_the_same_bytes_whatever_was_printed_between() -> None:
    hindi = report(summary="क्षत्रिय office السلام")
    first = progress.render(hindi)
    progress.render(report(summary="कृष्णा fluff الجلسة 王"))
    notes.render(printed_note())
    assert progress.render(hindi) == first


def test_the_files_own_fields_name_nobody() -> None:
    reader = PdfReader(BytesIO(progress.render(report())))
    assert reader.metadata is not None
    assert reader.metadata.title == "Progress report"
    assert not reader.metadata.author
    fields = " ".join(str(value) for value in reader.metadata.values())
    assert "Okafor" not in fields
    assert "Ruiz" not in fields
    assert reader.trailer["/Root"]["/Lang"] == "en-US"  # type: ignore[index]


def test_two_pages_suffice_for_a_quarter(qapp: QApplication) -> None:
    assert len(pages(progress.render(report()))) == 2


def test_sessions_of_one_group_name_it_once_and_say_what_was_missed(qapp: QApplication) -> None:
    lines = list(report().sessions)
    lines[3] = replace(lines[3], late=12)
    lines[7] = replace(lines[7], left_early=13)
    lines[5] = replace(lines[5], status=Status.UNRECORDED, member_minutes=None)
    only = frozenset({Section.SESSIONS})
    one = text(progress.render(report(sessions=tuple(lines), sections=only)))
    assert one.count("Tuesday Skills") == 1
    for said in ("Attended, 12 min late", "Attended, left 13 min early", "Not recorded"):
        assert said in one
    assert "which this report leaves out" in one
    lines[0] = replace(lines[0], group="Monday Steps")
    several = text(progress.render(report(sessions=tuple(lines))))
    assert several.count("Monday Steps") == 1
    assert several.count("Tuesday Skills") == 12
    assert "Goal progress by the numbers under “Goals and progress”." in " ".join(several.split())


def test_no_date_breaks_on_a4(qapp: QApplication) -> None:
    line = replace(report().sessions[0], starts=at(date(2026, 5, 31)))
    other = replace(line, group="Monday Steps")
    for lines in ((line,), (line, other)):
        pdf = progress.render(
            report(sessions=lines, sections=frozenset({Section.SESSIONS}), paper=Paper.A4)
        )
        assert text(pdf).count("31 May 2026") == len(lines)


def test_a_character_no_font_has_is_refused_at_its_field(qapp: QApplication) -> None:
    with pytest.raises(Refused, match="U\\+1F389") as refusal:
        progress.render(report(plan="Celebrate 🎉"))
    assert refusal.value.field == "plan"
