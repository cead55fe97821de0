"""Whatever is done in whatever order: taking all of it back leaves the same rows in both files."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from practice.care import diagnoses, live, notes, plans, signing
from practice.desk import (
    absence,
    archiving,
    attendance,
    blocks,
    calling_off,
    closures,
    contacts,
    fees,
    groups,
    hours,
    members,
    offers,
    openings,
    outreach,
    outreach_rules,
    roster,
    schedule,
    series,
    sessions,
    supervision,
    visitors,
    waitlist,
)
from practice.desk.blocks import BlockDetails
from practice.desk.groups import GroupDetails, Segment
from practice.desk.members import MemberDetails
from practice.desk.offers import usual_until
from practice.desk.practice import practice, save_practice
from practice.desk.rules import Rule
from practice.desk.series import Scope
from practice.errors import Refused
from practice.models import audit
from practice.models.audit import AUDITED, Changes
from practice.models.enums.attendance import Mode, Status
from practice.models.enums.groups import LeftBecause, VisitBecause
from practice.models.enums.outreach import Channel, Ended
from practice.models.enums.plans import Progress
from practice.models.read import tuples
from practice.ui.actions import Actions
from tests import build
from tests.conftest import PASSPHRASE, Clock, Opened
from tests.desk.appointments import edmund

TODAY = date(2026, 11, 17)
EARLIER = datetime(2026, 11, 17, 11, 0)
LAST_WEEK = TODAY - timedelta(days=7)
STEPS = 14


Commands = list[Callable[[], object]]


class Desk:
    """Does one random thing after another to a practice with a group of six."""

    def __init__(self, group: str, ids: list[str], session: str) -> None:
        self.group, self.ids, self.session = group, ids, session

    def step(self, pick: Random) -> None:
        """One command of those that find something to work on; refused, it changes nothing."""
        kinds = (
            *(self._people, self._places, self._sessions, self._seats),
            *(self._notes, self._plans, self._reaching, self._fees),
        )
        found = pick.choice(kinds)(pick, f"Words {pick.random()}")
        if found:
            with suppress(Refused):
                pick.choice(found)()

    def _people(self, pick: Random, words: str) -> Commands:
        member = pick.choice(self.ids)
        enrolled = pick.choice(roster.history(self.group)).id
        plan = (Segment(name=words, minutes=pick.randint(1, 30)),)
        group = groups.group(self.group)
        known = {f.name: getattr(group, f.name) for f in fields(GroupDetails)}
        details = GroupDetails(**known | {"technique": words})
        return [
            lambda: members.add(MemberDetails(given_name=words)),
            lambda: members.change(member, MemberDetails(given_name=words, location=words)),
            lambda: pick.choice((archiving.archive, archiving.bring_back))(member),
            lambda: groups.change(self.group, details, plan),
            lambda: build.a_group(group.clinician, name=words, at=time(pick.randint(0, 23))),
            lambda: roster.join(self.group, member, TODAY),
            lambda: roster.leave(enrolled, LAST_WEEK + timedelta(days=pick.randint(0, 20))),
            lambda: save_practice(replace(practice(), name=words)),
            lambda: supervision.supervise("edmund", pick.choice((group.clinician, None))),
        ]

    def _places(self, pick: Random, words: str) -> Commands:
        member, row = pick.choice(self.ids), waitlist.of_group(self.group)
        newcomer = build.some_members(1)[0]
        stretch = pick.choice(roster.history(self.group)).id
        found: Commands = [
            lambda: waitlist.put_on(self.group, newcomer),
            lambda: visitors.invite(self.session, newcomer, VisitBecause.MAKE_UP),
            lambda: visitors.take_off(self.session, member),
            lambda: roster.leave(stretch, TODAY, LeftBecause.WORK, words),
            lambda: absence.record_notice(self.session, member, EARLIER),
        ]
        if row:
            first = row[0].id
            found += [lambda: waitlist.move(first, 1), lambda: waitlist.take_off(first)]
        for free in openings.openings():
            if free.next is not None:
                what = (free.group, free.session, free.next.member)
                found.append(partial(offers.offer, *what, usual_until(free)))
        for made in offers.open_offers():
            found += [partial(offers.accept, made.id), partial(offers.decline, made.id)]
        return found

    def _sessions(self, pick: Random, _words: str) -> Commands:
        session, member = self.session, pick.choice(self.ids)
        return [
            lambda: build.one_more(self.group, datetime(2026, 12, pick.randint(1, 28), 9)),
            lambda: calling_off.cancel(session),
            *self._series(pick),
            lambda: sessions.add_person(session, member),
            lambda: attendance.mark_all_present(session),
            lambda: attendance.confirm_usual_locations(session),
        ]

    def _series(self, pick: Random) -> Commands:
        coming = schedule.next_of_group(self.group)
        if coming is None:
            return []
        scope, day = pick.choice(list(Scope)), TODAY + timedelta(days=pick.randint(1, 40))
        to = coming.starts + timedelta(days=pick.randint(0, 5), hours=pick.randint(-3, 3))
        how = replace(series.how(coming), technique=f"Words {pick.random()}")
        block = BlockDetails(words="Lunch", starts=to, minutes=30)
        held = blocks.between(to.date(), to.date())
        week = {pick.randint(0, 6): (time(9), time(pick.randint(10, 20)))}
        return [
            lambda: series.move(coming.id, to, pick.randint(20, 90), scope),
            lambda: series.change(coming.id, how, scope),
            lambda: series.rearrange(coming.id, to, pick.randint(20, 90), how, scope),
            lambda: series.repeat(coming.id, Rule(weekdays=(1,), interval=pick.randint(1, 3))),
            lambda: series.cancel(coming.id, Scope.THIS),
            lambda: closures.add(day, day, "Closed"),
            lambda: blocks.add(block),
            *(partial(blocks.change, one.id, block, day=to.date()) for one in held),
            lambda: hours.save_hours(week, pick.choice((None, coming.clinician))),
        ]

    def _seats(self, pick: Random, words: str) -> Commands:
        seats = [seat.id for seat in sessions.seats(self.session)]
        if not seats:
            return []
        seat, status = pick.choice(seats), pick.choice((Status.NO_SHOW, Status.EXCUSED))
        return [
            lambda: attendance.mark_present(seat),
            lambda: attendance.mark_in(seat),
            lambda: attendance.mark_out(seat),
            lambda: attendance.mark_missed(seat, status),
            lambda: attendance.unmark(seat),
            lambda: attendance.set_how(seat, Mode.AUDIO, words, words),
            lambda: attendance.confirm_location(seat, words),
        ]

    def _notes(self, pick: Random, words: str) -> Commands:
        session, member = self.session, pick.choice((*self.ids, None))
        said: Commands = [lambda: live.write_line(session, member, words)]
        if begun := notes.of_session(session):
            note, goal = pick.choice(begun).id, _any_goal(self.ids[0])
            said += [
                lambda: notes.save_part(note, "response", words),
                lambda: notes.save_shared(session, "topic", words),
                lambda: notes.set_progress(note, goal, pick.choice((*Progress, None))),
                lambda: notes.discard_draft(note),
            ]
        return said

    def _reaching(self, pick: Random, words: str) -> Commands:
        member, channel = pick.choice(self.ids), pick.choice(list(Channel))
        outcome, ended = pick.choice(contacts.FITS[channel]), pick.choice(list(Ended))
        closed = [row.id for row in outreach.board() if row.closed_at]
        rules = outreach_rules.DEFAULTS[: pick.randint(1, 3)]
        known = replace(outreach_rules.policy(), voicemail=words)
        return [
            lambda: contacts.add(member),
            lambda: contacts.log_now(member, channel, outcome),
            lambda: contacts.set_due(member, LAST_WEEK),
            lambda: contacts.close(member, ended, words),
            lambda: contacts.reopen(pick.choice(closed)) if closed else None,
            lambda: outreach_rules.save_all(rules, known),
        ]

    def _fees(self, pick: Random, words: str) -> Commands:
        member, missed = pick.choice(self.ids), frozenset({Status.NO_SHOW})
        policy = fees.Policy(cents=4000, statuses=missed, grace=0, grace_days=9, since=LAST_WEEK)
        return [
            lambda: fees.save_policy(pick.choice((policy, None))),
            lambda: fees.charge(member, self.session),
            lambda: fees.waive(member, self.session, words),
        ]

    def _plans(self, pick: Random, words: str) -> Commands:
        member = pick.choice(self.ids)
        goals = [goal.id for goal in plans.goals(member)]
        return [
            lambda: plans.save_goal(member, _goal(words)),
            lambda: plans.save_goal(member, _goal(words), pick.choice(goals) if goals else None),
            lambda: diagnoses.save(member, _diagnosis(pick)),
            *self._diagnoses(pick, member),
            *self._parts(pick, member, words, goals),
        ]

    def _diagnoses(self, pick: Random, member: str) -> Commands:
        held = [row.id for row in diagnoses.of_member(member)]
        return [lambda: diagnoses.move(pick.choice(held), pick.choice((-1, 1)))] if held else []

    def _parts(self, pick: Random, member: str, words: str, goals: list[str]) -> Commands:
        dates = plans.PlanDates(starts_on=LAST_WEEK, review_on=TODAY, agreed_on=TODAY)
        problem, step = plans.ProblemDetails(words=words), plans.ObjectiveDetails(words=words)
        done = plans.InterventionDetails(words=words, frequency="weekly")
        found: Commands = [
            lambda: plans.begin(member),
            lambda: plans.save_dates(member, dates),
            lambda: plans.save_problem(member, problem),
        ]
        for taken_out, rows_ in (
            (plans.remove_problem, plans.problems(member)),
            (plans.remove_goal, plans.goals(member)),
            (plans.remove_objective, plans.objectives(member)),
            (plans.remove_intervention, plans.interventions(member)),
        ):
            found += [partial(taken_out, row.id) for row in rows_[:1]]
        if goals:
            goal = pick.choice(goals)
            found.append(lambda: plans.save_objective(goal, step))
            found.append(lambda: plans.save_intervention(goal, done))
        return found


def _any_goal(member: str) -> str:
    found = plans.goals(member)
    if not found:
        plans.save_goal(member, _goal("Walk every day"))
    return plans.goals(member)[0].id


def _goal(words: str) -> plans.GoalDetails:
    return plans.GoalDetails(words=words, started_on=LAST_WEEK)


def _diagnosis(pick: Random) -> diagnoses.DiagnosisDetails:
    code = f"F{pick.randint(10, 19)}.{pick.randint(10, 99)}"
    return diagnoses.DiagnosisDetails(
        code=code, words="Use", from_on=LAST_WEEK, position=pick.randint(1, 3)
    )


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Every row of both files that the trail follows."""
    return {
        f"{file.database}{table.__name__}": sorted(tuples(table.select()), key=str)
        for file, tables in AUDITED.items()
        for table in tables
    }


class Far(Enum):
    """How far the session is. Starting and ending are no undo steps: time can’t be taken back."""

    PLANNED = "planned"
    RUNNING = "running"
    HELD = "held"


@pytest.fixture(params=Far, ids=lambda far: far.value)
def desk(opened: Opened, clock_at: Clock, request: pytest.FixtureRequest) -> Desk:
    """A group of six whose session is so far."""
    group, ids, session = build.a_full_group(opened.user_id, 6)
    edmund()
    plans.save_goal(ids[0], _goal("Walk every day"))
    if request.param is not Far.PLANNED:
        clock_at.to("18:00")
        sessions.start(session)
    if request.param is Far.HELD:
        attendance.mark_all_present(session)
        clock_at.to("19:00")
        sessions.stop(session)
        notes.prepare(session)
    return Desk(group, ids, session)


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10_000))
def test_undoing_everything_leaves_the_same_rows(desk: Desk, clock_at: Clock, seed: int) -> None:
    pick, before, done = Random(seed), rows(), list[Changes]()
    stop = audit.subscribe(done.append)
    for _ in range(STEPS):
        clock_at.advance(seconds=30)
        desk.step(pick)
    stop()
    for changes in reversed(done):
        if changes.rows:
            assert changes.undoable, changes.label
            audit.undo(changes.file, changes.operation_id)
    assert rows() == before


def test_what_a_signature_sealed_is_not_offered(opened: Opened, clock_at: Clock) -> None:
    """Undo that could only be refused is no offer; what was done elsewhere still is one."""
    _, ids, session = build.a_full_group(opened.user_id, 1)
    clock_at.to("18:00")
    sessions.start(session)
    attendance.mark_all_present(session)
    clock_at.to("19:00")
    sessions.stop(session)
    notes.prepare(session)
    actions = Actions()
    plans.save_goal(ids[0], _goal("Walk every day"))
    note = notes.of_session(session)[0].id
    notes.save_part(note, "response", "Calm.")
    notes.set_progress(note, plans.goals(ids[0])[0].id, Progress.FORWARD)
    signing.sign(session, [note], opened.vault.confirm(opened.user_id, PASSPHRASE))
    assert actions.last is not None
    assert actions.last.label == "Record a goal"
    actions.close()
