"""Story W1 as far as End: nine members, one late, one leaving early, one by audio, one away.

Used by the tests of the wrap-up, of its window, and by whoever needs a session to sign.
"""

from dataclasses import dataclass
from datetime import date

from practice.care import diagnoses, live, plans
from practice.care.diagnoses import DiagnosisDetails
from practice.care.plans import GoalDetails
from practice.desk import attendance, sessions
from practice.models.enums.attendance import Mode, Status
from tests.build import a_full_group
from tests.conftest import Clock

SAID = (
    "Named payday as the first cue. Calm and open.",
    "Used the wave image once during the week.",
    "Practised the wave image twice, urge seven to four.",
    "Came in during practice and joined in at once.",
    "Spoke by phone; shared a plan for the weekend.",
    "Asked for a list of sponsors.",
    "Quiet today, left for work.",
    "Noticed urges in the evening and wrote them down.",
)

_TOLD = (
    ("{} was calm and open.", "{} named payday as the first cue."),
    ("", "{} used the wave image once during the week."),
    ("", "{} practised the wave image twice, urge seven to four."),
    ("{} came in during practice and joined in at once.", ""),
    ("{} spoke by phone and shared a plan for the weekend.", ""),
    ("", "{} asked for a list of sponsors."),
    ("{} was quiet today and left for work.", ""),
    ("", "{} noticed urges in the evening and wrote them down."),
)
"""How the drafts tell it: participation and response."""


@dataclass(frozen=True)
class Story:
    """`members` in the order of their digits; `rows` are their attendance ids."""

    session: str
    members: list[str]
    rows: list[str]


def run_group(clock_at: Clock, clinician: str, *, lines: bool = True) -> Story:
    """From 18:00 to 19:00, with a line for everybody but the ninth, who did not come."""
    _, _, session = a_full_group(clinician, 9)
    clock_at.to("18:00")
    sessions.start(session)
    seats = sessions.seats(session)
    members, rows = [seat.member for seat in seats], [seat.id for seat in seats]
    for number, member in enumerate(members[:8]):
        give_goals(member, 1 + (number == 0))
    attendance.mark_missed(rows[8], Status.NO_SHOW)
    attendance.mark_all_present(session)
    attendance.set_how(rows[4], Mode.AUDIO, "Camera broken", "Home, Albany")
    clock_at.to("18:12")
    attendance.mark_in(rows[3])
    clock_at.to("18:20")
    if lines:
        live.write_line(session, None, "Practised urge surfing in pairs.")
        for member, words in zip(members, SAID, strict=False):
            live.write_line(session, member, words)
    clock_at.to("18:41")
    attendance.mark_out(rows[6])
    clock_at.to("19:00")
    sessions.stop(session)
    return Story(session, members, rows)


def give_goals(member: str, count: int) -> None:
    """A diagnosis and some goals since January."""
    diagnoses.save(
        member,
        DiagnosisDetails(
            code="F10.20", words="Alcohol dependence, uncomplicated", from_on=date(2026, 1, 6)
        ),
    )
    for number in range(count):
        words = ("Notice urges and wait ten minutes", "Call someone before a risky evening")[number]
        plans.save_goal(member, GoalDetails(words=words, started_on=date(2026, 1, 6)))


def told(story: Story, number: int) -> tuple[str, str]:
    """Participation and response of one member, counted from 0, as the draft tells their line."""
    name = sessions.seats(story.session)[number].given_name
    participation, response = _TOLD[number]
    return participation.format(name), response.format(name)
