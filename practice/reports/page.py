"""Pages: a document is a list of strips, a page is a run of them inside a frame.

The frame carries on every page what a reviewer looks for there: whose record it is, the period,
page x of y, and the statement that must go with it. All measures are points (1/72 inch).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from reportlab.pdfgen.canvas import Canvas

from practice.models.enums.practice import Paper
from practice.reports import fonts
from practice.reports.fonts import Weight
from practice.reports.setting import QUIET, Line, Span, Style, Typesetter, colour
from practice.reports.text import one_line

MARGIN = 54.0
RULE = "#7C8896"  # dark enough to survive a black-and-white copy
HAIRLINE = "#B4BDC8"
_HEADER = 30.0  # room for the running header, from the second page on
_ABOVE_FOOTER = 14.0
_BASELINE = 0.75  # of the leading, from the top of a line
_SMALL = Style(size=8, leading=11, colour=QUIET)
_STATEMENT = Style(size=8, leading=11, weight=Weight.BOLD)

_WATERMARK = Style(size=84, leading=84, weight=Weight.BOLD, colour="#E9EDF1")
_ACROSS = 700.0  # points, corner to corner

_EVERY_PAGE = "the line that every page repeats"

_printing = Lock()  # reportlab's fonts serve one document at a time


PAPER_POINTS = {Paper.LETTER: (612.0, 792.0), Paper.A4: (595.28, 841.89)}


@dataclass(frozen=True)
class Strip:
    """A horizontal strip of a page that is never cut.

    `draw` gets the left edge and the top. `keep`: never the last strip of a page while another
    follows it. `gap`: only blank, left out at the top of a page. `repeat`: strips drawn again
    before this one when it starts a page, such as the head of its table.
    """

    height: float
    draw: Callable[[Canvas, float, float], None]
    keep: bool = False
    gap: bool = False
    repeat: tuple["Strip", ...] = ()


@dataclass(frozen=True)
class Frame:
    """What surrounds the strips: `kind` titles the file and names nobody.

    `who` (joined by dots) and `period` run along the top from the second page on, as the first
    page has them in its body; `footer` and the legal `statement` stand at the foot of every page.
    `watermark` stands large and pale across every page, behind its text.
    """

    kind: str
    paper: Paper
    who: tuple[str, ...] = ()
    period: str = ""
    footer: tuple[str, ...] = ()
    statement: str = ""
    landscape: bool = False
    watermark: str = ""


def page_size(paper: Paper, *, landscape: bool = False) -> tuple[float, float]:
    """Width and height of a page."""
    width, height = PAPER_POINTS[paper]
    return (height, width) if landscape else (width, height)


def text_width(paper: Paper, *, landscape: bool = False) -> float:
    """The measure between the margins."""
    return page_size(paper, landscape=landscape)[0] - 2 * MARGIN


def draw_line(canvas: Canvas, line: Line, x: float, top: float) -> None:
    """Draw a line of text whose upper edge is at `top`."""
    line.draw(canvas, x, top - line.leading * _BASELINE)


def draw_rule(
    canvas: Canvas, x: float, y: float, width: float, *, thick: float = 0.5, shade: str = RULE
) -> None:
    """A horizontal rule."""
    canvas.setStrokeColor(colour(shade))
    canvas.setLineWidth(thick)
    canvas.line(x, y, x + width, y)


def print_pages(frame: Frame, strips: Sequence[Strip], typesetter: Typesetter) -> bytes:
    """The finished PDF; the same strips always give the same bytes."""
    width = text_width(frame.paper, landscape=frame.landscape)
    size = page_size(frame.paper, landscape=frame.landscape)
    statement = typesetter.lines(frame.statement, _STATEMENT, width, "the statement")
    statement = statement if frame.statement else []
    header = _ends(typesetter, width, frame.who, frame.period)
    watermark = typesetter.one([Span(one_line(frame.watermark), _WATERMARK)], _ACROSS)
    foot = MARGIN + _SMALL.leading + sum(line.leading for line in statement) + _ABOVE_FOOTER
    room = size[1] - MARGIN - foot
    pages = paginate(strips, first=room, others=room - _HEADER)
    buffer = BytesIO()
    with _printing:
        canvas = _canvas(buffer, frame)
        for number, page in enumerate(pages, start=1):
            top = size[1] - MARGIN
            _draw_watermark(canvas, watermark, size)
            if number > 1 and frame.who:
                _draw_header(canvas, header, width, top)
                top -= _HEADER
            for strip in page:
                strip.draw(canvas, MARGIN, top)
                top -= strip.height
            end = f"Page {number} of {len(pages)}"
            footer = _ends(typesetter, width, frame.footer, end)
            _draw_footer(canvas, statement, footer, width)
            canvas.showPage()
        canvas.save()
    return buffer.getvalue()


def _canvas(buffer: BytesIO, frame: Frame) -> Canvas:
    canvas = Canvas(
        buffer,
        pagesize=page_size(frame.paper, landscape=frame.landscape),
        invariant=1,
        lang="en-US",
        initialFontName=fonts.face(fonts.BASE, Weight.REGULAR).fontName,
    )
    canvas.setTitle(frame.kind)
    canvas.setAuthor("")
    canvas.setCreator("Practice")
    return canvas


def paginate(strips: Sequence[Strip], *, first: float, others: float) -> list[list[Strip]]:
    """Fill pages with strips; each page holds something, and none is fuller than its room."""
    pages: list[list[Strip]] = [[]]
    left = first
    for block in _blocks(strips, others):
        height = sum(strip.height for strip in block)
        if block[0].gap and (height > left or not pages[-1]):
            left -= height if pages[-1] else 0
            continue
        if height > left and pages[-1]:
            repeated = block[0].repeat
            pages.append([*repeated])
            left = others - sum(strip.height for strip in repeated)
        pages[-1] += block
        left -= height
    return pages


def _blocks(strips: Sequence[Strip], room: float) -> list[list[Strip]]:
    """Strips that stay together; where that would overfill a page, they part."""
    blocks: list[list[Strip]] = []
    together = False
    for strip in strips:
        if together and sum(each.height for each in blocks[-1]) + strip.height <= room * 0.8:
            blocks[-1].append(strip)
        else:
            blocks.append([strip])
        together = strip.keep
    return blocks


def _ends(
    typesetter: Typesetter, width: float, texts: Sequence[str], end: str
) -> list[tuple[Line, float]]:
    """Texts joined by dots from the left, cut if too long, and one that ends at the right.

    Each is a span of its own, so that a name written right to left leaves its neighbours in
    place. Returns lines and how far from the left margin they start.
    """
    right = typesetter.one([Span(one_line(end), _SMALL, _EVERY_PAGE)], width)
    placed = [(right, width - right.width)]
    spans = [Span(one_line(text), _SMALL, _EVERY_PAGE) for text in texts]
    joined = [each for span in spans for each in (Span(" · ", _SMALL), span)][1:]
    if joined:
        placed.append((typesetter.one(joined, width - right.width - 12), 0.0))
    return placed


def _draw_watermark(canvas: Canvas, line: Line, size: tuple[float, float]) -> None:
    if not line.pieces:
        return
    width, height = size
    canvas.saveState()
    canvas.translate(width / 2, height / 2)
    canvas.rotate(45)
    line.draw(canvas, -line.width / 2, -_WATERMARK.size / 3)
    canvas.restoreState()


def _draw_header(
    canvas: Canvas, header: list[tuple[Line, float]], width: float, top: float
) -> None:
    for line, left in header:
        draw_line(canvas, line, MARGIN + left, top)
    draw_rule(canvas, MARGIN, top - _SMALL.leading - 3, width)


def _draw_footer(
    canvas: Canvas, statement: list[Line], footer: list[tuple[Line, float]], width: float
) -> None:
    top = MARGIN + _SMALL.leading
    for line, left in footer:
        draw_line(canvas, line, MARGIN + left, top)
    for line in reversed(statement):
        top += line.leading
        draw_line(canvas, line, MARGIN, top)
    draw_rule(canvas, MARGIN, top + 4, width)
