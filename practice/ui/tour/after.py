"""After the session: wrap-up, signing, an addendum, the report for a payer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPdf import QPdfDocument

from practice.care import issued, notes
from practice.desk import members, sessions
from practice.errors import Refused
from practice.reports.progress import Section
from practice.ui import demo
from practice.ui.context import Place
from practice.ui.notes.page import NotesPage
from practice.ui.notes.view import WrapUpView
from practice.ui.preview import dialogs
from practice.ui.reports.page import ReportsPage
from practice.ui.tour.guide import (
    fill,
    press,
    said,
    type_words,
)
from practice.ui.tour.record import settle
from practice.ui.tour.steps import Tour


def _view(page: NotesPage) -> WrapUpView:
    assert page.view is not None
    return page.view


def wrap_up(tour: Tour) -> None:
    page = tour.on(Place.NOTES, NotesPage)
    tour.check("the wrap-up opened by itself", tour.workspace.stack.currentWidget() is page)
    shell = tour.shell
    other = sessions.seats(tour.session)[2]
    press(shell, "Alt+6", "Enter")
    _view(page).draft.begin("plan")
    type_words(shell, f"Sit with {other.given_name} again.")
    press(shell, "Esc")
    tour.check("another member's name blocks signing", "Names another member" in said(page))
    tour.picture("wrap-up-other-name")
    press(shell, "Alt+R")
    settle()
    for digit in "12345678":
        press(shell, f"Alt+{digit}", "Alt+P")
    tour.check("nothing names another member now", "Names another member" not in said(page))
    tour.picture("wrap-up")


def sign(tour: Tour) -> None:
    shell = tour.shell
    press(shell, "Ctrl+Shift+Enter")
    type_words(shell, "wrong words here now")
    press(shell, "Enter")
    unsigned = [note for note in notes.of_session(tour.session) if not note.signed]
    tour.check("a wrong passphrase signs nothing", len(unsigned) == 8)
    type_words(shell, demo.passphrase())
    tour.picture("sign")
    press(shell, "Enter")
    found = notes.of_session(tour.session)
    tour.check("all eight notes are signed", all(note.signed for note in found))
    tour.check(
        "signed text never changes", _refused(notes.save_part, found[0].id, "plan", "Other.")
    )
    tour.picture("signed")


def _refused(change: Callable[..., object], *arguments: object) -> bool:
    try:
        change(*arguments)
    except Refused:
        return True
    return False


def addendum(tour: Tour) -> None:
    page = tour.on(Place.NOTES, NotesPage)
    press(tour.shell, "Alt+4")
    _view(page).signed.begin_addendum()
    panel = _view(page).signed.addendum
    panel.editor.setFocus()
    type_words(tour.shell, "Joined late because of a delayed bus, called ahead.")
    panel.secret.setFocus()
    type_words(tour.shell, demo.passphrase())
    press(tour.shell, "Enter")
    note = next(n for n in notes.of_session(tour.session) if n.member_id == tour.member_at("4"))
    later = notes.addenda([note.id]).get(note.id, [])
    tour.check("the addendum is signed and dated", len(later) == 1 and later[0].signed_at)
    tour.picture("addendum")


def report(tour: Tour) -> None:
    page = tour.go(Place.REPORTS, ReportsPage)
    member_id, path = tour.member_at("3"), tour.record.place / "progress-report.pdf"
    page.form.choose(member_id)
    form = page.form
    fill(form, first="17 Aug 2026", last="17 Nov 2026")
    for section, words in TEXTS.items():
        widget = form.texts.fields[section].widget
        widget.setFocus()
        type_words(tour.shell, words)
    page.drafter.wanted.emit()  # the pause after the last key is over
    settle()
    tour.check("the preview shows the report", page.pane.pdf.startswith(b"%PDF"))
    tour.picture("report")
    dialogs.ask_path = lambda parent, name: path  # noqa: ARG005
    press(tour.shell, "Ctrl+S")
    kept = issued.of_member(member_id)
    tour.check("the report is on disk", path.is_file())
    tour.check("what left is kept", len(kept) == 1)
    tour.check("a reprint is the same bytes", issued.reprint(kept[0].id) == path.read_bytes())
    _check_pages(tour, path, member_id)
    tour.picture("report-issued")


def _check_pages(tour: Tour, path: Path, member_id: str) -> None:
    document = QPdfDocument()
    document.load(str(path))
    pages = [document.getAllText(n).text() for n in range(document.pageCount())]
    me = members.member(member_id)
    others = [s for s in sessions.seats(tour.session) if s.member != member_id]
    tour.check(
        "every page names the member and counts itself",
        all(me.family_name in p and "Page" in p for p in pages),
    )
    tour.check("attendance has its denominator", "/" in pages[0] and "%" in pages[0])
    tour.check("nobody else is named", not any(s.full_name in p for s in others for p in pages))
    document.close()


TEXTS = {
    Section.SUMMARY: "Attends weekly and uses the group's skills between sessions.",
    Section.PLAN: "Continue weekly skills group; practise one refusal line before each weekend.",
    Section.REQUEST: "13 weekly sessions of group therapy, 60 minutes each.",
}
