"""What Reports is: with the key to notes the progress report, else the office's papers alone."""

from importlib import import_module

from practice.ui.context import Context
from practice.ui.page import Page


def home(context: Context) -> Page:
    """The page; nothing of the other one is loaded."""
    module, name = (
        ("practice.ui.reports.page", "ReportsPage")
        if context.clinical
        else ("practice.ui.papers.page", "PapersPage")
    )
    page: Page = getattr(import_module(module), name)(context)
    return page
