"""To place: people who wait for a time, each on a card to be dragged or picked up by key."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from practice.desk import toplace
from practice.desk.toplace import ToPlaceRow
from practice.models.enums.sessions import TO_PLACE_WORDS, ToPlaceWhy
from practice.ui.actions import Actions
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.directory import entries
from practice.ui.members.picker import MemberPicker
from practice.ui.schedule.grip import Grip
from practice.ui.section import Section
from practice.ui.theme import RADIUS, SPACE, Role, Type
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.keys import pressed
from practice.ui.widgets.paint import Face
from practice.ui.widgets.text import ElidedText, IconLabel, Text
from practice.ui.widgets.tile import Tile

HOW = "Drag onto a free time, or press M"
NOBODY = "Nobody waits for a time."
_REST = Face(fill=Role.BG, border=Role.BORDER)
_HOVER = Face(fill=Role.HOVER, border=Role.BORDER_STRONG)
_ICONS = {
    ToPlaceWhy.MISSED: (Icon.PHONE_MISSED, Role.NO_SHOW),
    ToPlaceWhy.REFERRAL: (Icon.INBOX, Role.ACCENT),
    ToPlaceWhy.MOVE: (Icon.CLOCK, Role.LATE),
}
_PICKS_UP = frozenset({"M", "Return", "Enter", "Space"})
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class TrayCard(Tile):
    """One person. M, Enter or a drag picks them up, Del takes them off the list."""

    picked = Signal()
    settled = Signal()
    left = Signal()

    def __init__(self, row: ToPlaceRow, *, parent: QWidget | None = None) -> None:
        super().__init__(_REST, _HOVER, RADIUS.control, parent=parent)
        self.row = row
        icon, role = _ICONS[row.why]
        words = f"{TO_PLACE_WORDS[row.why]} · {row.note}" if row.note else TO_PLACE_WORDS[row.why]
        line = QHBoxLayout(self)
        line.setContentsMargins(SPACE.s, SPACE.s, SPACE.s, SPACE.s)
        line.setSpacing(SPACE.s)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(ElidedText(row.short_name, Type.EMPHASIS))
        said.addWidget(Text(words, Type.SMALL, wrap=True))
        line.addWidget(IconLabel(Icon.GRIP, Role.MUTED), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(said, 1)
        line.addWidget(IconLabel(icon, role), 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(f"{row.short_name}, {words}")
        self.clicked.connect(self.picked)
        self.grip = Grip(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = pressed(event)
        if name in _PICKS_UP:
            self.picked.emit()
        elif name == "Del":
            self.settled.emit()
        elif name == "Esc":
            self.left.emit()
        elif event.key() in _STEPS:
            self._go(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _go(self, step: int) -> None:
        parent = self.parentWidget()
        cards = parent.findChildren(TrayCard) if parent else []
        shown = sorted((card for card in cards if card.isVisible()), key=TrayCard.y)
        place = shown.index(self) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)


class AskForm(EntryForm):
    """Who waits, why, and when it suits them."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions, "Add to the list", blame="member")
        self.picker = MemberPicker(entries())
        self._member = Field("member", "Member", self.picker)
        self._why = Field("why", "Why", Choice(list(TO_PLACE_WORDS.items())))
        self._note = Field(
            "note", "When it suits them", LineInput(hint="Thursday afternoons", limit=80)
        )
        for field in (self._member, self._why, self._note):
            self.add(field)
        self.add_buttons()
        self.picker.picked.connect(self._why.widget.setFocus)

    def act(self) -> None:
        toplace.ask(self._member.value(), self._why.value(), self._note.value())


class Tray(Section):
    """`picked` carries the row taken by key or click; `began`, `moved` and `ended` are a drag's."""

    picked = Signal(object)
    began = Signal(object, QPoint)
    moved = Signal(QPoint)
    ended = Signal()
    left = Signal()

    def __init__(self, actions: Actions, *, parent: QWidget | None = None) -> None:
        super().__init__("To place", add="Add", parent=parent)
        self._actions = actions
        self.add_button.setAccessibleName("Add someone to place")
        self.add_button.clicked.connect(self.ask)
        self._shown: list[ToPlaceRow] | None = None

    def load(self) -> None:
        """Show who waits, if that is not what is shown."""
        waiting = toplace.waiting()
        if waiting == self._shown:
            return
        self._shown = waiting
        cards: list[QWidget] = [self._card(row) for row in waiting]
        if cards:
            how = Text(HOW, Type.MUTED, wrap=True)
            how.setContentsMargins(SPACE.s, 0, SPACE.s, SPACE.xs)
            cards.insert(0, how)
        self.show_rows(cards, NOBODY, str(len(waiting)) if waiting else "")

    def cards(self) -> list[TrayCard]:
        """The people shown, in order."""
        return [row for row in self.rows() if isinstance(row, TrayCard)]

    def take_keyboard(self) -> None:
        """Into the first card, or to where one is added."""
        cards = self.cards()
        (cards[0] if cards else self.add_button).setFocus(Qt.FocusReason.TabFocusReason)

    def ask(self) -> None:
        """Open the form for someone who waits."""
        self.open_form(AskForm(self._actions))

    def _card(self, row: ToPlaceRow) -> TrayCard:
        card = TrayCard(row)
        card.picked.connect(partial(self.picked.emit, row))
        card.settled.connect(partial(self._actions.run, toplace.settle, row.id))
        card.left.connect(self.left)
        card.grip.began.connect(partial(self.began.emit, row))
        card.grip.moved.connect(self.moved)
        card.grip.ended.connect(self.ended)
        return card
