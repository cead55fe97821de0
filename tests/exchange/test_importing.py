"""An import over a real record: one operation, all or nothing, nobody overwritten, at most ten."""

from dataclasses import fields
from datetime import date
from threading import Thread

import pytest

from practice.desk import groups, members, roster, sessions
from practice.desk.groups import GroupDetails
from practice.desk.members import MemberDetails
from practice.desk.practice import today
from practice.errors import Refused
from practice.exchange import files, importing, matching, plan
from practice.exchange.columns import Reading
from practice.exchange.dates import Order
from practice.exchange.importing import Checked, Imported
from practice.exchange.plan import CLOSED, FULL, Decision, Plan
from practice.exchange.progress import Cancelled, Progress
from practice.models import audit, store
from practice.models.base import OFFICE, OPERATIONS
from practice.models.enums.groups import Intake
from practice.models.enums.members import Answer, PayerKind
from tests.build import a_full_group, a_group
from tests.conftest import Clock, Opened


def check(text: str) -> Checked:
    table = matching.table(files.read(text.encode(), Progress()))
    return importing.check(table, table.uses, Reading(Order.MONTH_FIRST, today()), Progress())


def planned(text: str, decisions: dict[int, Decision] | None = None) -> Plan:
    found = check(text)
    return plan.make(found.people, found.doubles, decisions or {}, found.places, today())


def run(text: str, decisions: dict[int, Decision] | None = None) -> Imported:
    return importing.write(planned(text, decisions), Progress())


def names() -> list[str]:
    return [row.full_name for row in members.members()]


PEOPLE = "First name,Last name,DOB,Phone\nDana,Reyes,3/5/1980,1\nLuis,Moreau,4/6/1981,2\n"


def test_a_list_goes_in_as_one_operation_and_one_undo(opened: Opened) -> None:
    done = run(PEOPLE)
    assert (done.added, names()) == (2, ["Luis Moreau", "Dana Reyes"])
    assert [row.code for row in members.members()] == ["M-0002", "M-0001"]
    assert (done.changes.label, len(done.changes.rows["member"])) == ("Import members", 2)
    assert audit.verify(OFFICE) == []
    audit.undo(OFFICE, done.changes.operation_id)
    assert names() == []


def test_what_is_on_record_is_left_out_added_or_filled_in_as_decided(opened: Opened) -> None:
    first = members.add(
        MemberDetails(given_name="Dana", family_name="Reyes", birth_date=date(1980, 3, 5))
    )
    skipped = planned(PEOPLE)
    assert (len(skipped.add), skipped.skipped) == (1, 1)
    filled = run(PEOPLE, {2: Decision.FILL})
    assert (filled.added, filled.filled, members.member(first).phone) == (1, 1, "1")
    run("First name,Last name,DOB,Phone\nDana,Reyes,3/5/1980,9\n", {2: Decision.FILL})
    assert members.member(first).phone == "1"
    run("First name,Last name,DOB\nDana,Reyes,3/5/1980\n", {2: Decision.ADD})
    assert names().count("Dana Reyes") == 2


def test_twice_in_the_list_fills_in_the_one_who_goes_in(opened: Opened) -> None:
    text = "Name,DOB,Phone,Email\nDana Reyes,3/5/1980,1,\nDana Reyes,3/5/1980,,d@x.example\n"
    done = run(text, {3: Decision.FILL})
    (dana,) = members.members()
    assert (done.added, dana.phone, dana.email) == (1, "1", "d@x.example")


def test_a_row_that_repeats_one_left_out_fills_in_the_record(opened: Opened) -> None:
    dana = members.add(MemberDetails(given_name="Dana", family_name="Reyes"))
    text = "Name,Email\nDana Reyes,\nDana Reyes,d@x.example\n"
    run(text, {3: Decision.FILL})
    assert members.member(dana).email == "d@x.example"


def test_people_join_groups_by_name_from_their_day(opened: Opened) -> None:
    group = a_group(opened.user_id)
    done = run(
        "Name,Group,Joined on\n"
        "Dana Reyes,tuesday recovery skills,\n"
        "Luis Moreau,Tuesday Recovery Skills,12/1/2026\n"
    )
    assert done.joined == 2
    stays = {row.short_name: row.joined_on for row in roster.history(group)}
    assert stays == {"Dana R.": today(), "Luis M.": date(2026, 12, 1)}


def test_the_eleventh_of_a_group_is_told_and_nobody_half_goes_in(opened: Opened) -> None:
    group, _, _ = a_full_group(opened.user_id, 8)
    rows = "".join(f"Person {letter},Tuesday Recovery Skills\n" for letter in "ABCD")
    made = planned(f"Name,Group\n{rows}")
    assert [(row.number, row.reason) for row in made.bad] == [(4, FULL), (5, FULL)]
    importing.write(made, Progress())
    assert len(roster.on_day(group, today())) == 10
    assert len(names()) == 10


def test_a_closed_group_is_told(opened: Opened) -> None:
    group = groups.group(a_group(opened.user_id))
    known = {field.name: getattr(group, field.name) for field in fields(GroupDetails)}
    groups.change(group.id, GroupDetails(**known | {"intake": Intake.CLOSED}))
    made = planned("Name,Group\nDana Reyes,Tuesday Recovery Skills\n")
    assert [row.reason for row in made.bad] == [CLOSED]


def test_how_people_want_to_be_reached_and_who_pays_comes_in(opened: Opened) -> None:
    known = members.add(MemberDetails(given_name="Luis", family_name="Moreau", may_call=Answer.NO))
    run(
        "Name,OK to call,Payer type\nDana Reyes,Y,Medicaid\nLuis Moreau,yes,Self pay\n",
        {3: Decision.FILL},
    )
    dana = members.members()[-1]
    assert (dana.may_call, dana.payer_kind) == (Answer.YES, PayerKind.MEDICAID)
    luis = members.member(known)
    assert (luis.may_call, luis.may_text) == (Answer.NO, Answer.NOT_ASKED)
    assert luis.payer_kind is PayerKind.SELF_PAY


def test_a_place_taken_meanwhile_takes_everything_back(opened: Opened) -> None:
    group, _, _ = a_full_group(opened.user_id, 9)
    made = planned("Name,Group\nNora Quist,Tuesday Recovery Skills\nNew Person,\n")
    roster.join(group, members.add(MemberDetails(given_name="Quick")), today())
    before = names()
    with pytest.raises(Refused, match="already has 10 members"):
        importing.write(made, Progress())
    assert names() == before


def test_stopping_takes_everything_back(opened: Opened) -> None:
    rows = "".join(f"Person {number:04}\n" for number in range(400))
    made = planned(f"Name\n{rows}")

    class Stopped(Progress):
        def look(self) -> None:
            if self.done > 200:
                self.cancel()
            super().look()

    entries = OPERATIONS[OFFICE].select().count()
    with pytest.raises(Cancelled):
        importing.write(made, Stopped())
    assert names() == []
    assert OPERATIONS[OFFICE].select().count() == entries


def test_no_import_while_a_session_runs(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 2)
    made = planned("Name\nNew Person\n")
    clock_at.to("18:00")
    sessions.start(session)
    with pytest.raises(Refused, match="A session is running"):
        importing.write(made, Progress())


def test_it_runs_in_another_thread_and_tells_nobody_there(opened: Opened) -> None:
    made, told, done = planned(PEOPLE), list[audit.Changes](), list[Imported]()
    stop = audit.subscribe(told.append)
    thread = Thread(target=lambda: done.append(importing.write(made, Progress())))
    thread.start()
    thread.join()
    assert told == []
    audit.tell(done[0].changes)
    stop()
    assert told == [done[0].changes]
    assert len(names()) == 2


def test_front_desk_brings_a_list_in_with_the_office_key_alone(opened: Opened) -> None:
    keys = opened.unlocked.file_keys()
    store.close()
    store.open_files(opened.folder, {"office": keys["office"]}, opened.user_id)
    assert not store.has_clinical()
    assert run(PEOPLE).added == 2


def test_a_list_without_names_asks_for_their_column() -> None:
    with pytest.raises(Refused, match="which column holds the names"):
        importing.require_names({0: "phone"})
