"""What a passphrase must be, and a suggestion of one that is easy to learn."""

import functools
import secrets
import unicodedata

from practice import paths
from practice.errors import Refused

SHORTEST = 14
LONGEST = 1000
SUGGESTED_WORDS = 5
_FEWEST_DIFFERENT = 6


def normalised(passphrase: str) -> bytes:
    """The bytes that count: é is é however it was typed; spaces at the ends do not count."""
    return unicodedata.normalize("NFKC", passphrase).strip().encode(errors="surrogatepass")


def check_new(passphrase: str, *, name: str = "") -> None:
    """Refused unless it is long and varied enough to stand alone. `name` is the person's own."""
    typed = unicodedata.normalize("NFKC", passphrase).strip()
    if len(typed) < SHORTEST:
        raise _refused(
            f"This passphrase has {len(typed)} characters and needs at least {SHORTEST}. Five "
            "words that do not belong together are easier to type than one odd word; "
            "the program can suggest some."
        )
    if len(typed) > LONGEST:
        raise _refused(f"A passphrase can have at most {LONGEST} characters.")
    if any(unicodedata.category(letter) in {"Cc", "Cs", "Cn"} for letter in typed):
        raise _refused(
            "This holds a character that can't be typed. Use letters, digits and spaces."
        )
    if len(set(typed.casefold())) < _FEWEST_DIFFERENT:
        raise _refused("This repeats a few characters, which is guessed early. Use several words.")
    if name and not typed.casefold().replace(name.casefold(), "").strip():
        raise _refused("Your own name is guessed first. Use several words that say nothing of you.")


def suggest() -> str:
    """Five words, at least 50 bits, drawn by the system's random source, separated by spaces."""
    return " ".join(secrets.choice(words()) for _ in range(SUGGESTED_WORDS))


@functools.cache
def words() -> tuple[str, ...]:
    """The list suggestions are drawn from: short, common, and never one letter apart."""
    return tuple(paths.resource("passphrase-words.txt").read_text(encoding="ascii").split())


def _refused(message: str) -> Refused:
    return Refused(message, field="passphrase")
