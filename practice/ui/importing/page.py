"""The page that brings in a list of people. Reading, checking and writing run beside the window."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from practice.desk.practice import today
from practice.errors import Refused, Unavailable
from practice.exchange import files, importing, lists, matching
from practice.exchange.columns import Reading
from practice.exchange.encoding import Encoding
from practice.exchange.importing import Checked, Imported
from practice.exchange.matching import Table
from practice.exchange.plan import Plan
from practice.exchange.progress import Progress
from practice.exchange.sheet import Sheet
from practice.ui.considerate import considerately
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.importing.begin import BeginStep
from practice.ui.importing.check import CheckStep
from practice.ui.importing.columns import ColumnsStep
from practice.ui.importing.done import DoneStep
from practice.ui.importing.working import Working
from practice.ui.page import Page
from practice.ui.preview import leaving
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.notices import Banner

T = TypeVar("T")
TITLE = "Import members"
ROWS_FILE = "rows-left-out.csv"


class ImportPage(Page):
    """Four steps; leaving the page keeps the place. Esc goes to the members.

    While rows are written, nothing else can be changed; locking stops it and takes it back.
    """

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.begin, self.columns = BeginStep(), ColumnsStep()
        self.check, self.done = CheckStep(), DoneStep()
        self.working = Working()
        self.members = Button("Members", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.table: Table | None = None
        self._sheet: Sheet | None = None
        self._data = b""
        self._name = ""
        self.step: QWidget = self.begin
        self._names = {
            self.begin: "Step 1 of 4: the file",
            self.columns: "Step 2 of 4: its columns",
            self.check: "Step 3 of 4: a look at the rows",
            self.done: "Step 4 of 4: done",
        }
        self._steps = (*self._names, self.working)
        for part in self._steps:
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_action(self.members)
        self._connect()
        self.show_step(self.begin)

    def _connect(self) -> None:
        self.members.clicked.connect(self._to_members)
        self.begin.chosen.connect(self.read_file)
        self.columns.back.connect(lambda: self.show_step(self.begin))
        self.columns.reread.connect(self._read)
        self.columns.reheaded.connect(self._head)
        self.columns.check.connect(self.check_rows)
        self.check.back.connect(lambda: self.show_step(self.columns))
        self.check.decided.connect(self._weigh)
        self.check.write.connect(self.write)
        self.check.save.connect(self._save_rows)
        self.done.save.connect(self._save_rows)
        self.done.another.connect(self._begin_anew)
        self.done.show_members.connect(self._to_members)
        self.context.locking.connect(self.working.stop)

    def load(self) -> None:
        """Everything shown comes from the file."""

    def show_step(self, step: QWidget) -> None:
        """Turn to a step, the keyboard on what goes on."""
        self.step = step
        self.members.setVisible(step is not self.working)
        for part in self._steps:
            part.setVisible(part is step)
        file = f" · {self._name}" if self._name and step is not self.begin else ""
        self.say(TITLE, f"{self._names.get(step, '')}{file}".removeprefix(" · "))
        self.area.verticalScrollBar().setValue(0)
        first = {
            self.begin: self.begin.choose,
            self.columns: self.columns.go_on,
            self.check: self.check.go_on,
            self.done: self.done.go_on,
            self.working: self.working.cancel,
        }
        first[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _work(
        self,
        words: str,
        work: Callable[[Progress], T],
        then: Callable[[T], None],
        failed: tuple[QWidget, Banner],
    ) -> None:
        """Do it on the lane; what it refuses is said in the step it came from."""
        progress = self.working.begin(words)
        step, banner = failed
        banner.say("")
        self.show_step(self.working)

        def refused(error: Refused | Unavailable) -> None:
            self._worked()
            self.show_step(step)
            banner.say(error.message)

        def done(result: T) -> None:
            self._worked()
            then(result)

        def considerate() -> T:
            with considerately():
                return work(progress)

        run_for(self, self.context.lane, considerate, done, refused)

    def _worked(self) -> None:
        self.working.end()
        self.context.release.emit()

    def read_file(self, path: Path) -> None:
        """Read a file and look at its columns."""

        def read(progress: Progress) -> tuple[bytes, Sheet, Table]:
            data = files.content(path)
            sheet = files.read(data, progress)
            return data, sheet, matching.table(sheet)

        def show(found: tuple[bytes, Sheet, Table]) -> None:
            self._data, sheet, table = found
            self._name = path.name
            self._show_table(sheet, table)

        self._work("Reading the file…", read, show, (self.begin, self.begin.banner))

    def _read(self, encoding: Encoding) -> None:
        """The same file, its letters read in another way."""
        data = self._data

        def read(progress: Progress) -> tuple[Sheet, Table]:
            sheet = files.read(data, progress, encoding)
            return sheet, matching.table(sheet)

        banner = self.columns.form.banner
        self._work(
            "Reading the file…", read, lambda got: self._show_table(*got), (self.columns, banner)
        )

    def _head(self) -> None:
        """The same rows, the first of them the names of the columns or a person."""
        sheet, headed = self._sheet, self.columns.headed.value()
        if sheet is None:
            return

        def show(table: Table) -> None:
            self._show_table(sheet, table)
            self.columns.headed.setFocus(Qt.FocusReason.OtherFocusReason)

        self._work(
            "Reading the file…",
            lambda _: matching.table(sheet, headed=headed),
            show,
            (self.columns, self.columns.form.banner),
        )

    def _show_table(self, sheet: Sheet, table: Table) -> None:
        self._sheet, self.table = sheet, table
        self.columns.show_table(table, sheet.encoding)
        self.show_step(self.columns)

    def check_rows(self) -> None:
        """Read every row as a person and look for doubles."""
        if self.table is None:
            return
        table, uses = self.table, self.columns.uses()
        how = Reading(self.columns.chosen_order(), today())

        def look(progress: Progress) -> tuple[Checked, Plan]:
            found = importing.check(table, uses, how, progress)
            return found, importing.weigh(found, {})

        def show(found: tuple[Checked, Plan]) -> None:
            self.check.show_checked(*found)
            self.show_step(self.check)

        self._work("Looking at every row…", look, show, (self.columns, self.columns.form.banner))

    def _weigh(self) -> None:
        """Whatever is decided while it is weighed is weighed in its turn."""
        found, decisions = self.check.checked, dict(self.check.doubles.decisions)
        if found is None:
            return

        def show(plan: Plan) -> None:
            if found is self.check.checked and decisions == self.check.doubles.decisions:
                self.check.show_plan(plan)

        run_for(
            self,
            self.context.lane,
            lambda: importing.weigh(found, decisions),
            show,
            lambda error: self.check.banner.say(error.message),
        )

    def write(self) -> None:
        """Put it on record, all or nothing."""
        plan = self.check.plan
        if plan is None:
            return

        def show(done: Imported) -> None:
            self.context.actions.announce(done.changes)
            self.done.show_done(done, plan)
            self.show_step(self.done)

        self.context.hold.emit()
        self._work(
            "Putting the list on record…",
            lambda progress: importing.write(plan, progress),
            show,
            (self.check, self.check.banner),
        )

    def _save_rows(self) -> None:
        if self.table is None or self.check.plan is None:
            return
        content = lists.of_bad_rows(self.table, self.check.plan.bad)
        self.context.actions.attempt(
            lambda: leaving.save_file(content, ROWS_FILE, self, self.context.vault.folder)
        )

    def _begin_anew(self) -> None:
        self._data, self._sheet, self.table, self._name = b"", None, None, ""
        self.show_step(self.begin)

    def _to_members(self) -> None:
        self.context.go.emit(Place.MEMBERS, "")
        if self.step is self.done:
            self._begin_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.step is not self.working:
            self._to_members()
        else:
            super().keyPressEvent(event)
