"""Shaping: a word in one font and one direction becomes placed glyphs (HarfBuzz)."""

from dataclasses import dataclass

import uharfbuzz as hb
from bidi.mirror import MIRRORED
from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

from practice.reports.fonts import Face

NO_GLYPH = 0


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: the character that draws it, and its measures in thousandths of the size."""

    character: str
    source: str  # what a reader who copies this glyph should get; empty for all but one of several
    measures: ShapeData


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as it is drawn, glyphs from left to right; `width` in thousandths of the size."""

    text: str
    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    right_to_left: bool

    @property
    def drawn(self) -> ShapedStr:
        """The glyphs in the form reportlab draws."""
        characters = "".join(glyph.character for glyph in self.glyphs)
        return ShapedStr(characters, [glyph.measures for glyph in self.glyphs])

    @property
    def says_itself(self) -> bool:
        """False if ligatures or syllables are drawn, so that the text must be told beside them.

        Right-to-left text is never told beside its glyphs, since readers turn it round themselves.
        """
        return self.right_to_left or all(glyph.character == glyph.source for glyph in self.glyphs)


def shape(text: str, face: Face, *, right_to_left: bool) -> Shaped | None:
    """The text placed in this font; None if the font lacks a glyph for some part of it."""
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    hb.shape(face.shaper, buffer)
    if any(info.codepoint == NO_GLYPH for info in buffer.glyph_infos):
        return None
    glyphs = _glyphs(text, face, buffer)
    width = sum(glyph.measures.x_advance for glyph in glyphs)
    return Shaped(text, face, glyphs, width, right_to_left)


def _seen(cluster: str, direction: str) -> str:
    """The character as it looks: brackets are mirrored where text runs right to left."""
    mirrored: str = MIRRORED.get(cluster, cluster)
    return mirrored if direction == "rtl" else cluster


def _glyphs(text: str, face: Face, buffer: hb.Buffer) -> tuple[Glyph, ...]:
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=False))  # a lone joiner has none
    glyphs = []
    told: set[int] = set()
    for info, position in zip(infos, positions, strict=True):
        cluster = text[info.cluster : ends[info.cluster]]
        character = face.character(info.codepoint, _seen(cluster, buffer.direction))
        source = "" if info.cluster in told else cluster
        told.add(info.cluster)
        placed = (position.x_advance, position.y_advance, position.x_offset, position.y_offset)
        scaled = map(face.pdfScale, placed)
        width = face.face.charWidths[ord(character)]
        glyphs.append(Glyph(character, source, ShapeData(info.cluster, *scaled, width)))
    return tuple(glyphs)
