"""The forms a written name takes in different scripts, for the name check."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from practice.text import fold

SHORT = 2
"""Names of so few letters (Jo, Al, Li) turn up as words in some language or abbreviation."""

_WITHOUT_SPACES = (
    "\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U000323af"
)

WORD = re.compile(
    f"(?:[^\\W\\d_{_WITHOUT_SPACES}]|[\u0900-\u0963\u0971-\u0dff\u0f71-\u0fbc\u1000-\u109f])+"
)
"""A run of letters, with their vowel signs, of a script that writes spaces; in folded text."""

UNSPACED = re.compile(f"[{_WITHOUT_SPACES}]")
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

_Endings = Sequence[tuple[re.Pattern[str], Sequence[str]]]

_LATIN = re.compile("[a-z]")
_DOUBLED = re.compile("([kpt])\\1(?=[aeiouy]$)")
_FINNISH = ("n", "a", "ta", "lle", "lla", "lta", "ssa", "sta")
_HISSING = re.compile("(?:[sxz]|ch|sh)$")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_TWO_LETTERS = re.compile("(?<![aeiou])([aou])e(?=[bdfghkmnrst]|ll)")

_AFTER_CONSONANT = ("а", "у", "ом", "е", "ем", "ові")
_ENDINGS: _Endings = (
    (re.compile("(.{2,}(?:[ое]в|[иы]н))"), ("а", "у", "ым", "е", "ом")),
    (re.compile("(.{2,}[сц]к)ии"), ("ого", "ому", "им", "ом")),
    (re.compile("(.{2,}[сц]к)ая"), ("ои", "ую")),
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

_LATIN_ENDINGS: dict[str, _Endings] = {
    "Polish": (
        (re.compile("(.{2,}[scz]k)a"), ("iej",)),
        (re.compile("(.{2,}[scz]k)i"), ("iego", "iemu", "im")),
        (re.compile("(.{2,})ka"), ("ki", "ce", "ke", "ko")),
        (re.compile("(.{2,})a"), ("y", "i", "ie", "e", "o")),
        (re.compile("(.{2,})ek"), ("ka", "kowi", "kiem", "ku")),
        (re.compile("(.{2,}[^aeiouy])"), ("a", "owi", "em", "iem", "u", "ie", "ze")),
    ),
    "Czech": (
        (re.compile("(.{2,}ov)a"), ("e", "ou")),
        (re.compile("(.{2,})a"), ("y", "e", "u", "ou", "o")),
        (re.compile("(.{2,})y"), ("eho", "emu", "ym")),
        (re.compile("(.{2,})i"), ("iho", "imu", "im")),
        (re.compile("(.{2,})ek"), ("ka", "kovi", "kem")),
        (re.compile("(.{2,}[^aeiouy])"), ("a", "ovi", "em", "e", "u")),
    ),
    "Finnish": (
        (re.compile("(.{2,})nen"), ("sen", "sta", "selle", "sella", "selta", "sessa", "sesta")),
        (re.compile("(.+[aeiouy])"), _FINNISH),
        (re.compile("(.{2,})"), tuple(f"i{end}" for end in _FINNISH)),
    ),
}


@dataclass(frozen=True)
class Part:
    """One word of a name with the particles that lead it: ("van", "der") before berg."""

    word: str
    leads: tuple[str, ...] = ()


def parts(name: str) -> list[Part]:
    """The words of a name that can stand for a person, folded; O'Brien gives brien and obrien."""
    words = WORD.findall(fold(name))
    found: list[Part] = []
    leads: tuple[str, ...] = ()
    for at, word in enumerate(words):
        if len(word) == 1 or (word in _PARTICLES and 0 < at < len(words) - 1):
            leads = (*leads, word)
        else:
            found.append(Part(word, leads))
            leads = ()
    joined = ("".join(WORD.findall(piece)) for piece in fold(name).split() if "'" in piece)
    return found + [Part(word) for word in joined if word]


def has_case(word: str) -> bool:
    """Whether the script of this folded word has capitals (Latin, Greek, Cyrillic)."""
    return bool(_CASED.match(word))


def inflected(word: str) -> Iterator[str]:
    """Other shapes of one name: the plain -s of many languages, Cyrillic and Greek endings."""
    if _LATIN.match(word):
        if len(word) > SHORT:
            yield word + ("es" if _HISSING.search(word) else "s")
            yield from _without_e(word)
        return
    yield from _ended(word, _ENDINGS)


def declined(word: str) -> Iterator[tuple[str, str]]:
    """Case endings of languages in Latin script, each with the language a text must be in.

    Elsewhere they would turn one name into another: Polish Roberta is of Robert.
    """
    if _LATIN.match(word):
        for language, endings in _LATIN_ENDINGS.items():
            yield from ((form, language) for form in _ended(word, endings))
        weak = _DOUBLED.sub(r"\1", word)
        yield from ((form, "Finnish") for form in _ended(weak, _LATIN_ENDINGS["Finnish"]))


def transcribed(name: str) -> str:
    """The name with its umlauts written as two letters: Jürgen as Juergen."""
    return unicodedata.normalize("NFC", name).casefold().translate(_UMLAUTS)


def _without_e(word: str) -> Iterator[str]:
    """Mueller as Müller, which folds to Muller."""
    if len(word) >= 5 and _TWO_LETTERS.search(word):
        yield _TWO_LETTERS.sub(r"\1", word)


def _ended(word: str, table: _Endings) -> Iterator[str]:
    for shape, endings in table:
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
