"""Practice: rosters, live session notes, attendance and payer reports for group therapy."""

__version__ = "0.1.0"
