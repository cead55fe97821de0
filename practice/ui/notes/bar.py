"""The bar below the notes: what stands in the way, how it is saved, and the signature."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.care import cosigning, signing
from practice.care.signing import Obstacle
from practice.care.wrapup import MemberPart, WrapUp
from practice.desk.schedule import SessionRow
from practice.models.enums.attendance import Status
from practice.ui.icons import Icon
from practice.ui.notes.before import BeforeSigning
from practice.ui.notes.bench import Bench
from practice.ui.notes.passphrase import PassphrasePanel
from practice.ui.notes.todo import led_by
from practice.ui.page import clear
from practice.ui.savemark import SaveMark
from practice.ui.theme import SIZE, SPACE, Role, Type, theme
from practice.ui.widgets.button import Button, ButtonKind, IconButton
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.vault.confirmation import Confirmation

LIMITS = (
    "Names are looked for as they are on record, and usual short forms are asked about. "
    "Misspellings, and descriptions that fit only one person, are not seen: please read once."
)

LED = "{} led this session. You sign in your own name, and the notes say who led it."


def notes_word(count: int) -> str:
    """`1 note`, `8 notes`."""
    return f"{count} note" if count == 1 else f"{count} notes"


class SignPanel(PassphrasePanel):
    """Signs or co-signs notes of the session. `commit` comes before: no word stays behind."""

    def __init__(
        self, bench: Bench, commit: Callable[[], bool], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench, "", "Sign", parent=parent)
        self._commit = commit
        self._act: Callable[[Confirmation], None] | None = None
        self._to_sign: tuple[str, ...] = ()
        self.before = BeforeSigning()
        self.led = Remark("", Icon.INFO, Role.LATE)
        self.led.hide()
        self.body.insertWidget(1, self.led)
        self.body.insertWidget(2, self.before)

    def show_found(self, found: WrapUp) -> None:
        """Say what is worth a look before many are signed."""
        many = len(self._to_sign) > 1
        parts = [part for part in map(found.member_of_note, self._to_sign) if part and many]
        self.before.show_parts(parts)

    def ask_to_sign(self, note_ids: tuple[str, ...], what: str) -> None:
        """Ask for the passphrase to sign these."""
        self._to_sign = note_ids
        self.show_found(self.bench.found)
        self._say_who_led(self.bench.found.session)
        self._act = partial(signing.sign, self.bench.session_id, note_ids)
        self.ask(what)

    def ask_to_cosign(self, note_ids: tuple[str, ...], what: str) -> None:
        """Ask for the passphrase to co-sign these."""
        self._to_sign = ()
        self.led.hide()
        self.show_found(self.bench.found)
        self._act = partial(cosigning.cosign, note_ids)
        self.ask(what, "Co-sign")

    def _say_who_led(self, session: SessionRow) -> None:
        """Notes of somebody else's session are signed knowingly, by who took their place."""
        others = bool(led_by(session, self.bench.context.user_id))
        self.led.say(LED.format(session.clinician_name))
        self.led.setVisible(others)

    def sign(self, confirmed: Confirmation) -> None:
        self._commit()
        if self._act is not None:
            self._act(confirmed)
            self.bench.context.actions.seal()


class SignBar(QWidget):
    """`jump` carries a member's id (empty: the session's own) and the part an obstacle is in."""

    jump = Signal(str, str)
    sign_one = Signal()
    sign_all = Signal()

    def __init__(
        self, bench: Bench, commit: Callable[[], bool], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.panel = SignPanel(bench, commit)
        self.panel.hide()
        self.mark = SaveMark(bench.autosave)
        self.one = Button("Sign this note", ButtonKind.SECONDARY, Icon.SIGNATURE)
        self.all = Button("", ButtonKind.PRIMARY, Icon.SIGNATURE)
        self.one.setToolTip("Ctrl+Enter")
        self.all.setToolTip("Ctrl+Shift+Enter")
        self.one.clicked.connect(self.sign_one)
        self.all.clicked.connect(self.sign_all)
        self._state = Text("", Type.SECONDARY)
        self.limits = IconButton(Icon.INFO, "How names are found")
        self.limits.setAccessibleDescription(LIMITS)
        self._limits = Text(LIMITS, Type.SECONDARY, wrap=True)
        self._limits.hide()
        self.limits.clicked.connect(lambda: self._limits.setVisible(self._limits.isHidden()))
        self.panel.before.wanted.connect(lambda member_id: self.jump.emit(member_id, ""))
        self._ways = QWidget()
        self._flow = FlowLayout(self._ways, spacing=SPACE.xs)
        self._shown: tuple[object, ...] = ()
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.m)
        buttons.addWidget(self.mark)
        buttons.addWidget(self._state)
        buttons.addWidget(self.limits)
        buttons.addStretch(1)
        buttons.addWidget(self.one)
        buttons.addWidget(self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.s)
        column.addWidget(self._ways)
        column.addWidget(self.panel)
        column.addWidget(self._limits)
        column.addLayout(buttons)

    def show_found(self, found: WrapUp, selected: MemberPart | None) -> None:
        """Show how many can be signed or co-signed, and why the others can't."""
        waiting = len(found.to_cosign)
        self.all.setText(_all_words("Co-sign", waiting) if waiting else _sign_words(found))
        self.all.setVisible(found.unsigned > 0 or waiting > 0)
        self.all.setEnabled(bool(found.ready) or waiting > 0)
        self.limits.setVisible(found.unsigned > 0)
        if not found.unsigned:
            self._limits.hide()
        self.panel.show_found(found)
        self._show_one(found, selected)
        self._state.setText(_state(found))
        self._show_ways(found)

    def _show_one(self, found: WrapUp, selected: MemberPart | None) -> None:
        mine = selected.note if selected else None
        cosigns = selected is not None and selected.second.mine
        self.one.setText("Co-sign this note" if cosigns else "Sign this note")
        self.one.setVisible(cosigns or (mine is not None and not mine.signed))
        self.one.setEnabled(cosigns or (mine is not None and mine.id in found.ready))

    def _show_ways(self, found: WrapUp) -> None:
        shown = tuple(_obstacles(found)), tuple(_empty(found))
        if shown == self._shown:
            return
        self._shown = shown
        clear(self._flow)
        self._ways.setVisible(any(shown))
        self._add_ways("Before all can be signed:", shown[0])
        self._add_ways("Nothing is written yet about", shown[1])

    def _add_ways(self, lead: str, ways: tuple[tuple[str, str, str], ...]) -> None:
        if ways:
            said = Remark(lead, Icon.WARNING, Role.LATE, wrap=False)
            said.setMinimumHeight(theme().px(SIZE.control))
            self._flow.addWidget(said)
        for member_id, part, words in ways:
            button = Button(words, ButtonKind.LINK)
            button.setAccessibleName(f"Go to {words}")
            button.clicked.connect(partial(self.jump.emit, member_id, part))
            self._flow.addWidget(button)


def _sign_words(found: WrapUp) -> str:
    return _all_words("Sign", len(found.ready)) if found.ready else "Sign"


def _all_words(verb: str, number: int) -> str:
    return f"{verb} the one" if number == 1 else f"{verb} all {number}"


def _state(found: WrapUp) -> str:
    total = found.unsigned + found.signed
    pending = sum(m.second.kind is not None for m in found.members)
    if pending and not found.unsigned:
        return f"{pending} of {notes_word(total)} not co-signed"
    return f"{found.signed} of {notes_word(total)} signed" if total else ""


def _obstacles(found: WrapUp) -> Iterable[tuple[str, str, str]]:
    """Member, part and words of everything in the way, the session's own first."""
    for obstacle in found.obstacles:
        if (flagged := found.flagged(obstacle)) is not None:
            words = f"{flagged.seat.short_name}: {obstacle.words}"
            yield flagged.seat.member, obstacle.part, words
        else:
            yield _to_mark(found, obstacle), obstacle.part, obstacle.words
    for part in found.members:
        for obstacle in part.obstacles:
            if obstacle.why is not signing.Why.EMPTY:
                words = f"{part.seat.short_name}: {obstacle.words}"
                yield part.seat.member, obstacle.part, words


def _empty(found: WrapUp) -> Iterable[tuple[str, str, str]]:
    for part in found.members:
        for obstacle in part.obstacles:
            if obstacle.why is signing.Why.EMPTY:
                yield part.seat.member, obstacle.part, part.seat.short_name


def _to_mark(found: WrapUp, obstacle: Obstacle) -> str:
    if obstacle.why is not signing.Why.UNRECORDED:
        return ""
    open_ = (p for p in found.members if p.seat.status is Status.UNRECORDED)
    return next((p.seat.member for p in open_), "")
