"""The recovery kit: one page that can be read and typed back."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from practice.errors import Refused
from practice.models.enums.practice import Paper
from practice.reports import kit as kits
from tests.reports.samples import embedded_fonts, kit, pages


@pytest.mark.parametrize("paper", Paper)
def test_the_kit_is_one_page_with_every_group(qapp: QApplication, paper: Paper) -> None:
    pdf = kits.render(replace(kit(), paper=paper))
    (page,) = pages(pdf)
    bare = "".join(page.split())
    for number, group in enumerate(kit().groups, start=1):
        assert f"{number}{group}" in bare
    for words in ("Harbor Street Groups", "7F3A-91C2", "2 Jan 2026", "Where to keep it"):
        assert words in page
    assert embedded_fonts(pdf) == {"NotoSans-Regular", "NotoSans-Bold"}


@pytest.mark.parametrize(
    "groups", [(), ("ABCDE",) * 12, ("ABCDE",) * 12 + ("ABCD",), ("ABCDE",) * 12 + ("AB DE",)]
)
def test_an_incomplete_code_is_not_printed(groups: tuple[str, ...]) -> None:
    with pytest.raises(Refused, match="not complete"):
        kits.render(replace(kit(), groups=groups))


def test_the_same_kit_is_the_same_bytes() -> None:
    assert kits.render(kit()) == kits.render(kit())
