"""The fonts of printed documents: where they lie, what each can draw, and what is missing.

Every font is looked for in the system's own font folders and opened on first need, since a
document seldom needs more than two. Only TrueType outlines can be embedded (reportlab takes no
CFF ones), which is why Chinese and Japanese come from Droid Sans Fallback and Korean from Nanum
Gothic and not from Noto's CJK fonts.
"""

import os
import sys
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import SUBSETN, TTFError, TTFont

from practice.errors import Unavailable

_PRIVATE = (
    0xF0000  # plane 15: a glyph that no single character stands for is drawn as this + its id
)


class Weight(Enum):
    """How heavy a text is drawn; a script without a bold font is drawn regular."""

    REGULAR = "regular"
    BOLD = "bold"


@dataclass(frozen=True)
class Family:
    """One family: what it is for, the Debian package that brings it, its files, its blocks."""

    name: str
    package: str
    regular: tuple[str, ...]
    bold: tuple[str, ...]
    blocks: tuple[tuple[int, int], ...]


def _noto(script: str, *blocks: tuple[int, int]) -> Family:
    stem = f"Noto Sans {script}".strip()
    file = stem.replace(" ", "")
    return Family(stem, "fonts-noto-core", (f"{file}-Regular.ttf",), (f"{file}-Bold.ttf",), blocks)


BASE = _noto("")  # Latin, Greek, Cyrillic, and every character another family shares with it
FAMILIES = (
    _noto("Hebrew", (0x0590, 0x05FF), (0xFB1D, 0xFB4F)),
    _noto(
        "Arabic",
        *((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFF)),
    ),
    _noto("Devanagari", (0x0900, 0x097F), (0x1CD0, 0x1CFF), (0xA8E0, 0xA8FF)),
    _noto("Thai", (0x0E00, 0x0E7F)),
    Family(
        "Nanum Gothic",
        "fonts-nanum",
        ("NanumGothic.ttf", "NanumGothic-Regular.ttf", "malgun.ttf", "Arial Unicode.ttf"),
        ("NanumGothicBold.ttf", "NanumGothic-Bold.ttf", "malgunbd.ttf"),
        ((0x1100, 0x11FF), (0x3130, 0x318F), (0xA960, 0xA97F), (0xAC00, 0xD7FF)),
    ),
    Family(
        "Droid Sans Fallback",
        "fonts-droid-fallback",
        ("DroidSansFallbackFull.ttf", "DroidSansFallback.ttf", "Arial Unicode.ttf"),
        (),
        (
            (0x2E80, 0x9FFF),
            (0xF900, 0xFAFF),
            (0xFE30, 0xFE4F),
            (0xFF00, 0xFFEF),
            (0x20000, 0x3FFFF),
        ),
    ),
    _noto("Symbols", (0x2100, 0x21FF), (0x2300, 0x23FF), (0x2460, 0x24FF)),
    _noto("Symbols 2", (0x2500, 0x27BF), (0x2B00, 0x2BFF)),
    _noto("Math", (0x2200, 0x22FF), (0x27C0, 0x2AFF)),
)


class Face(TTFont):  # type: ignore[misc]  # reportlab carries no types
    """One opened font file, with the characters it can draw.

    Shaping yields glyphs, while reportlab draws characters: `character` gives each glyph one,
    fixed by the glyph's number so that a document's bytes never depend on what was printed before.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path.stem, str(path))
        self.coverage = frozenset(code for code, glyph in self.face.charToGlyph.items() if glyph)
        self.shaper = hb.Font(self.hbFace)
        self._meanings: dict[int, str] = {}
        self._document: object = None

    def character(self, glyph: int, source: str) -> str:
        """The character that draws this glyph: `source` itself where the font maps it so."""
        if len(source) == 1 and self.face.charToGlyph.get(ord(source)) == glyph:
            return source
        code = _PRIVATE + glyph
        if code not in self.face.charToGlyph:
            self.face.charToGlyph[code] = glyph
            self.face.charWidths[code] = self.pdfScale(self.shaper.get_glyph_h_advance(glyph))
        return chr(code)

    def means(self, document: object, character: str, text: str) -> None:
        """Remember, for one document, what a reader who copies this glyph should get."""
        if document is not self._document:
            self._document, self._meanings = document, {}
        self._meanings.setdefault(ord(character), text)

    def addObjects(self, doc: Any) -> None:
        """Embed the subsets, with maps back to text that also hold beyond the first plane."""
        subsets = self.state[doc].subsets
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            tag = SUBSETN(number) + b"+" + self.face.name + self.face.subfontNameX
            name = tag.decode("pdfdoc")
            stream = doc.idToObject[f"toUnicodeCMap:{name}"]
            stream.content = _to_unicode(name, [self._text(code) for code in subset])
        self._document, self._meanings = None, {}

    def _text(self, code: int) -> str:
        return self._meanings.get(code, "") if code >= _PRIVATE else chr(code)


def _to_unicode(name: str, texts: list[str]) -> str:
    """A ToUnicode map (PDF 32000-1, 9.10.3): at most 100 entries in one block."""
    entries = [
        f"<{index:02X}> <{text.encode('utf-16-be').hex().upper()}>"
        for index, text in enumerate(texts)
        if text
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        *("12 dict begin", "begincmap"),
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        *(f"/CMapName /{name} def", "/CMapType 2 def"),
        f"1 begincodespacerange <00> <{len(texts) - 1:02X}> endcodespacerange",
    ]
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    )


def folders() -> tuple[Path, ...]:
    """The folders in which this system keeps its fonts."""
    home = Path.home()
    if sys.platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            local / "Microsoft/Windows/Fonts",
        )
    if sys.platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        Path("/usr/share/fonts"),
    )


@cache
def _files() -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in folders():
        for root, _, names in os.walk(folder):
            for name in sorted(names):
                found.setdefault(name, Path(root, name))
    return found


@cache
def _open(names: tuple[str, ...]) -> Face | None:
    """The first of these files that is there and can be embedded."""
    for name in names:
        path = _files().get(name)
        if path is None:
            continue
        try:
            face = _read(path)
        except TTFError:
            continue
        pdfmetrics.registerFont(face)
        return face
    return None


@cache
def _read(path: Path) -> Face:
    """One file is one face for good: glyphs handed out before must be those that are drawn."""
    return Face(path)


def forget() -> None:
    """Look for fonts anew at the next need, for instance after one was installed."""
    _files.cache_clear()
    _open.cache_clear()


def face(family: Family, weight: Weight) -> Face:
    """The opened font; Unavailable, naming the family and its package, if it is not installed."""
    bold = _open(family.bold) if weight is Weight.BOLD and family.bold else None
    found = bold or _open(family.regular)
    if found is None:
        raise Unavailable(missing_words((family,)))
    return found


def families_for(code: int) -> tuple[Family, ...]:
    """The families meant for a character, best first; the base family draws whatever it can."""
    fitting = (
        family for family in FAMILIES if any(low <= code <= high for low, high in family.blocks)
    )
    return (BASE, *fitting)


def missing() -> tuple[Family, ...]:
    """The families that are not installed, so that it can be said before anything is printed."""
    return tuple(
        family
        for family in (BASE, *FAMILIES)
        if not any(name in _files() for name in family.regular)
    )


def missing_words(families: tuple[Family, ...]) -> str:
    """What to install, for a person."""
    names = " and ".join(f"“{family.name}”" for family in families)
    packages = ", ".join(dict.fromkeys(family.package for family in families))
    return (
        f"This document needs the font {names}, which is not installed on this computer. "
        f"Nothing was printed. Please install it (on Debian or Ubuntu: {packages}) and try again."
    )
