"""A member's fees for missed sessions, and why there are none."""

from PySide6.QtWidgets import QWidget

from practice.desk import fees, members
from practice.models.enums.members import PayerKind
from practice.ui.context import Context
from practice.ui.outreach.fees import ALL_DECIDED, NO_POLICY, FeeSection


class Fees(FeeSection):
    """Hidden while the practice asks no fees and never did of this member."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, "Fees for missed sessions", named=False, parent=parent)

    def show_member(self, member_id: str) -> None:
        """Show what is suggested and what was decided."""
        asks, decided = fees.policy() is not None, fees.decisions(member_id)
        self.setVisible(asks or bool(decided))
        on_medicaid = members.member(member_id).payer_kind is PayerKind.MEDICAID
        nothing = fees.NO_MEDICAID if on_medicaid else ALL_DECIDED if asks else NO_POLICY
        self.show_fees(fees.suggestions(member_id), decided, nothing)
