"""Rules the database itself refuses to break, each with the words a person reads.

A guard is a trigger that aborts with its own name; `words` turns that name into a sentence.
They hold for every writer: windows, imports, undo and bulk queries alike.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from practice.models import seats
from practice.models.base import CLINICAL, OFFICE
from practice.models.keyed import KeyedDatabase
from practice.models.seats import GROUP_SIZE

LONGEST = 8 * 60
"""Minutes a session can be planned for, at most."""


@dataclass(frozen=True)
class Guard:
    """`when` is SQL over NEW and OLD; the event is refused while it is true."""

    name: str
    file: KeyedDatabase
    events: tuple[str, ...]
    table: str
    when: str
    words: str

    def triggers(self) -> dict[str, str]:
        """Trigger name to SQL, one for each event."""
        return {
            f"guard_{self.name}_{event.split()[0].lower()}_{self.table}": (
                f'CREATE TRIGGER "guard_{self.name}_{event.split()[0].lower()}_{self.table}" '
                f'BEFORE {event} ON "{self.table}" WHEN {self.when} '
                f"BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
            )
            for event in self.events
        }


_NO_REASON = "COALESCE((SELECT reason FROM operation WHERE finished IS NULL), '') = ''"
_SESSION_SIGNED = "(SELECT signed FROM session WHERE id = {}) = 1 AND " + _NO_REASON
_STRETCH_SESSION = "(SELECT session_id FROM attendance WHERE id = {}.attendance_id)"
_FACTS_OF_SESSION = ("started_at", "stopped_at", "mode", "platform", "clinician_location", "signed")
_SESSION_CHANGES = (
    "OLD.signed = 1 AND ("
    + " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in _FACTS_OF_SESSION)
    + f") AND {_NO_REASON}"
)
_END = "strftime('%Y-%m-%dT%H:%M', {0}.starts, '+' || {0}.minutes || ' minutes')"
# The plus keeps the search on the index of `starts`, which leaves a handful of rows.
_BOOKED_TWICE = f"""NEW.state = 'planned' AND EXISTS (
    SELECT 1 FROM session s
    WHERE s.starts > strftime('%Y-%m-%dT%H:%M', NEW.starts, '-{LONGEST} minutes')
    AND s.starts < {_END.format("NEW")} AND {_END.format("s")} > NEW.starts
    AND s.id <> NEW.id AND s.state <> 'cancelled'
    AND (+s.clinician_id IN (NEW.clinician_id, NEW.co_leader_id)
         OR +s.co_leader_id IN (NEW.clinician_id, NEW.co_leader_id))
)"""
_WHOSE = """(NEW.kind = 'group') <> (NEW.group_id IS NOT NULL)
    OR (NEW.kind = 'group') <> (NEW.member_id IS NULL)"""
_NOT_PLANNED = "OLD.state <> 'planned'"
_PLACE_CHANGES = "(NEW.starts IS NOT OLD.starts OR NEW.minutes IS NOT OLD.minutes)"
_HELD = "OLD.state IN ('live', 'held')"
_ABOUT_ONE = (
    "What a session with one member is about belongs into its notes. "
    "The schedule is read at the front desk."
)
_WHOSE_WORDS = "A group’s session belongs to a group, any other to one member."
_NOTE_SIGNED = "(SELECT state FROM note WHERE id = {}.note_id) = 'signed'"
_CHECK_OPEN = """NEW.state = 'signed' AND EXISTS (
    SELECT 1 FROM safety_check WHERE session_id = NEW.session_id AND finished_at IS NULL
)"""
_MEMBER_SIGNED = """EXISTS (
    SELECT 1 FROM note WHERE session_id = {0}.session_id AND member_id = {0}.member_id
    AND state = 'signed'
)"""
_SENTENCE_SIGNED = "(SELECT state FROM note WHERE id = {}.owner_id) = 'signed'"
_ADDENDUM = "Words already signed never change. Add an addendum to the note instead."
_REASON = (
    "Notes of this session are signed, so its attendance changes only with a reason. "
    "Say why, and the notes it touches will ask for an addendum."
)
_FULL = (
    f"This session already has {GROUP_SIZE} people, the most it can hold. "
    "Someone has to cancel before another person comes."
)

MEDICAID = (
    "Members with Medicaid may not be charged for missed sessions (42 CFR 447.15). "
    "Nothing was charged."
)
_ON_MEDICAID = """NEW.decision = 'charged' AND
    (SELECT payer_kind FROM member WHERE id = NEW.member_id) = 'medicaid'"""
_NOT_UNDOING = "(SELECT undoes FROM operation WHERE finished IS NULL) IS NULL"
_OPEN_TWICE = """NEW.closed_at IS NULL AND EXISTS (
    SELECT 1 FROM outreach o
    WHERE o.member_id = NEW.member_id AND o.closed_at IS NULL AND o.id <> NEW.id
)"""
_CONTACT_KEPT = (
    "What was logged is kept as it was. Log it again as it really was; both stay on record."
)
_FEE_KEPT = "A decision about a fee is kept as it was. Decide again; both stay on record."

_ISSUED = "A document that was issued is kept as it was. Make a new one instead."
_PLAN_SIGNED = (
    "A signed plan never changes. Begin a new version; it starts from what stands in this one."
)
_PLAN_PARTS = ("problem", "goal", "objective", "intervention")
_NO_DRAFT = "NOT EXISTS (SELECT 1 FROM plan WHERE state = 'draft' AND member_id = {}.member_id)"
_TWO_DRAFTS = """NEW.state = 'draft' AND EXISTS (
    SELECT 1 FROM plan WHERE state = 'draft' AND member_id = NEW.member_id AND id <> NEW.id
)"""
_NOT_THE_AUTHOR = "{}.author_id IS NOT (SELECT user_id FROM operation WHERE finished IS NULL)"
_AUTHOR_ONLY = "Psychotherapy notes are changed by their author alone."

_COSIGNED = "OLD.signed_at IS NOT NULL"
_COSIGNS = "NEW.signed_at IS NOT NULL AND "
_NOT_AT_WORK = "NEW.signed_by IS NOT (SELECT user_id FROM operation WHERE finished IS NULL)"
_NOTHING_SIGNED = """NOT EXISTS (
    SELECT 1 FROM note WHERE id = NEW.note_id AND state = 'signed'
    AND (id = NEW.id OR EXISTS (SELECT 1 FROM addendum WHERE id = NEW.id AND note_id = note.id))
)"""
_FOR_WHOM_CHANGES = " OR ".join(
    f"NEW.{column} IS NOT OLD.{column}"
    for column in ("id", "note_id", "author_id", "supervisor_id")
)
_AT_FRONT_DESK = """EXISTS (
    SELECT 1 FROM user WHERE id IN (NEW.supervisee_id, NEW.supervisor_id) AND role = 'frontdesk'
)"""
_IN_A_CHAIN = """EXISTS (
    SELECT 1 FROM supervision WHERE id <> NEW.id
    AND (supervisee_id = NEW.supervisor_id OR supervisor_id = NEW.supervisee_id)
)"""


def _cosign_guards() -> Iterator[Guard]:
    both = ("INSERT", "UPDATE")
    for name, events, when, words in (
        (
            "cosigned",
            ("UPDATE",),
            _COSIGNED,
            "This is co-signed, so it never changes. Add an addendum to the note instead.",
        ),
        (
            "cosign-kept",
            ("DELETE",),
            "1",
            "A note signed under supervision keeps that it needs a co-signature.",
        ),
        (
            "cosign-for-whom",
            ("UPDATE",),
            _FOR_WHOM_CHANGES,
            "Whose signature a co-signature stands beside never changes.",
        ),
        (
            "cosign-unsigned",
            ("INSERT",),
            _NOTHING_SIGNED,
            "Only what is signed can be co-signed.",
        ),
        (
            "cosign-own",
            both,
            f"{_COSIGNS}NEW.signed_by = NEW.author_id",
            "Nobody co-signs their own note. Their supervisor does.",
        ),
        (
            "cosign-as-other",
            both,
            _COSIGNS + _NOT_AT_WORK,
            "Only the person who is signed in can co-sign.",
        ),
    ):
        yield Guard(name, CLINICAL, events, "cosignature", when, words)
    for name, when, words in (
        (
            "supervise-oneself",
            "NEW.supervisee_id = NEW.supervisor_id",
            "Nobody supervises themselves. Choose another person.",
        ),
        (
            "supervise-front-desk",
            _AT_FRONT_DESK,
            "Front desk holds no key to notes, so it neither signs nor co-signs any.",
        ),
        (
            "supervise-in-a-chain",
            _IN_A_CHAIN,
            "Someone who works under supervision can’t supervise. Choose another person.",
        ),
    ):
        yield Guard(name, OFFICE, both, "supervision", when, words)


def _plan_guards() -> Iterator[Guard]:
    yield Guard(
        "plan-signed", CLINICAL, ("UPDATE", "DELETE"), "plan", "OLD.state = 'signed'", _PLAN_SIGNED
    )
    yield Guard(
        "plan-begun",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "plan",
        _TWO_DRAFTS,
        "A new version of this plan was begun already.",
    )
    for part in _PLAN_PARTS:
        yield Guard(
            "plan-signed",
            CLINICAL,
            ("INSERT", "UPDATE"),
            part,
            _NO_DRAFT.format("NEW"),
            _PLAN_SIGNED,
        )
        yield Guard(
            "plan-signed", CLINICAL, ("DELETE",), part, _NO_DRAFT.format("OLD"), _PLAN_SIGNED
        )


def _psychotherapy_guards() -> Iterator[Guard]:
    for table in ("psychotherapy_note", "psychotherapy_release"):
        yield Guard(
            "author-only", CLINICAL, ("INSERT",), table, _NOT_THE_AUTHOR.format("NEW"), _AUTHOR_ONLY
        )
    yield Guard(
        "author-only",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "psychotherapy_note",
        _NOT_THE_AUTHOR.format("OLD"),
        _AUTHOR_ONLY,
    )
    yield Guard(
        "psychotherapy-signed",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "psychotherapy_note",
        "OLD.signed_at IS NOT NULL",
        "This note is signed, so it never changes. Write another one instead.",
    )
    yield Guard(
        "released",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "psychotherapy_release",
        "1",
        "What left the practice is kept as it was.",
    )


GUARDS = (
    *_plan_guards(),
    *_psychotherapy_guards(),
    *_cosign_guards(),
    Guard(
        "group-full",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        seats.GROUP_FULL,
        f"This group already has {GROUP_SIZE} members in that time, the most a group can hold. "
        "Choose another group or a later date, or let someone leave first.",
    ),
    Guard(
        "enrolled-twice",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        seats.ENROLLED_TWICE,
        "This member is already in the group in that time.",
    ),
    Guard(
        "left-before-joined",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        "NEW.left_on < NEW.joined_on",
        "The last day is before the first day. Please check both dates.",
    ),
    Guard(
        "group-closed",
        OFFICE,
        ("INSERT", "UPDATE OF group_id, joined_on"),
        "enrolment",
        seats.GROUP_CLOSED,
        "This group is closed and has begun by then, so nobody joins it as a rule. "
        "A clinician can let someone in all the same, and says why.",
    ),
    Guard("session-full", OFFICE, ("INSERT",), "attendance", seats.NO_ROW, _FULL),
    Guard("session-full", OFFICE, ("UPDATE",), "attendance", seats.COMES_AFTER_ALL, _FULL),
    Guard("session-full", OFFICE, ("DELETE",), "attendance", seats.NOT_AWAY_AFTER_ALL, _FULL),
    Guard("session-full", OFFICE, ("INSERT", "UPDATE"), "visit", seats.NO_SEAT, _FULL),
    Guard("session-full", OFFICE, ("UPDATE",), "session", seats.MOVED_FULL, _FULL),
    Guard(
        "seats-given",
        OFFICE,
        ("INSERT", "UPDATE"),
        "enrolment",
        seats.SEATS_GIVEN,
        f"A session in that time has {GROUP_SIZE} people already, visitors among them. "
        "Choose a first day after it, or take a visitor off its list.",
    ),
    Guard(
        "out-before-in",
        OFFICE,
        ("INSERT", "UPDATE"),
        "stretch",
        "NEW.out_at < NEW.in_at",
        "The time out is before the time in. Please check both times.",
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("INSERT", "UPDATE"),
        "attendance",
        _SESSION_SIGNED.format("NEW.session_id"),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("DELETE",),
        "attendance",
        _SESSION_SIGNED.format("OLD.session_id"),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("INSERT", "UPDATE"),
        "stretch",
        _SESSION_SIGNED.format(_STRETCH_SESSION.format("NEW")),
        _REASON,
    ),
    Guard(
        "attendance-signed",
        OFFICE,
        ("DELETE",),
        "stretch",
        _SESSION_SIGNED.format(_STRETCH_SESSION.format("OLD")),
        _REASON,
    ),
    Guard("attendance-signed", OFFICE, ("UPDATE",), "session", _SESSION_CHANGES, _REASON),
    Guard(
        "outreach-open-twice",
        OFFICE,
        ("INSERT", "UPDATE"),
        "outreach",
        _OPEN_TWICE,
        "This member already has an open row on the outreach board. Go on with that one.",
    ),
    Guard("contact-kept", OFFICE, ("UPDATE",), "contact", "1", _CONTACT_KEPT),
    Guard("contact-kept", OFFICE, ("DELETE",), "contact", _NOT_UNDOING, _CONTACT_KEPT),
    Guard("fee-kept", OFFICE, ("UPDATE",), "fee", "1", _FEE_KEPT),
    Guard("fee-kept", OFFICE, ("DELETE",), "fee", _NOT_UNDOING, _FEE_KEPT),
    Guard("fee-on-medicaid", OFFICE, ("INSERT",), "fee", _ON_MEDICAID, MEDICAID),
    Guard(
        "waiver-without-reason",
        OFFICE,
        ("INSERT",),
        "fee",
        "NEW.decision = 'waived' AND NEW.reason = ''",
        "Say why the fee is waived; the reason is kept with the decision.",
    ),
    Guard(
        "booked-twice",
        OFFICE,
        ("INSERT", "UPDATE OF starts, minutes, clinician_id, co_leader_id, state"),
        "session",
        _BOOKED_TWICE,
        "A clinician would have two appointments at that time. "
        "Choose another time or another person.",
    ),
    Guard(
        "length",
        OFFICE,
        ("INSERT", "UPDATE OF minutes"),
        "session",
        f"NEW.minutes NOT BETWEEN 1 AND {LONGEST}",
        f"The length should be between 1 and {LONGEST} minutes.",
    ),
    *(
        Guard(name, OFFICE, ("INSERT", "UPDATE"), table, when, words)
        for table in ("session", "series")
        for name, when, words in (
            ("whose", _WHOSE, _WHOSE_WORDS),
            ("about-one", "NEW.kind <> 'group' AND NEW.technique <> ''", _ABOUT_ONE),
        )
    ),
    Guard(
        "held-stays",
        OFFICE,
        ("UPDATE OF starts, minutes",),
        "session",
        f"{_NOT_PLANNED} AND {_PLACE_CHANGES}",
        "What has begun, was held or was cancelled keeps the time it was planned for.",
    ),
    Guard(
        "held-stays-there",
        OFFICE,
        ("DELETE",),
        "session",
        _HELD,
        "A session that has begun or was held stays on record.",
    ),
    Guard("signed", CLINICAL, ("UPDATE", "DELETE"), "note", "OLD.state = 'signed'", _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "note_goal",
        _NOTE_SIGNED.format("NEW"),
        _ADDENDUM,
    ),
    Guard("signed", CLINICAL, ("DELETE",), "note_goal", _NOTE_SIGNED.format("OLD"), _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "draft_sentence",
        _SENTENCE_SIGNED.format("NEW"),
        _ADDENDUM,
    ),
    Guard(
        "signed", CLINICAL, ("DELETE",), "draft_sentence", _SENTENCE_SIGNED.format("OLD"), _ADDENDUM
    ),
    Guard("signed", CLINICAL, ("UPDATE", "DELETE"), "addendum", "1", _ADDENDUM),
    Guard(
        "signed", CLINICAL, ("INSERT", "UPDATE"), "rating", _MEMBER_SIGNED.format("NEW"), _ADDENDUM
    ),
    Guard("signed", CLINICAL, ("DELETE",), "rating", _MEMBER_SIGNED.format("OLD"), _ADDENDUM),
    Guard(
        "signed",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "safety_check",
        f"OLD.finished_at IS NOT NULL AND {_MEMBER_SIGNED.format('OLD')}",
        _ADDENDUM,
    ),
    Guard(
        "rating-range",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "rating",
        "NEW.value NOT BETWEEN 0 AND 10",
        "A rating is a whole number from 0 to 10.",
    ),
    Guard(
        "check-open",
        CLINICAL,
        ("INSERT", "UPDATE"),
        "note",
        _CHECK_OPEN,
        "A safety check of this session is not finished yet. Finish it, then sign.",
    ),
    Guard(
        "issued",
        CLINICAL,
        ("UPDATE", "DELETE"),
        "issued_report",
        "1",
        _ISSUED,
    ),
    Guard("issued", OFFICE, ("UPDATE", "DELETE"), "issued_paper", "1", _ISSUED),
)
_AUDIT = "The record of what was done cannot be changed."
AUDIT_GUARDS = tuple(
    guard
    for file in (OFFICE, CLINICAL)
    for guard in (
        Guard("audit", file, ("UPDATE", "DELETE"), "change", "1", _AUDIT),
        Guard("audit", file, ("UPDATE",), "operation", "OLD.finished IS NOT NULL", _AUDIT),
        Guard("audit", file, ("DELETE",), "operation", "1", _AUDIT),
    )
)

WORDS = {guard.name: guard.words for guard in GUARDS + AUDIT_GUARDS}


def triggers(file: KeyedDatabase) -> dict[str, str]:
    """All guard triggers of one file, name to SQL."""
    return {
        name: sql
        for guard in GUARDS + AUDIT_GUARDS
        if guard.file is file
        for name, sql in guard.triggers().items()
    }
