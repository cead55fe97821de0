"""The page of attendance figures: a period, its rates, and the sessions behind every one."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from practice.exchange import lists
from practice.exchange.lists import Leaving
from practice.ui.context import Context
from practice.ui.figures.behind import BehindCard
from practice.ui.figures.marks import Mark
from practice.ui.figures.overview import OverviewPart
from practice.ui.icons import Icon
from practice.ui.page import Page
from practice.ui.preview import leaving
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.words import period


class FiguresPage(Page):
    """Nothing here is clinical: front desk sees the same. Esc goes back to the figures."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {"session", "attendance", "member", "group_", "user"}
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.overview = OverviewPart(context)
        self.behind = BehindCard(context)
        self.back = Button("All figures", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.save = Button("Save as CSV…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self._stack = QStackedWidget()
        self._came_from: QWidget | None = None
        for part in (self.overview, self.behind):
            self._stack.addWidget(part)
        self.body.addWidget(self._stack, 1)
        self.add_action(self.back)
        self.add_action(self.save)
        self.back.clicked.connect(self.go_back)
        self.save.clicked.connect(self._save_rows)
        self.overview.opened.connect(self.open_mark)
        self.overview.changed.connect(self._say)
        self._turn(self.overview)

    @property
    def is_behind(self) -> bool:
        """Whether the sessions behind a figure are shown."""
        return self._stack.currentWidget() is self.behind

    def load(self) -> None:
        """Read the figures anew, and the list behind one if it is shown."""
        self.overview.load()
        if self.is_behind and self.behind.mark:
            self.behind.reload()
        self._say()

    def _say(self) -> None:
        if self.is_behind and self.behind.mark:
            mark = self.behind.mark
            days = mark.period
            self.say(mark.name, f"{mark.words} · {period(days.first, days.last)}")
            return
        shown = self.overview.shown
        noun = "session" if shown and shown.sessions == 1 else "sessions"
        sessions = f" · {shown.sessions:,} {noun}" if shown else ""
        days = self.overview.period.period()
        self.say("Attendance", f"{period(days.first, days.last)}{sessions}")

    def open_mark(self, mark: Mark) -> None:
        """Show the sessions behind a figure."""
        self._came_from = self.focusWidget()
        self.behind.show_mark(mark)
        self._turn(self.behind)
        self.behind.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """From the sessions behind a figure to all figures, where the keyboard was."""
        self._turn(self.overview)
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal(self._came_from)

    def _turn(self, shown: QWidget) -> None:
        self._stack.setCurrentWidget(shown)
        for part in (self.overview, self.behind):
            tall = QSizePolicy.Policy.Preferred if part is shown else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Preferred, tall)
        self.back.setVisible(shown is self.behind)
        self.save.setVisible(shown is self.overview)
        self._say()

    def _save_rows(self) -> None:
        """Every row of the period shown."""
        content = lists.of_attendance(self.overview.period.period())
        name, folder = lists.file_name(Leaving.ATTENDANCE), self.context.vault.folder
        self.context.actions.attempt(
            lambda: leaving.save_file(
                content, name, self, folder, lambda: lists.note(Leaving.ATTENDANCE)
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_behind:
            self.go_back()
        else:
            super().keyPressEvent(event)
