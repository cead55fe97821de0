"""The demo's people, groups and clinicians are plausible, invented and fit together."""

import re
from collections import Counter
from random import Random

import pytest

from practice.demo.attendance import Habit, Outcome, attendance
from practice.demo.clinicians import CLINICIANS
from practice.demo.groups import groups, shared_part
from practice.demo.people import members
from practice.demo.profiles import profile
from practice.identifiers import check_icd10, check_npi
from practice.models.enums.members import PayerKind
from practice.text import clean_line


def test_about_fifty_members_each_their_own() -> None:
    assert len(members()) == 50
    for field in ("key", "name", "email", "phone", "street"):
        assert len({getattr(member, field) for member in members()}) == 50, field
    assert all(clean_line(member.name) == member.name for member in members())


def test_nobody_can_be_reached_for_real() -> None:
    for member in members():
        assert member.email.endswith("@example.org")
        for phone in (member.phone, member.emergency_phone):
            assert re.fullmatch(r"\(541\) 555-01\d\d", phone)


def test_payers_fit_the_members() -> None:
    kinds = Counter(member.payer.kind for member in members())
    assert set(kinds) == set(PayerKind) - {PayerKind.OTHER}
    assert all(
        (member.payer.kind is PayerKind.MEDICARE) == (member.age >= 65) for member in members()
    )
    assert all(
        bool(member.payer.member_id) != (member.payer.kind is PayerKind.SELF_PAY)
        for member in members()
    )


def test_every_group_has_room_and_fitting_members() -> None:
    sizes = Counter(member.group for member in members())
    assert set(sizes) == {group.key for group in groups()}
    assert max(sizes.values()) <= 10
    assert min(sizes.values()) >= 2


def test_six_groups_of_different_lengths_with_a_micro_group() -> None:
    assert len(groups()) == 6
    assert {20, 50, 60, 75, 90} <= {group.minutes for group in groups()}
    for group in groups():
        assert sum(part.minutes for part in group.plan) == group.minutes
        assert 0 <= group.clinician < len(CLINICIANS)
        assert re.fullmatch(r"https://meet\.example\.org/[a-z]+", group.link)
        assert len({topic.title for topic in group.topics}) == len(group.topics)


def test_no_clinician_runs_two_groups_at_once() -> None:
    for one in groups():
        for other in groups():
            same = one.clinician == other.clinician and one.weekday == other.weekday
            if one is not other and same:
                first, second = sorted((one, other), key=lambda group: group.start)
                start = first.start.hour * 60 + first.start.minute
                assert start + first.minutes <= second.start.hour * 60 + second.start.minute


def test_identifiers_hold() -> None:
    assert [check_npi(clinician.npi) for clinician in CLINICIANS]
    for member in members():
        for diagnosis in profile(member, seed=1).diagnoses:
            assert check_icd10(diagnosis.code) == diagnosis.code
            assert diagnosis.code.startswith("F")


def test_topics_rotate_and_their_wording_changes() -> None:
    group = groups()[0]
    rounds = len(group.topics)
    assert shared_part(group, 0).topic == shared_part(group, rounds).topic
    assert shared_part(group, 0).interventions != shared_part(group, rounds).interventions
    assert shared_part(group, 0).topic != shared_part(group, 1).topic


@pytest.mark.parametrize("habit", list(Habit))
@pytest.mark.parametrize("minutes", [20, 50, 90])
def test_presences_lie_within_the_session(habit: Habit, minutes: int) -> None:
    for seed in range(20):
        for presence in attendance(habit, minutes, 52, Random(seed)):
            assert bool(presence.stretches) == (presence.outcome is Outcome.ATTENDED)
            times = [0, *(time for stretch in presence.stretches for time in stretch), minutes]
            assert times == sorted(times)
            assert all(come < go for come, go in presence.stretches)


def test_habits_show_over_a_year() -> None:
    def share(habit: Habit, *, half: slice) -> float:
        kept = [
            presence.outcome is Outcome.ATTENDED
            for seed in range(30)
            for presence in attendance(habit, 60, 52, Random(seed))[half]
        ]
        return sum(kept) / len(kept)

    first, second = slice(0, 26), slice(26, 52)
    assert share(Habit.RELIABLE, half=second) > 0.9
    assert share(Habit.DRIFTING, half=second) < 0.65 < share(Habit.DRIFTING, half=first)
    late = [p for seed in range(9) for p in attendance(Habit.LATE, 60, 52, Random(seed))]
    assert sum(p.joined > 0 for p in late) / len(late) > 0.3
