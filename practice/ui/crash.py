"""What happens when the program itself is wrong: said in plain words, kept without anyone's data.

A report holds the kind of error and where in the program it happened. The error's own message is
left out everywhere, since it may quote what someone typed.
"""

import contextlib
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QtMsgType, qInstallMessageHandler, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from practice import __version__, clock, paths
from practice.errors import Unavailable
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.text import IconLabel, Text
from practice.vault.files import PRIVATE_FOLDER, plain_words, write_whole

KEPT = 10
WORDS = (
    "Something in the program went wrong, and the last thing you did may not have been done. "
    "What was shown as saved is saved. You can go on; if it happens again, lock and unlock."
)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """The kind of error and file:line of each step, nothing else."""
    steps = [
        f"{Path(step.filename).name}:{step.lineno} {step.name}"
        for step in traceback.extract_tb(trace)
    ]
    head = f"Practice {__version__}, Python {platform.python_version()}, Qt {qVersion()}"
    where = f"{platform.system()} {platform.release()}, {clock.now():%Y-%m-%d %H:%M:%S} UTC"
    return "\n".join([head, where, f"{kind.__module__}.{kind.__qualname__}", *steps, ""])


def folder() -> Path:
    """Where reports are kept: the newest ten."""
    return paths.settings_folder() / "error-reports"


def keep(text: str) -> Path | None:
    """Write a report; None where the disk does not take it."""
    path = folder() / f"error-{clock.now():%Y%m%d-%H%M%S-%f}.txt"
    with contextlib.suppress(Unavailable), plain_words("The report could not be kept"):
        folder().mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        write_whole(path, text.encode())
        for old in sorted(folder().glob("error-*.txt"))[:-KEPT]:
            old.unlink()
        return path
    return None


class CrashWindow(QDialog):
    """Plain words, where the report lies, and two ways on."""

    def __init__(self, kept: Path | None, lock: Callable[[], None], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Practice")
        self.setModal(True)
        self.go_on = Button("Go on", ButtonKind.PRIMARY)
        self.lock = Button("Lock now", ButtonKind.SECONDARY, Icon.LOCK)
        self.go_on.clicked.connect(self.accept)
        self.lock.clicked.connect(self.accept)
        self.lock.clicked.connect(lock)
        where = f"A report without any of your data is in {_breakable(kept)}" if kept else ""
        self._lay_out(where)
        self.go_on.setFocus()

    def _lay_out(self, where: str) -> None:
        heading = QHBoxLayout()
        heading.setSpacing(SPACE.s)
        heading.addWidget(IconLabel(Icon.WARNING, Role.LATE, 20))
        heading.addWidget(Text("That did not work", Type.HEADING), 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.lock)
        buttons.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.xl, SPACE.xl, SPACE.xl, SPACE.l)
        column.setSpacing(SPACE.m)
        column.addLayout(heading)
        column.addWidget(Text(WORDS, wrap=True))
        column.addWidget(Text(where, Type.MUTED, wrap=True))
        column.addLayout(buttons)
        self.setMinimumWidth(440)


def _breakable(path: Path) -> str:
    """A path that may go on in the next line, after each folder."""
    return "/\u200b".join(path.as_posix().split("/"))


class CrashHandler:
    """Put in place of Python's own way of dealing with errors nobody expected."""

    def __init__(self, parent: Callable[[], QWidget | None], lock: Callable[[], None]) -> None:
        self._parent, self._lock = parent, lock
        self._showing = False

    def install(self) -> None:
        """From now on; Qt's own remarks go nowhere, as a desktop would keep them in its log."""
        sys.excepthook = self.handle
        qInstallMessageHandler(_only_fatal)

    def handle(
        self, kind: type[BaseException], _error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep a report and say so; while one is shown, further ones are only kept."""
        text = report(kind, trace)
        sys.stderr.write(text)
        kept = keep(text)
        if self._showing:
            return
        self._showing = True
        try:
            CrashWindow(kept, self._lock, self._parent()).exec()
        finally:
            self._showing = False


def _only_fatal(kind: QtMsgType, _context: object, message: str) -> None:
    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{message}\n")
