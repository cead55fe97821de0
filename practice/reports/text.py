"""User text on its way to paper: cleaned, cut into characters as people see them, given fonts.

There is no markup anywhere on this way: a document draws glyphs, so `<b>` prints as `<b>`.
"""

import re
import unicodedata
from collections.abc import Iterator

from practice.errors import Refused
from practice.reports import fonts
from practice.reports.fonts import Face, Family, Weight

# Controls, and the invisible marks that can hide or reorder words: embeddings, overrides and
# isolates (a printed record must read in the order it was written), soft hyphens, byte order marks.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_JOINERS = "\u034f\u061c\u200b\u200c\u200d\u200e\u200f"  # steer shaping and order, draw nothing


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, without control characters; blank ones are kept as empty."""
    lines = _LINE_END.split(text.strip())
    return [_UNSEEN.sub("", line.replace("\t", " ")).rstrip() for line in lines]


def one_line(text: str) -> str:
    """The text as a single line, for names and other short fields."""
    return " ".join(" ".join(paragraphs(text)).split())


def graphemes(text: str) -> Iterator[str]:
    """Characters as people see them: a base with the marks and joiners that belong to it."""
    start = 0
    for index in range(1, len(text)):
        if not _belongs(text[index - 1], text[index]):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def _belongs(before: str, character: str) -> bool:
    if character < "\u0300":
        return False
    virama = before == "\u094d" and "\u0904" <= character <= "\u0939"  # a Devanagari conjunct
    return virama or before == "\u200d" or draws_nothing(character) or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def draws_nothing(character: str) -> bool:
    """True for joiners, direction marks and variation selectors, which need no glyph."""
    return character in _JOINERS or "\ufe00" <= character <= "\ufe0f" or character >= "\U000e0100"


class FontChooser:
    """Chooses a font for each character of one document, and refuses what no font can draw."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, Weight], list[tuple[str, Face]]] = {}

    def runs(self, text: str, weight: Weight, where: str) -> list[tuple[str, Face]]:
        """The text in stretches of one font each.

        Raises Refused naming a character that no font has and `where` it stands, and Unavailable
        naming the font that would be needed but is not installed.
        """
        base = fonts.face(fonts.BASE, weight)
        if text.isascii() and text.isprintable():
            return [(text, base)] if text else []
        runs: list[tuple[str, Face]] = []
        for grapheme in graphemes(text):
            last = runs[-1][1] if runs else base
            neutral = not grapheme[0].isalnum() and covers(last, grapheme)
            parts = [(grapheme, last)] if neutral else self._parts(grapheme, weight, where)
            for part, face in parts:
                if runs and face is runs[-1][1]:
                    runs[-1] = (runs[-1][0] + part, face)
                else:
                    runs.append((part, face))
        return runs

    def _parts(self, grapheme: str, weight: Weight, where: str) -> list[tuple[str, Face]]:
        """One font for the whole, or, where a mark belongs to another script, one for each."""
        key = (grapheme, weight)
        if key not in self._known:
            face = _choose(grapheme, weight)
            if face is None and len(grapheme) == 1:
                raise cannot_print(grapheme, where)
            self._known[key] = (
                [part for each in grapheme for part in self._parts(each, weight, where)]
                if face is None
                else [(grapheme, face)]
            )
        return self._known[key]


def covers(face: Face, grapheme: str) -> bool:
    """True if the font draws all of it, as written or composed."""
    return any(
        all(ord(each) in face.coverage or draws_nothing(each) for each in form)
        for form in (grapheme, unicodedata.normalize("NFC", grapheme))
    )


def _choose(grapheme: str, weight: Weight) -> Face | None:
    for family in _candidates(grapheme):
        for each in dict.fromkeys((weight, Weight.REGULAR)):
            face = fonts.face(family, each)
            if covers(face, grapheme):
                return face
    return None


def _candidates(grapheme: str) -> Iterator[Family]:
    return iter(
        dict.fromkeys(family for each in grapheme for family in fonts.families_for(ord(each)))
    )


def cannot_print(grapheme: str, where: str) -> Refused:
    """The words for a character that no font has; it is named even where it cannot be shown."""
    base = fonts.face(fonts.BASE, Weight.REGULAR)
    lacking = [each for each in grapheme if not covers(base, each)]
    character = lacking[0] if lacking else grapheme[0]
    name = unicodedata.name(character, "a character without a name")
    shown = f"“{character}” " if character.isprintable() else ""
    return Refused(
        f"The character {shown}(U+{ord(character):04X}, {name}) in {where} can't be printed: "
        "none of the fonts for documents has it. Nothing was printed. "
        "Please replace or remove it and try again."
    )
