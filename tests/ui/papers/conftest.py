"""The quarter on record and the answered dialogs of the Reports page serve here, too."""

from tests.reports.conftest import quarter
from tests.ui.reports.conftest import folder, outside

__all__ = ["folder", "outside", "quarter"]
