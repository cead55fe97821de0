"""Whatever is typed or pasted: it is stored and printed as it is, or refused in words beside it.

Nothing crashes the program, and nothing typed is lost: what was refused still stands in its field.
"""

import unicodedata
from collections.abc import Callable, Iterator
from datetime import time
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from practice.care import diagnoses, live, notes, plans, signing
from practice.desk import attendance, groups, members, segments, sessions
from practice.desk.members import MemberDetails
from practice.reports.progress import Section
from practice.ui.background import InlineLane
from practice.ui.context import Context, Place
from practice.ui.entry import EntryForm
from practice.ui.groups.page import GroupsPage
from practice.ui.live.window import LiveWindow
from practice.ui.members.page import MembersPage
from practice.ui.notes.page import NotesPage
from practice.ui.notes.view import WrapUpView
from practice.ui.page import Page
from practice.ui.preview import dialogs
from practice.ui.reports.page import ReportsPage
from practice.ui.theme import Scheme, apply
from practice.ui.tour.before import open_form
from practice.ui.tour.guide import click, press
from practice.ui.tour.record import settle
from practice.ui.widgets.inputs import LineInput, TextInput
from practice.ui.workspace import Workspace
from practice.vault.confirmation import Confirmation
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, Clock, Opened

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.qt_log_ignore("raise", extend=True),
]

PRINTABLE = {
    "right to left": "שלום יעל and مرحبا",
    "combining": "Zoe\u0308 Nguye\u0302\u0303n Ελένη Борис 王小明 ひろし 김 देव สม",
    "markup": "<b>&amp; & </b> <i>",
    "image": "<img src='http://x.example/y.png'><script>x</script>",
    "operators": '\' OR 1=1 --; DROP TABLE member; % _ * NEAR( "x" AND -y {z} %s \\n',
}
STRANGE = {
    "emoji": "Sam 😀 👩‍👩‍👧 🏳️‍🌈",
    "nul": "before\0after",
    "override": "safe\u202eevil",
    "many accents": "e" + "\u0301" * 200,
    "huge": "long words " * 1_000_000,
}
EVERYTHING = {**PRINTABLE, **STRANGE}
by_kind = pytest.mark.parametrize("words", EVERYTHING.values(), ids=EVERYTHING.keys())


class Desk:
    """The main window on a practice with one group of three, and a clipboard."""

    def __init__(self, window: Workspace, ids: list[str], session: str) -> None:
        self.window, self.ids, self.session = window, ids, session

    @property
    def context(self) -> Context:
        return self.window.context

    def page(self, place: Place) -> Page:
        self.window.go(place)
        settle()
        return self.window.pages[place]


@pytest.fixture
def desk(
    opened: Opened,
    clock_at: Clock,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Desk]:
    monkeypatch.setattr(dialogs, "ask_path", lambda _parent, name: tmp_path / name)
    apply(_app(), Scheme.LIGHT)
    _, ids, session = a_full_group(opened.user_id, 3)
    context = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    window = Workspace(context)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    yield Desk(window, ids, session)
    context.actions.close()


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def paste(widget: QWidget, words: str) -> str:
    """Paste in the place of what stands there; returns what stands there then."""
    widget.setFocus()
    held = QMimeData()
    held.setText(words)
    _app().clipboard().setMimeData(held)
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    widget.selectAll()
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    return shown(widget)


def shown(widget: QWidget) -> str:
    assert isinstance(widget, QLineEdit | QPlainTextEdit)
    return widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()


def as_stored(words: str) -> str:
    """What may be done to words on their way: accents composed, spaces made single at the ends."""
    return " ".join(unicodedata.normalize("NFC", words).split())


def flat(words: str) -> str:
    return " ".join(words.split())


def stored(row: object, wanted: dict[str, str]) -> dict[str, str]:
    return {key: flat(getattr(row, key)) for key in wanted}


def right(wanted: dict[str, str]) -> dict[str, str]:
    return {key: as_stored(words) for key, words in wanted.items()}


def nothing_is_markup(window: QWidget) -> None:
    """No label reads words as markup; the tips of widgets neither."""
    for label in window.findChildren(QLabel):
        if "<" in label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText, label.text()
    for widget in window.findChildren(QWidget):
        assert "<b>" not in widget.toolTip()
        assert "<img" not in widget.toolTip()


def fill(form: EntryForm, words: str, leave: tuple[str, ...] = ()) -> dict[str, str]:
    """Paste into every field for words; returns what then stands in each."""
    editors = {key: field.widget for key, field in form.fields.items() if key not in leave}
    texts = {k: w for k, w in editors.items() if isinstance(w, LineInput | TextInput)}
    for widget in texts.values():
        paste(widget, "before")
    return {key: paste(widget, words) for key, widget in texts.items()}


def save(form: EntryForm, stands: dict[str, str], is_saved: Callable[[], object]) -> dict[str, str]:
    """Save; fields that are refused say why, keep their words, and get safe ones instead.

    Returns what should be stored.
    """
    wanted = dict(stands)
    for _ in stands:
        form.save_button.click()
        settle()
        if is_saved():
            break
        wrong = [key for key, field in form.fields.items() if field.error]
        assert wrong, form.banner.text()
        for key in wrong:
            assert len(form.fields[key].error) > 10
            assert shown(form.fields[key].widget) == stands[key]
            wanted[key] = "F10.20" if key == "code" else "Safe"
            paste(form.fields[key].widget, wanted[key])
    else:
        form.save_button.click()
        settle()
    assert is_saved()
    return wanted


@by_kind
def test_a_member(desk: Desk, words: str) -> None:
    page = desk.page(Place.MEMBERS)
    assert isinstance(page, MembersPage)
    press(desk.window, "Ctrl+N")
    form = open_form(page, "given_name")
    before = {row.id for row in members.members()}
    wanted = save(form, fill(form, words), lambda: len(members.members()) > len(before))
    row = next(row for row in members.members() if row.id not in before)
    assert stored(row, wanted) == right(wanted)
    nothing_is_markup(desk.window)
    hits = members.search(row.given_name, members.members())
    assert row.id in {hit.id for hit in hits}
    assert "Dana" not in {hit.given_name for hit in hits}


@by_kind
def test_a_group(desk: Desk, words: str) -> None:
    page = desk.page(Place.GROUPS)
    assert isinstance(page, GroupsPage)
    page.add_group()
    form = page.form
    assert form is not None
    form.fields["time"].set_value(time(9, 0))
    form.fields["minutes"].set_value(60)
    before = {row.id for row in groups.groups()}
    wanted = save(
        form, fill(form, words, leave=("link", "keep_as")), lambda: len(groups.groups()) > 1
    )
    row = next(row for row in groups.groups() if row.id not in before)
    assert stored(row, wanted) == right(wanted)
    nothing_is_markup(desk.window)


@by_kind
def test_a_step_of_the_plan_and_a_link(desk: Desk, words: str) -> None:
    page = desk.page(Place.GROUPS)
    assert isinstance(page, GroupsPage)
    page.open_group(groups.groups()[0].id)
    page.edit_group()
    form = page.form
    assert form is not None
    step = form.plan.steps[0].name
    stood = paste(step, words) or "Check in"
    link = paste(form.fields["link"].widget, words)
    if link != words:  # refused whole, or without what can't be seen
        assert form.fields["link"].error or words not in EVERYTHING.values()
        return
    form.save_button.click()
    settle()
    assert page.form is form, "no such words are a link"
    assert form.fields["link"].error or form.fields["plan"].error
    assert (shown(step), shown(form.fields["link"].widget)) == (stood, link)
    paste(form.fields["link"].widget, "https://video.example.org/j/1")
    form.save_button.click()
    settle()
    if page.form is form:
        assert form.fields["plan"].error
        assert shown(step) == stood
    else:
        assert segments.of_group(groups.groups()[0].id)[0].name == as_stored(stood)


@by_kind
def test_diagnoses_and_goals(desk: Desk, words: str) -> None:
    page = desk.page(Place.MEMBERS)
    member = desk.ids[0]
    for button, key in (("Add a diagnosis", "code"), ("Add a goal", "words")):
        page.show_item(member)
        settle()
        click(page, button)
        form = open_form(page, key)
        read = diagnoses.of_member if key == "code" else plans.goals
        wanted = save(form, fill(form, words), partial(read, member))
        assert stored(read(member)[0], wanted) == right(wanted)
        nothing_is_markup(desk.window)


@by_kind
def test_a_line_of_the_live_session(desk: Desk, words: str, clock_at: Clock) -> None:
    clock_at.to("18:00")
    sessions.start(desk.session)
    window = LiveWindow(desk.context, desk.session)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    press(window, "1", "Enter")
    view = window.view
    assert view is not None
    editor = view.composer.editor
    stood = paste(editor, words)
    assert stood or view.said.text()
    window.autosave.flush()
    press(window, "Alt+2", "Alt+1")
    assert shown(editor) == stood
    press(window, "Enter")
    written = [line.text for line in live.lines(desk.session)]
    if written:
        assert flat(written[0]) == as_stored(words)
    elif stood:
        assert shown(editor) == stood
        assert view.said.text()
    nothing_is_markup(window)
    window.autosave.flush()
    view.shut()
    window.close()
    window.deleteLater()


def in_wrap_up(desk: Desk, clock_at: Clock) -> WrapUpView:
    """The first member's draft, after a session all three came to."""
    goal = plans.GoalDetails(words="<img src='x'> & <b>bold</b>", started_on=clock_at.now().date())
    for member in desk.ids:
        plans.save_goal(member, goal)
    clock_at.to("18:00")
    sessions.start(desk.session)
    attendance.mark_all_present(desk.session)
    attendance.confirm_usual_locations(desk.session)
    clock_at.to("19:00")
    sessions.stop(desk.session)
    notes.prepare(desk.session)
    page = desk.page(Place.NOTES)
    page.show_item(desk.session)
    settle()
    assert isinstance(page, NotesPage)
    assert page.view is not None
    press(desk.window, "Alt+1")
    return page.view


@by_kind
def test_notes_and_their_addenda(desk: Desk, words: str, clock_at: Clock) -> None:
    view = in_wrap_up(desk, clock_at)
    assert view.selected
    assert view.selected.note
    note_id = view.selected.note.id
    parts = (view.topic, view.text, *view.draft.parts.values())
    stand = [paste(part.editor, words) for part in parts]
    done = [part.commit() for part in parts]
    for part, stood, fine in zip(parts, stand, done, strict=True):
        if not fine:
            assert part._error.text()
            assert shown(part.editor) == stood
            paste(part.editor, "Safe")
            assert part.commit()
        elif not stood:
            paste(part.editor, "Safe")
            assert part.commit()
    note = next(n for n in notes.of_session(desk.session) if n.id == note_id)
    for name, part in view.draft.parts.items():
        assert flat(getattr(note, name)) == as_stored(shown(part.editor))
    nothing_is_markup(desk.window)
    for one in notes.of_session(desk.session):
        notes.save_part(one.id, "response", "Safe")
    signing.sign(desk.session, [note_id], Confirmation(desk.context.user_id))
    view.reload()
    panel = view.signed.addendum
    view.signed.begin_addendum()
    stood = paste(panel.editor, words)
    paste(panel.secret, PASSPHRASE)
    press(desk.window, "Enter")
    later = notes.addenda([note_id]).get(note_id, [])
    if later:
        assert flat(later[0].text) == as_stored(words)
    else:
        assert panel.said.text()
        assert shown(panel.editor) == stood
    nothing_is_markup(desk.window)


@by_kind
def test_a_report(desk: Desk, words: str) -> None:
    page = desk.page(Place.REPORTS)
    assert isinstance(page, ReportsPage)
    page.form.choose(desk.ids[0])
    summary = page.form.texts.editors[Section.SUMMARY]
    stands = [paste(w, words) for w in (page.form.recipient.widget, summary)]
    page.drafter.wanted.emit()
    settle()
    page.form.texts.autosave.flush()
    page.save.click()
    settle()
    if words in PRINTABLE.values():
        sheets = PdfReader(BytesIO(page.pane.pdf)).pages
        printed = "".join("".join(sheet.extract_text().split()) for sheet in sheets)
        assert all(word in printed for word in words.split() if word.isascii())
    else:
        errors = [*(field.error for field in page.form.fields.values()), page.said.text()]
        assert any(errors) or not any(stands), stands
    assert [shown(w) for w in (page.form.recipient.widget, summary)] == stands
    nothing_is_markup(desk.window)


def test_names_and_texts_of_hostile_words_print_right(desk: Desk, clock_at: Clock) -> None:
    hostile = MemberDetails(
        given_name="<b>&", family_name="<img src='x'> O'Brien", payer_member_id="1"
    )
    members.change(desk.ids[0], hostile)
    page = desk.page(Place.REPORTS)
    assert isinstance(page, ReportsPage)
    page.form.choose(desk.ids[0])
    page.drafter.wanted.emit()
    settle()
    for sheet in PdfReader(BytesIO(page.pane.pdf)).pages:
        assert "<b>& <img src='x'> O'Brien" in flat(sheet.extract_text())


@pytest.mark.parametrize("day", ["1 Jan 3000", "31/12/0001", "2 Feb 1850", "30 Feb 2020", "٣ 4"])
def test_days_far_away(desk: Desk, day: str) -> None:
    page = desk.page(Place.MEMBERS)
    press(desk.window, "Ctrl+N")
    form = open_form(page, "given_name")
    paste(form.fields["given_name"].widget, "Faraway")
    for key in ("birth_date", "consent_on"):
        paste(form.fields[key].widget, day)
        stood = shown(form.fields[key].widget)
        form.save_button.click()
        settle()
        if any(row.given_name == "Faraway" for row in members.members()):
            break
        wrong = [one for one in form.fields.values() if one.error]
        assert wrong
        assert shown(form.fields[key].widget) == stood
        if form.fields[key].error:
            paste(form.fields[key].widget, "")


def test_nothing_at_all(desk: Desk) -> None:
    """Empty forms are refused in words, and change nothing."""
    page = desk.page(Place.MEMBERS)
    press(desk.window, "Ctrl+N")
    form = open_form(page, "given_name")
    for empty in ("", "   ", "\u200b\u2060"):
        paste(form.fields["given_name"].widget, empty)
        form.save_button.click()
        settle()
        assert form.fields["given_name"].error
    assert len(members.members()) == 3
