"""Meeting links: only those a browser or a known meeting program opens."""

from urllib.parse import urlsplit

from practice.errors import Refused

LINK_SCHEMES = frozenset({"https", "zoommtg", "msteams", "webex", "gotomeeting", "skype"})


def may_open(link: str) -> bool:
    """Whether the program opens this link."""
    try:
        return urlsplit(link).scheme.lower() in LINK_SCHEMES
    except ValueError:
        return False


def check_link(link: str) -> None:
    """Raises Refused at the field `link` for any other kind; no link is fine."""
    if link and not may_open(link):
        raise Refused(
            "This is not a link the program will open. A meeting link begins with https:// "
            "or with a meeting program's own scheme.",
            field="link",
        )
