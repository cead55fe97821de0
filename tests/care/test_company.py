"""Who was around a member in a period."""

from datetime import date, datetime

from practice.care import company
from practice.desk import members, roster, schedule, sessions
from practice.desk.members import MemberDetails
from tests.build import LATER, a_group, some_members
from tests.conftest import ZONE, Clock, Opened

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


def around(member_id: str) -> set[str]:
    return {person.name for person in company.people_around(member_id, FIRST, LAST)}


def test_group_mates_of_the_period_and_nobody_else(opened: Opened, clock_at: Clock) -> None:
    one, other = a_group(opened.user_id), a_group(opened.user_id, name="Other", at=LATER)
    dana, luis, aya, tom, mina = some_members(5)
    roster.join(one, dana, date(2026, 1, 6))
    roster.leave(roster.join(one, luis, date(2026, 1, 6)), FIRST)
    roster.leave(roster.join(one, aya, date(2026, 1, 6)), date(2026, 2, 28))
    roster.join(one, tom, date(2026, 4, 1))
    roster.join(other, mina, date(2026, 1, 6))
    assert around(dana) == {"Luis Moreau"}
    assert around(mina) == set()


def test_a_walk_in_was_there_too(opened: Opened, clock_at: Clock) -> None:
    clock_at.set(datetime(2026, 3, 31, 18, 0, tzinfo=ZONE))
    group = a_group(opened.user_id)
    dana, luis = some_members(2)
    roster.join(group, dana, date(2026, 1, 6))
    session = next(s for s in schedule.on_day(LAST) if s.group == group)
    sessions.start(session.id)
    sessions.add_person(session.id, luis)
    assert around(dana) == {"Luis Moreau"}
    assert around(luis) == {"Dana Reyes"}


def test_only_sure_names_of_others_are_found(opened: Opened) -> None:
    group = a_group(opened.user_id)
    dana, _luis = some_members(2)
    will = members.add(MemberDetails(given_name="Will", family_name="Hope"))
    for member_id in (dana, _luis, will):
        roster.join(group, member_id, date(2026, 1, 6))
    people = company.people_around(dana, FIRST, LAST)
    text = "Dana will go on; there is hope. Luis agrees."
    assert [f.text for f in company.named(people, dana, text)] == ["Luis"]
    assert company.named([], dana, text) == []
