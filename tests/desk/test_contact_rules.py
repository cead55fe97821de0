"""How a member wants to be reached, as every list and letter is told it."""

from dataclasses import replace

import pytest

from practice.desk import contact_rules, members
from practice.desk.contact_rules import Way
from practice.desk.members import MemberDetails
from practice.models.enums.members import Answer, PayerKind
from tests.conftest import Opened


@pytest.mark.parametrize(
    ("answer", "allowed", "words"),
    [
        (Answer.YES, True, ""),
        (Answer.NO, False, "Jo asked us not to leave voicemail."),
        (Answer.NOT_ASKED, True, "Jo was not asked yet whether we may leave voicemail."),
    ],
)
def test_a_no_forbids_and_not_asking_is_told(answer: Answer, allowed: bool, words: str) -> None:
    member = MemberDetails(given_name="Joanna", preferred_name="Jo", may_voicemail=answer)
    found = contact_rules.rule(member, Way.VOICEMAIL)
    assert (found.allowed, found.words) == (allowed, words)


def test_the_name_to_ask_for_comes_before_the_name_they_go_by() -> None:
    known = MemberDetails(given_name="Joanna")
    assert contact_rules.name_to_use(known) == "Joanna"
    known = replace(known, preferred_name="Jo")
    assert contact_rules.name_to_use(known) == "Jo"
    known = replace(known, contact_name="Mrs Park")
    assert contact_rules.name_to_use(known) == "Mrs Park"


def test_the_answers_in_a_line() -> None:
    asked = MemberDetails(
        given_name="Jo", may_call=Answer.YES, may_text=Answer.YES, may_write=Answer.NO
    )
    assert contact_rules.summary(asked) == "Call and text: yes. Write: no."
    assert contact_rules.summary(MemberDetails(given_name="Jo")) == ""


def test_all_of_it_is_on_record(opened: Opened) -> None:
    details = MemberDetails(
        given_name="Jo",
        contact_name="Mrs Park",
        may_text=Answer.NO,
        payer_kind=PayerKind.MEDICAID,
    )
    row = members.member(members.add(details))
    assert (row.contact_name, row.may_text, row.payer_kind) == (
        "Mrs Park",
        Answer.NO,
        PayerKind.MEDICAID,
    )
