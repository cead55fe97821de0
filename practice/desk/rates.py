"""Attendance rates, always with their numerator, denominator and 95 % interval.

The practice's own cancellations, excused absences and unrecorded sessions are in no denominator;
reports count them beside the rates.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from typing import ClassVar, Self

from practice.models.enums.attendance import Status

_Z = 1.959963984540054  # the 97.5th percentile of the normal distribution


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` of `of` sessions; with no sessions there is no share, not even 0 %."""

    count: int
    of: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None with no sessions."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % score interval (Wilson 1927), between 0 and 1; None with no sessions."""
        if not self.of:
            return None
        share = self.count / self.of
        weight = _Z**2 / self.of
        centre = (share + weight / 2) / (1 + weight)
        spread = _Z * sqrt(share * (1 - share) / self.of + weight / (4 * self.of)) / (1 + weight)
        return max(0.0, centre - spread), min(1.0, centre + spread)

    def words(self) -> str:
        """5/35 = 14.3% (6.3–29.4), or that there were no sessions."""
        if self.share is None or self.interval is None:
            return "no sessions"
        low, high = (100 * bound for bound in self.interval)
        return f"{self.count}/{self.of} = {100 * self.share:.1f}% ({low:.1f}–{high:.1f})"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many sessions ended in each status. Those `in_no_rate` are counted beside the rates."""

    in_no_rate: ClassVar[tuple[Status, ...]] = (
        Status.PROVIDER_CANCEL,
        Status.EXCUSED,
        Status.UNRECORDED,
    )
    attended: int = 0
    no_show: int = 0
    late_cancel: int = 0
    client_cancel: int = 0
    excused: int = 0
    provider_cancel: int = 0
    unrecorded: int = 0

    @classmethod
    def of(cls, statuses: Iterable[Status]) -> Self:
        """Count them."""
        return cls.counted(Counter(statuses))

    @classmethod
    def counted(cls, numbers: Mapping[Status, int]) -> Self:
        """As counted elsewhere; a status that is not there is 0."""
        return cls(**{status.name.lower(): numbers.get(status, 0) for status in Status})

    def number(self, status: Status) -> int:
        """How many ended in this status."""
        found: int = getattr(self, status.name.lower())
        return found

    @property
    def total(self) -> int:
        """Everybody expected, whatever became of it."""
        return sum(self.number(status) for status in Status)

    @property
    def no_show_rate(self) -> Rate:
        """Strict: no-shows among those attended or not shown up for."""
        return Rate(self.no_show, self.attended + self.no_show)

    @property
    def missed_rate(self) -> Rate:
        """No-shows and late cancels among those attended or missed so."""
        missed = self.no_show + self.late_cancel
        return Rate(missed, self.attended + missed)

    @property
    def attendance_rate(self) -> Rate:
        """Attended among those attended, missed or cancelled by the client."""
        expected = self.attended + self.no_show + self.late_cancel + self.client_cancel
        return Rate(self.attended, expected)


@dataclass(frozen=True, slots=True)
class OfReason(Counts):
    """The sessions missed for one reason, as shares of the same sessions as the `whole`'s rates.

    The counts of all reasons, and of none given, add up to those of the whole. Nobody comes for a
    reason, so there is no attendance to speak of: it is a rate of no sessions.
    """

    in_no_rate: ClassVar[tuple[Status, ...]] = (Status.CLIENT_CANCEL, *Counts.in_no_rate)
    whole: Counts = Counts()

    @property
    def no_show_rate(self) -> Rate:
        """No-shows for this reason among all who attended or did not show up."""
        return Rate(self.no_show, self.whole.no_show_rate.of)

    @property
    def missed_rate(self) -> Rate:
        """No-shows and late cancels for this reason among all who attended or missed so."""
        return Rate(self.no_show + self.late_cancel, self.whole.missed_rate.of)

    @property
    def attendance_rate(self) -> Rate:
        """Of none."""
        return Rate(0, 0)
