"""`python -m tests.bench`: prints every figure beside its baseline. A measurement, not a test."""

import argparse
import os
import platform
import sys

import PySide6

from tests.bench.figures import table
from tests.bench.ground import Size, ground
from tests.bench.million import million
from tests.bench.run import FULL, ONCE, QUICK, Grounds, figures, measure


def main(argv: list[str] | None = None) -> int:
    """Measure and print; 0 unless a measured program failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs")
    parser.add_argument("--small", action="store_true", help="once, on the demo's year")
    words = parser.parse_args(argv)
    plan = ONCE if words.small else QUICK if words.quick else FULL
    before = os.getloadavg()
    made = ground(Size.YEAR if words.small else Size.TEN_YEARS)
    first_year = made if words.small else ground(Size.FIRST_YEAR)
    grounds = Grounds(made, first_year, million(made, plan.rows))
    found = figures(measure(grounds, plan), grounds)
    short = [one.name for one in found if one.verdict == "FALLS SHORT"]
    said = f"Falls short: {', '.join(short)}." if short else "Every figure holds."
    sys.stdout.write(f"{_machine(before)}\n\n{table(found)}\n\n{said}\n")
    return 0


def _machine(before: tuple[float, float, float]) -> str:
    versions = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}"
    where = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    screen = os.environ.get("QT_QPA_PLATFORM", "the system's display")
    load = f"load before {before[0]:.1f}, after {os.getloadavg()[0]:.1f}"
    return f"{where}, {versions}, {screen}; {load}"


if __name__ == "__main__":
    sys.exit(main())
