"""Typesetting: text in a style becomes lines no wider than a measure.

A document has one `Typesetter`. It remembers the words it has shaped, so that a report takes
milliseconds, and it dies with its document, so that no text outlives the printing.
All measures are points (1/72 inch).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from practice.reports import bidi
from practice.reports.breaks import chunks
from practice.reports.fonts import Face, Weight
from practice.reports.shaping import Shaped, shape
from practice.reports.text import FontChooser, cannot_print, graphemes, paragraphs

INK = "#17212B"
QUIET = "#45525F"
ACCENT = "#0B6B6B"


@cache
def colour(code: str) -> Any:
    """The colour in reportlab's form; parsing it at every line would cost half the time."""
    return HexColor(code)


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size and leading in points, colour as #RRGGBB."""

    size: float = 9.5
    leading: float = 13.5
    weight: Weight = Weight.REGULAR
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one paragraph in one style; its direction never disturbs its neighbours.

    `where` is the place a person would name ("the summary"), for words about a character that
    can't be printed.
    """

    text: str
    style: Style
    where: str = "this document"


@dataclass(frozen=True, slots=True)
class Piece:
    """A shaped word at its size, with its embedding level."""

    shaped: Shaped
    style: Style
    level: int

    @property
    def width(self) -> float:
        return self.shaped.width * self.style.size / 1000

    @property
    def is_space(self) -> bool:
        return self.shaped.text.isspace()


@dataclass(frozen=True, slots=True)
class Line:
    """One line, its pieces from left to right."""

    pieces: tuple[Piece, ...]
    leading: float
    right_to_left: bool

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw from x rightwards, with the baseline at y."""
        for (_, _, itself), run in groupby(self.pieces, _alike):
            pieces = list(run)
            for group in [pieces] if itself else [[piece] for piece in pieces]:
                _draw_run(canvas, x, y, group)
                x += sum(piece.width for piece in group)


def _alike(piece: Piece) -> tuple[Style, Face, bool]:
    return piece.style, piece.shaped.face, piece.shaped.says_itself


def _draw_run(canvas: Canvas, x: float, y: float, pieces: list[Piece]) -> None:
    """Draw pieces of one style and font; where glyphs can't tell the text, it stands beside."""
    style, face, told = _alike(pieces[0])
    if not told:
        text = "".join(piece.shaped.text for piece in pieces).encode("utf-16-be").hex().upper()
        canvas.addLiteral(f"/Span <</ActualText <FEFF{text}>>> BDC")
    drawn = pieces[0].shaped.drawn
    for piece in pieces[1:]:
        drawn += piece.shaped.drawn
    line = canvas.beginText(x, y)
    line.setFont(face.fontName, style.size)
    line.setFillColor(colour(style.colour))
    line.textOut(drawn)
    canvas.drawText(line)
    if not told:
        canvas.addLiteral("EMC")
    for glyph in (glyph for piece in pieces for glyph in piece.shaped.glyphs if told):
        face.means(canvas, glyph.character, glyph.source[::-1])  # as it is seen, left to right


class Typesetter:
    """Breaks the texts of one document into lines."""

    def __init__(self) -> None:
        self._fonts = FontChooser()
        self._shaped: dict[tuple[str, Face, bool], Shaped] = {}

    def lines(self, text: str, style: Style, width: float, where: str) -> list[Line]:
        """All lines of a text of one or more paragraphs; at least one, if only an empty one.

        Raises Refused naming a character no font has, Unavailable naming a missing font.
        """
        return [
            line
            for paragraph in paragraphs(text)
            for line in self.wrap([Span(paragraph, style, where)], width)
        ]

    def wrap(self, spans: Sequence[Span], width: float) -> list[Line]:
        """The lines of one paragraph made of these spans, each no wider than `width`."""
        leading = max(span.style.leading for span in spans)
        right_to_left = bidi.starts_right_to_left(spans[0].text)
        broken: list[list[Piece]] = [[]]
        used = 0.0
        for unit in (unit for span in spans for unit in self._units(span, width)):
            needed = sum(piece.width for piece in unit)
            if used + needed > width and used and not unit[0].is_space:
                broken.append([])
                used = 0.0
            broken[-1] += unit
            used += needed
        return [
            Line(tuple(bidi.visual(_trimmed(line), _level)), leading, right_to_left)
            for line in broken
        ]

    def one(self, spans: Sequence[Span], width: float) -> Line:
        """A single line; what does not fit is cut and the cut is shown by an ellipsis."""
        first = self.wrap(spans, width)
        if len(first) == 1:
            return first[0]
        dots = self.wrap([Span("…", spans[0].style)], width)[0]
        cut = self.wrap(spans, width - dots.width)[0]
        return Line(cut.pieces + dots.pieces, cut.leading, cut.right_to_left)

    def _units(self, span: Span, width: float) -> Iterator[list[Piece]]:
        """The unbreakable parts of a span, in the order they are read."""
        levels = bidi.levels(span.text)
        start = 0
        for chunk in chunks(span.text):
            unit = self._pieces(chunk, levels[start : start + len(chunk)], span)
            start += len(chunk)
            if unit and not unit[0].is_space and sum(piece.width for piece in unit) > width:
                yield from self._torn(unit, width, span)
            elif unit:
                yield unit

    def _pieces(self, chunk: str, levels: bytes, span: Span) -> list[Piece]:
        pieces = []
        start = 0
        for level, run in groupby(levels):
            part = chunk[start : start + len(list(run))]
            start += len(part)
            for text, face in self._fonts.runs(part, span.style.weight, span.where):
                shaped = self._shape(text, face, span.where, right_to_left=level % 2 == 1)
                pieces.append(Piece(shaped, span.style, level))
        return pieces

    def _shape(self, text: str, face: Face, where: str, *, right_to_left: bool) -> Shaped:
        key = (text, face, right_to_left)
        if key not in self._shaped:
            shaped = shape(text, face, right_to_left=right_to_left)
            if shaped is None:
                raise cannot_print(text, where)
            self._shaped[key] = shaped
        return self._shaped[key]

    def _torn(self, unit: list[Piece], width: float, span: Span) -> Iterator[list[Piece]]:
        """A word wider than the whole measure, parted between characters as people see them."""
        for piece in unit:
            held, used = "", 0.0
            for grapheme in graphemes(piece.shaped.text):
                alone = self._again(grapheme, piece, span)
                if held and used + alone.width > width:
                    yield [self._again(held, piece, span)]
                    held, used = "", 0.0
                held += grapheme
                used += alone.width
            yield [self._again(held, piece, span)]

    def _again(self, text: str, like: Piece, span: Span) -> Piece:
        right_to_left = like.shaped.right_to_left
        shaped = self._shape(text, like.shaped.face, span.where, right_to_left=right_to_left)
        return Piece(shaped, like.style, like.level)


def _level(piece: Piece) -> int:
    return piece.level


def _trimmed(line: list[Piece]) -> list[Piece]:
    """Without the spaces at the end of the line, which rule L1 keeps out of the ordering."""
    end = len(line)
    while end and line[end - 1].is_space:
        end -= 1
    return line[:end]
