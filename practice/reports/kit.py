"""The recovery kit: one page with the code that opens the practice when all else is lost."""

from dataclasses import dataclass
from datetime import date

from reportlab.pdfgen.canvas import Canvas

from practice.errors import Refused
from practice.models.enums.practice import Paper
from practice.reports.fonts import Weight
from practice.reports.page import RULE, Frame
from practice.reports.parts import BODY, PRACTICE, Composer
from practice.reports.setting import QUIET, Style, colour
from practice.reports.words import day

KIND = "Recovery kit"
GROUPS = 13
LETTERS = 5
_ACROSS = 3
_CELL_HEIGHT = 42.0
_LETTER = Style(size=20, leading=24, weight=Weight.BOLD)
_NUMBER = Style(size=9, leading=12, colour=QUIET)
_LETTER_STEP = 22.0
_USES = (
    "What it is for",
    "This code opens your practice when the passphrase is forgotten, when the computer is lost or "
    "replaced, or when its keychain is gone. Nobody else has a copy: without your passphrase and "
    "without this page, the records cannot be opened by anyone.",
)
_STEPS = (
    "How to use it",
    "Open Practice and choose the recovery kit where it asks for your passphrase, or when "
    "restoring a backup. Type the groups in order, 1 to 13. Capitals do not matter, 0 and 1 are "
    "always digits, and a mistyped group is pointed out. Then choose a new passphrase.",
)
_KEEPING = (
    "Where to keep it",
    "On paper, locked away, and not beside the computer: a safe, a bank box, or a "
    "person you trust. Whoever holds this page and a copy of your data folder can read everything "
    "in it. Do not photograph it, e-mail it or keep it as a file. After printing a new kit, shred "
    "the old one.",
)


@dataclass(frozen=True)
class RecoveryKit:
    """What the page shows: 13 groups of 5 characters, and which practice they belong to."""

    practice: str
    vault: str  # the short form of the vault's id
    made_on: date
    groups: tuple[str, ...]
    paper: Paper = Paper.LETTER


def render(kit: RecoveryKit) -> bytes:
    """The PDF, one page. Raises Refused if the code is not 13 groups of 5 letters or digits."""
    if len(kit.groups) != GROUPS or not all(map(_whole, kit.groups)):
        raise Refused("The recovery code is not complete, so the kit was not printed.")
    page = Composer(kit.paper)
    page.paragraph(kit.practice, where="the practice's name", style=PRACTICE)
    page.gap(6)
    page.title(KIND)
    page.facts([("Vault", kit.vault), ("Made on", day(kit.made_on))])
    page.gap(16)
    _add_code(page, kit.groups)
    for heading, text in (_USES, _STEPS, _KEEPING):
        page.heading(heading)
        page.paragraph(text, where="the kit", style=BODY)
    frame = Frame(kind=KIND, paper=kit.paper, footer=(KIND, "keep this page secret"))
    return page.print(frame)


def _whole(group: str) -> bool:
    return len(group) == LETTERS and group.isascii() and group.isalnum()


def _add_code(page: Composer, groups: tuple[str, ...]) -> None:
    for start in range(0, len(groups), _ACROSS):
        _add_row(page, start, groups[start : start + _ACROSS])


def _add_row(page: Composer, start: int, groups: tuple[str, ...]) -> None:
    cell = page.width / _ACROSS

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for column, group in enumerate(groups):
            left = x + column * cell
            canvas.setStrokeColor(colour(RULE))
            canvas.setLineWidth(0.8)
            canvas.roundRect(left, top - _CELL_HEIGHT + 6, cell - 10, _CELL_HEIGHT - 6, 4)
            page.draw_text(canvas, str(start + column + 1), _NUMBER, left + 16, top - 11)
            for index, letter in enumerate(group):
                centre = left + 46 + index * _LETTER_STEP
                page.draw_text(canvas, letter, _LETTER, centre, top - 6)

    page.strip(_CELL_HEIGHT, draw)
