"""Stories of the outreach board: who comes onto it, who is tried, and that a person closes it."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from practice.desk import contacts, members, outreach, outreach_rules, toplace
from practice.desk.contacts import Entry
from practice.desk.members import MemberDetails
from practice.desk.outreach import Column, Row, Step
from practice.desk.outreach_rules import Policy, Rule
from practice.desk.rates import Rate
from practice.errors import Refused
from practice.models.audit import Changes, operation, subscribe, undo
from practice.models.base import OFFICE, OfficeOperation
from practice.models.enums.attendance import Status
from practice.models.enums.members import Answer
from practice.models.enums.outreach import Channel, Ended, Follow, Outcome
from practice.models.enums.sessions import ToPlaceWhy
from practice.models.office import Contact, Outreach
from practice.text import clean_line
from tests.build import a_full_group
from tests.conftest import Clock, Opened
from tests.missed import TODAY, held, mark, weeks_ago

N, L = Status.NO_SHOW, Status.LATE_CANCEL
CALL = Channel.CALL


@pytest.fixture
def three(opened: Opened) -> tuple[str, str, str, str]:
    """A group of three since January, and their ids: Dana, Luis, Aya."""
    group, ids, _ = a_full_group(opened.user_id, 3)
    return (group, *ids)  # type: ignore[return-value]


def the_row(member: str) -> Row:
    found = outreach.row_of(member)
    assert found is not None
    return found


def columns() -> list[tuple[str, Column]]:
    return [(row.member.given_name, row.column) for row in outreach.board()]


def take_back_last() -> None:
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)


def log(member: str, outcome: Outcome, channel: Channel = CALL) -> None:
    contacts.log_now(member, channel, outcome)


def test_each_no_show_is_to_call_and_nothing_is_stored(three: tuple[str, str, str, str]) -> None:
    group, dana, luis, _ = three
    held(group, weeks_ago(1), {dana: N, luis: L})
    (row,) = outreach.board()
    assert (row.member.id, row.column, row.step) == (dana, Column.TO_CALL, Step.CALL)
    assert (row.in_a_row, row.follows) == (1, frozenset({Follow.CALL}))
    assert (row.due, row.place.own) == (weeks_ago(1), Rate(1, 1))
    assert [one.group_name for one in row.missed] == ["Tuesday Recovery Skills"]
    assert Outreach.select().count() == 0


def test_several_missed_are_one_row_that_says_how_many(three: tuple[str, str, str, str]) -> None:
    group, dana, luis, _ = three
    for week in (3, 2, 1):
        held(group, weeks_ago(week), {dana: N, luis: N if week < 3 else Status.ATTENDED})
    rows = {row.member.id: row for row in outreach.board()}
    assert rows[dana].in_a_row == 3
    assert rows[dana].follows == set(Follow)
    assert rows[luis].follows == {Follow.CALL, Follow.CLINICIAN}
    assert len(rows[dana].missed) == 3


def test_a_clinician_is_told_of_two_in_a_row_in_their_own_sessions(
    three: tuple[str, str, str, str], opened: Opened
) -> None:
    group, dana, luis, _ = three
    held(group, weeks_ago(2), {dana: N})
    held(group, weeks_ago(1), {dana: L, luis: N})
    told = outreach.marked(outreach.board(), opened.user_id)
    assert [row.member.id for row in told] == [dana]
    assert outreach.marked(outreach.board(), "someone else") == []


def test_taking_a_no_show_back_takes_an_untouched_row_along(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, _, _ = three
    session = held(group, weeks_ago(1), {dana: N})
    mark(session, dana, Status.EXCUSED)
    assert outreach.board() == ()
    take_back_last()
    assert columns() == [("Dana", Column.TO_CALL)]


def test_a_touched_row_stays_and_says_that_the_no_show_was_taken_back(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, _, _ = three
    session = held(group, weeks_ago(1), {dana: N})
    log(dana, Outcome.VOICEMAIL)
    mark(session, dana, Status.ATTENDED)
    row = the_row(dana)
    assert row.column is Column.TRIED
    assert [one.taken_back for one in row.missed] == [True]
    assert (row.standing, row.in_a_row, row.follows) == ((), 0, frozenset())
    contacts.close(dana, Ended.NOT_NEEDED)
    assert columns() == [("Dana", Column.CLOSED)]


def test_what_is_logged_says_where_the_row_stands(
    three: tuple[str, str, str, str], clock_at: Clock
) -> None:
    group, dana, _, _ = three
    held(group, TODAY, {dana: N})
    log(dana, Outcome.VOICEMAIL)
    assert (the_row(dana).column, the_row(dana).due) == (Column.TRIED, TODAY + timedelta(days=3))
    assert the_row(dana).step is Step.AGAIN
    clock_at.advance(minutes=5)
    log(dana, Outcome.REACHED)
    assert (the_row(dana).column, the_row(dana).due) == (Column.REACHED, None)
    assert [one.outcome for one in the_row(dana).tries] == [Outcome.REACHED, Outcome.VOICEMAIL]
    contacts.close(dana, Ended.COMING_BACK, "Comes on Tuesday")
    (row,) = outreach.board()
    assert (row.column, row.ended, row.words) == (
        Column.CLOSED,
        Ended.COMING_BACK,
        "Comes on Tuesday",
    )
    assert outreach.row_of(dana) is None


def test_the_steps_lead_from_a_call_to_a_letter(
    three: tuple[str, str, str, str], clock_at: Clock
) -> None:
    group, dana, _, _ = three
    held(group, TODAY, {dana: N})
    log(dana, Outcome.NO_ANSWER)
    clock_at.advance(days=3)
    assert [row.member.id for row in outreach.due(TODAY + timedelta(days=3))] == [dana]
    assert outreach.number_due(TODAY + timedelta(days=3)) == 1
    log(dana, Outcome.NO_ANSWER)
    row = outreach.board()[0]
    assert (row.due, row.step) == (TODAY + timedelta(days=7), Step.LETTER)
    clock_at.advance(days=4)
    log(dana, Outcome.LETTER_SENT, Channel.LETTER)
    assert the_row(dana).step is Step.DECIDE
    assert the_row(dana).due == TODAY + timedelta(days=14)


def test_missing_again_puts_a_row_back_to_call(
    three: tuple[str, str, str, str], clock_at: Clock
) -> None:
    group, dana, _, _ = three
    held(group, TODAY, {dana: N})
    log(dana, Outcome.REACHED)
    clock_at.advance(days=7)
    held(group, TODAY + timedelta(days=6), {dana: N})
    row = the_row(dana)
    assert (row.column, row.in_a_row, len(row.tries)) == (Column.TO_CALL, 2, 1)
    assert row.due == TODAY + timedelta(days=6)
    log(dana, Outcome.NO_ANSWER)
    assert [one.session for one in the_row(dana).missed] == [one.session for one in row.missed]


def test_a_no_show_recorded_late_is_followed_up_though_a_later_row_was_closed(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, _, _ = three
    held(group, weeks_ago(1), {dana: N})
    contacts.close(dana, Ended.NOT_REACHED)
    held(group, weeks_ago(3), {dana: N})
    assert columns() == [("Dana", Column.TO_CALL), ("Dana", Column.CLOSED)]


def test_the_day_of_the_next_step_can_be_moved(three: tuple[str, str, str, str]) -> None:
    group, dana, _, _ = three
    held(group, TODAY, {dana: N})
    thursday = date(2026, 11, 19)
    contacts.set_due(dana, thursday)
    row = the_row(dana)
    assert (row.column, row.due, row.is_due(TODAY)) == (Column.TO_CALL, thursday, False)
    contacts.set_due(dana, None)
    assert the_row(dana).due is None


def test_a_try_can_be_written_down_later_with_its_time_and_words(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, _, _ = three
    held(group, weeks_ago(1), {dana: N})
    entry = Entry(
        channel=CALL,
        outcome=Outcome.NO_ANSWER,
        at=datetime(2026, 11, 16, 9, 30),
        due=date(2026, 11, 20),
        words="  Rang   twice ",
    )
    contacts.log(dana, entry)
    (tried,) = outreach.tries_of(dana)
    assert (tried.words, tried.by_name) == (clean_line(entry.words), "Maria Lopez")
    with pytest.raises(Refused, match="still to come") as refused:
        contacts.log(dana, replace(entry, at=datetime(2026, 11, 17, 17, 51)))
    assert refused.value.field == "time"
    with pytest.raises(Refused) as refused:
        contacts.log(dana, replace(entry, words="a\x00b"))
    assert refused.value.field == "words"
    with pytest.raises(ValueError, match="LETTER_SENT"):
        log(dana, Outcome.LETTER_SENT)


def test_the_log_is_kept(three: tuple[str, str, str, str]) -> None:
    group, dana, _, _ = three
    held(group, weeks_ago(1), {dana: N})
    log(dana, Outcome.REACHED)
    for change in (Contact.update(words="else"), Contact.delete()):
        with pytest.raises(Refused, match="kept as it was"), operation(OFFICE, "Tidy"):
            change.execute()
    contacts.close(dana, Ended.OTHER_TIME)
    assert len(outreach.tries_of(dana)) == 1


def test_everything_is_one_step_to_undo(three: tuple[str, str, str, str]) -> None:
    group, dana, luis, _ = three
    held(group, weeks_ago(1), {dana: N})
    done: list[Changes] = []
    stop = subscribe(done.append)
    log(dana, Outcome.VOICEMAIL)
    contacts.set_due(dana, TODAY)
    log(dana, Outcome.ASKED_NOT_TO)
    contacts.close(dana, Ended.LEAVING)
    contacts.reopen(outreach.board()[0].id)
    contacts.add(luis)
    stop()
    assert len(done) == 6
    for changes in reversed(done):
        undo(changes.file, changes.operation_id)
    assert (Outreach.select().count(), Contact.select().count()) == (0, 0)
    assert columns() == [("Dana", Column.TO_CALL)]
    assert members.member(dana).may_call is Answer.NOT_ASKED


def says(member: str, **answers: Answer) -> None:
    row = members.member(member)
    known = {name: getattr(row, name) for name in MemberDetails.__dataclass_fields__}
    members.change(member, MemberDetails(**(known | answers)))


def test_a_way_they_said_no_to_is_refused_unless_they_got_in_touch(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, _, _ = three
    held(group, weeks_ago(1), {dana: N})
    says(dana, may_voicemail=Answer.NO, may_write=Answer.NO)
    for channel, outcome in ((CALL, Outcome.VOICEMAIL), (Channel.LETTER, Outcome.LETTER_SENT)):
        with pytest.raises(Refused, match="Dana asked us not to"):
            log(dana, outcome, channel)
    log(dana, Outcome.NO_ANSWER)
    says(dana, may_call=Answer.NO)
    with pytest.raises(Refused, match="log it as reached"):
        log(dana, Outcome.NO_ANSWER)
    log(dana, Outcome.REACHED)
    assert len(outreach.tries_of(dana)) == 2


def test_asking_not_to_be_called_is_remembered(three: tuple[str, str, str, str]) -> None:
    group, dana, _, _ = three
    held(group, weeks_ago(1), {dana: N})
    log(dana, Outcome.ASKED_NOT_TO)
    assert the_row(dana).column is Column.REACHED
    with pytest.raises(Refused, match="asked us not to call"):
        log(dana, Outcome.VOICEMAIL)
    log(dana, Outcome.MESSAGE_SENT, Channel.MESSAGE)


def test_someone_can_be_put_on_the_board_by_hand_once(three: tuple[str, str, str, str]) -> None:
    _, dana, _, _ = three
    contacts.add(dana)
    assert (the_row(dana).column, the_row(dana).due) == (Column.TO_CALL, TODAY)
    with pytest.raises(Refused, match="already") as refused:
        contacts.add(dana)
    assert refused.value.field == "member"
    log(dana, Outcome.NO_ANSWER)
    assert the_row(dana).due == TODAY + timedelta(days=3)


def test_a_row_is_opened_again_unless_another_is_open(three: tuple[str, str, str, str]) -> None:
    group, dana, _, _ = three
    held(group, weeks_ago(2), {dana: N})
    contacts.close(dana, Ended.NOT_REACHED)
    closed = outreach.board()[0].id
    held(group, weeks_ago(1), {dana: N})
    log(dana, Outcome.NO_ANSWER)
    with pytest.raises(Refused, match="already has an open row"):
        contacts.reopen(closed)
    contacts.close(dana, Ended.COMING_BACK)
    contacts.reopen(closed)
    assert the_row(dana).id == closed
    with pytest.raises(Refused, match="row is closed"):
        log(three[2], Outcome.REACHED)


def test_to_call_comes_in_the_order_of_the_shrunken_rate(
    three: tuple[str, str, str, str],
) -> None:
    group, dana, luis, aya = three
    for week in (6, 5, 4):
        held(group, weeks_ago(week), {aya: Status.EXCUSED})
    held(group, weeks_ago(3), {luis: N, aya: N})
    held(group, weeks_ago(2), {luis: N, dana: N})
    held(group, weeks_ago(1), {luis: N})
    assert [row.member.id for row in outreach.board()] == [luis, aya, dana]


def test_the_practices_own_rules_and_first_day_hold(three: tuple[str, str, str, str]) -> None:
    group, dana, luis, _ = three
    held(group, weeks_ago(3), {dana: N})
    held(group, weeks_ago(1), {luis: L})
    outreach_rules.save_rules((Rule(1, frozenset({N, L}), Follow.CALL),))
    assert {row.member.id for row in outreach.board()} == {dana, luis}
    outreach_rules.save_policy(Policy(since=weeks_ago(2)))
    assert {row.member.id for row in outreach.board()} == {luis}


def test_what_was_missed_over_a_year_ago_is_listed_only_if_someone_touched_it(
    three: tuple[str, str, str, str], clock_at: Clock
) -> None:
    group, dana, luis, _ = three
    held(group, TODAY, {dana: N, luis: N})
    log(dana, Outcome.NO_ANSWER)
    clock_at.advance(days=364)
    assert columns() == [("Luis", Column.TO_CALL), ("Dana", Column.TRIED)]
    clock_at.advance(days=1)
    assert columns() == [("Dana", Column.TRIED)]


def test_closed_rows_are_listed_for_a_month(
    three: tuple[str, str, str, str], clock_at: Clock
) -> None:
    group, dana, _, _ = three
    held(group, TODAY, {dana: N})
    contacts.close(dana, Ended.NOT_NEEDED)
    clock_at.advance(days=30)
    assert len(outreach.board()) == 1
    clock_at.advance(days=1)
    assert outreach.board() == ()


def test_whoever_wants_another_time_waits_on_the_tray(opened: Opened) -> None:
    group, (dana, _luis), _ = a_full_group(opened.user_id, 2)
    held(group, weeks_ago(1), {dana: N})
    contacts.close(dana, Ended.OTHER_TIME, "Mornings")
    (waits,) = toplace.waiting()
    assert (waits.member, waits.why, waits.note) == (dana, ToPlaceWhy.MISSED, "Mornings")
    undo(OFFICE, OfficeOperation.select().order_by(OfficeOperation.id.desc()).get().id)
    assert toplace.waiting() == []
