"""Cells that a spreadsheet program would run as a formula, on the way out and on the way in.

Source: OWASP, CSV Injection: a cell that begins with = + - @, a tab or a carriage return gets an
apostrophe in front, and every cell stands in quotation marks.
"""

import re

from practice.errors import Refused

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
"""How some programs keep the leading zeros of a number: ="00123"."""


def guarded(cell: str) -> str:
    """As it may stand in a file for a spreadsheet program."""
    return f"'{cell}" if cell.lstrip(" ").startswith(DANGEROUS) else cell


def lifted(cell: str) -> str:
    """What a guarded cell held."""
    if cell.startswith("'") and cell[1:].lstrip(" ").startswith(DANGEROUS):
        return cell[1:]
    if found := _KEPT_AS_TEXT.fullmatch(cell):
        return found[1]
    return cell


def require_no_formula(cell: str) -> None:
    """Raises Refused for a formula, which is not a value of anybody."""
    if cell.startswith("="):
        raise Refused("The cell holds a formula instead of a value. Replace it by its value.")
