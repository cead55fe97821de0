"""What is written about the program is true of the program."""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from practice.cli import _parser
from practice.desk.rates import Counts
from practice.models.enums.attendance import STATUS_WORDS
from practice.paths import resource
from practice.ui.help.chapters import Chapter, linked, text
from practice.ui.live import keys as live_keys
from practice.ui.notes import keys as wrap_up_keys
from practice.ui.outreach import keys as outreach_keys
from practice.ui.schedule import keys as schedule_keys
from practice.ui.widgets.keys import KeyGroup
from practice.vault.passphrase import SHORTEST
from tests import manual

ROOT = Path(__file__).parent.parent
README, CONTRIBUTING, MAKEFILE = (
    (ROOT / name).read_text(encoding="utf-8")
    for name in ("README.md", "CONTRIBUTING.md", "Makefile")
)
TARGETS = set(re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE))


def _named(parser: argparse.ArgumentParser) -> Iterator[str]:
    """Every option and command of a parser and of those below it."""
    for action in parser._actions:
        yield from (option for option in action.option_strings if option.startswith("--"))
        if isinstance(action, argparse._SubParsersAction):
            for name, below in action.choices.items():
                yield name
                yield from _named(below)


def test_every_command_and_option_is_told() -> None:
    told = README + manual.whole()
    wanted = set(_named(_parser()))
    assert {"--help", "--data", "restore"} <= wanted
    assert not {name for name in wanted if not re.search(rf"practice [^`\n]*{name}\b", told)}


def test_every_make_target_that_is_told_of_exists() -> None:
    told = set(re.findall(r"make ([a-z]+)\b", README + CONTRIBUTING))
    assert {"demo", "test"} <= told
    assert told <= TARGETS


def test_the_readme_begins_with_the_two_commands() -> None:
    block = README.split("```")[1]
    assert [line.split("#")[0].strip() for line in block.strip().splitlines()] == [
        "make demo",
        "make test",
    ]


@pytest.mark.parametrize(
    ("chapter", "groups"),
    [
        (Chapter.SESSION, live_keys.groups()),
        (Chapter.AFTER, wrap_up_keys.groups()),
        (Chapter.OUTREACH, outreach_keys.groups()),
        (Chapter.SCHEDULE, schedule_keys.groups()),
    ],
    ids=["session", "wrap-up", "outreach", "schedule"],
)
def test_the_tables_of_keys_are_those_of_the_windows(
    chapter: Chapter, groups: list[KeyGroup]
) -> None:
    first = f"### {groups[0].title}"
    _, _, tables = text(chapter).partition(first)
    assert f"{first}{tables}" == manual.key_tables(groups)


def test_every_status_is_explained_by_its_own_words() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", text(Chapter.ATTENDANCE), re.MULTILINE)
    assert set(STATUS_WORDS.values()) <= set(rows)


def test_every_link_of_the_manual_leads_to_a_chapter() -> None:
    links = re.findall(r"\]\(([^)]*)\)", manual.whole())
    assert len(links) >= 5
    assert not [address for address in links if linked(address) is None]


def test_the_manual_is_its_chapters_and_holds_no_picture_markup_or_address() -> None:
    files = {path.stem for path in resource("manual").iterdir()}
    assert files == {chapter.value for chapter in Chapter}
    assert not re.search(r"<[a-z!/]|!\[|https?:", manual.whole())


OPENLY = {
    "one computer": "one computer at a time",
    "one account": "the whole wall between",
    "history": "write its history anew",
    "psychotherapy notes": "is a rule the program keeps, not a lock",
    "read only": "The key that reads could also write",
    "memory": "no program can wipe every copy",
    "swap": "disk encryption",
    "old page": "the checks do not notice it",
    "keychains": "Only the system's own keychains count",
    "old backups": "Old backups open with old passphrases",
    "capture": "newer versions may ignore it",
    "no advice": "no legal advice",
    "names": "What it cannot tell",
}


@pytest.mark.parametrize("said", OPENLY.values(), ids=OPENLY)
def test_what_must_be_said_openly_is_said(said: str) -> None:
    assert said in manual.whole()


def test_figures_in_the_manual_are_those_of_the_program() -> None:
    counts = Counts(attended=30, no_show=5, late_cancel=3, client_cancel=2, provider_cancel=8)
    rates = (counts.attendance_rate, counts.no_show_rate, counts.missed_rate)
    for rate in rates:
        figure = rate.words().split(" (")[0].replace("%", " %")
        assert figure in text(Chapter.ATTENDANCE)
    assert f"At least {SHORTEST} characters" in text(Chapter.FIRST_DAY)
