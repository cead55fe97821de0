"""Conventions that hold in every window and every state of it, at every size of text."""

from collections import defaultdict
from collections.abc import Iterable
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from practice.ui.theme import Scheme, apply
from practice.ui.theme.tokens import CONTRAST_LIGHT, DARK, LIGHT
from tests.conventions import eye
from tests.conventions.conftest import Staged
from tests.conventions.stage import STATES, Shown, Stage, settle, show

TITLES = {"Practice", "Practice (demo)", "Session notes", "Practice manual"}
VERBS = {
    "Accept", "Add", "Archive", "Back", "Begin", "Bring", "Call", "Cancel", "Change", "Charge",
    "Check", "Choose", "Close", "Co-sign", "Continue", "Copy", "Correct", "Decline", "Delete",
    "Discard", "Do", "Edit", "End", "Find", "Finish", "Fit", "Go", "Import", "Keep", "Leave",
    "Lock", "Log", "Make",
    "Move", "Offer", "Open", "Pause", "Preview", "Print", "Put", "Read", "Record", "Remove",
    "Rename", "Replace", "Restore", "Resume", "Return", "Save", "Say", "Show", "Sign", "Start",
    "Suggest",
    "Take", "Try", "Undo", "Unlock", "Use", "Waive", "Write",
}  # fmt: skip
ELSE = (
    "All groups", "All notes to finish", "Attendance of", "How it is counted", "I have a backup",
    "I lost my passphrase", "Manual", "Members", "Member’s page", "New appointment", "Next turn",
    "Notes", "Other location", "Period: ", "Platform", "Supervision", "Today", "Usual: ",
    "What it is built from",
    "Your location",
)  # fmt: skip
"""Buttons that go somewhere or fill something in, and say where or what."""
IN_SESSION = "session, writing"
AT_THE_END = (
    "unlock", "first run", "manual", "today", "groups", "group", "members", "member",
    "notes to finish", "outreach", "figures", "schedule", "schedule, day", "schedule, month",
    "reports", "settings", "signed", "palette",
)  # fmt: skip
"""Of every window one state, all of them built before the scheme changes."""
Faults = dict[str, list[str]]


def look(shown: Shown) -> Faults:
    """Every fault of one state at 100 %, by what it offends."""
    window, stops = shown.window, eye.stops(shown.window)
    settle()  # on the way something may have been chosen and shown
    return {
        "has a name": list(eye.nameless(stops)),
        "reading order": list(eye.out_of_order(stops)),
        "visible focus": list(eye.unmarked(stops)),
        "plain words": list(eye.read_as_markup(window)),
        "title": [] if window.windowTitle() in TITLES else [window.windowTitle()],
        "keys": list(eye.colliding(window)),
        "verbs": [words for words in eye.wordy(window) if not says_what_it_does(words)],
        "fits": fits(shown),
    }


def fits(shown: Shown) -> list[str]:
    found = []
    for size in shown.sizes:
        shown.window.resize(size)
        settle()
        found += [*eye.clipped(shown.window), *eye.small(shown.window)]
    return found


def says_what_it_does(words: str) -> bool:
    begin = words.split(maxsplit=1)[0].rstrip("…:,")
    return begin in VERBS or words.startswith(ELSE) or words.endswith(" leaves the group")


def change_schemes(stage: Stage, states: Iterable[str]) -> list[str]:
    """Colours that a change of scheme did not reach, in what is seen and what is seen next."""
    app, found = cast(QApplication, QApplication.instance()), []
    for scheme, others in (
        (Scheme.DARK, (LIGHT, CONTRAST_LIGHT)),
        (Scheme.HIGH_CONTRAST, (LIGHT, DARK)),
        (Scheme.LIGHT, (DARK,)),
    ):
        apply(app, scheme)
        settle()
        for name in states:
            stale = eye.stale(show(stage, name).window, others)
            found += [f"{name}: {colour} in {scheme.value}" for colour in stale]
    return found


@pytest.fixture(scope="module")
def faults(staged: Staged) -> Faults:
    """All faults of all states, each with the state it is in."""
    found: Faults = defaultdict(list)
    with staged(1.0) as stage:
        for name in STATES:
            for what, lines in look(show(stage, name)).items():
                found[what] += [f"{name}: {line}" for line in lines]
            if name == IN_SESSION:
                found["schemes"] += change_schemes(stage, (name,))
        found["schemes"] += change_schemes(stage, AT_THE_END)
        found["layouts"] = list(eye.items_on_record())
    return found


CONVENTIONS = (
    "fits", "has a name", "reading order", "visible focus", "plain words", "title", "keys",
    "verbs", "schemes", "layouts",
)  # fmt: skip


@pytest.mark.parametrize("what", CONVENTIONS)
def test_it_holds_in_every_state_of_every_window(faults: Faults, what: str) -> None:
    assert faults[what] == []


@pytest.mark.parametrize("scale", [1.25, 1.5])
def test_everything_fits_with_large_text(staged: Staged, scale: float) -> None:
    with staged(scale) as stage:
        found = [f"{name}: {line}" for name in STATES for line in fits(show(stage, name))]
    assert found == []
