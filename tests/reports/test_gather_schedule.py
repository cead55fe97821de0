"""The printed week and day follow the calendar, name nobody by default and show no link."""

from datetime import date, datetime

import pytest
from PySide6.QtWidgets import QApplication

from practice.desk import blocks, calling_off, closures, schedule, series
from practice.desk.blocks import BlockDetails
from practice.desk.practice import UserDetails, save_user
from practice.desk.series import NewAppointment
from practice.models.enums.attendance import Mode
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionKind
from practice.reports import gather_schedule
from tests.build import a_full_group
from tests.conftest import Opened
from tests.reports.test_papers import flat

TUESDAY = date(2026, 11, 17)
LINK = "https://video.example.org/j/77"


def at(hour: int, minute: int = 0, day: int = 17) -> datetime:
    return datetime(2026, 11, day, hour, minute)


@pytest.fixture
def dana(opened: Opened) -> str:
    """A week with a group, one member alone by video, lunch, and a closed Thursday."""
    save_user("other", UserDetails(name="Noor Castellane", role=Role.CLINICIAN))
    _, ids, _ = a_full_group(opened.user_id, 3)
    series.place(
        NewAppointment(
            starts=at(9),
            minutes=50,
            clinician="other",
            co_leader=opened.user_id,
            kind=SessionKind.INDIVIDUAL,
            member=ids[0],
            mode=Mode.VIDEO,
            link=LINK,
            passcode="ZQPASS",
        )
    )
    blocks.add(BlockDetails(words="Lunch", starts=at(12), minutes=60))
    closures.add(date(2026, 11, 19), date(2026, 11, 19), "Stocktaking")
    return ids[0]


def test_the_week_stands_under_each_clinician(qapp: QApplication, dana: str) -> None:
    said = flat(gather_schedule.week(TUESDAY).draw())
    maria, noor = said.split("Maria Lopez", 1)[1].split("Noor Castellane", 1)
    noor = noor.rsplit("Noor Castellane", 1)[-1]
    assert "Monday, 16 November 2026 – Sunday, 22 November 2026" in said
    assert "18:00 Tuesday Recovery Skills to 19:00 · 3 expected · video" in said
    assert "Closed: Stocktaking" in maria
    for own in (maria, noor):
        assert "D R" in own or "DR" in own
        assert "12:00 Lunch to 13:00" in own
    assert "Sat 21 Nov" not in said


def test_nobody_is_named_unless_chosen_and_no_link_prints(qapp: QApplication, dana: str) -> None:
    for make in (gather_schedule.week, gather_schedule.day):
        prepared = make(TUESDAY)
        said = flat(prepared.draw())
        for secret in ("Dana", "Reyes", "example.org", "ZQPASS"):
            assert secret not in said
            assert secret not in repr(prepared.issue)
        assert "Initials stand for members’ names." in said
        named = flat(make(TUESDAY, full_names=True).draw())
        assert "Dana Reyes" in named
        assert LINK not in named


def test_a_day_has_a_column_for_each_clinician(qapp: QApplication, dana: str) -> None:
    said = flat(gather_schedule.day(TUESDAY).draw())
    assert "Maria Lopez Noor Castellane" in said
    assert "individual · video · with Maria Lopez" in said
    closed = flat(gather_schedule.day(date(2026, 11, 19)).draw())
    assert "Thursday, 19 November 2026 · Closed: Stocktaking" in closed


def test_one_clinician_alone(qapp: QApplication, dana: str) -> None:
    said = flat(gather_schedule.week(TUESDAY, clinician="other").draw())
    assert "Tuesday Recovery Skills" not in said
    assert "Noor Castellane" in said
    empty = flat(gather_schedule.day(date(2026, 11, 18), clinician="other").draw())
    assert "Nothing is planned." in empty


def test_what_will_not_take_place_says_so(qapp: QApplication, dana: str) -> None:
    calling_off.cancel(next(s.id for s in schedule.on_day(TUESDAY) if s.starts == at(18)))
    assert "Tuesday Recovery Skills Cancelled · to 19:00" in flat(
        gather_schedule.day(TUESDAY).draw()
    )
