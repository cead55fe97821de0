"""The quarter on record and the answered dialogs of the Reports page serve here, too."""

from tests.ui.reports.conftest import folder, outside, quarter

__all__ = ["folder", "outside", "quarter"]
