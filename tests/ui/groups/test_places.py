"""Stories of places: who waits, who is offered what, who leaves and moves, which group fits."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date, datetime, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.desk import absence, groups, members, offers, roster, waitlist
from practice.desk.groups import GroupDetails
from practice.desk.members import MemberDetails
from practice.models.enums.groups import Intake, LeftBecause, OfferState, Orientation
from practice.models.enums.members import Answer
from practice.ui.context import Place
from practice.ui.groups.filter import Room
from practice.ui.groups.openings import OfferForm
from practice.ui.groups.page import NONE_FITS, GroupsPage
from practice.ui.members.joining import LeaveForm, MoveForm
from practice.ui.workspace import Workspace
from tests.build import a_full_group, a_group
from tests.conftest import Clock, Opened
from tests.ui.find import button, nameless, said, typed

Window = Callable[[], Workspace]
TODAY = date(2026, 11, 17)


def people(*names: str) -> list[str]:
    return [
        members.add(MemberDetails(given_name=name, phone="518-555-0144", may_text=Answer.NO))
        for name in names
    ]


def about(group_id: str, **what: Any) -> None:
    """Change something about a group."""
    row = groups.group(group_id)
    known = {f.name: getattr(row, f.name) for f in fields(GroupDetails)}
    groups.change(group_id, replace(GroupDetails(**known), **what))


def open_group(window: Window, group_id: str) -> GroupsPage:
    workspace = window()
    workspace.go(Place.GROUPS)
    page = workspace.pages[Place.GROUPS]
    assert isinstance(page, GroupsPage)
    page.open_group(group_id)
    return page


def line(group_id: str) -> list[str]:
    return [row.given_name for row in waitlist.of_group(group_id)]


def test_the_keyboard_stays_with_whom_it_moves(
    opened: Opened, window: Window, qtbot: QtBot
) -> None:
    group = a_group(opened.user_id)
    for member in people("Noor", "Pia", "Rui"):
        waitlist.put_on(group, member)
    page = open_group(window, group)
    up = button(page.detail.waitlist, "Move Rui up")
    up.setFocus()
    for _ in range(2):
        focus = page.window().focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Space)
    assert line(group) == ["Rui", "Noor", "Pia"]
    focus = page.window().focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Move Rui down"
    assert nameless(page) == []
    button(page.detail.waitlist, "Take Noor off the waitlist").click()
    assert line(group) == ["Rui", "Pia"]
    page.context.actions.undo()
    assert line(group) == ["Rui", "Noor", "Pia"]


@pytest.fixture
def freed(opened: Opened) -> str:
    """A full group with two who wait, and a seat cancelled for today."""
    group, ids, session = a_full_group(opened.user_id, 10)
    for member in people("Noor", "Pia"):
        waitlist.put_on(group, member)
    absence.record_notice(session, ids[0], datetime(2026, 11, 17, 11, 0))
    return group


@pytest.mark.parametrize(
    ("answer", "state", "following"),
    [
        ("Decline for Noor", OfferState.DECLINED, "Offer to Pia"),
        ("Close unanswered: Noor", OfferState.EXPIRED, "Offer to Pia"),
        ("Withdraw the offer to Noor", OfferState.WITHDRAWN, "Offer to Noor"),
    ],
)
def test_what_is_not_taken_goes_to_the_next(
    freed: str, window: Window, answer: str, state: OfferState, following: str
) -> None:
    page = open_group(window, freed)
    card = page.detail.openings
    button(card, "Offer to Noor").click()
    assert isinstance(card.form, OfferForm)
    assert card.form.reach.text() == "Ask for Noor · 518-555-0144 · Text: no."
    card.form.save()
    button(card, answer).click()
    assert [row.state for row in offers.history(freed)] == [state]
    assert {"Noor", "seat today, 18:00"} <= set(said(page.detail.answered))
    assert button(card, following).isEnabled()


def test_when_everybody_was_asked_a_person_decides_anew(freed: str, window: Window) -> None:
    card = open_group(window, freed).detail.openings
    for name in ("Noor", "Pia"):
        button(card, f"Offer to {name}").click()
        assert card.form is not None
        card.form.save()
        button(card, f"Decline for {name}").click()
    assert "everybody who waits was asked" in said(card)
    button(card, "Offer again").click()
    assert isinstance(card.form, OfferForm)


def test_an_offer_runs_out_in_words_alone(freed: str, window: Window, clock_at: Clock) -> None:
    page = open_group(window, freed)
    button(page.detail.openings, "Offer to Noor").click()
    form = page.detail.openings.form
    assert form is not None
    typed(form, "until", "17:49")
    form.save()
    assert "has passed" in form.fields["until"].error
    typed(form, "until", "17:55")
    form.save()
    clock_at.to("17:56")
    page.load()
    assert "seat today, 18:00 · the time to answer is over" in said(page.detail.openings)
    button(page.detail.openings, "Accept for Noor").click()
    assert [row.state for row in offers.history(freed)] == [OfferState.ACCEPTED]


def test_leaving_asks_why_and_moving_is_one_step(opened: Opened, window: Window) -> None:
    group, _, _ = a_full_group(opened.user_id, 2)
    other = a_group(opened.user_id, name="Morning Skills", at=time(9))
    page = open_group(window, group)
    names = [row.full_name for row in roster.on_day(group, TODAY)]
    button(page.detail.roster, f"{names[0]} leaves the group").click()
    form = page.detail.roster.form
    assert isinstance(form, LeaveForm)
    typed(form, "last_day", "16 Nov 2026")
    form.fields["because"].set_value(LeftBecause.TRANSPORT)
    typed(form, "words", "No bus in the evening")
    form.save()
    assert "6 Jan 2026 – 16 Nov 2026 · Getting here · No bus in the evening" in said(
        page.detail.earlier
    )
    button(page.detail.roster, f"Move {names[1]} to another group").click()
    moving = page.detail.roster.form
    assert isinstance(moving, MoveForm)
    typed(moving, "first_day", "24 Nov 2026")
    moving.save()
    assert [row.full_name for row in roster.on_day(other, date(2026, 11, 24))] == [names[1]]
    page.context.actions.undo()
    assert roster.on_day(other, date(2026, 11, 24)) == []


def test_a_closed_group_asks_a_clinician_why(opened: Opened, window: Window) -> None:
    group, (noor,) = a_group(opened.user_id), people("Noor")
    about(group, intake=Intake.CLOSED)
    page = open_group(window, group)
    page.detail.roster.add_button.click()
    form = page.detail.roster.form
    assert form is not None
    form.fields["member"].set_value(noor)
    assert form.fields["admitted_because"].isVisible()
    form.save()
    assert "closed and has begun" in form.fields["member"].error
    typed(form, "admitted_because", "Was away for the first week")
    form.save()
    assert roster.stretches_of(noor)[0].admitted_because == "Was away for the first week"


def test_only_groups_that_fit_are_shown(opened: Opened, window: Window) -> None:
    women, mixed = a_group(opened.user_id), a_group(opened.user_id, name="Mixed", at=time(9))
    about(women, audience="Women", orientation=Orientation.ABSTINENCE, intake=Intake.CLOSED)
    workspace = window()
    workspace.go(Place.GROUPS)
    page = workspace.pages[Place.GROUPS]
    assert isinstance(page, GroupsPage)
    shown = page.filter
    assert "Women · Abstinence · Closed" in said(page)

    def left(
        audience: str = "", towards: Orientation = Orientation.EITHER, room: Room = Room.ANY
    ) -> set[str]:
        shown.audience.set_value(audience)
        shown.orientation.set_value(towards)
        shown.room.set_value(room)
        shown.changed.emit()
        return set(page.cards)

    assert left() == {women, mixed}
    assert left(audience="Women") == {women}
    assert left(towards=Orientation.HARM_REDUCTION) == {mixed}
    assert left(towards=Orientation.ABSTINENCE) == {women, mixed}
    assert left(room=Room.FREE) == {mixed}
    assert left(room=Room.CLOSED) == {women}
    assert left(audience="Women", room=Room.OPEN) == set()
    assert NONE_FITS in said(page)


def test_the_form_keeps_for_whom_a_group_is(opened: Opened, window: Window) -> None:
    page = open_group(window, a_group(opened.user_id))
    page.edit_group()
    form = page.form
    assert form is not None
    form.fields["audience"].set_value("Parents of teenagers")
    form.fields["orientation"].set_value(Orientation.HARM_REDUCTION)
    form.save()
    (row,) = groups.groups()
    assert (row.audience, row.orientation) == ("Parents of teenagers", Orientation.HARM_REDUCTION)
    assert "Parents of teenagers · Harm reduction" in said(page.detail)


def test_words_that_cannot_be_stored_stand_beside_the_audience(
    opened: Opened, window: Window
) -> None:
    page = open_group(window, a_group(opened.user_id))
    page.edit_group()
    form = page.form
    assert form is not None
    for hostile in ("a\x00b", "x" * 1_000):
        form.fields["audience"].set_value(hostile)
        form.save()
        assert form.fields["audience"].error
    assert groups.groups()[0].audience == ""
