"""What to say on a voicemail: words that tell whoever hears them nothing about care.

The name of a practice may tell as much as a diagnosis would, so the default gives only a first
name and a phone number.
"""

import re
from collections.abc import Mapping

from practice.errors import Refused
from practice.text import clean_text

DEFAULT = (
    "Hello, this is a message for {name}. My name is {caller}. "
    "Please call me back at {phone}. Thank you."
)
PLACES = {
    "name": "the name to ask for",
    "caller": "the first name of whoever calls",
    "phone": "the practice’s phone number",
    "practice": "the practice’s name, which may reveal what it is for",
}
"""What a phrase may hold in braces, and what stands there when it is shown."""
LIMIT = 600
_PLACE = re.compile(rf"\{{({'|'.join(PLACES)})\}}")


def checked(phrase: str) -> str:
    """The phrase as it is stored. Raises Refused where braces hold something unknown."""
    words = clean_text(phrase, LIMIT, field="voicemail")
    rest = _PLACE.sub("", words)
    if "{" in rest or "}" in rest:
        known = ", ".join(f"{{{name}}}" for name in PLACES)
        raise Refused(f"Only {known} can stand in braces.", field="voicemail")
    return words


def filled(phrase: str, known: Mapping[str, str]) -> str:
    """The phrase with these names and numbers in it; what is not known stays as a blank."""
    return _PLACE.sub(lambda place: known.get(place[1]) or "____", phrase)
