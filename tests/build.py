"""Small builders of what a story needs."""

from datetime import date, datetime, time

from practice.desk import groups, members, roster, schedule, series
from practice.desk.groups import GroupDetails, Segment
from practice.desk.members import MemberDetails
from practice.desk.series import NewAppointment
from practice.models.enums.groups import GroupKind

NAMES = (
    ("Dana", "Reyes"),
    ("Luis", "Moreau"),
    ("Aya", "Kobayashi"),
    ("Tom", "Brandt"),
    ("Mina", "Sørensen"),
    ("Jo", "Park"),
    ("Ravi", "Nair"),
    ("Elif", "Demir"),
    ("Sam", "Whitlock"),
    ("Ines", "Castro"),
)
SIX, LATER = time(18, 0), time(19, 30)
PLAN = (Segment(name="Check in", minutes=10), Segment(name="Teach", minutes=15))


def some_members(count: int) -> list[str]:
    """Ids of new members with different names, birth dates, places and consent."""
    return [
        members.add(
            MemberDetails(
                given_name=given,
                family_name=family,
                birth_date=date(1980 + number, 3, 5),
                location="Home, Albany",
                consent_on=date(2026, 1, 5),
                payer="Northlight Health",
                payer_member_id=f"NL{number:06}",
            )
        )
        for number, (given, family) in enumerate(NAMES[:count])
    ]


def a_group(
    clinician: str,
    *,
    minutes: int = 60,
    name: str = "Tuesday Recovery Skills",
    at: time = SIX,
) -> str:
    """A weekly video group, Tuesdays 18:00 on the practice's wall; its plan is short."""
    return groups.add(
        GroupDetails(
            name=name,
            kind=GroupKind.THERAPY,
            minutes=minutes,
            clinician=clinician,
            starts_on=date(2026, 1, 6),
            weekday=1,
            time=at,
            platform="Zoom",
            link="https://video.example.org/j/1",
            technique="Urge surfing",
        ),
        PLAN,
    )


def a_full_group(clinician: str, count: int) -> tuple[str, list[str], str]:
    """A group with `count` members in it since January, and the id of today's session."""
    group_id = a_group(clinician)
    ids = some_members(count)
    for member_id in ids:
        roster.join(group_id, member_id, date(2026, 1, 6))
    session = next(s for s in schedule.on_day(datetime(2026, 11, 17).date()) if s.group == group_id)
    return group_id, ids, session.id


def one_more(group_id: str, starts: datetime) -> str:
    """One more session of a group, as long as its others; returns its id."""
    group = groups.group(group_id)
    return series.place(
        NewAppointment(
            group=group_id,
            clinician=group.clinician,
            starts=starts,
            minutes=group.minutes,
            technique=group.technique,
            platform=group.platform,
            link=group.link,
        )
    )
