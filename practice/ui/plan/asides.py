"""Beside the plan: what is missing, and the sessions that worked on a goal."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.care.plan_content import LACK_WORDS, Missing
from practice.care.plan_thread import Thread, Worked
from practice.care.plans import GoalRow
from practice.desk.practice import today
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.plan.rows import inset_text, part_row, progress_pill
from practice.ui.section import Section
from practice.ui.theme import Role, Type
from practice.ui.widgets.rows import ListRow
from practice.ui.words import count, day_near

LISTED = 6
NO_GOALS = "Once the plan has a goal, the sessions that worked on it stand here."
NO_SESSIONS = "No session has worked on it yet. In a wrap-up, say how it went with the goal."


class MissingSection(Section):
    """What a reviewer would look for. `remedy` carries the Missing that is to be put right."""

    remedy = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Missing in this version", Icon.WARNING, Role.LATE, parent=parent)

    def show_missing(self, found: list[Missing]) -> None:
        """Show these; hidden while nothing is missing."""
        self.setVisible(bool(found))
        note = count(len(found), "thing") if len(found) > LISTED else ""
        self.show_rows([self._row(each) for each in found[:LISTED]], note=note)

    def _row(self, missing: Missing) -> QWidget:
        words = LACK_WORDS[missing.lack]
        about = missing.row.words if missing.row else ""
        right = button(
            "Put right", f"Put right: {words}, {about}" if about else f"Put right: {words}"
        )
        right.clicked.connect(partial(self.remedy.emit, missing))
        return ListRow(words, about, trailing=(right,))


class ThreadSection(Section):
    """Every session in which one goal was worked on, newest first, with the way to its note."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Sessions that worked on a goal", Icon.NOTE, add="Show all", parent=parent)
        self._context = context
        self._goal: GoalRow | None = None
        self._thread = Thread((), 0)
        self._all = False
        self.add_button.set_icon(None)
        self.add_button.clicked.connect(self._show_all)

    def show_thread(self, goal: GoalRow | None, thread: Thread) -> None:
        """Show the thread of a goal; none where the plan has no goal yet."""
        self._all = self._all and goal is not None and goal == self._goal
        self._goal, self._thread = goal, thread
        worked = thread.worked if self._all else thread.worked[:LISTED]
        self.add_button.setVisible(len(worked) < len(thread.worked))
        if goal is None:
            self.show_rows([], NO_GOALS)
            return
        rows = [self._row(each) for each in worked]
        about = [inset_text(goal.words, Type.EMPHASIS), inset_text(thread.words, Type.SMALL)]
        self.show_rows([*about, *(rows or [inset_text(NO_SESSIONS, Type.MUTED)])])

    def _row(self, worked: Worked) -> QWidget:
        when = f"{day_near(worked.starts.date(), today())}, {worked.starts:%H:%M}"
        read = button("Read", f"Read the note of {when}, {worked.title}")
        read.clicked.connect(partial(self._context.wrap_up.emit, worked.session_id))
        signed = "" if worked.signed else "not signed yet"
        detail = " · ".join(filter(None, (when, worked.title, signed)))
        excerpt = worked.excerpt or "Nothing is written about the response."
        return part_row(excerpt, progress_pill(worked.progress), detail, (read,))

    def _show_all(self) -> None:
        self._all = True
        self.show_thread(self._goal, self._thread)
