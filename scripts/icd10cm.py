"""Make resources/icd10cm.tsv.gz anew from the public files of ICD-10-CM.

    python scripts/icd10cm.py TABULAR.xml RELEASE

TABULAR.xml is the tabular list as the National Center for Health Statistics publishes it with each
release (icd10cm-tabular-….xml), RELEASE the words for it, such as "April 1, 2026". Only codes that
can be reported are taken: those with none below them. The same input gives the same bytes.
"""

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

KEPT = {"5": "F01-F99", "21": "Z00-Z99"}
HERE = Path(__file__).parent.parent
HEAD = """\
# ICD-10-CM, release of {release}: every code that can be reported of chapter 5 (F01-F99, mental,
# behavioral and neurodevelopmental disorders) and chapter 21 (Z00-Z99, factors influencing health
# status and contact with health services). Other chapters, and headings above a code, are not here.
# Source: the tabular list, developed by the National Center for Health Statistics (CDC) with the
# Centers for Medicare & Medicaid Services and published by them as public domain content. They do
# not endorse this program. ICD-10, on which it is built, is copyright of the World Health
# Organization, which authorized the adaptation for purposes of the United States government.
# Made by scripts/icd10cm.py. Columns: code, title, inclusion terms parted by |.
"""


def rows(tabular: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    """Code, title and inclusion terms of every code with none below it."""
    for chapter in tabular.iter("chapter"):
        if chapter.findtext("name") in KEPT:
            for section in chapter.iter("section"):
                for diag in section.findall("diag"):
                    yield from _below(diag)


def _below(diag: ElementTree.Element) -> Iterator[tuple[str, str, str]]:
    below = diag.findall("diag")
    for each in below:
        yield from _below(each)
    if not below:
        terms = "|".join(_plain(note.text) for note in diag.iterfind("inclusionTerm/note"))
        yield _plain(diag.findtext("name")), _plain(diag.findtext("desc")), terms


def _plain(text: str | None) -> str:
    return re.sub(r"[\s|]+", " ", text or "").strip()


def main(source: Path, release: str) -> None:
    """Write the file."""
    made = sorted(set(rows(ElementTree.parse(source).getroot())))  # noqa: S314  # a file we chose
    lines = HEAD.format(release=release) + "".join("\t".join(row) + "\n" for row in made)
    target = HERE / "resources" / "icd10cm.tsv.gz"
    target.write_bytes(gzip.compress(lines.encode(), mtime=0))
    sys.stdout.write(f"{len(made)} codes in {target.name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
