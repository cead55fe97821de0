"""Shapes of the identifiers a practice types: NPI and ICD-10-CM codes."""

import re

from practice.errors import Refused

_NPI_PREFIX_SUM = 24
"""What the prefix 80840 (health, United States) adds to the Luhn sum of an NPI (CMS)."""

_ICD10 = re.compile(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?")
"""The shape of an ICD-10-CM code in CMS's submission specifications; not whether it exists."""


def check_npi(text: str, *, field: str = "npi") -> str:
    """The ten digits of a National Provider Identifier; spaces and hyphens between are fine.

    Raises Refused if there are not ten digits, or the last one does not fit the others.
    """
    npi = re.sub(r"[\s\-]", "", text)
    if not re.fullmatch(r"[0-9]{10}", npi):
        raise Refused("An NPI has ten digits, such as 1234567893.", field=field)
    if not re.match("[12]", npi) or not _luhn_holds(npi):
        raise Refused(
            "This NPI does not fit its check digit, so a digit is probably wrong or two "
            "are swapped. Please compare it with your NPI letter.",
            field=field,
        )
    return npi


def _luhn_holds(npi: str) -> bool:
    total = _NPI_PREFIX_SUM
    for place, digit in enumerate(reversed(npi)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def check_icd10(text: str, *, field: str = "code") -> str:
    """An ICD-10-CM code in its usual form: capital letters, and the dot after the third place.

    `f10.20` and `F1020`, as clearing houses write it, both become F10.20.
    Raises Refused if it is not shaped like a code.
    """
    code = text.strip().upper()
    if "." not in code and len(code) > 3:
        code = f"{code[:3]}.{code[3:]}"
    if not _ICD10.fullmatch(code):
        raise Refused(
            "An ICD-10-CM code is a letter, two more places and up to four after a dot, "
            "such as F10.20 or F32.A.",
            field=field,
        )
    return code
