"""What was decided about a fee stays, and Medicaid is never charged."""

from practice.models.base import OFFICE
from practice.models.guards.guard import NOT_UNDOING, Guard

MEDICAID = (
    "Members with Medicaid may not be charged for missed sessions (42 CFR 447.15). "
    "Nothing was charged."
)
_ON_MEDICAID = """NEW.decision = 'charged' AND
    (SELECT payer_kind FROM member WHERE id = NEW.member_id) = 'medicaid'"""
_FEE_KEPT = "A decision about a fee is kept as it was. Decide again; both stay on record."

GUARDS = (
    Guard("fee-kept", OFFICE, ("UPDATE",), "fee", "1", _FEE_KEPT),
    Guard("fee-kept", OFFICE, ("DELETE",), "fee", NOT_UNDOING, _FEE_KEPT),
    Guard("fee-on-medicaid", OFFICE, ("INSERT",), "fee", _ON_MEDICAID, MEDICAID),
    Guard(
        "waiver-without-reason",
        OFFICE,
        ("INSERT",),
        "fee",
        "NEW.decision = 'waived' AND NEW.reason = ''",
        "Say why the fee is waived; the reason is kept with the decision.",
    ),
)
