"""The printed note has what a reviewer asks for, on every page."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from practice.errors import Refused
from practice.reports import notes
from practice.reports.notes import NotePart
from tests.reports.samples import SIGNATURE, pages, printed_note, signed_note, text


def test_a_note_has_every_element(qapp: QApplication) -> None:
    written = text(notes.render(printed_note()))
    for words in (
        "Mina Okafor",
        "12 Mar 1988",
        "ZX-4471-908",
        "3 Mar 2026",
        "18:00 – 19:00",
        "18:02 – 19:01",
        "48 minutes",
        "8 present",
        "Skills group",
        "Audio only",
        "No camera",
        "Home, Portland, ME",
        "F10.20",
        "Let a craving pass.",
        "Signed electronically on 3 Mar 2026, 19:42",
        "Ana Ruiz, LCSW",
        "Addendum of 12 Mar 2026, 09:15",
        "The log came late.",
    ):
        assert words in written


def test_an_unsigned_note_is_refused() -> None:
    draft = replace(signed_note(), signature=SIGNATURE)
    with pytest.raises(Refused, match="not signed"):
        notes.render(printed_note(note=draft))


def test_who_and_when_stand_on_every_page(qapp: QApplication) -> None:
    long = replace(signed_note(), parts=(NotePart("Response", "A line.\n" * 150),))
    found = pages(notes.render(printed_note(note=long, statement="A statement.")))
    assert len(found) >= 3
    for page in found:
        for words in ("Mina Okafor", "12 Mar 1988", "ZX-4471-908", "3 Mar 2026", "A statement."):
            assert words in page


def test_empty_parts_are_not_printed(qapp: QApplication) -> None:
    bare = replace(signed_note(), parts=(NotePart("Risk", " "), NotePart("Plan", "Go on.")))
    written = text(notes.render(printed_note(note=bare, telehealth=None)))
    assert "Risk" not in written
    assert "Telehealth" not in written


@pytest.mark.parametrize("sentences", range(40, 64, 4))
def test_signatures_never_stand_alone_on_a_page(qapp: QApplication, sentences: int) -> None:
    note = signed_note("The log came late and was read aloud. " * sentences)
    printed = pages(notes.render(printed_note(note=note)))
    page = next(page for page in printed if "Signed electronically" in page)
    assert "Practise daily." in page
