"""While something takes its time: what, how far, and the way to stop it."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar

from practice.exchange.progress import Progress
from practice.ui.theme import Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.text import Text

LOOK_MS = 50


class Working(Card):
    """Looks at the lane's Progress a few times a second; Cancel takes back what was begun."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Text("", Type.BODY, wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName("How far")
        self.cancel = Button("Cancel", ButtonKind.SECONDARY)
        self._progress = Progress()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.cancel.clicked.connect(self.stop)
        row = FlowLayout()
        row.addWidget(self.cancel)
        self.body.addWidget(self.words)
        self.body.addWidget(self.bar)
        self.body.addLayout(row)

    def begin(self, words: str) -> Progress:
        """Say what is being done; give the result to the work on the lane."""
        self._progress = Progress()
        self.words.setText(words)
        self.bar.setRange(0, 0)
        self.cancel.setEnabled(True)
        self._timer.start()
        return self._progress

    def end(self) -> None:
        """It is over."""
        self._timer.stop()

    def stop(self) -> None:
        """Ask the work to stop; it does at its next look."""
        self._progress.cancel()
        self.cancel.setEnabled(False)

    def _look(self) -> None:
        if self._progress.total:
            self.bar.setRange(0, self._progress.total)
            self.bar.setValue(self._progress.done)
