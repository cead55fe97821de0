"""The demo practice's people at work, invented; the NPIs merely fit their check digit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clinician:
    """Who runs groups and signs notes."""

    name: str
    credentials: str
    licence: str
    npi: str


CLINICIANS = (
    Clinician("Noor Castellane", "LPC, CADC II", "LPC MV-20417", "1234567893"),
    Clinician("Edmund Fairweather", "PsyD", "PSY MV-3352", "1993999998"),
    Clinician("Ottoline Marsh", "LMSW", "LMSW MV-11806", "1558598797"),
)
"""Groups name them by their place here."""
OWNER, ASSOCIATE = 0, 2
"""Those of them who sign in, with the demo's passphrase; the owner supervises the associate."""

FRONT_DESK = "Wilhelmina Prewitt"
"""Signs in as front desk, with the demo's passphrase."""
