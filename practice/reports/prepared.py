"""A front desk's paper ready to be drawn: what is written down about it, and how it is drawn.

Nothing that leads here reads clinical.db; a session with the office key alone makes all of it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from practice.desk.issued import Issue
from practice.desk.practice import PracticeDetails
from practice.reports.parts import Letterhead


@dataclass(frozen=True)
class Prepared:
    """`draw` may run beside the window: it reads nothing. `file_name` names nobody."""

    issue: Issue
    file_name: str
    draw: Callable[[], bytes]


def letterhead(here: PracticeDetails) -> Letterhead:
    """The practice alone: a clinician's credentials would tell what somebody is treated for."""
    return Letterhead(here.name, here.address, here.phone)
