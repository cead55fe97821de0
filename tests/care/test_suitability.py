"""Whether a kind of group is for a member now."""

import pytest

from practice.care import suitability
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL
from practice.models.enums.groups import GroupKind
from practice.models.enums.members import Suitability
from tests.conftest import Clock, Opened

KIND = GroupKind.THERAPY


def concern(member: str, kind: GroupKind = KIND) -> str:
    return suitability.concern(suitability.of_members([member], kind).get(member))


def test_the_newest_word_holds_for_its_kind_alone(opened: Opened, clock_at: Clock) -> None:
    assert concern("m") == "Suitability not asked yet"
    suitability.record("m", KIND, Suitability.INDIVIDUAL_FIRST, "Panic in groups")
    assert concern("m") == "Needs individual work first: Panic in groups"
    clock_at.advance(minutes=1)
    suitability.record("m", KIND, Suitability.SUITED)
    assert not concern("m")
    assert concern("m", GroupKind.MICRO) == "Suitability not asked yet"


@pytest.mark.parametrize("verdict", [Suitability.INDIVIDUAL_FIRST, Suitability.NOT_NOW])
def test_a_no_says_why(opened: Opened, verdict: Suitability) -> None:
    with pytest.raises(Refused) as refused:
        suitability.record("m", KIND, verdict, " ")
    assert refused.value.field == "reason"


def test_recording_is_undone(opened: Opened) -> None:
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    suitability.record("m", KIND, Suitability.NOT_NOW, "In hospital")
    stop()
    audit.undo(CLINICAL, done[0].operation_id)
    assert concern("m") == "Suitability not asked yet"
