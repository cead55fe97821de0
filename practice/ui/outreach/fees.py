"""Fees to decide about, and those decided: nothing is charged until a person says so."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.desk import fees
from practice.desk.fees import FeeRow, Suggestion
from practice.desk.practice import to_wall, today
from practice.models.enums.attendance import STATUS_WORDS
from practice.models.enums.fees import FEE_DECISION_WORDS, FeeDecision
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.section import Section
from practice.ui.theme import SPACE, Type
from practice.ui.widgets.field import Field
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.parsing import show_date, show_money
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import day_near

LISTED = 40
NO_POLICY = "The practice asks no fees. The owner can set a policy under Settings."
ALL_DECIDED = "Nothing to decide."
CORRECTED = "attendance was corrected since"
KINDS = {FeeDecision.CHARGED: PillKind.LATE, FeeDecision.WAIVED: PillKind.NEUTRAL}


class WaiveForm(EntryForm):
    """Why nothing is asked; the reason is kept with the decision."""

    def __init__(self, context: Context, fee: Suggestion | FeeRow) -> None:
        super().__init__(context.actions, "Save the waiver", blame="reason")
        self._fee = fee
        self._reason = Field("reason", "Why the fee is waived", LineInput(), help=fees.OFFICE_WORDS)
        self.body.addWidget(Text(f"{fee.short_name}, {when(fee)}", Type.EMPHASIS, wrap=True))
        self.add(self._reason)
        self.add_buttons()

    def act(self) -> None:
        fees.waive(self._fee.member, self._fee.session, self._reason.value())


class FeeSection(Section):
    """What is suggested, and below what was decided; of one member or of all."""

    def __init__(
        self, context: Context, title: str, *, named: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(title, Icon.TAG, parent=parent)
        self._context, self._named = context, named

    def show_fees(self, suggested: list[Suggestion], decided: list[FeeRow], nothing: str) -> None:
        """Show these; more than forty decisions are for the member's page."""
        rows = [self._suggested(one) for one in suggested]
        rows += [self._decided(one) for one in decided[:LISTED]]
        note = str(len(suggested)) if suggested else ""
        self.show_rows(rows, nothing, note)

    def _suggested(self, one: Suggestion) -> QWidget:
        amount = show_money(self._cents())
        charge = button("Charge", f"Charge {amount} to {one.short_name}, {when(one)}")
        waive = button("Waive", f"Waive the fee of {one.short_name}, {when(one)}")
        charge.clicked.connect(partial(self._charge, one))
        waive.clicked.connect(partial(self._ask, one))
        pill = StatusPill(PillKind.TO_MARK, f"{amount} suggested")
        return self._row(one, missed(one), pill, charge, waive)

    def _decided(self, one: FeeRow) -> QWidget:
        pill = StatusPill(KINDS[one.decision], decision(one), Icon.CHECK)
        if one.decision is FeeDecision.CHARGED:
            again = button("Waive", f"Waive the fee of {one.short_name}, {when(one)}")
            again.clicked.connect(partial(self._ask, one))
        else:
            again = button("Charge", f"Charge {one.short_name} after all, {when(one)}")
            again.clicked.connect(partial(self._charge, one))
        return self._row(one, about(one), pill, again)

    def _row(self, one: Suggestion | FeeRow, words: str, *after: QWidget) -> QWidget:
        title = f"{one.short_name}, {when(one)}" if self._named else when(one)
        return ListRow(title, words, trailing=after)

    def _cents(self) -> int:
        known = fees.policy()
        return known.cents if known else 0

    def _charge(self, one: Suggestion | FeeRow, *_: object) -> None:
        self._context.actions.run(fees.charge, one.member, one.session)

    def _ask(self, one: Suggestion | FeeRow, *_: object) -> None:
        self.open_form(WaiveForm(self._context, one))


class FeesView(QWidget):
    """All of the practice."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.open = FeeSection(context, "To decide", named=True)
        self.decided = FeeSection(context, "Decided", named=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addWidget(self.open)
        column.addWidget(self.decided)
        column.addStretch(1)

    def load(self) -> None:
        """Read what is suggested and what was decided."""
        nothing = ALL_DECIDED if fees.policy() else NO_POLICY
        self.open.show_fees(fees.suggestions(), [], nothing)
        self.decided.show_fees([], fees.decisions(), "No decision yet.")


def when(one: Suggestion | FeeRow) -> str:
    """`Tue 17 Nov`."""
    return day_near(one.starts.date(), today())


def missed(one: Suggestion) -> str:
    """`Late cancel · Tuesday Skills`."""
    return " · ".join(part for part in (STATUS_WORDS[one.status], one.service) if part)


def decision(one: FeeRow) -> str:
    """`Charged $40.00`, `Waived`."""
    words = FEE_DECISION_WORDS[one.decision]
    return f"{words} {show_money(one.cents)}" if one.decision is FeeDecision.CHARGED else words


def about(one: FeeRow) -> str:
    """`Tuesday Skills · Maria Lopez, 17 Nov 2026 · Hospital`, and that it was corrected since."""
    parts = [one.service, f"{one.by_name}, {show_date(to_wall(one.at).date())}", one.reason]
    if one.corrected:
        parts.append(CORRECTED)
    return " · ".join(part for part in parts if part)
