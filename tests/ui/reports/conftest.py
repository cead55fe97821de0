"""The Reports page over a quarter on record, made once and copied for every test."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practice.desk import members
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.preview import dialogs
from practice.ui.reports.page import ReportsPage
from tests.conftest import ZONE, Clock, Opened
from tests.reports.conftest import quarter

__all__ = ["quarter"]

APRIL = datetime(2026, 4, 2, 9, 0, tzinfo=ZONE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Off screen, Qt warns that windows have no frame to tell their least size."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture
def folder(quarter: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "data"
    shutil.copytree(quarter, copy)
    return copy


@dataclass
class Outside:
    """The two dialogs a person answers, and what they were asked."""

    path: Path | None = None
    printer: bool = True
    printed: Path | None = None
    suggested: list[str] = field(default_factory=list)

    def ask_path(self, _parent: QWidget, name: str) -> Path | None:
        self.suggested.append(name)
        return self.path

    def ask_printer(self, _parent: QWidget, printer: QPrinter) -> bool:
        if self.printed:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(self.printed))
            printer.setResolution(100)  # quick
        return self.printer


@pytest.fixture
def outside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Outside:
    answers = Outside(path=tmp_path / "report.pdf", printed=tmp_path / "paper.pdf")
    monkeypatch.setattr(dialogs, "ask_path", answers.ask_path)
    monkeypatch.setattr(dialogs, "ask_printer", answers.ask_printer)
    return answers


@dataclass
class Desk:
    """The page in front of a person, and the keys they press."""

    page: ReportsPage
    outside: Outside
    opened: Opened
    app: QApplication

    def type(self, widget: QWidget, words: str) -> None:
        widget.setFocus()
        QTest.keyClicks(widget, words)

    def paste(self, widget: QWidget, words: str) -> None:
        """What keys can't type in a test: other scripts."""
        widget.setFocus()
        self.app.clipboard().setText(words)
        QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def replace(self, widget: QWidget, words: str) -> None:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(widget, words)

    def choose(self, typed: str) -> None:
        line = self.page.form.picker.line
        self.replace(line, typed)
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.look()

    def tick(self, widget: QWidget) -> None:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Space)

    def look(self) -> None:
        """Wait out the pause after the last key."""
        if self.page.drafter.is_waiting:
            self.page.drafter.wanted.emit()
        self.app.processEvents()

    def press(self, keys: str) -> None:
        key = Qt.Key.Key_P if keys == "Ctrl+P" else Qt.Key.Key_S
        focus = self.app.focusWidget() or self.page
        QTest.keyClick(focus, key, Qt.KeyboardModifier.ControlModifier)
        self.app.processEvents()

    @property
    def shown(self) -> str:
        """The words of the pages in the preview."""
        return words(self.page.pane.pdf)

    @property
    def member(self) -> str:
        return next(m.id for m in members.members() if m.given_name == "Dana")


def words(pdf: bytes) -> str:
    """A PDF's words in one line; nothing for no PDF."""
    if not pdf:
        return ""
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    return " ".join(" ".join(pages).split())


@pytest.fixture
def desk(qapp: QApplication, opened: Opened, clock_at: Clock, outside: Outside) -> Iterator[Desk]:
    """The page as it stands on 2 April 2026, with the keyboard in it."""
    clock_at.set(APRIL)
    context = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    page = ReportsPage(context)
    page.resize(1216, 900)
    page.show()
    page.activateWindow()
    qapp.processEvents()
    yield Desk(page, outside, opened, qapp)
    page.close()
    page.deleteLater()
    context.actions.close()
    qapp.processEvents()
