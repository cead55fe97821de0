"""Who works under whose supervision."""

import pytest

from practice.desk import supervision
from practice.desk.practice import UserDetails, save_user
from practice.errors import Refused
from practice.models import audit
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.practice import Role
from tests.care.supervised import IVY, RUTH, at_work, ivy, ruth
from tests.conftest import Opened


def nora() -> str:
    save_user("nora", UserDetails(name="Nora Quill", role=Role.FRONT_DESK))
    return "nora"


def test_a_supervisor_is_named_changed_and_taken_away(opened: Opened) -> None:
    ivy(opened.user_id)
    supervisor = supervision.supervisor_of(IVY)
    assert supervisor is not None
    assert supervisor.name == "Maria Lopez"
    supervision.supervise(IVY, ruth())
    assert supervision.supervised() == {IVY: RUTH}
    supervision.supervise(IVY, None)
    assert supervision.supervisor_of(IVY) is None


def test_naming_the_same_one_again_writes_nothing(opened: Opened) -> None:
    ivy(opened.user_id)
    done = OfficeOperation.select().count()
    supervision.supervise(IVY, opened.user_id)
    assert OfficeOperation.select().count() == done


def test_only_an_owner_says_who_supervises(opened: Opened) -> None:
    ivy(opened.user_id)
    at_work(IVY)
    with pytest.raises(Refused, match="Only the owner"):
        supervision.supervise(IVY, None)


def test_it_can_be_undone(opened: Opened) -> None:
    ivy(opened.user_id)
    newest = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get()
    audit.undo(OFFICE, newest.id)
    assert supervision.supervised() == {}


@pytest.mark.parametrize(
    ("whom", "by", "words"),
    [
        (IVY, IVY, "themselves"),
        (IVY, "nora", "Front desk"),
        ("nora", RUTH, "Front desk"),
        (RUTH, IVY, "under supervision can’t supervise"),
        ("maria", RUTH, "under supervision can’t supervise"),
    ],
)
def test_what_makes_no_sense_is_refused_by_the_database(
    opened: Opened, whom: str, by: str, words: str
) -> None:
    """Ivy works under Maria; so Ivy supervises nobody, and Maria is under nobody."""
    ivy(opened.user_id)
    ruth()
    nora()
    whom = opened.user_id if whom == "maria" else whom
    with pytest.raises(Refused, match=words):
        supervision.supervise(whom, by)
    assert supervision.supervised() == {IVY: opened.user_id}


def test_only_those_who_could_are_offered(opened: Opened) -> None:
    ivy(opened.user_id)
    ruth()
    nora()
    assert {row.id for row in supervision.possible_for(IVY)} == {opened.user_id, RUTH}
    assert [row.id for row in supervision.possible_for(RUTH)] == [opened.user_id]
    assert supervision.possible_for(opened.user_id) == []
