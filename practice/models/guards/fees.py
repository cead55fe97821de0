"""What was decided about a fee stays, and only who is known not to have Medicaid is charged."""

from practice.models.base import OFFICE
from practice.models.guards.guard import NOT_UNDOING, Guard

MEDICAID = (
    "Members with Medicaid may not be charged for missed sessions (42 CFR 447.15). "
    "Nothing was charged."
)
_ON_MEDICAID = """NEW.decision = 'charged' AND
    (SELECT payer_kind FROM member WHERE id = NEW.member_id) = 'medicaid'"""
UNKNOWN = (
    "Kind of payer not recorded. Medicaid members may not be charged for missed sessions "
    "(42 CFR 447.15), so record it first. Nothing was charged."
)
_PAYER_UNKNOWN = """NEW.decision = 'charged' AND
    (SELECT payer_kind FROM member WHERE id = NEW.member_id) IS NULL"""
_FEE_KEPT = "A decision about a fee is kept as it was. Decide again; both stay on record."

GUARDS = (
    Guard("fee-kept", OFFICE, ("UPDATE",), "fee", "1", _FEE_KEPT),
    Guard("fee-kept", OFFICE, ("DELETE",), "fee", NOT_UNDOING, _FEE_KEPT),
    Guard("fee-on-medicaid", OFFICE, ("INSERT",), "fee", _ON_MEDICAID, MEDICAID),
    Guard("fee-payer-unknown", OFFICE, ("INSERT",), "fee", _PAYER_UNKNOWN, UNKNOWN),
    Guard(
        "waiver-without-reason",
        OFFICE,
        ("INSERT",),
        "fee",
        "NEW.decision = 'waived' AND NEW.reason = ''",
        "Say why the fee is waived; the reason is kept with the decision.",
    ),
)
