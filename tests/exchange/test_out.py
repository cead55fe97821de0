"""What leaves: lists nobody's spreadsheet runs, and calendars every program opens alike."""

import csv
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import StringIO
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from practice.desk import (
    archiving,
    attendance,
    blocks,
    calling_off,
    members,
    rules,
    schedule,
    series,
    sessions,
)
from practice.desk.blocks import BlockDetails
from practice.desk.checking import Scope
from practice.desk.figures import Period
from practice.desk.members import MemberDetails
from practice.desk.series import NewAppointment
from practice.exchange import (
    calendar_file,
    csv_out,
    files,
    guard,
    lists,
    matching,
    people,
    zone,
)
from practice.exchange.calendar_file import Tell
from practice.exchange.columns import Reading
from practice.exchange.dates import Evidence, Order
from practice.exchange.matching import Table
from practice.exchange.people import BadRow
from practice.exchange.progress import Progress
from practice.models.enums.attendance import Status
from practice.models.enums.members import Answer, PayerKind
from practice.models.enums.sessions import SessionKind
from tests.build import a_full_group, a_group
from tests.conftest import ZONE, Clock, Opened

AUTUMN = Period(date(2026, 10, 1), date(2026, 12, 31))


def parsed(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b'"\r\n')
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("begin", guard.DANGEROUS)
def test_no_cell_begins_as_a_formula(begin: str) -> None:
    rows = parsed(csv_out.document([f"{begin}x"], [[f"{begin}cmd|' /C calc'!A0"], [f" {begin}"]]))
    assert all(row[0].startswith("'") for row in rows)


def test_members_leave_and_come_back_as_they_were(opened: Opened) -> None:
    details = MemberDetails(
        given_name="-Dana", family_name="Reyes; “Jr”", birth_date=date(1980, 3, 5),
        address="12 Quay St\nAlbany", phone="+1 518 555 0140", time_zone="Europe/Paris",
        may_call=Answer.YES, payer_kind=PayerKind.SELF_PAY, contact_name="Dee",
    )  # fmt: skip
    members.add(details)
    data = lists.of_members(archived=False)
    table = matching.table(files.read(data, Progress()))
    heading, row = parsed(data)
    known = dict(zip(heading, row, strict=True))
    assert known["Code"] == "M-0001"
    assert known["Phone"] == "'+1 518 555 0140"
    how = Reading(Order.DAY_FIRST, date(2026, 11, 17))
    (person,) = people.read(table, table.uses, how, [], Progress()).good
    assert person.details == details


def test_former_members_leave_only_when_asked_for(opened: Opened) -> None:
    archiving.archive(members.add(MemberDetails(given_name="Dana")))
    assert len(parsed(lists.of_members(archived=False))) == 1
    assert parsed(lists.of_members(archived=True))[1][-1] == "yes"


def test_attendance_of_a_period_office_facts_only(opened: Opened, clock_at: Clock) -> None:
    _, _, session = a_full_group(opened.user_id, 3)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    seats = sessions.seats(session)
    attendance.mark_missed(seats[2].id, Status.NO_SHOW)
    clock_at.to("18:41")
    attendance.mark_out(seats[0].id)
    clock_at.to("19:00")
    sessions.stop(session)
    heading, *rows = parsed(lists.of_attendance(AUTUMN))
    assert [row[0] for row in rows] == ["2026-11-17 18:00"] * 3
    status, minutes = heading.index("Status"), heading.index("Minutes attended")
    assert [(row[status], row[minutes]) for row in rows] == [
        ("Attended", "41"), ("Attended", "60"), ("No-show", ""),
    ]  # fmt: skip
    assert parsed(lists.of_attendance(Period(date(2025, 1, 1), date(2025, 2, 1)))) == [heading]


def test_rows_left_out_keep_their_cells_number_and_reason() -> None:
    names, none = enumerate(("Name", "DOB")), Evidence.NONE_NEEDED
    columns = tuple(matching.Column(n, name, "", (), none) for n, name in names)
    table = Table(columns, None, 0, ())
    rows = parsed(lists.of_bad_rows(table, (BadRow(7, ("=Dana",), "No date."),)))
    assert rows == [["Row", "Reason", "Name", "DOB"], ["7", "No date.", "'=Dana", ""]]


def a_calendar(tell: Tell = Tell.BUSY, *, clinician: str = "", group: str = "") -> bytes:
    return calendar_file.make(AUTUMN, tell, clinician=clinician, group=group)


def events(data: bytes) -> list[dict[str, object]]:
    found = Calendar.from_ical(data)
    return [
        {
            "uid": str(event["uid"]),
            "summary": str(event["summary"]),
            "start": event.decoded("dtstart"),
            "end": event.decoded("dtend"),
            "status": str(event["status"]),
            "sequence": int(str(event.decoded("sequence"))),
        }
        for event in found.walk("VEVENT")
    ]


def test_walls_stay_the_same_over_the_change_of_clocks(opened: Opened, clock_at: Clock) -> None:
    """New York goes back an hour on 1 November 2026."""
    clock_at.set(datetime(2026, 10, 20, 9, tzinfo=ZONE))
    a_group(opened.user_id)
    found = events(a_calendar())
    starts = [event["start"] for event in found]
    walls = {start.strftime("%H:%M") for start in starts if isinstance(start, datetime)}
    offsets = {start.utcoffset() for start in starts if isinstance(start, datetime)}
    assert walls == {"18:00"}
    assert offsets == {timedelta(hours=-4), timedelta(hours=-5)}


def test_the_file_is_formed_as_the_standard_wants(opened: Opened) -> None:
    a_group(opened.user_id, name="A name so long that the line has to be folded at its place, " * 2)
    data = a_calendar(Tell.GROUPS)
    lines = data.decode().split("\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] == "BEGIN:VCALENDAR"
    for wanted in ("PRODID:-//Practice//Schedule//EN", "VERSION:2.0", "TZID:America/New_York"):
        assert wanted in lines
    assert "DTSTART;TZID=America/New_York:20261117T180000" in lines
    assert any(line.startswith("DTSTAMP:2026111") and line.endswith("Z") for line in lines)


def test_only_busy_unless_names_are_chosen(opened: Opened) -> None:
    a_full_group(opened.user_id, 3)
    data = a_calendar()
    assert {event["summary"] for event in events(data)} == {"Busy"}
    for word in (b"Tuesday", b"Dana", b"Reyes", b"video.example", b"Urge", b"Lopez"):
        assert word not in data
    named = a_calendar(Tell.GROUPS)
    assert {event["summary"] for event in events(named)} == {"Tuesday Recovery Skills"}
    for word in (b"Dana", b"Reyes", b"video.example", b"Urge"):
        assert word not in named


def test_a_second_file_updates_the_first(opened: Opened, clock_at: Clock) -> None:
    group = a_group(opened.user_id)
    before = {event["uid"]: event for event in events(a_calendar())}
    clock_at.advance(minutes=5)
    coming = schedule.next_of_group(group)
    assert coming is not None
    clock_at.advance(hours=-1)
    calling_off.cancel(coming.id)
    clock_at.advance(hours=1)
    after = {event["uid"]: event for event in events(a_calendar())}
    assert before.keys() == after.keys()
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in after)  # type: ignore[operator]
    assert sum(event["status"] == "CANCELLED" for event in after.values()) == 1


def test_members_and_words_of_blocks_are_named_to_nobody(opened: Opened) -> None:
    member = members.add(MemberDetails(given_name="Dana", family_name="Reyes"))
    noon = datetime(2026, 11, 18, 12)
    alone = NewAppointment(
        starts=noon,
        minutes=50,
        clinician=opened.user_id,
        kind=SessionKind.INDIVIDUAL,
        member=member,
    )
    series.place(alone)
    two_days = rules.parse("FREQ=WEEKLY;BYDAY=WE,TH;COUNT=2")
    lunch = BlockDetails(words="Lunch with Luis", starts=noon.replace(hour=13), minutes=30)
    blocks.add(replace(lunch, repeats=two_days))
    data = a_calendar(Tell.GROUPS)
    assert [event["summary"] for event in events(data)] == ["Individual session", "Busy", "Busy"]
    assert len({event["uid"] for event in events(data)}) == 3
    for word in (b"Dana", b"Reyes", b"Lunch", b"Luis"):
        assert word not in data


def test_a_session_moved_by_itself_moves_in_the_other_calendar(opened: Opened) -> None:
    group = a_group(opened.user_id)
    coming = schedule.next_of_group(group)
    assert coming is not None
    before = {event["uid"]: event["start"] for event in events(a_calendar())}
    series.move(coming.id, datetime(2026, 11, 19, 9, 30), 60, Scope.THIS)
    after = {event["uid"]: event["start"] for event in events(a_calendar())}
    moved = [uid for uid in before if before[uid] != after[uid]]
    assert moved == [str(UUID(coming.id))]
    assert after[moved[0]] == datetime(2026, 11, 19, 9, 30, tzinfo=ZONE)


def test_of_one_clinician_or_one_group(opened: Opened) -> None:
    first = a_group(opened.user_id)
    every = {event["uid"] for event in events(a_calendar())}
    assert every
    assert events(a_calendar(clinician="nobody")) == events(a_calendar(group="none")) == []
    for data in (a_calendar(clinician=opened.user_id), a_calendar(group=first)):
        assert {event["uid"] for event in events(data)} == every


ZONES = ("America/New_York", "Europe/London", "Europe/Berlin", "Australia/Lord_Howe",
         "America/Phoenix", "Asia/Kolkata", "America/Santiago", "Africa/Casablanca",
         "Europe/Dublin", "Pacific/Chatham")  # fmt: skip


@pytest.mark.parametrize("name", ZONES)
def test_a_zone_read_from_the_file_shows_the_same_time_all_year(name: str) -> None:
    """What a program that knows no zones by name makes of the description."""
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    made = zone.describe(ZoneInfo(name), first, last)
    made["tzid"] = "Only as described"
    described = made.to_tz(lookup_tzid=False)
    for day in range(0, 365, 3):
        wall = datetime(2026, 1, 1, 18) + timedelta(days=day)
        theirs, ours = (wall.replace(tzinfo=one).utcoffset() for one in (described, ZoneInfo(name)))
        assert theirs == ours, (name, wall)


def test_a_zone_of_rules_is_written_as_rules() -> None:
    text = zone.describe(ZoneInfo("America/New_York"), AUTUMN.first, AUTUMN.last).to_ical()
    assert b"RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3" in text
    assert b"RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11" in text
    assert b"RDATE" not in text
