"""Who may be booked when: refused by name, warned, and kept by the database itself."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from practice.desk import groups, roster, schedule, series
from practice.desk.rules import Rule, weekly
from practice.desk.series import Candidate, Scope, check
from practice.errors import Refused
from practice.models.audit import operation, undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.sessions import SessionKind
from practice.models.office import Session
from tests.build import a_full_group, a_group, some_members
from tests.conftest import Opened
from tests.desk.appointments import WEDNESDAY, WEEK, edmund, single


def test_a_clinician_booked_twice_is_refused_by_name(
    opened: Opened, weekly_ten: str, dana: str
) -> None:
    luis = some_members(2)[1]
    words = "Maria Lopez already has Dana R., Wednesday 25 November, 10:00–10:50."
    asked = single(opened, luis, starts=datetime(2026, 11, 25, 10, 45))
    assert check(asked).refused == words
    with pytest.raises(Refused) as refused:
        series.place(asked)
    assert (refused.value.message, refused.value.field) == (words, "starts")
    assert check(replace(asked, starts=datetime(2026, 11, 25, 10, 50))).refused == ""
    beside = replace(asked, clinician=edmund(), co_leader=opened.user_id)
    assert check(beside).refused == words
    assert check(replace(beside, co_leader=None)).refused == ""
    monthly = replace(asked, starts=datetime(2026, 11, 4, 10), repeats=Rule(weekdays=(2,), nth=1))
    assert "Wednesday 2 December" in check(monthly).refused


def test_no_write_gets_around_it(opened: Opened, weekly_ten: str, dana: str) -> None:
    row = Session.get_by_id(weekly_ten)
    copy = {**row.__data__, "id": "another", "series": None, "occurrence": None}
    late = datetime(2026, 11, 18, 10, 49)
    for values in (copy, {**copy, "starts": late}, {**copy, "clinician": edmund()}):
        if values["clinician"] == "edmund":
            values["co_leader"] = opened.user_id
        with (
            pytest.raises(Refused, match="two appointments at that time"),
            operation(OFFICE, "Import"),
        ):
            Session.insert(values).execute()
    with operation(OFFICE, "Import"):
        Session.insert({**copy, "starts": datetime(2026, 11, 18, 10, 50)}).execute()
    with pytest.raises(Refused, match="two appointments"), operation(OFFICE, "Import"):
        Session.update(starts=late).where(Session.id == "another").execute()


def test_taking_back_a_cancel_is_refused_once_the_time_is_taken(
    opened: Opened, weekly_ten: str, dana: str
) -> None:
    series.cancel(weekly_ten, Scope.THIS)
    done = OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id
    series.place(single(opened, dana))
    with pytest.raises(Refused, match="two appointments at that time"):
        undo(OFFICE, done)


def test_far_beyond_what_is_planned_the_rule_counts(opened: Opened, dana: str) -> None:
    series.place(single(opened, dana, repeats=weekly(WEDNESDAY.date())))
    far = WEDNESDAY + 60 * WEEK
    assert "already has Dana R." in check(single(opened, dana, starts=far)).refused
    assert check(single(opened, dana, starts=far + timedelta(hours=1))).refused == ""


def test_a_member_booked_twice_or_a_group_under_two_is_only_warned(opened: Opened) -> None:
    group, (dana, _luis), _ = a_full_group(opened.user_id, 2)
    then = datetime(2026, 11, 24, 18, 30)
    asked = single(opened, dana, starts=then, clinician=edmund())
    verdict = check(asked)
    assert verdict.refused == ""
    assert verdict.warnings == (
        "Dana R. already has Tuesday Recovery Skills, Tuesday 24 November, 18:00–19:00.",
    )
    series.place(asked)
    extra = Candidate(
        starts=datetime(2026, 11, 20, 9), minutes=60, clinician=opened.user_id, group=group
    )
    assert check(extra).warnings == ()
    roster.leave(roster.history(group)[0].id, date(2026, 11, 19))
    assert "Fewer than two members" in check(extra).warnings[0]
    twice = replace(extra, starts=then, clinician="edmund")
    assert "This group already meets then" in check(twice).refused


def test_a_length_that_cannot_be_is_refused(opened: Opened, dana: str) -> None:
    for minutes in (0, -5, 481):
        with pytest.raises(Refused, match="between 1 and 480"):
            series.place(single(opened, dana, minutes=minutes))


def test_a_meeting_link_may_be_as_long_as_meeting_programs_make_them(
    opened: Opened, dana: str
) -> None:
    link = "https://meet.example.org/l/" + "19%3ameeting" * 30
    assert schedule.session(series.place(single(opened, dana, link=link))).link == link


def test_an_appointment_needs_someone(opened: Opened, dana: str) -> None:
    with pytest.raises(Refused, match="choose the member"):
        series.place(single(opened, None))
    with pytest.raises(Refused, match="choose the group"):
        series.place(single(opened, dana, kind=SessionKind.GROUP))
    with pytest.raises(Refused, match="someone else"):
        series.place(single(opened, dana, co_leader=opened.user_id))
    with pytest.raises(Refused, match="belongs to a group"), operation(OFFICE, "By hand"):
        Session.create(clinician=opened.user_id, starts=WEDNESDAY, minutes=5)


def test_what_one_member_comes_for_never_stands_in_the_schedule(opened: Opened, dana: str) -> None:
    for repeats in (None, weekly(WEDNESDAY.date())):
        with pytest.raises(Refused, match="belongs into its notes"):
            series.place(single(opened, dana, technique="Grief", repeats=repeats))
    placed = series.place(single(opened, dana))
    how = series.how(schedule.session(placed))
    with pytest.raises(Refused, match="belongs into its notes"):
        series.change(placed, replace(how, technique="Grief"), Scope.THIS)


def test_a_groups_new_clinician_may_not_be_taken_either(opened: Opened) -> None:
    group, other = a_group(opened.user_id), edmund()
    a_group(other, name="Elsewhere")
    row = groups.group(group)
    known = {name: getattr(row, name) for name in groups.GroupDetails.__dataclass_fields__}
    with pytest.raises(Refused, match="Edmund Fairweather already has Elsewhere") as refused:
        groups.change(group, groups.GroupDetails(**{**known, "clinician": other}))
    assert refused.value.field == "clinician"
