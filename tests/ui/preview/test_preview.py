"""Looking at a PDF, printing it, saving it: any PDF, here the samples of the documents."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Paper
from practice.reports import progress
from practice.ui.preview import dialogs
from practice.ui.preview.leaving import Outgoing, print_pdf, save_pdf
from practice.ui.preview.pane import PreviewPane
from practice.ui.theme import Scheme, apply
from tests.reports.samples import report

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def pdf(qapp: QApplication) -> bytes:
    return progress.render(report(paper=Paper.A4, summary="Again. " * 600))


@pytest.fixture
def pane(qapp: QApplication) -> Iterator[PreviewPane]:
    shown = PreviewPane("Nothing yet.")
    shown.resize(620, 700)
    shown.show()
    qapp.processEvents()
    yield shown
    shown.close()
    shown.deleteLater()
    qapp.processEvents()


def test_words_stand_where_there_are_no_pages(pane: PreviewPane, pdf: bytes) -> None:
    assert pane.words.isVisible()
    assert pane.place.text() == ""
    pane.show_pdf(pdf, "Draft")
    assert not pane.words.isVisible()
    assert pane.mark.text() == "Draft"
    pane.say("It can't be shown.")
    assert pane.words.text() == "It can't be shown."
    assert not pane.mark.isVisible()
    assert pane.sheets.count == 0


def test_keys_move_and_zoom(pane: PreviewPane, pdf: bytes) -> None:
    pane.show_pdf(pdf)
    sheets = pane.sheets
    sheets.setFocus()
    count = len(PdfReader(BytesIO(pdf)).pages)
    assert pane.place.text() == f"Page 1 of {count}"
    QTest.keyClick(sheets, Qt.Key.Key_End)
    assert pane.place.text() == f"Page {count} of {count}"
    assert "Licence ME LC-20418" in sheets.accessibleDescription()
    QTest.keyClick(sheets, Qt.Key.Key_Plus, CONTROL)
    assert sheets.zoom > 1
    assert sheets.horizontalScrollBar().maximum() > 0
    QTest.keyClick(sheets, Qt.Key.Key_0, CONTROL)
    QTest.keyClick(sheets, Qt.Key.Key_Minus, CONTROL)
    assert sheets.zoom < 1
    QTest.keyClick(sheets, Qt.Key.Key_Home)
    assert sheets.page == 1


def test_pages_are_ink_on_white_paper_in_the_dark_too(
    qapp: QApplication, pane: PreviewPane, pdf: bytes
) -> None:
    apply(qapp, Scheme.DARK)
    pane.show_pdf(pdf)
    shot = pane.sheets.viewport().grab().toImage()
    assert shot.pixelColor(2, 2).lightness() < 40
    assert shot.pixelColor(30, 30).name() == "#ffffff"
    row = [shot.pixelColor(x, y).lightness() for x in range(60, 90) for y in range(80, 240, 2)]
    assert min(row) < 80


def answers(monkeypatch: pytest.MonkeyPatch, *, path: Path | None, agreed: bool = True) -> None:
    def ask_printer(_parent: QWidget, printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setResolution(100)
        return agreed

    monkeypatch.setattr(dialogs, "ask_path", lambda _parent, _name: path)
    monkeypatch.setattr(dialogs, "ask_printer", ask_printer)


def test_printing_keeps_the_documents_paper_and_every_page(
    pane: PreviewPane, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    answers(monkeypatch, path=paper)
    before: list[bool] = []
    assert print_pdf(Outgoing(pdf, "out.pdf", lambda: before.append(paper.exists())), pane)
    assert before == [False]
    printed = PdfReader(paper)
    assert len(printed.pages) == len(PdfReader(BytesIO(pdf)).pages)
    box = printed.pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_nothing_leaves_when_the_copy_can_not_be_kept(
    pane: PreviewPane, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full() -> None:
        raise Unavailable("The disk is full.")

    answers(monkeypatch, path=tmp_path / "out.pdf")
    with pytest.raises(Unavailable):
        print_pdf(Outgoing(pdf, "out.pdf", full), pane)
    with pytest.raises(Unavailable):
        save_pdf(Outgoing(pdf, "out.pdf", full), pane, tmp_path / "data")
    assert list(tmp_path.iterdir()) == []


def test_saving_is_private_whole_and_outside_the_records(
    pane: PreviewPane, pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    outgoing = Outgoing(pdf, "out.pdf")
    answers(monkeypatch, path=tmp_path / "out.pdf")
    assert save_pdf(outgoing, pane, data)
    assert (tmp_path / "out.pdf").read_bytes() == pdf
    assert (tmp_path / "out.pdf").stat().st_mode & 0o777 == 0o600
    answers(monkeypatch, path=data / "out.pdf")
    with pytest.raises(Refused, match="A document can't be saved inside the data folder"):
        save_pdf(outgoing, pane, data)
    answers(monkeypatch, path=tmp_path / "no such place" / "out.pdf")
    with pytest.raises(Unavailable, match="not there"):
        save_pdf(outgoing, pane, data)
    answers(monkeypatch, path=None)
    assert not save_pdf(outgoing, pane, data)
    assert list(data.iterdir()) == []
