"""What the rules make of a history, when to try again, and what they refuse."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk import outreach_rules, practice
from practice.desk.outreach_rules import DEFAULTS, MISSED, Policy, Rule, misses, next_due
from practice.desk.practice import UserDetails
from practice.errors import Refused
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Follow, Outcome
from practice.models.enums.practice import Role
from tests.conftest import Opened

A, N, L, C = Status.ATTENDED, Status.NO_SHOW, Status.LATE_CANCEL, Status.CLIENT_CANCEL
E, P, U = Status.EXCUSED, Status.PROVIDER_CANCEL, Status.UNRECORDED
CALL, TELL, OUT = Follow.CALL, Follow.CLINICIAN, Follow.OUT_OF_CONTACT


@pytest.mark.parametrize(
    ("history", "last"),
    [
        ([A, N], {CALL}),
        ([A, L], set()),
        ([N, N], {CALL, TELL}),
        ([N, L], {TELL}),
        ([L, L, L], {TELL, OUT}),
        ([N, N, N], {CALL, TELL, OUT}),
        ([N, E, P, U, N], {CALL, TELL}),
        ([N, C, N], {CALL}),
        ([N, N, A, N], {CALL}),
        ([N, A], set()),
    ],
)
def test_what_follows_from_the_last_session(history: list[Status], last: set[Follow]) -> None:
    assert misses(history, DEFAULTS)[-1].follows == last


def test_a_run_is_counted_past_what_says_nothing() -> None:
    assert [miss.in_a_row for miss in misses([N, E, L, A, N], DEFAULTS)] == [1, 0, 2, 0, 1]


@given(st.lists(st.sampled_from(Status)), st.lists(st.sampled_from(Status)))
def test_every_no_show_is_followed_whatever_lies_around_it(
    before: list[Status], after: list[Status]
) -> None:
    found = misses([*before, N, *after], DEFAULTS)
    assert CALL in found[len(before)].follows
    assert all(
        not miss.follows
        for miss, status in zip(found, [*before, N, *after], strict=True)
        if status not in MISSED
    )


@given(st.lists(st.sampled_from(Status), max_size=12))
def test_a_stricter_rule_never_holds_where_a_milder_one_does_not(history: list[Status]) -> None:
    both = frozenset({N, L})
    rules = (Rule(2, both, TELL), Rule(3, both, OUT))
    assert all(TELL in miss.follows for miss in misses(history, rules) if OUT in miss.follows)


MISSED_ON, KNOWN = date(2026, 11, 17), Policy()


@pytest.mark.parametrize(
    ("outcome", "days", "due"),
    [
        (Outcome.VOICEMAIL, 0, 3),
        (Outcome.NO_ANSWER, 1, 3),
        (Outcome.NO_ANSWER, 3, 7),
        (Outcome.MESSAGE_SENT, 4, 7),
        (Outcome.VOICEMAIL, 9, 10),
        (Outcome.WRONG_NUMBER, 0, 1),
        (Outcome.LETTER_SENT, 7, 14),
        (Outcome.REACHED, 0, None),
        (Outcome.ASKED_NOT_TO, 0, None),
    ],
)
def test_the_next_step(outcome: Outcome, days: int, due: int | None) -> None:
    found = next_due(MISSED_ON, outcome, MISSED_ON + timedelta(days=days), KNOWN)
    assert found == (None if due is None else MISSED_ON + timedelta(days=due))


@given(st.sampled_from(Outcome), st.integers(0, 60), st.integers(1, 30), st.integers(1, 60))
def test_a_next_step_is_never_today(outcome: Outcome, days: int, again: int, more: int) -> None:
    on = MISSED_ON + timedelta(days=days)
    found = next_due(MISSED_ON, outcome, on, Policy(again_days=again, letter_days=again + more))
    assert found is None or found > on


def test_rules_of_ones_own(opened: Opened) -> None:
    assert outreach_rules.rules() == DEFAULTS
    own = (Rule(2, frozenset({N, C}), CALL), Rule(4, frozenset({L}), OUT))
    outreach_rules.save_rules(own)
    assert outreach_rules.rules() == own


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ((), "Keep at least one rule"),
        ((Rule(1, frozenset(), CALL),), "at least one thing"),
        ((Rule(1, frozenset({A}), CALL),), "at least one thing"),
        ((Rule(0, frozenset({N}), CALL),), "from 1 to 12"),
        ((Rule(13, frozenset({N}), CALL),), "from 1 to 12"),
        ((Rule(1, frozenset({N}), CALL), Rule(1, frozenset({L}), CALL)), "say the same"),
    ],
)
def test_rules_that_say_nothing_are_refused(
    opened: Opened, rules: tuple[Rule, ...], words: str
) -> None:
    with pytest.raises(Refused, match=words):
        outreach_rules.save_rules(rules)
    assert outreach_rules.rules() == DEFAULTS


def test_the_way_of_reaching_out(opened: Opened) -> None:
    assert outreach_rules.policy() == Policy()
    wanted = Policy(since=date(2026, 9, 1), again_days=2, letter_days=5, voicemail="Hi {name}")
    outreach_rules.save_policy(wanted)
    outreach_rules.save_policy(wanted)
    assert outreach_rules.policy() == wanted
    for wrong in (Policy(again_days=7), Policy(again_days=0), Policy(letter_days=91)):
        with pytest.raises(Refused) as refused:
            outreach_rules.save_policy(wrong)
        assert refused.value.field == "again_days"


@pytest.mark.parametrize(
    "phrase", ["", "  ", "Hello {nobody}", "Hello {name", "{name.__class__}", "a\x00b", "x" * 700]
)
def test_a_phrase_that_cannot_be_said_is_refused(opened: Opened, phrase: str) -> None:
    with pytest.raises(Refused) as refused:
        outreach_rules.save_policy(Policy(voicemail=phrase))
    assert refused.value.field == "voicemail"


def test_only_an_owner_changes_them(opened: Opened) -> None:
    practice.save_user("desk", UserDetails(name="Nora Quill", role=Role.FRONT_DESK))
    OFFICE.actor = "desk"
    with pytest.raises(Refused, match="owner"):
        outreach_rules.save_rules(DEFAULTS)
    with pytest.raises(Refused, match="owner"):
        outreach_rules.save_policy(Policy())
