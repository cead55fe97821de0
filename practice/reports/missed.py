"""The letter after a missed appointment: kind, without blame, with the ways to go on.

It holds nothing clinical. It says “an appointment” unless somebody chose to name the group.
"""

from dataclasses import dataclass
from datetime import datetime

from practice.errors import Refused
from practice.reports.letter import TEXT, Envelope, add_paragraphs, begin, frame
from practice.reports.words import full_day, local_day, place_of, same_wall, time_of_day

KIND = "No-show letter"
_MISSED = "We missed you on {when}, when {what} with us was planned. We hope you are well."
_WELCOME = "Things come up for all of us, and you are welcome back."
_NEXT = "Your next appointment is on {when}."
_WAYS = (
    "If another time would suit you better, if something makes it hard to come, or if you would "
    "rather not go on, please call us at {phone}. We will look for a way together, and you do not "
    "need to explain anything."
)
_CROSSED = "If you have spoken with us since, please put this letter aside."
NO_PHONE = (
    "This letter asks the member to call, and the practice’s phone number is not on record. "
    "The owner can enter it under Settings."
)


@dataclass(frozen=True)
class MissedLetter:
    """Everything the letter prints; moments are aware. `called` is the name the member goes by.

    `their_zone` is where the member lives, if known; `group` is named only where it is given.
    """

    envelope: Envelope
    name: str
    called: str
    missed: datetime
    coming: datetime | None = None
    their_zone: str = ""
    group: str = ""


def render(letter: MissedLetter) -> bytes:
    """The PDF; the same letter always gives the same bytes.

    Raises Refused without a phone number to call, or for a character no font has; Unavailable for
    a font that is not installed.
    """
    phone = letter.envelope.letterhead.phone
    if not phone.strip():
        raise Refused(NO_PHONE)
    what = f"an appointment ({letter.group})" if letter.group.strip() else "an appointment"
    page = begin(letter.envelope)
    add_paragraphs(page, f"Dear {letter.called},", where="the name to use")
    add_paragraphs(
        page,
        _MISSED.format(when=_when(letter, letter.missed), what=what),
        _WELCOME,
        _NEXT.format(when=_when(letter, letter.coming)) if letter.coming else "",
        _WAYS.format(phone=phone),
        _CROSSED,
    )
    signer, head = letter.envelope.signer, letter.envelope.letterhead
    page.sign_off("Kind regards,", [signer.name, head.practice], TEXT)
    return page.print(frame(letter.envelope, KIND, who=letter.name))


def _when(letter: MissedLetter, moment: datetime) -> str:
    """Tuesday, 17 November 2026, at 18:00; with the member's own clock where it shows another."""
    here, there = letter.envelope.zone, letter.their_zone
    words = f"{full_day(local_day(moment, here))}, at {time_of_day(moment, here)}"
    if not there or same_wall(moment, here, there):
        return words
    own = local_day(moment, there)
    other_day = f"on {full_day(own)}, at " if own != local_day(moment, here) else ""
    return (
        f"{words} {place_of(here)} time ({other_day}{time_of_day(moment, there)} in "
        f"{place_of(there)})"
    )
