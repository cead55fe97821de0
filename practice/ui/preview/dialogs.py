"""The two questions only the system's dialogs ask. Tests and the tour put answers in their place.

Call them through the module: `dialogs.ask_path(…)`.
"""

from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

_KINDS = {
    ".pdf": ("Save as PDF", "PDF (*.pdf)"),
    ".csv": ("Save as CSV", "CSV (*.csv)"),
    ".ics": ("Save as calendar file", "Calendar (*.ics)"),
}


def ask_path(parent: QWidget, name: str) -> Path | None:
    """Where to save what its name says it is; None when the person thought better of it.

    It asks before replacing a file. Qt's own dialog: the system's would add the file to its list
    of recent ones.
    """
    suffix = Path(name).suffix
    title, kind = _KINDS[suffix]
    dialog = QFileDialog(parent, title, str(Path.home() / name), kind)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix.removeprefix("."))
    agreed = dialog.exec() == QDialog.DialogCode.Accepted
    found = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(found[0]) if agreed and found else None


def ask_printer(parent: QWidget, printer: QPrinter) -> bool:
    """Whether to print; the dialog sets the printer up."""
    return bool(QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted)
