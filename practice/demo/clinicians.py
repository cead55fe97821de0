"""The demo practice's three clinicians, invented; the NPIs merely fit their check digit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clinician:
    """Who runs groups and signs notes."""

    name: str
    credentials: str
    licence: str
    npi: str


CLINICIANS = (
    Clinician(
        "Noor Castellane", "LPC, CADC II", "Licensed professional counselor MV-20417", "1234567893"
    ),
    Clinician("Edmund Fairweather", "PsyD", "Psychologist MV-3352", "1993999998"),
    Clinician("Ottoline Marsh", "LCSW", "Licensed clinical social worker MV-11806", "1558598797"),
)
"""Groups name them by their place here."""
