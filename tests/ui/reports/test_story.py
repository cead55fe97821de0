"""A clinician makes a payer's report by keyboard, and what leaves is what was seen."""

import os
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QLineEdit

from practice.care import drafts, issued, notes, signing
from practice.desk import groups, members, roster
from practice.desk.practice import practice, save_practice
from practice.reports.progress import PART2_STATEMENT, Section
from practice.ui.preview.page import DRAFT, INCOMPLETE
from practice.ui.reports.page import NOTHING
from practice.ui.reports.texts import draft_key
from practice.vault.confirmation import Confirmation
from tests.ui.reports.conftest import Desk, words

SUMMARY, PLAN, REQUEST = Section.SUMMARY, Section.PLAN, Section.REQUEST


def text_of(desk: Desk, section: Section) -> QLineEdit:
    return desk.page.form.texts.fields[section].widget  # type: ignore[return-value]


def period(desk: Desk, first: str = "1 Jan 2026", last: str = "31 Mar 2026") -> None:
    desk.replace(desk.page.form.first.widget, first)
    desk.replace(desk.page.form.last.widget, last)
    desk.look()


def begin(desk: Desk) -> None:
    desk.choose("dana")
    period(desk)


def test_a_report_from_the_first_key_to_the_file(desk: Desk) -> None:
    assert desk.page.form.picker.line.hasFocus()
    assert desk.page.pane.words.text() == NOTHING
    begin(desk)
    desk.type(text_of(desk, SUMMARY), "Uses what the group practises.")
    desk.type(text_of(desk, PLAN), "Weekly groups go on.")
    desk.type(text_of(desk, REQUEST), "13 weekly sessions, 60 minutes each.")
    desk.look()
    for said in (
        "Dana Reyes",
        "10/12 = 83.3%",
        "575 min",
        "12 min late",
        "Uses what the group practises.",
        "Weekly groups go on.",
        "Requested frequency for the next period 13 weekly sessions, 60 minutes each.",
        "Licence NY 087654 · NPI 1234567893",
        "Northlight Health",
    ):
        assert said in desk.shown
    assert desk.page.pane.mark.text() == DRAFT
    assert DRAFT not in desk.shown
    count = len(PdfReader(BytesIO(desk.page.pane.pdf)).pages)
    assert desk.page.pane.place.text() == f"Page 1 of {count}"

    seen = desk.page.pane.pdf
    desk.press("Ctrl+S")
    path = desk.outside.path
    assert path is not None
    assert path.read_bytes() == seen
    assert path.stat().st_mode & 0o777 == 0o600
    assert desk.outside.suggested == ["m-0001-progress-report-2026-01-01-to-2026-03-31.pdf"]
    kept = issued.of_member(desk.member)
    assert issued.pdf_of(kept[0].id) == seen
    assert kept[0].recipient == "Northlight Health"
    assert desk.page.pane.mark.text() == "Issued 2 Apr 2026"


def test_saved_and_printed_unchanged_is_one_issue(desk: Desk) -> None:
    begin(desk)
    desk.press("Ctrl+S")
    desk.press("Ctrl+P")
    assert len(issued.of_member(desk.member)) == 1
    desk.type(text_of(desk, PLAN), "Changed.")
    desk.press("Ctrl+P")
    assert len(issued.of_member(desk.member)) == 2
    printed = desk.outside.printed
    assert printed is not None
    paper = PdfReader(printed)
    assert len(paper.pages) == desk.page.pane.sheets.count
    box = paper.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def test_a_reprint_is_the_same_bytes_whatever_changed_since(desk: Desk) -> None:
    begin(desk)
    desk.press("Ctrl+S")
    seen = desk.page.pane.pdf
    row = members.member(desk.member)
    details = {f: getattr(row, f) for f in members.MemberDetails.__dataclass_fields__}
    members.change(row.id, members.MemberDetails(**{**details, "family_name": "Changed"}))
    assert "Dana Changed" in desk.shown
    kept = issued.of_member(row.id)[0]
    desk.page.issues.opened.emit(kept)
    assert desk.page.pane.pdf == seen
    assert desk.page.pane.mark.text() == "Issued 2 Apr 2026"
    desk.outside.path = desk.outside.path.with_name("again.pdf") if desk.outside.path else None
    desk.press("Ctrl+S")
    assert desk.outside.path is not None
    assert desk.outside.path.read_bytes() == seen
    assert len(issued.of_member(row.id)) == 1
    desk.page.back.click()
    assert "Dana Changed" in desk.shown


def test_giving_up_in_the_dialog_issues_nothing(desk: Desk) -> None:
    begin(desk)
    desk.outside.path, desk.outside.printer = None, False
    desk.press("Ctrl+S")
    desk.press("Ctrl+P")
    assert issued.of_member(desk.member) == []


def test_the_data_folder_takes_no_reports(desk: Desk) -> None:
    begin(desk)
    desk.outside.path = desk.opened.folder / "report.pdf"
    desk.press("Ctrl+S")
    assert not desk.outside.path.exists()
    assert "data folder" in desk.page.said.text()
    assert issued.of_member(desk.member) == []


def test_a_part_2_practice_asks_for_recipient_and_consent(desk: Desk) -> None:
    save_practice(replace(practice(), part2=True))
    begin(desk)
    form = desk.page.form
    assert form.consent.isVisible()
    assert "written consent" in form.consent.error
    assert "consent" in desk.page.pane.words.text()
    desk.press("Ctrl+S")
    assert issued.of_member(desk.member) == []
    assert form.consent.widget.hasFocus()
    desk.type(form.consent.widget, "3 Jan 2026")
    desk.replace(form.recipient.widget, " ")
    desk.look()
    assert "recipient" in form.recipient.error
    desk.replace(form.recipient.widget, "Northlight Health, utilization review")
    desk.look()
    assert form.consent.error == form.recipient.error == ""
    assert desk.shown.count(PART2_STATEMENT) == desk.page.pane.sheets.count
    desk.press("Ctrl+S")
    kept = issued.of_member(desk.member)[0]
    assert kept.consent_on == date(2026, 1, 3)


def test_unsigned_notes_are_counted_and_never_printed(desk: Desk) -> None:
    desk.choose("luis")
    period(desk)
    desk.tick(desk.page.form.ticks[Section.NOTES])
    desk.look()
    draft = next(n for n in notes.of_member(desk.page.form.member.value()) if not n.signed)
    assert draft.response
    assert draft.response not in desk.shown
    assert any(" notes of this period are not signed" in gap for gap in desk.page.gaps.words())


def test_signed_notes_print_only_when_ticked_with_what_a_reviewer_looks_for(desk: Desk) -> None:
    begin(desk)
    assert "worth keeping" not in desk.shown
    desk.tick(desk.page.form.ticks[Section.NOTES])
    desk.look()
    assert desk.shown.count("worth keeping") == 10
    assert "member attended 48 minutes · 2 participants present" in desk.shown
    assert "Call one peer every week" in desk.shown


@pytest.mark.parametrize("named", ["Luis helps her.", "She and Mr. Moreau talk."])
def test_another_members_name_stops_the_report(desk: Desk, named: str) -> None:
    begin(desk)
    desk.type(text_of(desk, SUMMARY), named)
    desk.look()
    field = desk.page.form.texts.fields[SUMMARY]
    assert "is another member" in field.error
    desk.press("Ctrl+S")
    assert issued.of_member(desk.member) == []
    assert not (desk.outside.path or Path()).is_file()
    desk.page.form.texts.peers[SUMMARY].click()
    desk.look()
    assert field.error == ""
    assert "peer" in desk.shown
    assert "Moreau" not in desk.shown
    desk.press("Ctrl+S")
    assert len(issued.of_member(desk.member)) == 1


def test_a_name_that_got_into_a_signed_note_stops_the_notes(desk: Desk) -> None:
    """Whoever joined the group later was not in that session's check."""
    note = next(n for n in notes.of_member(desk.member) if n.signed)
    signing.add_addendum(note.id, "Wilhelmina drove her home.", Confirmation(desk.opened.user_id))
    later = members.add(members.MemberDetails(given_name="Wilhelmina", family_name="Falk"))
    roster.join(groups.groups()[0].id, later, date(2026, 3, 31))
    begin(desk)
    desk.tick(desk.page.form.ticks[Section.NOTES])
    desk.look()
    desk.press("Ctrl+S")
    assert issued.of_member(desk.member) == []
    assert "leave the notes out" in desk.page.said.text()
    desk.tick(desk.page.form.ticks[Section.NOTES])
    desk.press("Ctrl+S")
    assert len(issued.of_member(desk.member)) == 1


def test_a_character_no_font_has_is_named_beside_its_field(desk: Desk) -> None:
    begin(desk)
    desk.paste(text_of(desk, SUMMARY), "Better 🎉")
    desk.look()
    said = desk.page.form.texts.fields[SUMMARY].error
    assert "U+1F389" in said
    assert said == desk.page.pane.words.text()
    desk.press("Ctrl+P")
    assert issued.of_member(desk.member) == []


def test_hostile_text_prints_as_it_was_typed(desk: Desk) -> None:
    begin(desk)
    hostile = '<b>&amp;</b> <img src="/etc/passwd"> \'; DROP TABLE note; -- %s {0}'
    desk.paste(text_of(desk, SUMMARY), hostile)
    desk.look()
    assert hostile in desk.shown


def test_words_stay_for_the_next_time(desk: Desk) -> None:
    begin(desk)
    desk.type(text_of(desk, SUMMARY), "Half a thought")
    desk.page.hide()
    key = draft_key(desk.member, desk.opened.user_id, SUMMARY)
    assert drafts.load(key) == "Half a thought"
    desk.page.show()
    desk.choose("luis")
    assert desk.page.form.texts.value(SUMMARY) == ""
    desk.choose("dana")
    assert desk.page.form.texts.value(SUMMARY) == "Half a thought"


def test_locking_saves_what_was_just_typed(desk: Desk) -> None:
    begin(desk)
    desk.type(text_of(desk, REQUEST), "Weekly")
    desk.page.context.locking.emit()
    assert drafts.load(draft_key(desk.member, desk.opened.user_id, REQUEST)) == "Weekly"


def test_a_period_that_ends_before_it_starts(desk: Desk) -> None:
    desk.choose("dana")
    period(desk, "1 Mar 2026", "1 Feb 2026")
    assert "ends before it starts" in desk.page.form.last.error
    assert "ends before it starts" in desk.page.pane.words.text()
    period(desk, "31 February", "1 Feb 2026")
    assert desk.page.form.first.error
    assert desk.page.pane.words.text() == INCOMPLETE


def test_the_preview_keeps_its_place_while_one_types(desk: Desk) -> None:
    begin(desk)
    bar = desk.page.pane.sheets.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    assert place > 0
    desk.type(text_of(desk, PLAN), "More.")
    desk.look()
    assert bar.value() == place


def test_nothing_is_left_lying_about(desk: Desk, tmp_path: Path) -> None:
    begin(desk)
    desk.press("Ctrl+S")
    desk.press("Ctrl+P")
    assert sorted(os.listdir(tmp_path)) == ["data", "paper.pdf", "report.pdf"]
    assert words((tmp_path / "report.pdf").read_bytes())
