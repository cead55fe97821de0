"""`python -m tests.models.freeze NAME`: a small practice as this version makes it, kept for ever.

Run once at each release, before the tables change again; the folder it makes under `samples` is
never made anew. Its passphrase is the demo's.
"""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

from practice.demo import make, world
from practice.demo.world import World

SAMPLES = Path(__file__).parent / "samples"
DAY = date(2026, 11, 17)
_GROUPS, _MEMBERS, _WEEKS = 2, 3, 3


def small(day: date, zone: str) -> World:
    """Two of the demo's groups with three members each, three weeks long."""
    whole = world.year(day, zone)
    groups = whole.groups[:_GROUPS]
    places = [
        replace(place, since=0)
        for group in groups
        for place in [one for one in whole.places if one.group.key == group.key][:_MEMBERS]
    ]
    return replace(whole, weeks=_WEEKS, groups=groups, places=tuple(places))


def main() -> None:
    """Make it, without the empty journals the files leave beside them."""
    folder = SAMPLES / sys.argv[1]
    make.make_demo(folder, DAY, small)
    for journal in folder.glob("*-journal"):
        journal.unlink()


if __name__ == "__main__":
    main()
