"""Operations: all or nothing, always with a person, undone as they were done."""

from datetime import date

import pytest
from peewee import IntegrityError

from practice.desk import members, roster
from practice.desk.members import MemberDetails
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL, OFFICE, OfficeChange, OfficeOperation
from practice.models.office import Enrolment, Member
from tests.build import a_group, some_members
from tests.conftest import Opened


def newest() -> int:
    return int(OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def test_a_write_outside_an_operation_fails(opened: Opened) -> None:
    member = some_members(1)[0]
    with pytest.raises(IntegrityError):
        Member.update(given_name="Changed").execute()
    assert members.member(member).given_name == "Dana"


def test_every_change_is_written_down_with_who_and_what_was_before(opened: Opened) -> None:
    member = some_members(1)[0]
    members.change(member, MemberDetails(given_name="Daniela", family_name="Reyes"))
    done = OfficeOperation.get_by_id(newest())
    change = OfficeChange.get(OfficeChange.operation_id == done.id)
    assert done.user_id == opened.user_id
    assert "Dana" in str(change.before)
    assert "Daniela" in str(change.after)


def test_undo_puts_back_what_was_there(opened: Opened) -> None:
    member = some_members(1)[0]
    before = members.member(member)
    members.change(member, MemberDetails(given_name="Someone", family_name="Else"))
    audit.undo(OFFICE, newest())
    assert members.member(member) == before


def test_undo_is_refused_once_the_row_changed_again(opened: Opened) -> None:
    member = some_members(1)[0]
    members.change(member, MemberDetails(given_name="First"))
    first = newest()
    members.change(member, MemberDetails(given_name="Second"))
    with pytest.raises(Refused, match="changed again"):
        audit.undo(OFFICE, first)
    assert members.member(member).given_name == "Second"


def test_undo_happens_once(opened: Opened) -> None:
    some_members(1)
    done = newest()
    audit.undo(OFFICE, done)
    with pytest.raises(Refused):
        audit.undo(OFFICE, done)


def test_a_refused_operation_leaves_nothing(opened: Opened) -> None:
    group, ids = a_group(opened.user_id), some_members(1)
    roster.join(group, ids[0], date(2026, 1, 6))
    operations = OfficeOperation.select().count()
    with pytest.raises(Refused, match="already in the group"):
        roster.join(group, ids[0], date(2026, 2, 6))
    assert Enrolment.select().count() == 1
    assert OfficeOperation.select().count() == operations


def test_the_chain_holds_and_shows_what_was_tampered_with(opened: Opened) -> None:
    some_members(2)
    assert audit.verify(OFFICE, frozenset({audit.head(OFFICE)})) == []
    OFFICE.execute_sql("DROP TRIGGER guard_audit_update_change")
    OFFICE.execute_sql("UPDATE change SET after = replace(after, 'Dana', 'Dina')")
    assert "altered" in audit.verify(OFFICE)[0]


def test_a_cut_off_end_shows_against_a_known_head(opened: Opened) -> None:
    some_members(1)
    head = audit.head(OFFICE)
    for name in ("guard_audit_delete_operation", "guard_audit_delete_change"):
        OFFICE.execute_sql(f"DROP TRIGGER {name}")
    last = newest()
    OFFICE.execute_sql("DELETE FROM change WHERE operation_id = ?", (last,))
    OFFICE.execute_sql("DELETE FROM operation WHERE id = ?", (last,))
    assert audit.verify(OFFICE) == []
    assert "missing" in audit.verify(OFFICE, frozenset({head}))[0]


@pytest.mark.parametrize("table", ["change", "operation"])
def test_the_trail_itself_cannot_be_changed(opened: Opened, table: str) -> None:
    some_members(1)
    for sql in (f"DELETE FROM {table}", f"UPDATE {table} SET id = id + 1000"):
        with pytest.raises(IntegrityError):
            OFFICE.execute_sql(sql)


def test_listeners_learn_of_it_after_the_commit(opened: Opened) -> None:
    heard: list[audit.Changes] = []
    stop = audit.subscribe(heard.append)
    member = some_members(1)[0]
    stop()
    assert [(h.label, dict(h.rows)) for h in heard] == [
        ("Add a member", {"member": frozenset({member})})
    ]


def test_clinical_has_a_trail_of_its_own(opened: Opened) -> None:
    audit.note_event(CLINICAL, "Print a report", reason="to the payer")
    assert audit.head(CLINICAL) != audit.head(OFFICE)
    assert audit.verify(CLINICAL) == []
