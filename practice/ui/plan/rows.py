"""Parts of a plan as rows: all of their words, since half a goal says something else."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.models.enums.plans import GOAL_STATUS_WORDS, PROGRESS_WORDS, GoalStatus, Progress
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.text import Text

_PILLS = {
    GoalStatus.ACTIVE: PillKind.NEUTRAL,
    GoalStatus.MET: PillKind.PRESENT,
    GoalStatus.REVISED: PillKind.NEUTRAL,
    GoalStatus.STOPPED: PillKind.NEUTRAL,
}
_PROGRESS: dict[Progress, tuple[PillKind, Icon]] = {
    Progress.FORWARD: (PillKind.PRESENT, Icon.CHECK),
    Progress.STEADY: (PillKind.NEUTRAL, Icon.MINUS),
    Progress.BACK: (PillKind.LATE, Icon.UNDO),
    Progress.NOT_WORKED_ON: (PillKind.NEUTRAL, Icon.CIRCLE_DASHED),
}


def status_pill(status: GoalStatus) -> StatusPill:
    """Where a part stands."""
    return StatusPill(_PILLS[status], GOAL_STATUS_WORDS[status])


def progress_pill(progress: Progress) -> StatusPill:
    """The word on a goal in one session."""
    kind, icon = _PROGRESS[progress]
    return StatusPill(kind, PROGRESS_WORDS[progress], icon)


def part_row(
    words: str,
    pill: QWidget,
    detail: str,
    buttons: Sequence[QWidget],
    *,
    kind: Type = Type.BODY,
    inset: int = 0,
) -> QWidget:
    """Words over one line of pill, detail and buttons; `inset` steps of a level further in."""
    below = QHBoxLayout()
    below.setSpacing(SPACE.s)
    below.addWidget(pill)
    below.addWidget(Text(detail, Type.SMALL, wrap=True), 1)
    for button in buttons:
        below.addWidget(button)
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(SPACE.s + inset * SPACE.xl, SPACE.xs, SPACE.s, 0)
    column.setSpacing(0)
    column.addWidget(Text(words, kind, wrap=True))
    column.addLayout(below)
    return made


def inset_text(words: str, kind: Type, *, above: int = 0) -> Text:
    """Words that begin where rows do."""
    made = Text(words, kind, wrap=True)
    made.setContentsMargins(SPACE.s, above, SPACE.s, SPACE.xs)
    return made
