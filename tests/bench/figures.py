"""The measured figures: each with its baseline, its limit, and whether it holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Figure:
    """`value` against `limit`, both in `unit`; no limit means it is only told.

    `shown` is how the value reads; `baseline` and `against` are words.
    """

    name: str
    shown: str
    value: float
    baseline: str = ""
    limit: float | None = None
    against: str = ""
    judged: bool = True

    @property
    def verdict(self) -> str:
        """What is said of it."""
        if self.limit is None:
            return ""
        if self.value <= self.limit:
            return "holds"
        return "FALLS SHORT" if self.judged else "not judged: slow disk"


def p95(values: Sequence[float]) -> float:
    """The 95th percentile; the largest of fewer than twenty."""
    return quantiles(values, n=20)[-1] if len(values) >= 20 else max(values)


def p99(values: Sequence[float]) -> float:
    """The 99th percentile; the largest of fewer than a hundred."""
    return quantiles(values, n=100)[-1] if len(values) >= 100 else max(values)


def spread(values: Sequence[float], unit: str = "ms") -> str:
    """`251 ms (240 to 268)`: the median and the range."""
    return f"{_number(median(values))} {unit} ({_number(min(values))} to {_number(max(values))})"


def ratio(
    name: str, ours: Sequence[float], base: Sequence[float], limit: float, unit: str
) -> Figure:
    """A figure that may be so many times its baseline."""
    times = median(ours) / median(base)
    words = f"{times:.2f}×, at most {limit:g}×"
    return Figure(name, spread(ours, unit), times, spread(base, unit), limit, words)


def within(name: str, ours: Sequence[float], limit: float, unit: str = "ms") -> Figure:
    """A figure whose median may be so much."""
    return Figure(name, spread(ours, unit), median(ours), "", limit, f"at most {limit:g} {unit}")


def told(name: str, ours: Sequence[float], unit: str = "ms") -> Figure:
    """A figure without a limit."""
    return Figure(name, spread(ours, unit), median(ours))


def table(found: Sequence[Figure]) -> str:
    """The figures as aligned columns."""
    rows = [("", "ours", "baseline", "limit", "")]
    rows += [(one.name, one.shown, one.baseline, one.against, one.verdict) for one in found]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _number(value: float) -> str:
    return f"{value:.1f}" if value < 10 else f"{value:.0f}"
