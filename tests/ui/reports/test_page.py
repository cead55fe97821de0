"""The page as a thing to work with: keys, order, what is missing, the lane beside it."""

from collections.abc import Iterator

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from practice.care import issued
from practice.desk import members
from practice.reports.progress import Section
from practice.reports.release import Remedy
from practice.ui.background import Lane
from practice.ui.context import Context, Place
from practice.ui.preview.drafting import Draft, Drafter
from practice.ui.reports.page import ReportsPage
from practice.ui.reports.periods import Quick
from tests.conftest import Clock, Opened
from tests.ui.reports.conftest import APRIL, Desk, words


def named(widget: QWidget | None) -> str:
    """What a screen reader calls it; words on a button are its name."""
    if isinstance(widget, QPushButton):
        return widget.accessibleName() or widget.text()
    return widget.accessibleName() if widget else ""


def test_tab_goes_down_the_form_and_everything_says_its_name(desk: Desk) -> None:
    desk.choose("dana")
    desk.press("Ctrl+S")
    met = [named(desk.app.focusWidget())]
    while len(met) < 60:
        QTest.keyClick(desk.app.focusWidget() or desk.page, Qt.Key.Key_Tab)
        met.append(named(desk.app.focusWidget()))
        if met[-1] == met[0]:
            break
    assert all(met), met
    in_order = [
        "Member",
        "From",
        "To",
        "Period: 30 days",
        "Recipient",
        "Recipient’s address",
        "Attendance",
        "Text of signed notes",
        "Clinical summary",
        "Requested frequency for the next period",
        "Open what left on 2 Apr 2026, 09:00",
        "Print again… what left on 2 Apr 2026, 09:00",
        "Zoom out (Ctrl and -)",
    ]
    places = [met.index(name) for name in in_order]
    assert places == sorted(places), met


def test_arrows_choose_among_those_found(desk: Desk) -> None:
    line = desk.page.form.picker.line
    QTest.keyClicks(line, "e")
    assert len(desk.page.form.picker.rows()) == 2
    assert "Luis Moreau" in line.accessibleDescription()
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    desk.look()
    assert "Dana Reyes" in desk.shown
    QTest.keyClicks(line, "zzz")
    assert desk.page.form.picker.about.text() == "Nobody has this name or code."
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "Dana Reyes"


@pytest.mark.parametrize(
    ("quick", "expected"),
    [
        (Quick.LAST_QUARTER, "1 Jan 2026 – 31 Mar 2026"),
        (Quick.SINCE_JOINING, "6 Jan 2026 – 2 Apr 2026"),
    ],
)
def test_a_period_with_one_key(desk: Desk, quick: Quick, expected: str) -> None:
    desk.choose("dana")
    desk.tick(desk.page.form.quick[quick])
    desk.look()
    assert expected in desk.shown


def test_what_is_missing_leads_to_where_it_is_closed(desk: Desk) -> None:
    went: list[tuple[Place, str]] = []
    desk.page.context.go.connect(lambda place, item: went.append((place, item)))
    someone = members.add(members.MemberDetails(given_name="Nuria", payer_member_id="X1"))
    desk.choose("nuria")
    assert "The birth date is not on record." in desk.page.gaps.words()
    desk.page.gaps.remedy.emit(Remedy.MEMBER)
    assert went == [(Place.MEMBERS, someone)]
    row = members.member(someone)
    details = {f: getattr(row, f) for f in members.MemberDetails.__dataclass_fields__}
    members.change(someone, members.MemberDetails(**{**details, "birth_date": APRIL.date()}))
    assert "The birth date is not on record." not in desk.page.gaps.words()


def test_nobody_identifiable_is_not_issued(desk: Desk) -> None:
    someone = members.add(members.MemberDetails(given_name="Nuria"))
    desk.page.show_item(someone)
    desk.look()
    desk.press("Ctrl+S")
    assert issued.of_member(someone) == []
    assert "Neither birth date nor member ID" in desk.page.form.member.error


def test_printing_again_from_the_list(desk: Desk) -> None:
    desk.choose("dana")
    desk.press("Ctrl+S")
    desk.tick(desk.page.form.ticks[Section.GOALS])
    desk.look()
    desk.page.issues.again.emit(issued.of_member(desk.member)[0])
    printed = desk.outside.printed
    path = desk.outside.path
    assert printed is not None
    assert path is not None
    assert len(PdfReader(printed).pages) == len(PdfReader(path).pages)
    assert len(issued.of_member(desk.member)) == 1


@pytest.fixture
def real_lane() -> Iterator[Lane]:
    lane = Lane()
    yield lane
    lane.close()


def test_on_the_real_lane_the_newest_draft_is_shown(
    qapp: QApplication, qtbot: QtBot, opened: Opened, clock_at: Clock, real_lane: Lane
) -> None:
    clock_at.set(APRIL)
    context = Context(opened.vault, opened.unlocked, real_lane, demo=False)
    page = ReportsPage(context)
    qtbot.addWidget(page)
    page.show()
    dana = next(m.id for m in members.members() if m.given_name == "Dana")
    page.show_item(dana)
    for text in ("First words.", "Second words.", "Third words."):
        page.form.texts.editors[Section.PLAN].setPlainText(text)
        page.drafter.wanted.emit()
    qtbot.waitUntil(lambda: "Third words." in words(page.pane.pdf))
    page.form.texts.editors[Section.PLAN].setPlainText("Too late.")
    page.drafter.wanted.emit()
    context.actions.close()


def test_a_draft_that_comes_after_the_page_is_gone_is_dropped(
    qapp: QApplication, real_lane: Lane
) -> None:
    owner = QWidget()
    drafter = Drafter(real_lane, owner)
    got: list[object] = []
    drafter.ready.connect(lambda *what: got.append(what))
    drafter.make(lambda: Draft(lambda: b"%PDF", "out.pdf", len))
    owner.deleteLater()
    qapp.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)
    real_lane.close()
    qapp.processEvents()
    assert got == []
