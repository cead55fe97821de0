"""What is kept for good: documents as they were issued, and the record of what was done."""

from practice.models.base import CLINICAL, OFFICE
from practice.models.guards.guard import Guard

_ISSUED = "A document that was issued is kept as it was. Make a new one instead."
_AUDIT = "The record of what was done cannot be changed."

GUARDS = (
    Guard("issued", CLINICAL, ("UPDATE", "DELETE"), "issued_report", "1", _ISSUED),
    Guard("issued", OFFICE, ("UPDATE", "DELETE"), "issued_paper", "1", _ISSUED),
    *(
        Guard("audit", file, events, table, when, _AUDIT)
        for file in (OFFICE, CLINICAL)
        for table, events, when in (
            ("change", ("UPDATE", "DELETE"), "1"),
            ("operation", ("UPDATE",), "OLD.finished IS NOT NULL"),
            ("operation", ("DELETE",), "1"),
        )
    ),
)
