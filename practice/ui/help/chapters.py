"""The manual's chapters: files shipped with the program, in plain words. No widget here."""

from enum import Enum
from functools import cache

from practice.paths import resource
from practice.text import fold


class Chapter(Enum):
    """In reading order; the value is the file's name in resources/manual."""

    FIRST_DAY = "first-day"
    SESSION = "session"
    AFTER = "after-the-session"
    SCHEDULE = "schedule"
    PEOPLE = "members-and-groups"
    PLANS = "treatment-plans"
    ATTENDANCE = "attendance"
    OUTREACH = "outreach"
    REPORTS = "reports"
    SAFE = "backups-and-keys"
    PRIVACY = "privacy"
    LIMITS = "limits"

    @property
    def title(self) -> str:
        """The heading the chapter begins with."""
        return text(self).partition("\n")[0].removeprefix("# ")


@cache
def text(chapter: Chapter) -> str:
    """A chapter's Markdown."""
    return resource("manual", f"{chapter.value}.md").read_text(encoding="utf-8")


def linked(address: str) -> Chapter | None:
    """The chapter a link of the manual leads to; the manual links to nothing else."""
    names = {f"{chapter.value}.md": chapter for chapter in Chapter}
    return names.get(address)


def holding(words: str) -> list[Chapter]:
    """The chapters in which every word typed occurs, accents and case forgiven; all for none."""
    wanted = fold(words).split()
    return [chapter for chapter in Chapter if all(word in _folded(chapter) for word in wanted)]


@cache
def _folded(chapter: Chapter) -> str:
    return fold(text(chapter))
