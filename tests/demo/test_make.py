"""The demo practice as it stands on disk: a real one, only made up."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from practice import clock
from practice.care import cosigning, notes, plan_content, plans, reviews, signing, waiting
from practice.demo import make, world
from practice.demo.clinicians import ASSOCIATE, CLINICIANS, FRONT_DESK
from practice.demo.fill import fill
from practice.desk import groups, members, planning, practice, roster, schedule
from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.models.clinical import Cosignature
from practice.models.enums.groups import GroupKind
from practice.models.enums.practice import Role
from practice.vault import device
from practice.vault.vault import open_vault
from tests.conftest import Clock

DAY = date(2026, 11, 17)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "data"
    make.make_demo(folder, DAY)
    return folder


@pytest.fixture
def demo(made: Path) -> Iterator[str]:
    """Unlocked with the passphrase it shows, on its day at noon; the owner's id."""
    standing = Clock(datetime(2026, 11, 17, 12, 0, tzinfo=world.PRACTICE.zone))
    clock.use(standing.now, standing.steady)
    vault = open_vault(made, device.demo_file(made))
    unlocked = vault.unlock(vault.users[0].id, make.PASSPHRASE)
    store.open_files(made, unlocked.file_keys(), unlocked.user.id)
    yield unlocked.user.id
    store.close()
    clock.use(None)


def test_it_is_what_the_issue_asks_for(demo: str) -> None:
    assert len(practice.clinicians()) == 3
    assert [row.name for row in practice.users() if row.role is Role.FRONT_DESK] == [FRONT_DESK]
    assert 45 <= len(members.members()) <= 55
    found = groups.groups()
    assert len(found) == 6
    assert len({group.minutes for group in found}) >= 4
    assert [g.minutes for g in found if g.kind is GroupKind.MICRO] == [20]
    assert all(len(roster.on_day(group.id, DAY)) <= roster.GROUP_SIZE for group in found)


def test_there_is_a_session_today_and_notes_to_finish(demo: str) -> None:
    planning.extend()
    assert schedule.on_day(DAY)
    assert schedule.unrecorded() == []
    assert 1 <= len(waiting.to_finish()) <= 4


def test_the_owner_co_signs_for_the_associate(demo: str) -> None:
    """Some are co-signed, some wait, one was returned; whoever opens the demo sees it."""
    waits = cosigning.to_do()
    assert {wait.kind for wait in waits} == {cosigning.Kind.TO_COSIGN}
    assert {wait.who for wait in waits} == {CLINICIANS[ASSOCIATE].name}
    rows = Cosignature.select()
    assert {row.signature for row in rows} == {"", "Noor Castellane, LPC, CADC II"}
    assert len([row for row in rows if row.returned_at]) == 1


def test_its_chain_is_whole_and_signed_notes_agree_with_the_attendance(demo: str) -> None:
    assert audit.verify(OFFICE) == audit.verify(CLINICAL) == []
    group = groups.groups()[0].id
    for session in schedule.of_group(group, limit=4):
        for note in notes.of_session(session.id):
            assert signing.disagreements(note) == []


def test_the_same_day_gives_the_same_rows() -> None:
    first, second = fill(world.year(DAY)), fill(world.year(DAY))
    assert (first.office, first.clinical) == (second.office, second.clinical)


@pytest.mark.parametrize("offset", range(7))
def test_on_any_weekday_a_group_meets(offset: int) -> None:
    day = date.fromordinal(DAY.toordinal() + offset)
    assert day.weekday() in {group.weekday for group in world.year(day).groups}


def test_ten_years_are_as_large_as_they_should_be() -> None:
    planned = world.ten_years(DAY)
    assert len(planned.groups) == 20
    assert len(planned.places) == 600
    assert planned.weeks * len(planned.groups) == 10_000


def test_every_member_has_a_signed_plan_whose_words_are_those_on_record(demo: str) -> None:
    for row in members.members():
        plan, *before = plans.versions(row.id)
        assert [one.version for one in before] == list(range(len(before), 0, -1))
        content = plan_content.of_plan(plan)
        assert plan.signed
        assert content.problems == plan_content.of_member(row.id)
        assert plan_content.missing(content) == []
    assert 1 <= len(reviews.due()) <= 8
    assert all(-7 <= due.days <= 7 for due in reviews.due())
