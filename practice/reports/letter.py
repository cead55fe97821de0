"""Letters: from whom, to whom, when, under which reference; and how they end.

A letter says nothing of care: no group, no topic, no link. Its reference is the member's code.
"""

from dataclasses import dataclass
from datetime import date

from practice.models.enums.practice import Paper
from practice.reports.page import Frame
from practice.reports.parts import LABEL, Composer, Letterhead
from practice.reports.setting import Style
from practice.reports.words import letter_day

TEXT = Style(size=10.5, leading=15.5)
_BETWEEN = 7.0
EVERYBODY = "To whom it may concern"


@dataclass(frozen=True)
class Addressee:
    """Where a letter goes; `address` may have several lines. Without a name: whom it concerns."""

    name: str = ""
    address: str = ""


@dataclass(frozen=True)
class Signer:
    """Who signs: the name, and credentials where they belong on this letter."""

    name: str
    credentials: str = ""

    @property
    def words(self) -> str:
        """As it stands below the signature."""
        return ", ".join(filter(str.strip, (self.name, self.credentials)))


@dataclass(frozen=True)
class Envelope:
    """What every letter carries; `reference` names nobody, `zone` is the practice's time zone."""

    letterhead: Letterhead
    addressee: Addressee
    written_on: date
    reference: str
    signer: Signer
    zone: str
    paper: Paper = Paper.LETTER


def begin(envelope: Envelope, *, title: str = "") -> Composer:
    """A page with everything that stands above the words of a letter."""
    page = Composer(envelope.paper)
    page.letterhead(envelope.letterhead)
    page.gap(10)
    to = envelope.addressee
    address = "\n".join(filter(str.strip, (to.name, to.address))) or EVERYBODY
    page.paragraph(address, where="the recipient’s name and address", style=TEXT)
    page.gap(18)
    page.paragraph(letter_day(envelope.written_on), where="the date", style=TEXT)
    page.paragraph(f"Our reference: {envelope.reference}", where="the reference", style=LABEL)
    page.gap(16)
    if title:
        page.title(title)
        page.gap(4)
    return page


def add_paragraphs(page: Composer, *texts: str, where: str = "the letter") -> None:
    """Paragraphs with a little room between them."""
    for text in filter(str.strip, texts):
        page.paragraph(text, where=where, style=TEXT)
        page.gap(_BETWEEN)


def frame(envelope: Envelope, kind: str, *, who: str, statement: str = "") -> Frame:
    """Reference and person on every page after the first, page x of y on each."""
    return Frame(
        kind=kind,
        paper=envelope.paper,
        who=(kind, who, envelope.reference),
        period=letter_day(envelope.written_on),
        footer=(envelope.letterhead.practice, envelope.reference),
        statement=statement,
    )
