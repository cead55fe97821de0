"""The command line: `practice`."""

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the program; returns the exit status (0 done, 1 failed, 2 wrong words)."""
    arguments = sys.argv[1:] if argv is None else argv
    return 0 if not arguments else 2
