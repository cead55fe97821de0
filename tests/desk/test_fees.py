"""Fees: suggested by a policy, decided by a person, never asked of a member with Medicaid."""

from datetime import date

import pytest

from practice.desk import fees, members, practice
from practice.desk.fees import Policy
from practice.desk.members import MemberDetails
from practice.desk.practice import UserDetails
from practice.errors import Refused
from practice.models.audit import operation, undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import Status
from practice.models.enums.fees import FeeDecision
from practice.models.enums.members import PayerKind
from practice.models.enums.practice import Role
from practice.models.office import Fee
from tests.build import a_full_group
from tests.conftest import TUESDAY, Clock, Opened
from tests.missed import held, mark, weeks_ago

N, L = Status.NO_SHOW, Status.LATE_CANCEL
FORTY = Policy(
    cents=4000, statuses=frozenset({N, L}), grace=0, grace_days=365, since=date(2026, 1, 1)
)


def paid_by(member: str, kind: PayerKind | None) -> None:
    row = members.member(member)
    known = {name: getattr(row, name) for name in MemberDetails.__dataclass_fields__}
    members.change(member, MemberDetails(**(known | {"payer_kind": kind})))


@pytest.fixture
def three(opened: Opened) -> tuple[str, str, str, str]:
    """A group of three; commercial insurance, Medicaid, and not known."""
    group, ids, _ = a_full_group(opened.user_id, 3)
    paid_by(ids[0], PayerKind.COMMERCIAL)
    paid_by(ids[1], PayerKind.MEDICAID)
    return (group, *ids)  # type: ignore[return-value]


def test_without_a_policy_nothing_is_suggested(three: tuple[str, str, str, str]) -> None:
    group, dana, _, _ = three
    session = held(group, weeks_ago(1), {dana: N})
    assert (fees.policy(), fees.suggestions()) == (None, [])
    with pytest.raises(Refused, match="No fee is suggested"):
        fees.charge(dana, session)


def test_the_fee_lines_of_w3(three: tuple[str, str, str, str]) -> None:
    """Commercial client, $40: accepted. Medicaid: refused. A waiver needs a reason."""
    group, dana, luis, aya = three
    fees.save_policy(FORTY)
    session = held(group, weeks_ago(1), {dana: N, luis: N, aya: L})
    assert [one.member for one in fees.suggestions()] == [aya, dana]
    assert Fee.select().count() == 0
    fees.charge(dana, session)
    with pytest.raises(Refused, match="Medicaid may not be charged"):
        fees.charge(luis, session)
    for reason in ("", "   "):
        with pytest.raises(Refused, match="Say why") as refused:
            fees.waive(aya, session, reason)
        assert refused.value.field == "reason"
    fees.waive(aya, session, "First miss after a move")
    assert fees.suggestions() == []
    kept = {fee.member: fee for fee in fees.decisions()}
    assert (kept[dana].decision, kept[dana].cents) == (FeeDecision.CHARGED, 4000)
    assert (kept[aya].decision, kept[aya].reason) == (FeeDecision.WAIVED, "First miss after a move")
    assert {fee.by_name for fee in kept.values()} == {"Maria Lopez"}


def test_the_database_itself_refuses_medicaid_and_an_empty_reason(
    three: tuple[str, str, str, str], opened: Opened
) -> None:
    group, _, luis, _ = three
    session = held(group, weeks_ago(1), {luis: N})
    fee = {"member": luis, "session": session, "cents": 4000, "by": opened.user_id, "at": TUESDAY}
    for decision, words in ((FeeDecision.CHARGED, "Medicaid"), (FeeDecision.WAIVED, "Say why")):
        with pytest.raises(Refused, match=words), operation(OFFICE, "Sneak"):
            Fee.insert(id=decision.value, decision=decision, reason="", **fee).execute()


def test_deciding_again_adds_and_the_newest_holds(
    three: tuple[str, str, str, str], clock_at: Clock
) -> None:
    group, dana, _, _ = three
    fees.save_policy(FORTY)
    session = held(group, weeks_ago(1), {dana: N})
    fees.charge(dana, session)
    clock_at.advance(minutes=1)
    fees.waive(dana, session, "Hospital")
    assert [fee.decision for fee in fees.decisions(dana)] == [FeeDecision.WAIVED]
    assert len(fees.history(dana)) == 2
    with pytest.raises(Refused, match="kept as it was"), operation(OFFICE, "Tidy"):
        Fee.delete().execute()
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)
    assert [fee.decision for fee in fees.decisions(dana)] == [FeeDecision.CHARGED]


def test_a_correction_takes_the_suggestion_and_marks_the_decision(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, _, aya = three
    fees.save_policy(FORTY)
    session = held(group, weeks_ago(1), {dana: N, aya: N})
    fees.charge(dana, session)
    mark(session, dana, Status.EXCUSED)
    mark(session, aya, Status.ATTENDED)
    assert fees.suggestions() == []
    assert [fee.corrected for fee in fees.decisions()] == [True]


def test_the_first_misses_of_a_period_are_free(three: tuple[str, str, str, str]) -> None:
    group, dana, _, _ = three
    wanted = Policy(cents=4000, statuses=frozenset({N}), grace=1, grace_days=30, since=weeks_ago(5))
    fees.save_policy(wanted)
    assert fees.policy() == wanted
    sessions = {w: held(group, weeks_ago(w), {dana: N}) for w in (9, 8, 7, 2, 1)}
    assert [one.session for one in fees.suggestions(dana)] == [sessions[1]]
    with pytest.raises(Refused, match="No fee is suggested"):
        fees.charge(dana, sessions[2])
    held(group, weeks_ago(0), {dana: L})
    assert len(fees.suggestions()) == 1


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"cents": 0}, "cents"),
        ({"cents": 100_001}, "cents"),
        ({"statuses": frozenset()}, "statuses"),
        ({"statuses": frozenset({Status.EXCUSED})}, "statuses"),
        ({"grace": -1}, "grace"),
        ({"grace_days": 0}, "grace"),
    ],
)
def test_a_policy_that_cannot_be_is_refused(
    opened: Opened, changed: dict[str, object], field: str
) -> None:
    known = {name: getattr(FORTY, name) for name in Policy.__dataclass_fields__}
    with pytest.raises(Refused) as refused:
        fees.save_policy(Policy(**(known | changed)))
    assert refused.value.field == field


def test_only_an_owner_sets_the_policy_and_may_end_it(opened: Opened) -> None:
    fees.save_policy(FORTY)
    fees.save_policy(None)
    assert fees.policy() is None
    practice.save_user("desk", UserDetails(name="Nora Quill", role=Role.FRONT_DESK))
    OFFICE.actor = "desk"
    with pytest.raises(Refused, match="owner"):
        fees.save_policy(FORTY)
