"""One version of the plan as it prints, and the ways it leaves."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from practice.care import issued
from practice.care.plans import PlanRow
from practice.reports import gather_plan, release
from practice.reports.plan import render
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.preview.leaving import Outgoing, Way, print_pdf, save_pdf
from practice.ui.preview.pane import PreviewPane
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.notices import Banner

KEPT = "An exact copy is kept on the Reports page, under “Issued before”."
DRAFT = "Draft, not signed"


class PlanPaper(QWidget):
    """The preview. Its two buttons are for the page to place."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._plan: PlanRow | None = None
        self.pane = PreviewPane()
        self.said = Banner()
        self.save = Button("Save as PDF…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.print = Button("Print…", ButtonKind.PRIMARY, Icon.PRINTER)
        self.save.clicked.connect(partial(self._begin, self._save))
        self.print.clicked.connect(partial(self._begin, self._print))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self.said)
        column.addWidget(self.pane, 1)

    def show_plan(self, plan: PlanRow) -> None:
        """Draw a version beside the window and show it."""
        if self._plan != plan:
            self.said.say("")
        self._plan = plan
        self._draw(plan, lambda pdf: self.pane.show_pdf(pdf, _mark(plan)))

    def show_again(self, versions: list[PlanRow]) -> None:
        """Something changed: show the same version as it is now."""
        shown = self._plan.id if self._plan else ""
        for plan in versions:
            if plan.id == shown:
                self.show_plan(plan)

    def _draw(self, plan: PlanRow, then: Callable[[bytes], None]) -> None:
        self._context.lane.run(
            partial(render, gather_plan.treatment_plan(plan)),
            lambda pdf: then(pdf) if isValid(self) else None,
            lambda error: self.pane.say(error.message) if isValid(self) else None,
        )

    def _begin(self, way: Way) -> None:
        """What leaves is drawn anew, so that it says what the record says."""
        if self._plan is not None:
            self._draw(self._plan, partial(self._hand_over, self._plan, way))

    def _hand_over(self, plan: PlanRow, way: Way, pdf: bytes) -> None:
        self._context.actions.run(self._leave, plan, way, pdf)

    def _leave(self, plan: PlanRow, way: Way, pdf: bytes) -> None:
        gather_plan.check_plan(plan)
        entry = gather_plan.plan_entry(plan)
        if way(Outgoing(pdf, release.file_name(entry), lambda: issued.keep(entry, pdf))):
            self.pane.show_pdf(pdf, _mark(plan))
            self.said.say(KEPT)

    def _print(self, outgoing: Outgoing) -> bool:
        return print_pdf(outgoing, self)

    def _save(self, outgoing: Outgoing) -> bool:
        return save_pdf(outgoing, self, self._context.vault.folder)


def _mark(plan: PlanRow) -> str:
    return f"Version {plan.version}" if plan.signed else DRAFT
