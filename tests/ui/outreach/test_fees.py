"""Fees through the windows: suggested, decided by a person, and the policy in Settings."""

from collections.abc import Callable
from datetime import date

import pytest

from practice.desk import fees, members, outreach_rules
from practice.desk.fees import Policy
from practice.desk.members import MemberDetails
from practice.desk.outreach_rules import DEFAULTS
from practice.models.enums.attendance import Status
from practice.models.enums.fees import FeeDecision
from practice.models.enums.members import PayerKind
from practice.models.enums.outreach import Follow
from practice.ui.context import Context, Place
from practice.ui.outreach.fees import WaiveForm
from practice.ui.outreach.keys import Do
from practice.ui.outreach.page import OutreachPage, Shown
from practice.ui.settings.page import SettingsPage
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.conftest import Opened
from tests.missed import held, weeks_ago
from tests.ui.find import button, said, typed

N, L = Status.NO_SHOW, Status.LATE_CANCEL
FORTY = Policy(
    cents=4000, statuses=frozenset({N, L}), grace=0, grace_days=365, since=date(2026, 1, 1)
)


@pytest.fixture
def three(opened: Opened) -> list[str]:
    """Dana commercial, Luis Medicaid, Aya not known: all missed last week; $40 a miss."""
    group, ids, _ = a_full_group(opened.user_id, 3)
    for member, kind in zip(ids, (PayerKind.COMMERCIAL, PayerKind.MEDICAID), strict=False):
        row = members.member(member)
        known = {name: getattr(row, name) for name in MemberDetails.__dataclass_fields__}
        members.change(member, MemberDetails(**(known | {"payer_kind": kind})))
    fees.save_policy(FORTY)
    held(group, weeks_ago(1), dict.fromkeys(ids, N))
    return ids


def test_charging_and_waiving(
    three: list[str], window: Callable[[], Workspace], context: Context
) -> None:
    dana, _, aya = three
    workspace = window()
    workspace.go(Place.OUTREACH)
    page = workspace.pages[Place.OUTREACH]
    assert isinstance(page, OutreachPage)
    page.do(Do.FEES)
    assert page.which.value() is Shown.FEES
    assert not any("Luis" in line for line in said(page.fees))
    button(page.fees, "Charge $40.00 to Dana R., Tue 10 Nov").click()
    assert [fee.decision for fee in fees.decisions(dana)] == [FeeDecision.CHARGED]
    button(page.fees, "Waive the fee of Aya K., Tue 10 Nov").click()
    form = page.fees.open.form
    assert isinstance(form, WaiveForm)
    form.save()
    assert "Say why" in form.fields["reason"].error
    typed(form, "reason", "First time")
    form.save()
    assert [fee.reason for fee in fees.decisions(aya)] == ["First time"]
    assert "Charged $40.00" in said(page.fees.decided)
    context.actions.undo()
    assert fees.decisions(aya) == []


def test_a_members_page_says_why_there_is_none(
    three: list[str], window: Callable[[], Workspace]
) -> None:
    dana, luis, _ = three
    workspace = window()
    workspace.go(Place.MEMBERS, luis)
    words = said(workspace.pages[Place.MEMBERS])
    assert any("Medicaid may not be charged" in line for line in words)
    workspace.go(Place.MEMBERS, dana)
    assert "$40.00 suggested" in said(workspace.pages[Place.MEMBERS])


def test_the_owner_sets_the_policy_and_ends_it(
    opened: Opened, window: Callable[[], Workspace]
) -> None:
    workspace = window()
    workspace.go(Place.SETTINGS)
    page = workspace.pages[Place.SETTINGS]
    assert isinstance(page, SettingsPage)
    part = page.fees
    part.asks.setChecked(True)
    typed(part.details, "cents", "forty")
    part.save_button.click()
    assert "can’t be read as an amount" in part.details.fields["cents"].error
    typed(part.details, "cents", "25.50")
    for check in part.counted.values():
        check.setChecked(False)
    part.save_button.click()
    assert "at least one kind" in part.details.fields["statuses"].error
    part.counted[N].setChecked(True)
    part.save_button.click()
    known = fees.policy()
    assert known is not None
    assert (known.cents, known.statuses, known.since) == (2550, frozenset({N}), date(2026, 11, 17))
    part.asks.setChecked(False)
    part.save_button.click()
    assert fees.policy() is None


def test_the_owner_changes_the_rules_in_one_step(
    opened: Opened, window: Callable[[], Workspace], context: Context
) -> None:
    workspace = window()
    workspace.go(Place.SETTINGS)
    page = workspace.pages[Place.SETTINGS]
    assert isinstance(page, SettingsPage)
    part = page.outreach
    assert [line.value() for line in part.lines] == list(DEFAULTS)
    part.lines[2].remove.click()
    part.add_rule.click()
    part.lines[2].in_a_row.set_value(2)
    part.lines[2].follow.set_value(Follow.CLINICIAN)
    part.save_button.click()
    assert "say the same" in part.form.banner.text()
    part.lines[2].follow.set_value(Follow.OUT_OF_CONTACT)
    typed(part.form, "voicemail", "This is {caller}, {nobody}.")
    part.save_button.click()
    assert "can stand in braces" in part.form.fields["voicemail"].error
    assert outreach_rules.rules() == DEFAULTS
    typed(part.form, "voicemail", "This is {caller}.")
    part.again.set_value(2)
    part.save_button.click()
    assert outreach_rules.rules()[2].follow is Follow.OUT_OF_CONTACT
    assert outreach_rules.policy().voicemail == "This is {caller}."
    assert outreach_rules.policy().again_days == 2
    context.actions.undo()
    assert outreach_rules.rules() == DEFAULTS
    assert outreach_rules.policy().again_days == 3
