"""The front desk's papers: what they say, what they never say, and that they print right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from practice.desk.rates import Counts
from practice.errors import Refused
from practice.models.enums.practice import Paper
from practice.reports import calls, certificate, missed, schedule, sheet
from practice.reports.certificate import Attended, Purpose
from practice.reports.page import page_size
from tests.reports import papers
from tests.reports.papers import HEAD, envelope
from tests.reports.samples import at, embedded_fonts, empty_glyphs, pages, text

HOSTILE = "<b>Ana</b> & Łukasz שרה لوي Щербакова 王小明 김영희 คนไข้ कृष्णा"
Made = Callable[[Paper], bytes]
MADE: dict[str, Made] = {
    "attendance letter": lambda paper: certificate.render(papers.certificate(paper)),
    "no-show letter": lambda paper: missed.render(papers.missed_letter(paper)),
    "sign-in sheet": lambda paper: sheet.render(papers.sheet(paper)),
    "attendance sheet": lambda paper: sheet.render(papers.attendance_sheet(paper)),
    "call list": lambda paper: calls.render(papers.call_list(paper)),
    "schedule": lambda paper: schedule.render(papers.week(paper)),
}
LANDSCAPE = {"call list", "schedule"}


def flat(pdf: bytes) -> str:
    """The words in one line, however they were broken."""
    return " ".join(text(pdf).split())


@pytest.mark.parametrize("name", MADE)
@pytest.mark.parametrize("paper", Paper)
def test_each_prints_on_both_papers_with_its_fonts_and_counts_its_pages(
    qapp: QApplication, name: str, paper: Paper
) -> None:
    pdf = MADE[name](paper)
    width, height = page_size(paper, landscape=name in LANDSCAPE)
    assert f"{width:g} {height:g}".encode() in pdf
    assert embedded_fonts(pdf) <= {"NotoSans-Regular", "NotoSans-Bold"}
    assert empty_glyphs(pdf) == 0
    found = pages(pdf)
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page
        assert HEAD.practice in page
    assert MADE[name](paper) == pdf


def test_a_certificate_says_who_how_often_when_and_how_long(qapp: QApplication) -> None:
    said = flat(certificate.render(papers.certificate()))
    assert (
        "This is to certify that Mina Okafor, born on 12 March 1988, attended 10 of 12 "
        "appointments with this practice from 1 January 2026 to 31 March 2026, 588 minutes in all."
    ) in said
    assert "Tue 3 Feb 2026 18:00 – 19:00 48" in said
    assert "Not counted: 1 cancelled by the practice." in said
    assert "Our reference: M-0012" in said
    assert "Ana Ruiz, LCSW" in said
    assert "call us at +1 207 555 0142" in said


@pytest.mark.parametrize(
    ("purpose", "title", "born", "credentials"),
    [
        (Purpose.COURT, "Certificate of attendance", True, True),
        (Purpose.EMPLOYER, "Confirmation of appointments", False, False),
        (Purpose.OTHER, "Confirmation of attendance", True, False),
    ],
)
def test_each_purpose_has_its_words_and_no_more_than_it_needs(
    qapp: QApplication, purpose: Purpose, title: str, born: bool, credentials: bool
) -> None:
    said = flat(certificate.render(papers.certificate(purpose=purpose)))
    assert title in said
    assert ("12 March 1988" in said) is born
    assert ("LCSW" in said) is credentials


def test_a_group_is_named_only_where_somebody_chose_so(qapp: QApplication) -> None:
    for purpose in Purpose:
        said = flat(certificate.render(papers.certificate(purpose=purpose)))
        assert "Relapse Prevention" not in said
        assert "group" not in said.lower()
    chosen = flat(certificate.render(papers.certificate(groups=True)))
    assert chosen.count("Relapse Prevention") == 10
    assert "nothing about the reason" not in chosen
    assert "an appointment with us" in flat(missed.render(papers.missed_letter()))
    named = flat(missed.render(papers.missed_letter(group="Relapse Prevention")))
    assert "an appointment (Relapse Prevention) with us" in named


def test_the_members_own_clock_stands_beside_the_practices(qapp: QApplication) -> None:
    letter = papers.missed_letter(their_zone="America/Los_Angeles")
    assert "at 18:00 New York time (15:00 in Los Angeles)" in flat(missed.render(letter))
    far = papers.missed_letter(their_zone="Pacific/Auckland")
    assert (
        "Tuesday, 17 November 2026, at 18:00 New York time "
        "(on Wednesday, 18 November 2026, at 12:00 in Auckland)"
    ) in flat(missed.render(far))
    same = flat(missed.render(papers.missed_letter(their_zone="America/Toronto")))
    assert "at 18:00, when" in same
    shown = flat(certificate.render(papers.certificate(their_zone="Pacific/Auckland")))
    assert "Tue 3 Mar 2026 18:00 – 19:00 12:00 – 13:00, Wed 4 Mar 60" in shown
    assert "11:00 – 12:00, Wed 11 Mar" in shown  # New York has put its clocks forward
    alike = flat(certificate.render(papers.certificate(their_zone="America/Toronto")))
    assert "Toronto" not in alike


def test_the_letter_after_a_no_show_is_kind_and_says_what_next(qapp: QApplication) -> None:
    said = flat(missed.render(papers.missed_letter()))
    assert "Dear Min, We missed you on Tuesday, 17 November 2026, at 18:00" in said
    assert "Your next appointment is on Tuesday, 24 November 2026, at 18:00." in said
    assert "please call us at +1 207 555 0142" in said
    for blame in ("fail", "must", "charge", "fee", "policy", "no-show", "!"):
        assert blame not in said.lower()
    without = flat(missed.render(papers.missed_letter(coming=None)))
    assert "Your next appointment" not in without


def test_it_is_not_written_without_a_number_to_call() -> None:
    mute = replace(envelope(), letterhead=replace(HEAD, phone=" "))
    with pytest.raises(Refused, match="phone number is not on record"):
        missed.render(papers.missed_letter(envelope=mute))


def test_a_period_without_appointments_is_refused_beside_its_first_day() -> None:
    with pytest.raises(Refused) as refusal:
        certificate.render(papers.certificate(attended=(), counts=Counts(provider_cancel=3)))
    assert refusal.value.field == "first"
    none_came = papers.certificate(attended=(), counts=Counts(no_show=3))
    assert certificate.render(none_came).startswith(b"%PDF")


def test_the_signature_never_stands_on_a_page_alone(qapp: QApplication) -> None:
    tuesdays = [at(date(2025, 1, 7) + timedelta(days=7 * week)) for week in range(60)]
    attended = [Attended(t, t + timedelta(hours=1), 60) for t in tuesdays]
    for count in range(10, 24):
        letter = papers.certificate(attended=tuple(attended[:count]), counts=Counts(attended=count))
        last = pages(certificate.render(letter))[-1]
        assert "Signature" in last
        assert "nothing about the reason" in last


def test_later_pages_say_whose_letter_it_is(qapp: QApplication) -> None:
    tuesdays = [at(date(2025, 1, 7) + timedelta(days=7 * week)) for week in range(60)]
    attended = tuple(Attended(t, t + timedelta(hours=1), 60) for t in tuesdays)
    letter = papers.certificate(attended=attended, counts=Counts(attended=60))
    found = pages(certificate.render(letter))
    assert len(found) > 1
    for page in found[1:]:
        assert "Mina Okafor" in page
        assert "M-0012" in page


def test_a_full_group_signs_in_on_one_page(qapp: QApplication) -> None:
    for paper in Paper:
        seats = (papers.sheet().seats * 2)[:10]
        assert len(pages(sheet.render(papers.sheet(paper, seats=seats)))) == 1


def test_a_sign_in_sheet_has_lines_to_spare_but_never_more_than_ten(qapp: QApplication) -> None:
    said = flat(sheet.render(papers.sheet()))
    assert "In at Out at Signature" in said
    assert "7 Ravi N. · M-0007" in said
    assert "attest" not in said


def test_an_attendance_sheet_attests_who_came_and_how_long(qapp: QApplication) -> None:
    said = flat(sheet.render(papers.attendance_sheet()))
    assert "2 Luis Moreau · M-0002 Attended 18:12-18:30, 18:33-19:01 46" in said
    assert "3 Aya Kobayashi · M-0003 No-show – –" in said
    assert "Attended: 2 of 5 people expected. Not recorded yet: 1." in said
    assert "I attest" in said
    assert "Took place 18:02 – 19:01" in said


def test_the_call_list_keeps_its_order_and_says_how_each_may_be_reached(
    qapp: QApplication,
) -> None:
    said = flat(calls.render(papers.call_list()))
    places = [said.index(name) for name in ("1 Min", "2 Luis", "3 Aya", "4 Олександра")]
    assert places == sorted(places)
    assert "Do not call" in said
    assert "No phone on" in said
    assert "2 tries, last Thu 12 Nov: left voicemail" in said
    assert "Nobody is due today." in flat(calls.render(papers.call_list(count=0)))
    many = pages(calls.render(papers.call_list(count=60)))
    assert all("Ask for" in page for page in many)


def test_the_week_shows_times_down_and_days_across(qapp: QApplication) -> None:
    said = flat(schedule.render(papers.week()))
    assert "Initials stand for members’ names." in said
    assert "Closed: stocktaking" in said
    assert "US Cancelled · to 12:50" in said
    assert said.index("09:00 D. R.") < said.index("12:00 Lunch") < said.index("18:00 MBS")
    assert "Printed 15 Nov 2026, 17:50" in said
    named = flat(schedule.render(papers.week(full_names=True)))
    assert "Initials stand" not in named


def test_more_columns_than_fit_stand_in_a_table_of_their_own(qapp: QApplication) -> None:
    lane = papers.week().tables[0].lanes[0]
    lanes = tuple(replace(lane, head=f"Clinician {n}") for n in range(1, 10))
    said = flat(schedule.render(papers.week(tables=(schedule.Timetable(lanes),))))
    assert said.index("Clinician 7") < said.index("D. R.") < said.index("Clinician 8")
    empty = papers.week(tables=(schedule.Timetable((replace(lane, entries=()),)),))
    assert "Nothing is planned." in flat(schedule.render(empty))


def hostile(name: str) -> bytes:
    """A paper with a hostile name wherever somebody is named."""
    to = envelope(name=HOSTILE, address=HOSTILE)
    listed = papers.call_list()
    each = tuple(replace(listed.calls[0], name=word) for word in HOSTILE.split())
    made: dict[str, Callable[[], bytes]] = {
        "attendance letter": lambda: certificate.render(
            papers.certificate(name=HOSTILE, envelope=to)
        ),
        "no-show letter": lambda: missed.render(
            papers.missed_letter(name=HOSTILE, called=HOSTILE, envelope=to)
        ),
        "sign-in sheet": lambda: sheet.render(
            papers.sheet(seats=(replace(papers.sheet().seats[0], name=HOSTILE),))
        ),
        "call list": lambda: calls.render(replace(listed, calls=each)),
        "schedule": lambda: schedule.render(papers.week(title=HOSTILE)),
    }
    return made[name]()


@pytest.mark.parametrize("name", [each for each in MADE if each != "attendance sheet"])
def test_names_in_any_script_print_and_nothing_reads_them_as_markup(
    qapp: QApplication, name: str
) -> None:
    pdf = hostile(name)
    assert empty_glyphs(pdf) == 0
    assert len(embedded_fonts(pdf)) >= 6
    copied = "".join(text(pdf).split())
    for word in HOSTILE.split():
        assert word in copied, word


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet=st.characters(codec="latin-1"), max_size=3000))
def test_whatever_is_typed_the_letter_prints(words: str) -> None:
    letter: Any = papers.missed_letter(called=words, envelope=envelope(name=words, address=words))
    assert missed.render(letter).startswith(b"%PDF")
