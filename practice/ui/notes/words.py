"""How facts, dates and standings read in the wrap-up. Pure; no widget here."""

from datetime import date, datetime

from practice.care.facts import Facts
from practice.care.wrapup import STANDING_WORDS, MemberPart, Standing
from practice.desk.practice import to_wall
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.icons import Icon
from practice.ui.widgets.parsing import show_date
from practice.ui.widgets.pill import PillKind

TO_MARK = "Not marked yet. Press P, N or E in the roster, or T for times."
_KINDS = {
    Standing.TO_MARK: PillKind.TO_MARK,
    Standing.MISSED: PillKind.NO_SHOW,
    Standing.ABSENT: PillKind.NO_SHOW,
    Standing.UNSAVED: PillKind.NO_SHOW,
    Standing.EMPTY: PillKind.TO_MARK,
    Standing.NAMES_OTHER: PillKind.LATE,
    Standing.READY: PillKind.PRESENT,
    Standing.SIGNED: PillKind.NEUTRAL,
    Standing.TO_COSIGN: PillKind.TO_MARK,
    Standing.RETURNED: PillKind.LATE,
    Standing.AWAITED: PillKind.NEUTRAL,
    Standing.DIFFERS: PillKind.LATE,
}
_ICONS = {
    Standing.NAMES_OTHER: Icon.WARNING,
    Standing.DIFFERS: Icon.WARNING,
    Standing.ABSENT: Icon.WARNING,
    Standing.UNSAVED: Icon.WARNING,
    Standing.SIGNED: Icon.SIGNATURE,
    Standing.TO_COSIGN: Icon.SIGNATURE,
    Standing.RETURNED: Icon.ARROW_LEFT,
    Standing.AWAITED: Icon.CLOCK,
}
_MISSED = {
    Status.NO_SHOW: PillKind.NO_SHOW,
    Status.LATE_CANCEL: PillKind.LATE,
    Status.EXCUSED: PillKind.EXCUSED,
    Status.CLIENT_CANCEL: PillKind.EXCUSED,
    Status.PROVIDER_CANCEL: PillKind.NEUTRAL,
}


def pill(part: MemberPart) -> tuple[PillKind, str, Icon | None]:
    """What a member's pill says; no icon means the kind's own."""
    if part.standing is Standing.MISSED:
        return _MISSED[part.seat.status], STATUS_WORDS[part.seat.status], None
    return _KINDS[part.standing], STANDING_WORDS[part.standing], _ICONS.get(part.standing)


def missed(part: MemberPart) -> str:
    """What stands in the place of a note for someone who was not there, or is not marked."""
    if part.missed is None:
        return TO_MARK
    status, at = STATUS_WORDS[part.missed.status], when(part.missed.recorded_at)
    return f"Missed session: {status}. Recorded {at}. This entry needs no signature."


def when(moment: datetime) -> str:
    """`17 Nov 2026, 19:06`, on the practice's wall."""
    wall = to_wall(moment)
    return f"{show_date(wall.date())}, {wall:%H:%M}"


def _day(stored: str) -> str:
    return show_date(date.fromisoformat(stored)) if stored else ""


def presence(facts: Facts) -> str:
    """`48 min · 12 late`: one member's own time in brief."""
    parts = [f"{facts.minutes} min"]
    parts += [f"{facts.late} late"] if facts.late else []
    parts += ["left early"] if facts.left_early else []
    return " · ".join(parts)


def lines_of(facts: Facts) -> tuple[str, str, str]:
    """The facts as they stand in the note: the session, this member, telehealth."""
    late = " · Late entry, recorded after the session" if facts.late_entry else ""
    present = "" if facts.individual else f" · Participants present: {facts.participants}"
    session = (
        f"{show_date(facts.date)} · Scheduled {facts.scheduled_start}–{facts.scheduled_stop}"
        f" · Actual {facts.started}–{facts.stopped}{present}{late}"
    )
    own = [f"Present {facts.minutes} minutes"]
    own += [f"came {facts.late} min late"] if facts.late else []
    own += [f"left {facts.left_early} min early"] if facts.left_early else []
    own += [f"{facts.mode}: {facts.audio_reason}" if facts.audio_reason else facts.mode]
    own += facts.ratings
    known = (
        ("At", facts.location),
        ("By", facts.platform if facts.by_telehealth else ""),
        ("Clinician at", facts.clinician_location),
        ("Consent of", _day(facts.consent_on) if facts.by_telehealth else ""),
        ("Emergency contact", facts.emergency if facts.by_telehealth else ""),
    )
    place = " · ".join(f"{label} {value}" for label, value in known if value)
    return session, " · ".join(own), place
