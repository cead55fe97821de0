"""The member's goals, with the clinician's word on each for this session."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from practice.care import notes
from practice.care.plans import GoalRow
from practice.care.wrapup import MemberPart
from practice.models.enums.plans import PROGRESS_WORDS, Progress
from practice.ui.icons import Icon
from practice.ui.notes.bench import Bench
from practice.ui.page import clear
from practice.ui.theme import SPACE, Type, theme
from practice.ui.widgets.chip import Chip
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.text import ElidedText, Text, plain_tip

PROGRESS_KEYS = {
    Progress.FORWARD: "Alt+P",
    Progress.STEADY: "Alt+N",
    Progress.BACK: "Alt+S",
    Progress.NOT_WORKED_ON: "Alt+W",
}
NARROW = 560
NONE = "No goals on this day. They are entered on the member's page."


class GoalLine(QWidget):
    """One goal and four words, of which one or none holds."""

    def __init__(
        self,
        bench: Bench,
        note_id: str,
        goal: GoalRow,
        commit: Callable[[], bool],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bench, self._note_id, self.goal, self._commit = bench, note_id, goal, commit
        self.said: Progress | None = None
        self.chips = {word: Chip(PROGRESS_WORDS[word], Icon.CHECK) for word in Progress}
        words = ElidedText(goal.words, Type.BODY)
        plain_tip(words, goal.words)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE.xs)
        self._box.addWidget(words, 1)
        chips = QWidget()
        row = FlowLayout(chips, spacing=SPACE.xs)
        self._box.addWidget(chips)
        for word, chip in self.chips.items():
            chip.setToolTip(PROGRESS_KEYS[word])
            chip.setAccessibleName(f"{PROGRESS_WORDS[word]}: {goal.words}")
            chip.clicked.connect(partial(self.say, word))
            row.addWidget(chip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the words stand below the goal."""
        narrow = self.width() < theme().px(NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._box.setDirection(down if narrow else across)
        super().resizeEvent(event)

    def say(self, word: Progress, _checked: bool = False) -> None:
        """Record this word; the one that holds already is taken back."""
        wanted = None if word is self.said else word
        self._commit()
        self._bench.context.actions.run(notes.set_progress, self._note_id, self.goal.id, wanted)
        self.show_said(self.said)

    def show_said(self, said: Progress | None) -> None:
        """Show what is recorded."""
        self.said = said
        for word, chip in self.chips.items():
            chip.setChecked(word is said)


class GoalsView(QWidget):
    """All goals of one draft. `commit` puts what is being typed on record before a word is said,
    which may change the draft."""

    def __init__(
        self, bench: Bench, commit: Callable[[], bool], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bench, self._commit = bench, commit
        self.lines: list[GoalLine] = []
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.xs)

    def show_part(self, part: MemberPart) -> None:
        """Show a draft's goals; lines stay while they are the same, and so does the keyboard."""
        shown = (part.note and part.note.id, part.goals)
        if shown != self._shown and part.note:
            self._shown = shown
            clear(self._column)
            self._column.addWidget(Text("Goals", Type.LABEL))
            self.lines = [
                GoalLine(self._bench, part.note.id, goal, self._commit) for goal in part.goals
            ]
            if not self.lines:
                self._column.addWidget(Text(NONE, Type.MUTED, wrap=True))
            for line in self.lines:
                self._column.addWidget(line)
        for line in self.lines:
            line.show_said(part.progress.get(line.goal.id))

    def say(self, word: Progress) -> None:
        """The word for the first goal that has none yet, else for the last."""
        open_ones = [line for line in self.lines if line.said is None]
        for line in (open_ones or self.lines[-1:])[:1]:
            line.say(word)
