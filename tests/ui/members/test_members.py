"""Stories of the page of members, through its real widgets over a real practice."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from practice.care import diagnoses, plans
from practice.care.plans import GoalDetails
from practice.desk import archiving, calling_off, members, roster, schedule, sessions, waitlist
from practice.desk.members import MemberDetails
from practice.models import store
from practice.models.enums.members import Answer, PayerKind
from practice.models.enums.plans import GoalStatus
from practice.models.enums.sessions import SessionState
from practice.ui.context import Place
from practice.ui.members.attendance import summary
from practice.ui.members.diagnoses import Diagnoses
from practice.ui.members.directory import Entry, MemberModel
from practice.ui.members.form import MemberForm
from practice.ui.members.page import MembersPage
from practice.ui.members.plan import Goals
from practice.ui.today.waiting import NotesToFinish
from practice.ui.widgets.choices import Choice
from practice.ui.workspace import Workspace
from tests.build import a_full_group, a_group, some_members
from tests.conftest import Clock, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]
HOSTILE = (
    "<b>&amp;</b> <img src='/etc/passwd'>",
    "'; DROP TABLE member; --",
    "محمد علي",
    "אבגד",
    "👩🏽‍🚀 Ada",
    "Zo\u0065\u0308",
    '10% _ * " NEAR',
)
REFUSED = ("", "   ", "a\x00b", "a\u202eb", "x" * 1_000)


def members_page(workspace: Workspace) -> MembersPage:
    workspace.go(Place.MEMBERS)
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    return page


def form_of(page: MembersPage) -> MemberForm:
    assert page.form is not None
    return page.form


def names(page: MembersPage) -> list[str]:
    return [entry.member.full_name for entry in page.list.members.entries]


def test_the_first_member_is_added_by_keyboard_alone(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    workspace = window()
    page = members_page(workspace)
    assert page.nothing.isVisible()
    qtbot.keyClick(workspace, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    form = form_of(page)
    assert form.fields["given_name"].widget.hasFocus()
    qtbot.keyClicks(form.fields["given_name"].widget, "Dana")
    qtbot.keyClick(form.fields["given_name"].widget, Qt.Key.Key_Return)
    assert [m.full_name for m in members.members()] == ["Dana"]
    assert names(page) == ["Dana"]
    assert page.profile.name.text() == "Dana"
    assert page.form is None


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_is_kept_and_shown_as_it_was_typed(
    opened: Opened, window: Window, name: str
) -> None:
    page = members_page(window())
    page.add_member()
    form = form_of(page)
    typed(form, "given_name", name)
    typed(form, "family_name", "Reyes")
    form.save()
    stored = members.members()[0]
    assert stored.given_name == name.replace("e\u0308", "ë")
    assert page.profile.name.text() == stored.full_name
    page.search.setText(name)
    assert names(page) == [stored.full_name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_cannot_be_kept_is_refused_beside_the_field(
    opened: Opened, window: Window, name: str
) -> None:
    page = members_page(window())
    page.add_member()
    form = form_of(page)
    typed(form, "given_name", name)
    form.save()
    assert form.fields["given_name"].error
    assert members.members() == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("31/02/1980", "There is no 31 February 1980"),
        ("2027-01-01", "between 1900 and today"),
        ("1/1/80", "can’t be read as a date"),
        ("1850-01-01", "between 1900 and today"),
    ],
)
def test_a_birth_date_that_cannot_be_is_refused_beside_the_field(
    opened: Opened, window: Window, day: str, words: str
) -> None:
    page = members_page(window())
    page.add_member()
    form = form_of(page)
    typed(form, "given_name", "Dana")
    typed(form, "birth_date", day)
    form.save()
    assert words in form.fields["birth_date"].error
    assert members.members() == []


def test_every_field_is_kept_and_can_be_changed(opened: Opened, window: Window) -> None:
    words = {
        "given_name": "Dana",
        "family_name": "Reyes",
        "preferred_name": "Dee",
        "pronouns": "they/them",
        "birth_date": "5 Mar 1980",
        "sex": "X",
        "address": "4 Elm St\nAlbany",
        "phone": "518-555-0101",
        "email": "d@example.org",
        "emergency_name": "Kim",
        "emergency_phone": "518-555-0102",
        "location": "Home, Albany",
        "consent_on": "2026-01-05",
        "payer": "Northlight",
        "payer_member_id": "NL1",
    }
    page = members_page(window())
    page.add_member()
    for key, value in words.items():
        typed(form_of(page), key, value)
    zone = form_of(page).fields["time_zone"].editor
    assert isinstance(zone, Choice)
    zone.set_value("America/Denver")
    form_of(page).save()
    row = members.members()[0]
    assert row.time_zone == "America/Denver"
    assert (row.birth_date, row.consent_on) == (date(1980, 3, 5), date(2026, 1, 5))
    dates = {"birth_date", "consent_on"}
    assert {k: getattr(row, k) for k in words if k not in dates} == {
        k: v for k, v in words.items() if k not in dates
    }
    page.edit_member()
    assert form_of(page).details() == MemberDetails(
        **{k: v for k, v in vars(row).items() if k not in ("id", "code", "archived")}
    )
    typed(form_of(page), "phone", "1")
    form_of(page).save()
    assert members.member(row.id).phone == "1"
    assert "1" in said(page.profile.record)


def test_someone_much_alike_is_asked_about_and_not_forbidden(
    opened: Opened, window: Window
) -> None:
    some_members(1)
    page = members_page(window())
    page.add_member()
    form = form_of(page)
    for key, words in (("given_name", "Reyes"), ("family_name", "Danna")):
        typed(form, key, words)
    assert not form.alike.isVisible()
    typed(form, "birth_date", "5 Mar 1980")
    assert "Dana Reyes (M-0001), born 5 Mar 1980, is already on record" in form.alike.text()
    form.save()
    assert len(members.members()) == 2


def test_the_page_of_someone_alike_is_one_press_away(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    page = members_page(window())
    page.add_member()
    for key, words in (("given_name", "Dana"), ("family_name", "Reyes")):
        typed(form_of(page), key, words)
    typed(form_of(page), "birth_date", "5 Mar 1980")
    button(form_of(page), "Show them").click()
    assert page.form is None
    assert page.profile.member is not None
    assert page.profile.member.id == dana


def test_members_seen_last_come_first_and_the_search_has_the_keyboard(
    opened: Opened, window: Window, clock_at: Clock, qtbot: QtBot
) -> None:
    ids = some_members(4)
    group_id = a_group(opened.user_id)
    roster.join(group_id, ids[3], date(2026, 1, 6))
    clock_at.to("18:00")
    sessions.start(schedule.on_day(date(2026, 11, 17))[0].id)
    page = members_page(window())
    assert page.search.hasFocus()
    assert names(page) == ["Tom Brandt", "Aya Kobayashi", "Luis Moreau", "Dana Reyes"]
    qtbot.keyClicks(page.search, "lu mo")
    assert names(page) == ["Luis Moreau"]
    qtbot.keyClick(page.search, Qt.Key.Key_Return)
    assert page.profile.name.text() == "Luis Moreau"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.list.hasFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert page.search.hasFocus()
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    qtbot.keyClick(page.search, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.profile.name.text() == "Dana Reyes"


def test_someone_archived_leaves_the_list_and_comes_back_by_undo(
    opened: Opened, window: Window
) -> None:
    (dana,) = some_members(1)
    workspace = window()
    page = members_page(workspace)
    page.show_item(dana)
    page.profile.archive.click()
    assert names(page) == []
    assert page.profile.former.isVisible()
    workspace.undo_bar.button.click()
    assert names(page) == ["Dana Reyes"]
    assert not page.profile.former.isVisible()


def test_a_member_joins_leaves_and_rejoins_from_here(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    a_group(opened.user_id)
    page = members_page(window())
    page.show_item(dana)
    groups = page.profile.belonging
    for first, last in (("2026-01-06", "2026-03-03"), ("2026-11-17", "")):
        groups.add_button.click()
        assert groups.form is not None
        typed(groups.form, "first_day", first)
        groups.form.save()
        if last:
            button(groups, "Leave Tuesday Recovery Skills").click()
            typed(groups.form, "last_day", last)
            groups.form.save()
    assert [w for w in said(groups) if "2026" in w] == [
        "6 Jan 2026 – 3 Mar 2026",
        "since 17 Nov 2026",
    ]


def test_joining_twice_is_refused_in_words(opened: Opened, window: Window) -> None:
    _, (dana,), _ = a_full_group(opened.user_id, 1)
    page = members_page(window())
    page.show_item(dana)
    groups = page.profile.belonging
    groups.add_button.click()
    assert groups.form is not None
    groups.form.save()
    assert "already in the group" in groups.form.fields["group"].error
    button(groups, "Leave Tuesday Recovery Skills").click()
    typed(groups.form, "last_day", "2026-01-01")
    groups.form.save()
    assert "The last day is before the first day" in groups.form.fields["last_day"].error


def section(page: MembersPage, kind: type[Diagnoses] | type[Goals]) -> Diagnoses | Goals:
    found = page.profile.findChild(kind)
    assert found is not None
    return found


def test_a_wrong_code_is_refused_beside_the_field_and_a_right_one_put_in_form(
    opened: Opened, window: Window
) -> None:
    (dana,) = some_members(1)
    page = members_page(window())
    page.show_item(dana)
    listed = section(page, Diagnoses)
    for code, words in (("f1020", "Alcohol dependence"), ("F41.1", "Anxiety")):
        listed.add_button.click()
        assert listed.form is not None
        typed(listed.form, "words", words)
        typed(listed.form, "code", "1F.2")
        listed.form.save()
        assert "An ICD-10-CM code is a letter" in listed.form.fields["code"].error
        typed(listed.form, "code", code)
        listed.form.save()
    assert [(d.code, d.position) for d in diagnoses.of_member(dana)] == [
        ("F10.20", 1),
        ("F41.1", 2),
    ]
    button(listed, "Edit F41.1").click()
    assert listed.form is not None
    listed.form.fields["principal"].set_value(True)
    listed.form.save()
    assert [(d.code, d.position) for d in diagnoses.of_member(dana)] == [
        ("F41.1", 1),
        ("F10.20", 2),
    ]
    assert said(listed).count("Principal") == 1


def test_a_goal_that_is_met_ends_today_unless_another_day_is_typed(
    opened: Opened, window: Window
) -> None:
    (dana,) = some_members(1)
    page = members_page(window())
    page.show_item(dana)
    goals = section(page, Goals)
    goals.add_button.click()
    assert goals.form is not None
    typed(goals.form, "words", "Name two early signs")
    goals.form.save()
    button(goals, "Edit the goal: Name two early signs").click()
    goals.form.fields["status"].set_value(GoalStatus.MET)
    goals.form.save()
    (goal,) = plans.goals(dana)
    assert (goal.status, goal.closed_on) == (GoalStatus.MET, date(2026, 11, 17))
    assert "Met" in said(goals)


def test_a_change_elsewhere_leaves_the_words_being_typed(opened: Opened, window: Window) -> None:
    dana, luis = some_members(2)
    page = members_page(window())
    page.show_item(dana)
    goals = section(page, Goals)
    goals.add_button.click()
    assert goals.form is not None
    typed(goals.form, "words", "Half a thought")
    archiving.archive(luis)
    assert goals.form is not None
    assert goals.form.fields["words"].value() == "Half a thought"


def test_attendance_is_told_with_what_it_is_counted_of(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    _, (dana,), session_id = a_full_group(opened.user_id, 1)
    clock_at.advance(days=1)
    calling_off.cancel(session_id)
    page = members_page(window())
    page.show_item(dana)
    assert schedule.session(session_id).state is SessionState.CANCELLED
    words = "Attended no sessions. Not counted: 1 cancelled by practice."
    assert words in said(page.profile.attendance)
    assert summary([]) == "Attended no sessions."


def test_a_long_list_makes_no_widget_for_a_row(opened: Opened, window: Window) -> None:
    some_members(1)
    page = members_page(window())
    before = len(page.list.findChildren(QWidget))
    page.list.members.show_entries(list(page.list.members.entries) * 600)
    page.list.grab()
    assert page.list.model().rowCount() == 600
    assert len(page.list.findChildren(QWidget)) == before


def test_the_model_keeps_qts_rules(opened: Opened, qtmodeltester: ModelTester) -> None:
    some_members(3)
    model = MemberModel()
    model.show_entries([Entry(row, "In no group") for row in members.members()])
    qtmodeltester.check(model)
    model.show_entries([])
    assert model.row_of("nobody") == -1


def test_everything_that_takes_the_keyboard_has_a_name(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    _, ids, _ = a_full_group(opened.user_id, 2)
    clock_at.advance(seconds=timedelta(days=1).total_seconds())
    workspace = window()
    page = members_page(workspace)
    page.show_item(ids[0])
    page.profile.belonging.add_button.click()
    assert nameless(workspace) == []
    page.add_member()
    assert nameless(workspace) == []


def test_without_the_key_to_them_no_clinical_words_are_there(
    opened: Opened, window: Window
) -> None:
    _, ids, _ = a_full_group(opened.user_id, 1)
    plans.save_goal(ids[0], GoalDetails(words="A goal", started_on=date(2026, 1, 5)))
    store.close()
    office = opened.unlocked.file_keys()["office"]
    store.open_files(opened.folder, {"office": office}, opened.user_id)
    workspace = window()
    page = members_page(workspace)
    page.show_item(ids[0])
    assert page.profile.findChild(Goals) is None
    assert page.profile.findChild(Diagnoses) is None
    assert "A goal" not in said(workspace)
    to_finish = workspace.pages[Place.TODAY].findChild(NotesToFinish)
    assert isinstance(to_finish, NotesToFinish)
    assert not to_finish.rows()


def test_how_to_reach_someone_and_who_pays_are_asked_and_told(
    opened: Opened, window: Window
) -> None:
    page = members_page(window())
    page.add_member()
    form = form_of(page)
    typed(form, "given_name", "Noor")
    form.fields["may_call"].set_value(Answer.YES)
    form.fields["may_voicemail"].set_value(Answer.NO)
    typed(form, "contact_name", "Mrs Haddad")
    typed(form, "payer", "State plan")
    form.fields["payer_kind"].set_value(PayerKind.MEDICAID)
    form.save()
    told = said(page.profile)
    assert {"Call: yes. Leave voicemail: no.", "Mrs Haddad", "State plan · Medicaid"} <= set(told)


def test_a_waitlist_is_joined_and_left_on_the_members_page(opened: Opened, window: Window) -> None:
    group, (noor,) = a_group(opened.user_id), some_members(1)
    page = members_page(window())
    page.show_item(noor)
    button(page.profile, "Put on a waitlist").click()
    form = page.profile.belonging.form
    assert form is not None
    form.save()
    assert "number 1 on the waitlist" in said(page.profile)
    button(page.profile, "Take off the waitlist of Tuesday Recovery Skills").click()
    assert waitlist.of_group(group) == []
