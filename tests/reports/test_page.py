"""Pages: nothing lost, nothing torn apart, nothing alone at the foot of a page."""

import re

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from practice.models.enums.practice import PAPER_WORDS, Paper
from practice.reports import progress
from practice.reports.page import PAPER_POINTS, Strip, paginate
from practice.reports.progress import Section
from tests.reports.samples import pages, report, thirteen_tuesdays

ROOM = 100.0


def strips() -> st.SearchStrategy[list[Strip]]:
    heights = st.floats(1, 30)
    text = st.builds(lambda height, keep: Strip(height, _draw, keep), heights, st.booleans())
    gap = st.builds(lambda height: Strip(height, _draw, gap=True), heights)
    return st.lists(text | gap, max_size=25)


def _draw(canvas: object, x: float, top: float) -> None:
    raise AssertionError("pagination draws nothing")


@given(strips())
def test_every_strip_is_on_one_page_in_order_and_no_page_overflows(
    given_strips: list[Strip],
) -> None:
    filled = paginate(given_strips, first=ROOM, others=ROOM)
    placed = [strip for page in filled for strip in page if not strip.gap]
    assert placed == [strip for strip in given_strips if not strip.gap]
    assert all(sum(strip.height for strip in page) <= ROOM for page in filled)
    assert all(page and not page[0].gap for page in filled[1:])


def test_a_heading_goes_to_the_next_page_with_its_text() -> None:
    heading, body = Strip(20, _draw, keep=True), Strip(40, _draw)
    filled = paginate([Strip(50, _draw), heading, body], first=ROOM, others=ROOM)
    assert filled[1] == [heading, body]


def test_a_table_repeats_its_head_on_every_page() -> None:
    head = Strip(10, _draw, keep=True)
    rows = [Strip(20, _draw, repeat=(head,)) for _ in range(9)]
    filled = paginate([head, *rows], first=ROOM, others=ROOM)
    assert [page[0] for page in filled] == [head, head, head]
    assert [len(page) for page in filled] == [5, 5, 2]


def test_page_x_of_y_and_the_running_header_on_many_pages(qapp: QApplication) -> None:
    many = report(sessions=thirteen_tuesdays() * 25)
    found = pages(progress.render(many))
    assert len(found) > 10
    for number, page in enumerate(found, start=1):
        assert re.findall(r"Page \d+ of \d+", page) == [f"Page {number} of {len(found)}"]
        for words in ("Mina Okafor", "12 Mar 1988", "ZX-4471-908", "1 Jan 2026 – 31 Mar 2026"):
            assert words in page
        assert progress.PART2_STATEMENT in page
    assert all("Goal progress" in page for page in found[:-2])


def test_the_signature_is_never_torn(qapp: QApplication) -> None:
    only = report(sections=frozenset({Section.SUMMARY}))
    for lines in range(25, 45):
        found = pages(progress.render(report(sections=only.sections, summary="line\n" * lines)))
        (signed,) = [page for page in found if "NPI 1993999998" in page]
        assert "Signature" in signed
        assert "Date" in signed
        assert "LCSW" in signed


def test_both_papers_are_printed_and_named() -> None:
    assert set(PAPER_WORDS) == set(PAPER_POINTS) == set(Paper)
    assert b"595.28 841.89" in progress.render(report(paper=Paper.A4))
    assert b"612 792" in progress.render(report())
