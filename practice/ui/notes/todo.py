"""The list of Notes to finish: what to write and sign, to co-sign, and what waits for others."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care import cosigning, waiting
from practice.care.cosigning import Kind, Waits
from practice.care.waiting import ToFinish
from practice.desk.schedule import SessionRow
from practice.ui.icons import Icon
from practice.ui.page import clear
from practice.ui.theme import SPACE
from practice.ui.widgets.card import Card
from practice.ui.widgets.notices import EmptyState
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ActionRow, ListRow, SectionHeader
from practice.ui.widgets.scroll import GUTTER

NOTHING = "All notes are signed. Notes of the next session appear here when it ends."
EXPECTED_DAYS = 2
"""Reviewers expect notes within about two days; from then on it shows."""
COSIGN_DAYS = 7
"""From then on the wait for a co-signature shows; what is asked for differs by state and payer."""

TO_FINISH = "To finish"
HEADINGS = {
    Kind.TO_COSIGN: "To co-sign",
    Kind.RETURNED: "Returned to you",
    Kind.AWAITED: "Waiting for a co-signature",
}


class ToDo(QWidget):
    """Oldest first under each heading; `wanted` carries the id of a session to open."""

    wanted = Signal(str)

    def __init__(self, user_id: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user_id = user_id
        self.rows: list[ActionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GUTTER, 0)
        self._column.setSpacing(SPACE.m)

    def load(self) -> None:
        """Read what waits and show it; one list alone needs no heading."""
        clear(self._column)
        self.rows = []
        found = waiting.to_finish()
        parts = {TO_FINISH: [self._to_finish(item) for item in found]}
        waits = cosigning.waits()
        for kind, heading in HEADINGS.items():
            parts[heading] = [self._waits(item) for item in waits if item.kind is kind]
        for heading, rows in parts.items():
            if rows:
                self._add(heading if waits else "", rows)
        if not self.rows:
            self._column.addWidget(EmptyState(NOTHING, icon=Icon.CHECK_CIRCLE), 1)
            return
        self._column.addStretch(1)

    def _add(self, heading: str, rows: list[ActionRow]) -> None:
        card = Card(margin=SPACE.s, spacing=0)
        if heading:
            head = SectionHeader(heading, inset=SPACE.m)
            head.setMinimumHeight(34)
            card.body.addWidget(head)
        for row in rows:
            card.body.addWidget(row)
            self.rows.append(row)
        self._column.addWidget(card)

    def _to_finish(self, item: ToFinish) -> ActionRow:
        led = led_by(item.session, self._user_id)
        words = " · ".join(filter(None, (item.words, led)))
        return self._row(item.session, words, item.days, EXPECTED_DAYS)

    def _waits(self, item: Waits) -> ActionRow:
        return self._row(item.session, item.words, item.days, COSIGN_DAYS)

    def _row(self, session: SessionRow, words: str, days: int, expected: int) -> ActionRow:
        kind = PillKind.LATE if days >= expected else PillKind.NEUTRAL
        pill = StatusPill(kind, days_words(days))
        when = f"{show_date(session.starts.date())}, {session.starts:%H:%M}"
        row = ActionRow(ListRow(session.title, f"{when} · {words}", trailing=(pill,)))
        row.setAccessibleName(f"{row.row.words()}, {pill.text()}")
        row.clicked.connect(partial(self.wanted.emit, session.id))
        return row


def led_by(session: SessionRow, user_id: str) -> str:
    """Who led a session of somebody else; nothing for one's own."""
    if user_id in (session.clinician, session.co_leader):
        return ""
    return f"led by {session.clinician_name}"


def days_words(days: int) -> str:
    """`Today`, `1 day`, `5 days`."""
    if days < 1:
        return "Today"
    return "1 day" if days == 1 else f"{days} days"
