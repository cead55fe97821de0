"""Stories of the outreach board by keyboard and mouse, over a real practice."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.desk import contacts, members, outreach
from practice.desk.members import MemberDetails
from practice.desk.outreach import Column
from practice.models.enums.attendance import Status
from practice.models.enums.members import Answer
from practice.models.enums.outreach import Channel, Ended, Outcome
from practice.models.office import Contact
from practice.ui.context import Context, Place
from practice.ui.counting import COUNT_AFTER
from practice.ui.entry import EntryForm
from practice.ui.outreach.board import RowTile
from practice.ui.outreach.forms import AddForm, CloseForm, DueForm, LogForm
from practice.ui.outreach.keys import LOGS, Log
from practice.ui.outreach.page import OutreachPage
from practice.ui.workspace import Workspace
from tests.build import a_full_group
from tests.conftest import Clock, Opened
from tests.missed import held, mark, weeks_ago
from tests.ui.find import button, said, typed

N = Status.NO_SHOW
Key = Qt.Key


class Story:
    """The page over a practice in which Dana missed three times, Luis once and Aya never."""

    def __init__(self, opened: Opened) -> None:
        self.group, (self.dana, self.luis, self.aya), _ = a_full_group(opened.user_id, 3)
        for week in (3, 2):
            held(self.group, weeks_ago(week), {self.dana: N})
        self.last = held(self.group, weeks_ago(1), {self.dana: N, self.luis: N})

    def show(self, workspace: Workspace) -> OutreachPage:
        workspace.go(Place.OUTREACH)
        page = workspace.pages[Place.OUTREACH]
        assert isinstance(page, OutreachPage)
        self.page = page
        return page

    def column(self, column: Column) -> list[str]:
        return [tile.row.member.given_name for tile in self.page.board.columns[column].tiles]

    def form(self) -> EntryForm:
        found = self.page.aside.who.form or self.page.aside.adding.form
        assert found is not None
        return found


@pytest.fixture
def story(opened: Opened) -> Story:
    return Story(opened)


@pytest.fixture
def page(story: Story, window: Callable[[], Workspace]) -> OutreachPage:
    return story.show(window())


def press(*keys: Key) -> None:
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)


def at() -> str:
    tile = QApplication.focusWidget()
    assert isinstance(tile, RowTile)
    return tile.row.member.given_name


def test_the_page_opens_on_the_first_to_call(page: OutreachPage, story: Story) -> None:
    assert story.column(Column.TO_CALL) == ["Dana", "Luis"]
    assert at() == "Dana"
    words = said(page.aside)
    assert "Dana Reyes" in words
    assert any("Ask for Dana" in line for line in words)
    assert any("Hello, this is a message for Dana. My name is Maria." in line for line in words)
    assert "No-shows in half a year: 3 of 3. Used for the order only." in words
    assert page.board.tiles()[0].accessibleName() == (
        "Dana R., Missed Tue 10 Nov, Out of contact, Call, due Tue 10 Nov"
    )


def test_two_keys_log_a_try_and_undo_takes_it_back(
    page: OutreachPage, story: Story, context: Context
) -> None:
    press(Key.Key_C, Key.Key_V)
    (tried,) = outreach.tries_of(story.dana)
    assert (tried.channel, tried.outcome) == (Channel.CALL, Outcome.VOICEMAIL)
    assert story.column(Column.TRIED) == ["Dana"]
    assert at() == "Dana"
    context.actions.undo()
    assert outreach.tries_of(story.dana) == []
    assert story.column(Column.TO_CALL) == ["Dana", "Luis"]
    assert at() == "Dana"


@pytest.mark.parametrize("log", LOGS, ids=lambda log: f"{log.channel.value}-{log.outcome.value}")
def test_every_pair_of_keys_logs_what_the_table_says(
    page: OutreachPage, story: Story, log: Log
) -> None:
    first = {Channel.CALL: Key.Key_C, Channel.MESSAGE: Key.Key_M, Channel.LETTER: Key.Key_L}
    press(first[log.channel], Key(ord(log.key)))
    (tried,) = outreach.tries_of(story.dana)
    assert (tried.channel, tried.outcome) == (log.channel, log.outcome)


def test_the_same_by_mouse(page: OutreachPage, story: Story) -> None:
    button(page.aside, "Message").click()
    button(page.aside, "Sent").click()
    assert [one.outcome for one in outreach.tries_of(story.dana)] == [Outcome.MESSAGE_SENT]


def test_a_second_key_that_means_nothing_logs_nothing(
    page: OutreachPage, story: Story, context: Context
) -> None:
    heard: list[str] = []
    context.actions.refused.connect(heard.append)
    press(Key.Key_C, Key.Key_Q, Key.Key_V)
    assert ["Nothing was logged" in words for words in heard] == [True]
    press(Key.Key_C, Key.Key_Escape, Key.Key_V)
    assert len(heard) == 1
    assert Contact.select().count() == 0


def test_arrows_walk_the_board(page: OutreachPage, story: Story, clock_at: Clock) -> None:
    press(Key.Key_Down)
    assert at() == "Luis"
    press(Key.Key_Down)
    assert at() == "Luis"
    press(Key.Key_C, Key.Key_R)
    assert (at(), story.column(Column.REACHED)) == ("Luis", ["Luis"])
    press(Key.Key_Left)
    assert at() == "Dana"
    press(Key.Key_Right, Key.Key_T)
    assert at() == "Dana"


def test_tab_enters_the_board_at_the_row_selected_and_leaves_it_for_its_buttons(
    page: OutreachPage,
) -> None:
    press(Key.Key_Down, Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Log a call"
    assert page.aside.isAncestorOf(focus)
    QTest.keyClick(focus, Key.Key_Backtab)
    assert at() == "Luis"


def test_a_try_with_words_another_time_and_day(page: OutreachPage, story: Story) -> None:
    press(Key.Key_Return)
    form = story.form()
    assert isinstance(form, LogForm)
    form.fields["outcome"].set_value(Outcome.NO_ANSWER)
    typed(form, "time", "9:30")
    typed(form, "words", "Rang twice")
    typed(form, "due", "20 Nov 2026")
    form.save()
    (tried,) = outreach.tries_of(story.dana)
    assert (tried.outcome, tried.words) == (Outcome.NO_ANSWER, "Rang twice")
    row = outreach.row_of(story.dana)
    assert row is not None
    assert row.due == date(2026, 11, 20)
    assert at() == "Dana"
    assert "“Rang twice”" in said(page.aside)


def test_the_form_suggests_the_next_day_for_each_outcome(page: OutreachPage, story: Story) -> None:
    press(Key.Key_Return)
    form = story.form()
    assert form.fields["due"].value() is None
    form.fields["outcome"].set_value(Outcome.VOICEMAIL)
    assert form.fields["due"].value() == date(2026, 11, 18)
    form.fields["channel"].set_value(Channel.LETTER)
    assert form.fields["outcome"].value() is Outcome.LETTER_SENT
    assert form.fields["due"].value() == date(2026, 11, 24)


def test_a_time_still_to_come_is_refused_beside_its_field(page: OutreachPage, story: Story) -> None:
    press(Key.Key_Return)
    typed(story.form(), "time", "23:00")
    story.form().save()
    assert "still to come" in story.form().fields["time"].error
    assert Contact.select().count() == 0


def test_another_day_closing_and_opening_again(page: OutreachPage, story: Story) -> None:
    press(Key.Key_D)
    assert isinstance(story.form(), DueForm)
    typed(story.form(), "due", "19 Nov 2026")
    story.form().save()
    press(Key.Key_X)
    form = story.form()
    assert isinstance(form, CloseForm)
    form.fields["ended"].set_value(Ended.OTHER_TIME)
    form.save()
    assert story.column(Column.CLOSED) == ["Dana"]
    page.board.select(page.board.columns[Column.CLOSED].tiles[0].row.key)
    page.board.take_keyboard()
    assert "Wants another time" in page.board.columns[Column.CLOSED].tiles[0].accessibleName()
    press(Key.Key_O)
    assert story.column(Column.TO_CALL) == ["Dana", "Luis"]


def test_nothing_is_logged_on_a_closed_row(
    page: OutreachPage, story: Story, context: Context
) -> None:
    heard: list[str] = []
    context.actions.refused.connect(heard.append)
    contacts.close(story.luis, Ended.NOT_NEEDED)
    page.board.select(page.board.columns[Column.CLOSED].tiles[0].row.key)
    page.board.take_keyboard()
    press(Key.Key_C, Key.Key_V)
    assert heard == [contacts.NOT_OVER]
    assert Contact.select().count() == 0


def test_what_a_member_said_no_to_is_shown_and_refused(
    page: OutreachPage, story: Story, context: Context
) -> None:
    row = members.member(story.dana)
    known = {name: getattr(row, name) for name in MemberDetails.__dataclass_fields__}
    members.change(story.dana, MemberDetails(**(known | {"may_voicemail": Answer.NO})))
    words = said(page.aside)
    assert words.count("Dana asked us not to leave voicemail.") == 2
    assert not any("this is a message" in line for line in words)
    heard: list[str] = []
    context.actions.refused.connect(heard.append)
    press(Key.Key_C, Key.Key_V)
    assert len(heard) == 1
    assert heard[0].startswith("Dana asked us not to leave voicemail.")
    assert Contact.select().count() == 0


def test_the_board_follows_attendance(page: OutreachPage, story: Story) -> None:
    mark(story.last, story.luis, Status.EXCUSED)
    assert story.column(Column.TO_CALL) == ["Dana"]
    press(Key.Key_C, Key.Key_N)
    mark(story.last, story.dana, Status.ATTENDED)
    assert story.column(Column.TRIED) == ["Dana"]
    assert any("Taken back, now attended" in line for line in said(page.aside))


def test_someone_is_put_on_the_board_by_keyboard(page: OutreachPage, story: Story) -> None:
    press(Key.Key_N)
    form = story.form()
    assert isinstance(form, AddForm)
    QTest.keyClicks(form.picker.line, "aya")
    assert form.picker.line.hasFocus()
    press(Key.Key_Return, Key.Key_Return)
    assert "Aya" in story.column(Column.TO_CALL)
    assert at() == "Aya"
    press(Key.Key_C, Key.Key_R)
    assert len(outreach.tries_of(story.aya)) == 1


def test_letters_mean_nothing_in_a_form_nor_over_the_fees(page: OutreachPage, story: Story) -> None:
    press(Key.Key_X)
    form = story.form()
    form.save_button.setFocus()
    press(Key.Key_D, Key.Key_C, Key.Key_V)
    assert story.form() is form
    press(Key.Key_Escape, Key.Key_F, Key.Key_X, Key.Key_C, Key.Key_V)
    assert page.aside.who.form is None
    press(Key.Key_Escape)
    assert at() == "Dana"
    assert Contact.select().count() == 0


def test_help_shows_every_key_and_goes_away(page: OutreachPage) -> None:
    press(Key.Key_Question)
    assert page.overlay.isVisible()
    press(Key.Key_Escape)
    assert not page.overlay.isVisible()
    assert at() == "Dana"


def test_from_today_one_comes_to_the_row(
    story: Story, window: Callable[[], Workspace], qtbot: QtBot
) -> None:
    workspace = window()
    today = workspace.pages[Place.TODAY]
    assert any("2 due" in line for line in said(today))
    item = workspace.navigation.items[Place.OUTREACH]
    qtbot.waitUntil(lambda: item.accessibleName() == "Outreach, 2", timeout=10 * COUNT_AFTER)
    button(today, "Log a try to reach Luis M.").click()
    assert workspace.place is Place.OUTREACH
    assert at() == "Luis"


def test_a_clinicians_today_tells_who_missed_several(
    story: Story, window: Callable[[], Workspace], context: Context
) -> None:
    workspace = window()
    today = workspace.pages[Place.TODAY]
    assert "Out of contact" in said(today)
    contacts.log_now(story.dana, Channel.CALL, Outcome.VOICEMAIL)
    assert "Missed several in a row" in said(today)
    contacts.close(story.dana, Ended.COMING_BACK)
    assert "Missed several in a row" not in said(today)


def test_the_members_page_lists_every_try_and_leads_to_the_board(
    story: Story, window: Callable[[], Workspace]
) -> None:
    contacts.log_now(story.dana, Channel.CALL, Outcome.VOICEMAIL)
    workspace = window()
    workspace.go(Place.MEMBERS, story.dana)
    page = workspace.pages[Place.MEMBERS]
    assert "Left a voicemail" in said(page)
    button(page, "Show on the board").click()
    assert at() == "Dana"
    workspace.go(Place.MEMBERS, story.aya)
    button(page, "Put on the board").click()
    assert at() == "Aya"
    assert outreach.row_of(story.aya) is not None


def test_an_empty_board_says_so(opened: Opened, window: Callable[[], Workspace]) -> None:
    workspace = window()
    workspace.go(Place.OUTREACH)
    words = said(workspace.pages[Place.OUTREACH])
    assert "Nobody to reach." in words
