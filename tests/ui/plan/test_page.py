"""A plan is written, read by its reviewer, signed and printed through its real page."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from practice.care import issued, notes, plan_content, plans, signing
from practice.care.plans import ObjectiveDetails, PlanDates, ProblemDetails
from practice.desk.practice import practice, today
from practice.models.enums.plans import GoalStatus, Progress
from practice.ui.context import Place
from practice.ui.entry import EntryForm
from practice.ui.members.page import MembersPage
from practice.ui.members.plan import OPEN
from practice.ui.plan.page import PlanPage
from practice.ui.preview import dialogs
from practice.ui.settings.page import SettingsPage
from practice.ui.signing_card import WRONG
from practice.ui.workspace import Workspace
from tests.build import a_full_group, some_members
from tests.care.story import give_goals, run_group
from tests.conftest import PASSPHRASE, Clock, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]


def plan_page(workspace: Workspace, member: str) -> PlanPage:
    workspace.go(Place.PLAN, member)
    page = workspace.pages[Place.PLAN]
    assert isinstance(page, PlanPage)
    return page


def fill(part: QWidget, save: str, **words: str) -> EntryForm:
    """Fill the open form in and save it."""
    form = next(f for f in part.findChildren(EntryForm) if f.isVisible())
    for key, value in words.items():
        typed(form, key, value)
    button(form, save).click()
    return form


def sign(page: PlanPage, passphrase: str = PASSPHRASE) -> None:
    page.sign.click()
    page.card.secret.setText(passphrase)
    page.card.confirm()


def test_from_a_members_page_to_a_signed_plan(opened: Opened, window: Window) -> None:
    dana, _ = some_members(2)
    workspace = window()
    workspace.go(Place.MEMBERS, dana)
    button(workspace.pages[Place.MEMBERS], OPEN).click()
    page = workspace.pages[Place.PLAN]
    assert isinstance(page, PlanPage)
    assert "Treatment plan of Dana Reyes" in said(page)
    assert not page.sign.isEnabled()
    button(page, "Add a problem").click()
    fill(page, "Save the problem", words="Drinks on five evenings")
    (section,) = page.sections.values()
    section.add_button.click()
    fill(section, "Save the goal", words="Stay dry through the week", target_on="2026-12-31")
    button(section, "Add an objective to: Stay dry through the week").click()
    fill(section, "Save the objective", words="12 weeks", target_on="2026-12-01")
    button(section, "Add an intervention to: Stay dry through the week").click()
    fill(section, "Save the intervention", words="Group", frequency="weekly")
    assert plans.interventions(dana)[0].responsible == "Maria Lopez, LCSW"
    told = said(page.missing)
    assert "No diagnosis holds now" in told
    assert "Not talked through with the member yet" in told
    button(page, "Put right: Not talked through with the member yet").click()
    fill(page.version, "Save the dates", agreed_on="2026-11-17")
    assert "Not talked through with the member yet" not in said(page.missing)
    sign(page, "not my passphrase at all")
    assert page.card.said.text() == WRONG
    sign(page)
    (plan,) = plans.versions(dana)
    assert plan.signed
    assert not page.sign.isEnabled()
    assert "Signed by Maria Lopez, LCSW, 17 Nov 2026, 17:50" in said(page)
    assert page.missing.isHidden()
    goal = plan_content.of_plan(plan).goals[0]
    assert (goal.goal.words, goal.objectives[0].words) == ("Stay dry through the week", "12 weeks")


def test_a_change_after_the_signature_begins_the_next_version_and_undo_takes_it_back(
    opened: Opened, window: Window
) -> None:
    (dana,) = some_members(1)
    give_goals(dana, 1)
    page = plan_page(window(), dana)
    sign(page)
    assert page.context.actions.last is None or "plan" not in page.context.actions.last.rows
    button(page, "Edit the goal: Notice urges and wait ten minutes").click()
    fill(page, "Save the goal", words="Wait twenty minutes")
    assert [(plan.version, plan.signed) for plan in plans.versions(dana)] == [(2, False), (1, True)]
    page.context.actions.undo()
    assert [plan.version for plan in plans.versions(dana)] == [1]
    assert plans.goals(dana)[0].words == "Notice urges and wait ten minutes"
    button(page, "Begin version 2").click()
    assert [plan.version for plan in plans.versions(dana)] == [2, 1]


def test_a_part_is_taken_out_or_it_is_said_why_not(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    plans.save_problem(dana, ProblemDetails(words="A slip"))
    give_goals(dana, 1)
    page = plan_page(window(), dana)
    button(page, "Edit the problem: A slip").click()
    button(page, "Take out").click()
    assert plans.problems(dana) == []
    assert list(page.sections) == [""]
    sign(page)
    button(page, "Edit the goal: Notice urges and wait ten minutes").click()
    button(page, "Take out").click()
    form = page.sections[""].form
    assert form is not None
    assert "signed version" in form.banner.text()


def test_the_thread_of_a_goal_leads_to_its_notes(
    opened: Opened, window: Window, clock_at: Clock, qtbot: QtBot
) -> None:
    story = run_group(clock_at, opened.user_id)
    member = story.members[0]
    notes.prepare(story.session)
    note = next(n for n in notes.of_session(story.session) if n.member_id == member)
    first, second = plans.goals(member)
    notes.set_progress(note.id, second.id, Progress.BACK)
    signing.sign(story.session, [note.id], opened.vault.confirm(opened.user_id, PASSPHRASE))
    workspace = window()
    page = plan_page(workspace, member)
    assert first.words in said(page.worked)
    assert "Worked on in 0 of 1 signed note." in said(page.worked)
    button(page, f"Show the sessions that worked on: {second.words}").click()
    told = said(page.worked)
    assert "Worked on in 1 of 1 signed note: setback in 1." in told
    assert any("payday as the first cue" in line for line in told)
    assert "Setback" in told
    with qtbot.waitSignal(page.context.wrap_up) as asked:
        button(page.worked, "Read the note of Today, 18:00, Tuesday Recovery Skills").click()
    assert asked.args == [story.session]


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    path = tmp_path / "plan.pdf"
    monkeypatch.setattr(dialogs, "ask_path", lambda _parent, _name: path)
    return path


def test_a_version_is_looked_at_and_leaves_as_shown(
    opened: Opened, window: Window, qtbot: QtBot, saved: Path
) -> None:
    (dana,) = some_members(1)
    give_goals(dana, 1)
    page = plan_page(window(), dana)
    sign(page)
    plans.begin(dana)
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert page.paper.isVisible()
    assert page.paper.pane.mark.text() == "Draft, not signed"
    page.look.click()
    assert not page.paper.isVisible()
    button(page, "Read version 1").click()
    assert page.paper.pane.mark.text() == "Version 1"
    plans.save_problem(dana, ProblemDetails(words="Added meanwhile"))
    assert page.paper.pane.mark.text() == "Version 1"
    page.paper.save.click()
    (issue,) = issued.of_member(dana)
    assert (issue.kind, issue.title) == ("Treatment plan", "Version 1")
    assert issue.sha256 == hashlib.sha256(saved.read_bytes()).hexdigest()
    written = "".join(page.extract_text() for page in PdfReader(BytesIO(saved.read_bytes())).pages)
    assert "Notice urges and wait ten minutes" in written


def test_a_plan_that_names_another_member_leaves_nowhere(
    opened: Opened, window: Window, saved: Path
) -> None:
    _, ids, _ = a_full_group(opened.user_id, 2)
    give_goals(ids[0], 1)
    plans.save_objective(plans.goals(ids[0])[0].id, ObjectiveDetails(words="Call Luis Moreau"))
    workspace = window()
    page = plan_page(workspace, ids[0])
    page.sign.click()
    assert page.card.isHidden()
    assert "Luis Moreau" in workspace.said.text()
    page.look.click()
    page.paper.save.click()
    assert not saved.exists()
    assert issued.of_member(ids[0]) == []
    assert "another member" in workspace.said.text()


def test_reviews_stand_on_today_and_lead_to_the_plan(
    opened: Opened, window: Window, clock_at: Clock
) -> None:
    (dana,) = some_members(1)
    give_goals(dana, 1)
    plans.save_dates(dana, PlanDates(starts_on=today(), review_on=today() + timedelta(days=2)))
    workspace = window()
    workspace.go(Place.TODAY)
    told = said(workspace.pages[Place.TODAY])
    assert "Plans to review" in told
    assert "Version 1 · due in 2 days" in told
    button(workspace.pages[Place.TODAY], "Open the plan of Dana Reyes").click()
    assert workspace.place is Place.PLAN
    workspace.go(Place.MEMBERS, dana)
    assert "Review on 19 Nov 2026, due in 2 days" in said(workspace.pages[Place.MEMBERS])
    sign(plan_page(workspace, dana))
    plans.begin(dana)
    assert "15 Feb 2027; version 1 due in 2 days" in said(workspace.pages[Place.PLAN])


def test_the_usual_review_is_set_in_settings(opened: Opened, window: Window) -> None:
    workspace = window()
    workspace.go(Place.SETTINGS)
    page = workspace.pages[Place.SETTINGS]
    assert isinstance(page, SettingsPage)
    page.review.days.set_value(180)
    page.review.days.activated.emit(0)
    assert practice().review_days == 180


def test_an_open_form_survives_what_changes_beside_it(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    give_goals(dana, 1)
    page = plan_page(window(), dana)
    section = page.sections[""]
    section.ask_objective(plans.goals(dana)[0].id, None)
    assert section.form is not None
    typed(section.form, "words", "Half a thought")
    goal = plans.goals(dana)[0]
    plans.save_goal(dana, replace(goal, status=GoalStatus.MET), goal.id)
    assert section.form is not None
    assert section.form.fields["words"].value() == "Half a thought"


def test_another_member_starts_with_nothing_half_done(opened: Opened, window: Window) -> None:
    dana, luis = some_members(2)
    for member in (dana, luis):
        give_goals(member, 1)
    workspace = window()
    page = plan_page(workspace, dana)
    page.sections[""].ask_goal(None)
    page.sign.click()
    page.card.secret.setText("half a pass")
    plan_page(workspace, luis)
    assert page.card.isHidden()
    assert page.card.secret.text() == ""
    assert page.sections[""].form is None
    assert page.sections[""].rows()


def test_a_page_nobody_chose_anyone_for_says_where_plans_are(
    opened: Opened, window: Window
) -> None:
    workspace = window()
    workspace.go(Place.PLAN)
    page = workspace.pages[Place.PLAN]
    assert any("opened from its member" in words for words in said(page))


def test_everything_that_takes_the_keyboard_has_a_name(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    plans.save_problem(dana, ProblemDetails(words="Cannot sleep"))
    give_goals(dana, 1)
    workspace = window()
    page = plan_page(workspace, dana)
    for section in page.sections.values():
        section.ask_goal(None)
    page.ask_problem()
    page.ask_signature()
    assert nameless(workspace) == []


def test_the_members_page_tells_the_version(opened: Opened, window: Window) -> None:
    (dana,) = some_members(1)
    workspace = window()
    workspace.go(Place.MEMBERS, dana)
    page = workspace.pages[Place.MEMBERS]
    assert isinstance(page, MembersPage)
    assert "No plan yet" in said(page)
    give_goals(dana, 1)
    assert "Version 1" in said(page)
    assert "Review on 15 Feb 2027" in said(page)
