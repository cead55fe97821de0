"""Any edits of a series, in any order: its times hold, what was held is kept once."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from practice.desk import planning, rules, schedule, series, sessions
from practice.desk.practice import UserDetails, save_user, wall_now
from practice.desk.rules import Rule
from practice.desk.series import Scope
from practice.errors import Refused
from practice.models.audit import undo
from practice.models.base import OFFICE, OfficeOperation, new_id
from practice.models.enums.practice import Role
from practice.models.enums.sessions import SessionState
from practice.models.office import Series, Session
from tests.build import some_members
from tests.conftest import ZONE, Clock, Opened
from tests.desk.appointments import single

MOVES = st.lists(
    st.tuples(
        st.sampled_from(("move", "cancel", "hold", "extend", "how", "repeat", "undo")),
        st.integers(0, 7),
        st.integers(-9, 9),
        st.sampled_from(Scope),
        st.booleans(),
    ),
    max_size=8,
)
RULES = (
    Rule(weekdays=(2,), count=14),
    Rule(weekdays=(2, 4), interval=2, until=date(2027, 1, 31)),
    Rule(weekdays=(2,), nth=3),
)
STEP = timedelta(minutes=5)
QUICK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Eight edits are short enough to read; making them shorter would take minutes."""


@settings(max_examples=25, deadline=None, phases=QUICK, suppress_health_check=[*HealthCheck])
@given(MOVES, st.sampled_from(RULES))
def test_any_edits_keep_wall_time_and_neither_double_nor_lose_what_was_held(
    opened: Opened,
    clock_at: Clock,
    edits: list[tuple[str, int, int, Scope, bool]],
    rule: Rule,
) -> None:
    """Hold, move, cancel, change and undo in any order, over both changes of the clocks."""
    clock_at.set(datetime(2026, 10, 20, 12, 0, tzinfo=ZONE))
    who = _begin_anew(opened, rule)
    held: dict[str, datetime] = {}
    for what, which, by, scope, flag in edits:
        rows = [row for row in _all(who) if row.state is SessionState.PLANNED]
        if not rows:
            break
        row = rows[which % len(rows)]
        try:
            _edit(what, row, by, scope, reset=flag, clock_at=clock_at, held=held)
        except Refused:
            continue
        finally:
            _check(who, held)


def _begin_anew(opened: Opened, rule: Rule) -> str:
    """A series of a clinician with nothing else, from Wednesday 21 October on."""
    who = new_id()
    save_user(who, UserDetails(name="Edmund Fairweather", role=Role.CLINICIAN))
    series.place(
        single(
            opened,
            some_members(1)[0],
            clinician=who,
            starts=datetime(2026, 10, 21, 9, 0),
            repeats=rule,
        )
    )
    return who


def _all(who: str) -> list[Session]:
    return list(Session.select().where(Session.clinician == who).order_by(Session.starts))


def _edit(
    what: str,
    row: Session,
    by: int,
    scope: Scope,
    *,
    reset: bool,
    clock_at: Clock,
    held: dict[str, datetime],
) -> None:
    if what == "move":
        to = row.starts + timedelta(days=by)
        series.move(row.id, to + by * STEP, 50, scope, reset_moved=reset)
        assert schedule.session(row.id).starts == to + by * STEP
    elif what == "cancel":
        series.cancel(row.id, scope)
    elif what == "hold":
        _hold(row, clock_at)
        held[row.id] = row.starts
    elif what == "how":
        how = series.how(schedule.session(row.id))
        series.change(row.id, replace(how, platform=f"{by}"), scope)
    elif what == "repeat":
        series.repeat(row.id, Rule(weekdays=(row.starts.weekday(),), interval=1 + by % 3, count=9))
    elif what == "extend":
        planning.extend()
    else:
        undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def _hold(row: Session, clock_at: Clock) -> None:
    """Time never goes back: what is over is recorded afterwards."""
    if row.starts > wall_now():
        clock_at.set(row.starts.replace(tzinfo=ZONE))
        sessions.start(row.id)
    else:
        stopped = row.starts + timedelta(minutes=row.minutes)
        sessions.record_afterwards(row.id, row.starts, stopped)
    sessions.stop(row.id)


def _check(who: str, held: dict[str, datetime]) -> None:
    rows = [row for row in _all(who) if row.state is not SessionState.CANCELLED]
    for session_id, starts in held.items():
        assert schedule.session(session_id).starts == starts
        assert schedule.session(session_id).state is SessionState.HELD
    twice = Counter((row.series_id, row.occurrence) for row in rows if row.occurrence)
    assert not [key for key, number in twice.items() if number > 1]
    for one, following in pairwise(rows):
        assert one.starts + timedelta(minutes=one.minutes) <= following.starts
    for row in rows:
        is_coming = row.state is SessionState.PLANNED and row.starts > wall_now()
        if row.series_id and not row.moved and is_coming:
            owner = Series.get_by_id(row.series_id)
            assert row.starts == datetime.combine(row.occurrence, owner.time)
            rule = rules.parse(owner.rule)
            assert rule.between(owner.starts_on, row.occurrence, row.occurrence)
