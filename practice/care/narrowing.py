"""What narrows a search in notes: `by:lopez from:2026-10-01 to:2026-12` among its words."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from practice.desk.practice import UserRow, users
from practice.errors import Refused
from practice.text import fold

MOST_WORDS = 12
NO_DAY = "“{}:{}” is no day yet. Write it like {}:2026-10-01, or a whole month: {}:2026-10."
NOBODY = "Nobody who writes notes here is called “{}”."
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'(?<!\S)(by|from|to):("[^"]*"?|\S*)', re.IGNORECASE)
_DAY = re.compile(r"((?:19|2\d)\d\d)(?:-(\d{1,2}))?(?:-(\d{1,2}))?", re.ASCII)


@dataclass(frozen=True)
class Wanted:
    """The words looked for, and the days and authors notes must be of; both days count.

    `authors` is None where anybody may have signed.
    """

    words: tuple[str, ...]
    first: date | None = None
    last: date | None = None
    authors: tuple[UserRow, ...] | None = None

    @property
    def narrowed(self) -> bool:
        """Whether anything but words was asked for."""
        return (self.first, self.last, self.authors) != (None, None, None)

    @property
    def told(self) -> str:
        """`Notes by Maria Lopez, from 1 Oct 2026 to 31 Dec 2026`."""
        by = f" by {' or '.join(user.name for user in self.authors)}" if self.authors else ""
        since = f" from {_show(self.first)}" if self.first else ""
        until = f" to {_show(self.last)}" if self.last else ""
        return f"Signed notes{by}{',' if by and since + until else ''}{since}{until}"

    def allows(self, day: date) -> bool:
        """Whether a session of this day is wanted."""
        return (self.first or day) <= day <= (self.last or day)


def is_narrowed(typed: str) -> bool:
    """Whether something typed asks for days or an author."""
    return _PART.search(typed) is not None


def read(typed: str) -> Wanted:
    """What was typed. Raises Refused for a day that is none and for a name nobody has."""
    asked = {part[1].lower(): part[2].strip('"') for part in _PART.finditer(typed) if part[2]}
    return Wanted(
        words=words_in(_PART.sub(" ", typed)),
        first=_day("from", asked["from"], last=False) if "from" in asked else None,
        last=_day("to", asked["to"], last=True) if "to" in asked else None,
        authors=_authors(asked["by"]) if "by" in asked else None,
    )


def words_in(typed: str) -> tuple[str, ...]:
    """The words to look for."""
    return tuple(_WORD.findall(unicodedata.normalize("NFC", typed))[:MOST_WORDS])


def _day(which: str, typed: str, *, last: bool) -> date:
    """A day, or the first or last one of a month or year."""
    found = _DAY.fullmatch(typed)
    year, month, day = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    try:
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(year, month)[1] if last else 1)
        return date(year, month, day)
    except ValueError:
        raise Refused(NO_DAY.format(which, typed[:24], which, which)) from None


def _authors(typed: str) -> tuple[UserRow, ...]:
    """Those whose name has a word that begins so, for each word typed."""
    parts = [fold(part) for part in words_in(typed)]
    found = tuple(user for user in users() if parts and _is_called(user.name, parts))
    if not found:
        raise Refused(NOBODY.format(typed[:24]))
    return found


def _is_called(name: str, parts: list[str]) -> bool:
    words = [fold(word) for word in _WORD.findall(name)]
    return all(any(word.startswith(part) for word in words) for part in parts)


def _show(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
