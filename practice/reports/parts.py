"""The parts documents are made of: letterhead, headings, facts, tables, signature."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from reportlab.pdfgen.canvas import Canvas

from practice.models.enums.practice import Paper
from practice.reports.fonts import Weight
from practice.reports.page import (
    HAIRLINE,
    RULE,
    Frame,
    Strip,
    draw_line,
    draw_rule,
    print_pages,
    text_width,
)
from practice.reports.setting import ACCENT, QUIET, Line, Span, Style, Typesetter
from practice.reports.text import one_line

BODY = Style()
STRONG = Style(weight=Weight.BOLD)
LABEL = Style(size=8, leading=12, colour=QUIET)
TITLE = Style(size=18, leading=24, weight=Weight.BOLD)
HEADING = Style(size=11.5, leading=16, weight=Weight.BOLD, colour=ACCENT)
PRACTICE = Style(size=13, leading=18, weight=Weight.BOLD, colour=ACCENT)
CELL = Style(size=9, leading=12.5)
CELL_STRONG = Style(size=9, leading=12.5, weight=Weight.BOLD)
CELL_QUIET = Style(size=8, leading=11, colour=QUIET)
_HEAD_CELL = Style(size=8, leading=11, weight=Weight.BOLD, colour=QUIET)

_FACT = Style(size=8, leading=13.5, colour=QUIET)  # shares a baseline with its value

_ROW_PADDING = 2.5  # above and below the words of a table's row
_GUTTER = 8.0
_LABEL_WIDTH = 84.0
_LONG_ROW = 12  # lines; a longer row may part between pages
_BLANK_LINE = 0.6  # of a line's leading, between two paragraphs
_LONGEST_LINE = 46.0  # the signature line, in hundredths of the measure


@dataclass(frozen=True)
class Letterhead:
    """Who issues the document; `address` may have several lines, any field may be empty."""

    practice: str
    address: str = ""
    phone: str = ""
    clinician: str = ""  # as it should stand there: name and credentials


@dataclass(frozen=True)
class Column:
    """A table column: its head and its share of the width."""

    head: str
    share: float
    right: bool = False


@dataclass(frozen=True)
class Words:
    """A paragraph of a table's cell in a style of its own."""

    text: str
    style: Style


Cell = str | tuple[Words, ...]


class Composer:
    """Puts a document together from top to bottom, then prints it.

    Every method that takes user text raises Refused for a character no font has, naming it and
    the place, and Unavailable for a font that is not installed; nothing is printed then.
    """

    def __init__(self, paper: Paper, *, landscape: bool = False) -> None:
        self.width = text_width(paper, landscape=landscape)
        self._typesetter = Typesetter()
        self._strips: list[Strip] = []

    def print(self, frame: Frame) -> bytes:
        """The PDF."""
        return print_pages(frame, self._strips, self._typesetter)

    def gap(self, height: float) -> None:
        """Blank space, which never starts a page."""
        self._strips.append(Strip(height, _nothing, gap=True))

    def letterhead(self, head: Letterhead) -> None:
        """The practice on the left, how to reach it on the right, a rule below."""
        half = self.width / 2 - _GUTTER
        name = self._lines(head.practice, PRACTICE, half, "the practice's name")
        if head.clinician:
            name += self._lines(head.clinician, BODY, half, "the clinician's name")
        contact = [text for text in (head.address, head.phone) if text.strip()]
        reach = self._lines("\n".join(contact), LABEL, half, "the practice's address")
        height = max(_height(name), _height(reach)) + 8

        def draw(canvas: Canvas, x: float, top: float) -> None:
            _draw_lines(canvas, name, x, top)
            _draw_lines(canvas, reach, x + half + 2 * _GUTTER, top + 2, right=half)
            draw_rule(canvas, x, top - height, self.width, thick=1)

        self._strips.append(Strip(height, draw, keep=True))
        self.gap(14)

    def title(self, text: str) -> None:
        """The kind of document, once, at the start."""
        self._flow(self._lines(text, TITLE, self.width, "the title"), keep=True)
        self.gap(4)

    def heading(self, text: str) -> None:
        """A section's heading, never left alone at the foot of a page."""
        self.gap(13)
        self._flow(self._lines(text, HEADING, self.width, "a heading"), keep=True)
        self._strips.append(Strip(2, _nothing, keep=True))

    def paragraph(self, text: str, *, where: str, style: Style = BODY, keep: bool = False) -> None:
        """Running text; single lines are not left alone at either end of a page."""
        self._flow(self._lines(text, style, self.width, where), keep=keep)

    def spans(self, *spans: Span, keep: bool = False) -> None:
        """One paragraph in several styles."""
        tidy = [replace(span, text=one_line_kept(span.text)) for span in spans]
        self._flow(self._typesetter.wrap(tidy, self.width), keep=keep)

    def facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Short labelled values, two beside each other; a value names its place by its label."""
        pair = self.width / 2
        room = pair - _LABEL_WIDTH - _GUTTER
        for index in range(0, len(facts), 2):
            cells = []
            for label, value in facts[index : index + 2]:
                where = f"“{label}”"
                cells.append(self._lines(label, _FACT, _LABEL_WIDTH - _GUTTER, where))
                cells.append(self._lines(value, BODY, room, where))
            lefts = [0, _LABEL_WIDTH, pair, pair + _LABEL_WIDTH]
            self._strips += _row(cells, [(left, 0.0) for left in lefts], padding=1)

    def table(
        self,
        columns: Sequence[Column],
        rows: Sequence[Sequence[Cell]],
        *,
        where: str,
        padding: float = _ROW_PADDING,
    ) -> None:
        """A table whose head is repeated on every page it reaches.

        More `padding` above and below the words leaves room to write by hand.
        """
        whole = sum(column.share for column in columns)
        widths = [self.width * column.share / whole for column in columns]
        lefts = [sum(widths[:index]) for index in range(len(widths))]
        places = [
            (left, width - _GUTTER if column.right else 0.0)
            for left, width, column in zip(lefts, widths, columns, strict=True)
        ]
        heads = [column.head for column in columns]
        head = self._cells(heads, _HEAD_CELL, widths, where)
        repeat = (*_row(head, places, padding=2), self._rule(RULE))
        self._strips += [replace(strip, keep=True) for strip in repeat]
        for row in rows:
            cells = self._cells(row, CELL, widths, where)
            self._strips += [
                replace(strip, repeat=repeat)
                for strip in (
                    *_row(cells, places, padding=padding, keep=True),
                    self._rule(HAIRLINE),
                )
            ]

    def signature(self, name: str, lines: Sequence[str], signed: str) -> None:
        """Kept in one piece: a line to sign and date on, or `signed`, the words of the signing."""
        self.gap(18)
        with self.together():
            if signed:
                self._flow(self._lines(signed, BODY, self.width, "the signature"))
            else:
                self._strips.append(Strip(46, self._draw_signing_lines))
            self._flow(self._lines(name, STRONG, self.width, "the signature"))
            for line in filter(str.strip, lines):
                self._flow(self._lines(line, BODY, self.width, "the signature"))

    def sign_off(self, greeting: str, lines: Sequence[str], style: Style) -> None:
        """A letter's end, kept in one piece: a greeting, room to sign by hand, who writes."""
        self.gap(14)
        with self.together():
            self._flow(self._lines(greeting, style, self.width, "the greeting"))
            self.strip(44, _nothing)
            for line in filter(str.strip, lines):
                self._flow(self._lines(line, style, self.width, "the signature"))

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is added meanwhile stays on one page, gaps and all."""
        start = len(self._strips)
        yield
        added = [replace(strip, gap=False) for strip in self._strips[start:]]
        self._strips[start:] = [*(replace(strip, keep=True) for strip in added[:-1]), *added[-1:]]

    def strip(self, height: float, draw: Callable[[Canvas, float, float], None]) -> None:
        """Anything else, drawn by the document itself."""
        self._strips.append(Strip(height, draw))

    def draw_text(self, canvas: Canvas, text: str, style: Style, centre: float, top: float) -> None:
        """A short text centred on a point, for `strip`."""
        line = self._typesetter.one([Span(text, style)], self.width)
        draw_line(canvas, line, centre - line.width / 2, top)

    def _draw_signing_lines(self, canvas: Canvas, x: float, top: float) -> None:
        signing = self.width * _LONGEST_LINE / 100
        for label, left, width in (("Signature", 0.0, signing), ("Date", signing + 24, 120.0)):
            draw_rule(canvas, x + left, top - 30, width, thick=0.8)
            line = self._typesetter.one([Span(label, LABEL)], width)
            draw_line(canvas, line, x + left, top - 32)

    def _rule(self, shade: str) -> Strip:
        def draw(canvas: Canvas, x: float, top: float) -> None:
            draw_rule(canvas, x, top - 1, self.width, shade=shade)

        return Strip(2, draw)

    def _cells(
        self, cells: Sequence[Cell], style: Style, widths: Sequence[float], where: str
    ) -> list[list[Line]]:
        return [
            self._cell(cell, style, width - _GUTTER, where)
            for cell, width in zip(cells, widths, strict=True)
        ]

    def _cell(self, cell: Cell, style: Style, width: float, where: str) -> list[Line]:
        words = (Words(cell, style),) if isinstance(cell, str) else cell
        return [line for each in words for line in self._lines(each.text, each.style, width, where)]

    def _lines(self, text: str, style: Style, width: float, where: str) -> list[Line]:
        return self._typesetter.lines(text, style, width, where)

    def _flow(self, lines: Sequence[Line], *, keep: bool = False) -> None:
        """Lines as strips: the first two and the last two of a text stay together."""
        last = len(lines) - 1
        for index, line in enumerate(lines):
            if not line.pieces:
                self.gap(line.leading * _BLANK_LINE)
                continue
            together = index in (0, last - 1) if index < last else keep
            self._strips.append(Strip(line.leading, _drawing([line], self.width), keep=together))


def one_line_kept(text: str) -> str:
    """As one line, but with the blanks at its ends that part it from its neighbours."""
    lead = " " if text[:1].isspace() else ""
    trail = " " if text[-1:].isspace() else ""
    return f"{lead}{one_line(text)}{trail}"


def _row(
    cells: Sequence[list[Line]],
    places: Sequence[tuple[float, float]],
    *,
    padding: float,
    keep: bool = False,
) -> list[Strip]:
    """One table row as strips, a line each; places: left edge, and width if set to the right."""
    count = max(map(len, cells))
    strips = []
    for index in range(count):
        lines = [
            (cell[index], *place)
            for cell, place in zip(cells, places, strict=False)
            if index < len(cell)
        ]
        above = padding if index == 0 else 0
        below = padding if index == count - 1 else 0
        height = above + max(line.leading for line, _, _ in lines) + below
        together = index < count - 1 if count <= _LONG_ROW else index in (0, count - 2)
        drawing = _drawing_row(lines, above)
        strips.append(Strip(height, drawing, keep=together or (keep and index == count - 1)))
    return strips


def _drawing_row(
    lines: Sequence[tuple[Line, float, float]], above: float
) -> Callable[[Canvas, float, float], None]:
    def draw(canvas: Canvas, x: float, top: float) -> None:
        for line, left, right in lines:
            _draw_lines(canvas, [line], x + left, top - above, right=right)

    return draw


def _drawing(lines: Sequence[Line], width: float) -> Callable[[Canvas, float, float], None]:
    """Draws lines at the left, right-to-left paragraphs at the right of the measure."""

    def draw(canvas: Canvas, x: float, top: float) -> None:
        for line in lines:
            _draw_lines(canvas, [line], x, top, right=width if line.right_to_left else 0)
            top -= line.leading

    return draw


def _draw_lines(
    canvas: Canvas, lines: Sequence[Line], x: float, top: float, *, right: float = 0
) -> None:
    for line in lines:
        draw_line(canvas, line, x + max(0.0, right - line.width) if right else x, top)
        top -= line.leading


def _height(lines: Sequence[Line]) -> float:
    return sum(line.leading for line in lines)


def _nothing(canvas: Canvas, x: float, top: float) -> None:
    """Draws nothing: blank space."""
