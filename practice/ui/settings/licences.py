"""What the program is built from, and under which terms: asked of what is installed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution

PROGRAM = "practice"
_NAME = re.compile(r"[\w.-]+")
_CLASSIFIER = "License :: OSI Approved :: "
_UNSTATED = {"peewee": "MIT", "sqlcipher3": "Zlib"}
"""Packages that carry their licence as a file and do not name it."""
INSIDE = (
    ("Qt", "LGPL-3.0"),
    ("SQLCipher", "BSD-3-Clause"),
    ("SQLite", "public domain"),
    ("OpenSSL", "Apache-2.0"),
    ("HarfBuzz", "MIT"),
    ("PDFium", "Apache-2.0 and BSD-3-Clause"),
    ("Inter and Noto fonts", "OFL-1.1"),
)
"""What comes inside those packages, or beside them, and so is no package itself."""


@dataclass(frozen=True)
class Part:
    """One package; `terms` as its makers state them."""

    name: str
    version: str
    terms: str


def parts() -> list[Part]:
    """Everything the program needs to run, and what that needs in turn, by name."""
    try:
        found = {part.name.lower(): part for part in _needed_by(PROGRAM, set())}
    except PackageNotFoundError:  # run from a folder, not installed: nobody knows
        return []
    return [found[name] for name in sorted(found)]


def _needed_by(name: str, seen: set[str]) -> Iterator[Part]:
    for needed in _requirements(name):
        if _plain(needed) in seen:
            continue
        seen.add(_plain(needed))
        try:
            found = distribution(needed)
        except PackageNotFoundError:  # for another system, or not bundled
            continue
        yield Part(found.name, found.version, _terms(found))
        yield from _needed_by(needed, seen)


def _requirements(name: str) -> Iterator[str]:
    """The names a package requires, without those of its extras."""
    for line in distribution(name).requires or ():
        match = _NAME.match(line)
        if match and "extra ==" not in line:
            yield match.group()


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _terms(found: Distribution) -> str:
    """A licence expression, else the classifiers, else the first words of the old field."""
    stated = [line for line in _lines(found, "Classifier") if line.startswith(_CLASSIFIER)]
    choices = (
        *_lines(found, "License-Expression"),
        " or ".join(line.removeprefix(_CLASSIFIER) for line in stated),
        *(line.partition("\n")[0] for line in _lines(found, "License")),
        _UNSTATED.get(_plain(found.name), ""),
    )
    return next(filter(None, choices), "")


def _lines(found: Distribution, field: str) -> list[str]:
    return found.metadata.get_all(field) or []
