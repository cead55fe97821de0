"""The pane at the right: who waits and what is free, or the one thing being looked at or asked."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.schedule.free import FreeTimes
from practice.ui.schedule.tray import Tray
from practice.ui.theme import SPACE, follow, theme
from practice.ui.widgets.card import Card
from practice.ui.widgets.scroll import GUTTER, Scroll

WIDTH = 282


class SidePane(QWidget):
    """One panel at a time stands over the tray; it goes when another comes or it is closed."""

    def __init__(self, actions: Actions, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tray = Tray(actions)
        self.free = FreeTimes()
        self.panel: QWidget | None = None
        inner = QWidget()
        inner.setObjectName("body")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.m)
        self._column.addWidget(self.tray)
        self._column.addWidget(self.free)
        self._column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(inner))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        follow(self._restyle)

    def _restyle(self) -> None:
        self.setFixedWidth(theme().px(WIDTH) + GUTTER)

    def open(self, panel: QWidget) -> None:
        """Show this instead of the tray."""
        self.close_panel()
        self.panel = panel
        self._column.insertWidget(0, panel)
        self._show_rest(shown=False)
        panel.show()

    def ask(self, form: EntryForm) -> None:
        """Open a form on a card of its own."""
        card = Card(margin=SPACE.m)
        card.body.addWidget(form)
        self.open(card)

    def close_panel(self) -> None:
        """Back to the tray."""
        panel, self.panel = self.panel, None
        if panel is not None:
            self._column.removeWidget(panel)
            panel.hide()
            panel.deleteLater()
        self._show_rest(shown=True)

    def _show_rest(self, *, shown: bool) -> None:
        for part in (self.tray, self.free):
            part.setVisible(shown)
