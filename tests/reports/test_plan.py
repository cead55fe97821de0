"""The printed plan has what a reviewer looks for; a draft says that it is one, on every page."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from practice.errors import Refused
from practice.models.enums.practice import PAPER_WORDS, Paper
from practice.reports import plan, psychotherapy
from practice.reports.plan import Goal, Intervention, Objective, Problem, TreatmentPlan
from practice.reports.psychotherapy import Note, PsychotherapyNotes
from tests.reports.samples import (
    LETTERHEAD,
    MEMBER,
    SIGNATURE,
    ZONE,
    at,
    embedded_fonts,
    empty_glyphs,
    pages,
    text,
)

DAY = date(2026, 11, 17)
SIGNED = replace(SIGNATURE, signed_at=at(DAY, 18, 30))
GOAL = Goal(
    "Stay alcohol-free through the working week",
    "In progress",
    date(2026, 1, 6),
    date(2026, 12, 31),
    None,
    (Objective("No drinking days for 12 weeks", "In progress", date(2026, 6, 30)),),
    (Intervention("Group psychotherapy", "In progress", "weekly", "Ana Ruiz, LCSW"),),
)


def printed(**changes: object) -> TreatmentPlan:
    whole = TreatmentPlan(
        letterhead=LETTERHEAD,
        member=MEMBER,
        version=2,
        starts=date(2026, 9, 1),
        review=date(2026, 11, 30),
        signature=SIGNED,
        zone=ZONE,
        agreed=date(2026, 9, 2),
        diagnoses=("F10.20 Alcohol use disorder, moderate",),
        problems=(
            Problem("Drinks on five evenings a week", "In progress", (GOAL,)),
            Problem("", "", (replace(GOAL, words="Go out although anxious"),)),
        ),
    )
    return replace(whole, **changes)  # type: ignore[arg-type]


def test_a_signed_plan_has_every_element(qapp: QApplication) -> None:
    written = text(plan.render(printed()))
    for words in (
        "Treatment plan",
        "Mina Okafor",
        "12 Mar 1988",
        "ZX-4471-908",
        "1 Sep 2026",
        "30 Nov 2026",
        "the member on 2 Sep 2026",
        "F10.20 Alcohol use disorder",
        "Problem 1",
        "Drinks on five evenings a week",
        "Goal 1.1",
        "since 6 Jan 2026 · target 31 Dec 2026",
        "1.1.1",
        "No drinking days for 12 weeks",
        "30 Jun 2026",
        "Group psychotherapy",
        "weekly",
        "Ana Ruiz, LCSW",
        "Goals without a problem",
        "Signed electronically on 17 Nov 2026, 18:30",
        "Member, or the person who signs for them",
    ):
        assert words in written, words
    assert plan.WATERMARK not in written


def many(count: int) -> tuple[Problem, ...]:
    return tuple(Problem(f"Problem words {n}", "In progress", (GOAL, GOAL)) for n in range(count))


@pytest.mark.parametrize("paper", Paper, ids=PAPER_WORDS.values())
def test_a_draft_says_so_on_every_page_and_so_does_its_owner(
    qapp: QApplication, paper: Paper
) -> None:
    found = pages(
        plan.render(printed(signature=SIGNATURE, problems=many(6), paper=paper, statement="Part 2"))
    )
    assert len(found) > 2
    for number, page in enumerate(found, start=1):
        assert plan.WATERMARK in page.split()
        assert "Draft of version 2: not signed" in page
        assert "Part 2" in page
        assert "Mina Okafor" in page
        assert "12 Mar 1988" in page
        assert "ZX-4471-908" in page
        assert f"Page {number} of {len(found)}" in page
    assert "Version 2, draft" in found[1]


def test_the_same_plan_gives_the_same_bytes_in_embedded_fonts(qapp: QApplication) -> None:
    pdf = plan.render(printed(signature=SIGNATURE))
    assert pdf == plan.render(printed(signature=SIGNATURE))
    assert embedded_fonts(pdf)
    assert empty_glyphs(pdf) == 0


HOSTILE = ("<b>&amp;</b> <img src='/etc/passwd'>", "Zoë 王小明", "x" * 3_000)


@pytest.mark.parametrize("words", HOSTILE, ids=["markup", "scripts", "long"])
def test_any_words_are_printed_as_they_are(qapp: QApplication, words: str) -> None:
    goal = replace(GOAL, words=words, objectives=(Objective(words, words),))
    done = replace(goal, interventions=(Intervention(words, words, words),))
    written = text(plan.render(printed(problems=(Problem(words, words, (done,)),))))
    assert words in written.replace("\n", "") or words in " ".join(written.split())


def test_a_character_no_font_has_is_named(qapp: QApplication) -> None:
    with pytest.raises(Refused, match="problem 1"):
        plan.render(printed(problems=(Problem("\U0001f44d done", "", ()),)))


def test_an_empty_plan_is_a_page_that_says_so(qapp: QApplication) -> None:
    (page,) = pages(plan.render(printed(problems=(), diagnoses=(), agreed=None)))
    assert "Nothing is on record." in page
    assert "Not recorded" in page


def test_psychotherapy_notes_print_apart_with_their_own_statement(qapp: QApplication) -> None:
    notes = PsychotherapyNotes(
        letterhead=LETTERHEAD,
        member=MEMBER,
        recipient="Dr Helen Marsh",
        authorized_on=date(2026, 11, 1),
        signature=SIGNATURE,
        zone=ZONE,
        notes=(
            Note(date(2026, 10, 6), "I wanted to reassure her.\n" * 90, at(DAY)),
            Note(date(2026, 10, 13), "The silence."),
        ),
        statement="Part 2",
    )
    found = pages(psychotherapy.render(notes))
    assert len(found) > 1
    for page in found:
        assert "45 CFR 164.508(a)(2)" in page
        assert "Part 2" in page
        assert "Mina Okafor" in page
        assert "12 Mar 1988" in page
    whole = "\n".join(found)
    for words in ("Dr Helen Marsh", "1 Nov 2026", "6 Oct 2026", "Not signed", "Signed by Ana Ruiz"):
        assert words in whole
