"""`python -m tests.bench.names`: how the check of other members' names does, each miss listed.

Recall is the share of names that stand in the way of signing, "with questions" those asked about
too. Precision is the share of blocks that are right. Alarms are sentences with a block, questions
those with a question, where nobody else is named.
"""

import sys
import time
from collections.abc import Sequence
from statistics import median

from practice.care.namecheck import NameCheck
from tests.bench.figures import p95
from tests.care.corpus import NAMELESS, Kind, Sentence, written
from tests.care.corpus.generated import generated
from tests.care.namescore import Score, score, told

_COLUMNS = ("", "sentences", "names", "recall", "with questions", "precision", "alarms", "asked")
_NOTE = 2_000


def main() -> int:
    """Print both corpora by kind, every miss, and how long a full note takes."""
    corpora = {"Written by hand": written(), "Generated": tuple(generated())}
    for title, sentences in corpora.items():
        sys.stdout.write(f"{title}\n{report(sentences)}\n\n")
    sys.stdout.write(f"{speed()}\n")
    return 0


def report(sentences: Sequence[Sentence]) -> str:
    """A row for each kind, for each language, and a line for each miss and false alarm."""
    found = score(sentences)
    kinds = {kind.value: _of(found, kind) for kind in Kind}
    sums = {
        "all, with a name": Score([o for o in found.outcomes if o.sentence.mentions]),
        "all, without": Score([o for o in found.outcomes if o.sentence.kind in NAMELESS]),
    }
    rows = [_COLUMNS, *(_row(name, one) for name, one in (kinds | sums).items() if one.outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines = [
        "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    ]
    return "\n".join([*lines, *(f"  {line}" for one in found.outcomes for line in told(one))])


def speed() -> str:
    """How long a full note with many names takes, for a group of ten."""
    people = next(generated()).roster.people
    check, sentence = NameCheck(people), "He agreed with {} that evenings are hard, then slept. "
    note = "".join(sentence.format(people[at % len(people)].name) for at in range(40))[:_NOTE]
    times = []
    for _ in range(50):
        start = time.perf_counter()
        found = check.find(note)
        times.append((time.perf_counter() - start) * 1000)
    what = f"{len(note):,} characters, {len(people)} members, {len(found)} names"
    return f"A note of {what}: median {median(times):.1f} ms, p95 {p95(times):.1f} ms, limit 16 ms"


def _of(found: Score, kind: Kind) -> Score:
    return Score([one for one in found.outcomes if one.sentence.kind is kind])


def _row(name: str, one: Score) -> tuple[str, ...]:
    if one.mentions:
        named = (
            str(one.mentions),
            f"{one.recall:.1%}",
            f"{one.noticed:.1%}",
            f"{one.precision:.1%}",
        )
    else:
        named = ("", "", "", "")
    return (name, str(one.sentences), *named, f"{one.alarmed:.1%}", f"{one.doubted:.1%}")


if __name__ == "__main__":
    sys.exit(main())
