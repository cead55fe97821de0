"""Closed sets of the practice and the people who work in it, each with its words beside it."""

from enum import Enum


class Role(Enum):
    """What a person may open; the vault's key table decides, this only names it."""

    OWNER = "owner"
    CLINICIAN = "clinician"
    SUPERVISOR = "supervisor"
    FRONT_DESK = "frontdesk"


class Paper(Enum):
    """The paper a practice prints on."""

    LETTER = "letter"
    A4 = "a4"


PAPER_WORDS = {Paper.LETTER: "Letter", Paper.A4: "A4"}
