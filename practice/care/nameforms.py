"""The forms a written name takes in different scripts, for the name check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from practice.text import fold

SHORT = 2
"""Names of so few letters (Jo, Al, Li) turn up as words in some language or abbreviation."""

WORD = re.compile(
    "(?:[^\\W\\d_]|[\u0900-\u0963\u0971-\u0dff\u0f71-\u0fbc\u1000-\u109f\u17b4-\u17d3])+"
)
"""A run of letters with the vowel signs that belong to them; in folded text."""

UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U000323af]"
)
"""Scripts in which a name is written without a space on either side."""

_CASED = re.compile("[a-z\u0370-\u052f]")
# fmt: off
_PARTICLES = frozenset({
    "de", "del", "della", "degli", "da", "das", "do", "dos", "di", "du", "la", "las", "le", "les",
    "lo", "los", "van", "von", "der", "den", "ter", "ten", "het", "zu", "zum", "zur", "af", "av",
    "bin", "binti", "ibn", "ben", "bat", "abu", "al", "el", "ul", "und", "st", "san", "ni", "nic",
    "mac", "thi",
})
_HAN_PAIRS = frozenset({
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "东方", "東方", "皇甫", "尉迟",
    "公孙", "慕容", "司徒",
})
_HEBREW_PREFIXES = ("ו", "ל", "ב", "מ", "ש", "ה", "כ", "ול", "וב", "ומ", "וש", "וה", "של", "כש")
_ARABIC_PREFIXES = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل")
# fmt: on
_HONORIFIC = "(?:さん|様|さま|くん|ちゃん|先生|女士|小姐|太太|씨|님)"

_AFTER_CONSONANT = ("а", "у", "ом", "е", "ем", "ові")
_ENDINGS = (
    (re.compile("(.{2,})[аы]"), ("ы", "и", "е", "у", "ои", "ою", "і")),
    (re.compile("(.{2,})я"), ("и", "ю", "е", "еи", "ею", "і")),
    (re.compile("(.{2,})[иьі]"), ("я", "ю", "ем", "е", "єм")),
    (re.compile("(.{2,}[бвгджзклмнпрстфхцчшщ])"), _AFTER_CONSONANT),
    (re.compile("(.{2,})α"), ("ασ",)),
    (re.compile("(.{2,})η"), ("ησ",)),
    (re.compile("(.{2,}[αη])σ"), ("",)),
    (re.compile("(.{2,})οσ"), ("ου", "ο", "ε")),
)
"""Singular case endings by the end of the nominative; all folded, so that й is и and ς is σ."""


@dataclass(frozen=True)
class Part:
    """One word of a name with the particles that lead it: ("van", "der") before berg."""

    word: str
    leads: tuple[str, ...] = ()


def parts(name: str) -> list[Part]:
    """The words of a name that can stand for a person, folded; O'Brien gives brien and obrien."""
    words = [word for word in WORD.findall(fold(name)) if not UNSPACED.search(word)]
    found: list[Part] = []
    leads: tuple[str, ...] = ()
    for at, word in enumerate(words):
        if len(word) == 1 or (word in _PARTICLES and 0 < at < len(words) - 1):
            leads = (*leads, word)
        else:
            found.append(Part(word, leads))
            leads = ()
    joined = (piece for piece in fold(name).split() if "'" in piece)
    return found + [Part("".join(WORD.findall(piece))) for piece in joined]


def has_case(word: str) -> bool:
    """Whether the script of this folded word has capitals (Latin, Greek, Cyrillic)."""
    return bool(_CASED.match(word))


def inflected(word: str) -> Iterator[str]:
    """Other shapes of one name: the plain -s of many languages, Cyrillic and Greek endings."""
    if "a" <= word[0] <= "z" and len(word) > SHORT:
        yield f"{word}s"
        return
    for shape, endings in _ENDINGS:
        if stem := shape.fullmatch(word):
            yield from (stem[1] + ending for ending in endings)
            return


def prefixed(word: str) -> Iterator[str]:
    """Hebrew and Arabic names with the small words that grow onto their front."""
    if len(word) < 3:
        return
    if "\u05d0" <= word[0] <= "\u05ea":
        yield from (prefix + word for prefix in _HEBREW_PREFIXES)
    elif "\u0620" <= word[0] <= "\u064a":
        yield from (prefix + word for prefix in _ARABIC_PREFIXES)


def unspaced(name: str, *, whole: bool) -> dict[str, str]:
    """Folded forms to look for anywhere, with a pattern for each, of a name without spaces.

    `whole` names hold surname and given name; others (preferred names) are taken as they are.
    """
    words = [word for word in fold(name).split() if UNSPACED.search(word)]
    if not words:
        return {}
    spaced = len(words) > 1
    if whole and not spaced:
        words = _family_and_given(words[0])
    forms = {"".join(words): r"\s?".join(map(re.escape, words))}
    if spaced and len(words) == 2:
        forms[words[1] + words[0]] = rf"{re.escape(words[1])}\s?{re.escape(words[0])}"
    for word in words:
        forms[word] = re.escape(word)
    return {form: _bounded(form, pattern) for form, pattern in forms.items()}


def _family_and_given(name: str) -> list[str]:
    if not re.fullmatch("[\u3400-\u9fff\uac00-\ud7a3]{2,4}", name):
        return [name]
    cut = 2 if name[:2] in _HAN_PAIRS or len(name) == 4 else 1
    return [name[:cut], name[cut:]] if len(name) > cut else [name]


def _bounded(form: str, pattern: str) -> str:
    if len(form) == 1 or re.fullmatch("[\u3040-\u309f]{2}", form):
        return pattern + _HONORIFIC
    if "\uac00" <= form[0] <= "\ud7a3":
        pattern = f"(?<![\uac00-\ud7a3]){pattern}"
    elif "\u30a0" <= form[0] <= "\u30ff":
        pattern = f"(?<![\u30a1-\u30ff]){pattern}(?![\u30a1-\u30ff])"
    elif "\u0e00" <= form[0] <= "\u0e7f":
        pattern = f"{pattern}(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
    return f"{pattern}{_HONORIFIC}?"
