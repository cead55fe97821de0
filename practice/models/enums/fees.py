"""Closed sets of fees, each with its words beside it."""

from enum import Enum


class FeeDecision(Enum):
    """What a person decided about the fee for one missed session."""

    CHARGED = "charged"
    WAIVED = "waived"


FEE_DECISION_WORDS = {FeeDecision.CHARGED: "Charged", FeeDecision.WAIVED: "Waived"}
