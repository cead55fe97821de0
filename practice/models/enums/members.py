"""Closed sets of a member, each with its words beside it."""

from enum import Enum


class PayerKind(Enum):
    """Who pays for a member's care; a fee depends on it (42 CFR 447.15 for Medicaid)."""

    COMMERCIAL = "commercial"
    MEDICAID = "medicaid"
    MEDICARE = "medicare"
    SELF_PAY = "self-pay"
    OTHER = "other"


PAYER_KIND_WORDS = {
    PayerKind.COMMERCIAL: "Commercial insurance",
    PayerKind.MEDICAID: "Medicaid",
    PayerKind.MEDICARE: "Medicare",
    PayerKind.SELF_PAY: "Self-pay",
    PayerKind.OTHER: "Other",
}


class Answer(Enum):
    """What a member said to a question about reaching them."""

    NOT_ASKED = "not-asked"
    YES = "yes"
    NO = "no"


ANSWER_WORDS = {Answer.NOT_ASKED: "Not asked yet", Answer.YES: "Yes", Answer.NO: "No"}


class Suitability(Enum):
    """Whether a kind of group is for a member now, as a clinician judged."""

    SUITED = "suited"
    INDIVIDUAL_FIRST = "individual-first"
    NOT_NOW = "not-now"


SUITABILITY_WORDS = {
    Suitability.SUITED: "Can take part",
    Suitability.INDIVIDUAL_FIRST: "Needs individual work first",
    Suitability.NOT_NOW: "Not suited now",
}
