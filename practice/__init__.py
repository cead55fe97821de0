"""Practice: rosters, live session notes, attendance and payer reports for group therapy by video."""

__version__ = "0.1.0"
