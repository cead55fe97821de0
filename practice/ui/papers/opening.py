"""Ways to a document from anywhere in the window: it opens in Reports with what it is about."""

from datetime import date

from practice.ui.context import Context, Place
from practice.ui.papers.documents import LETTERS, Document

_BETWEEN = ":"
OPEN = "issued"
"""In place of a document: a letter that left, to look at again."""


def show_document(context: Context, document: Document, member_id: str = "") -> None:
    """Go to a document, about this member where it is about one."""
    if document is Document.PROGRESS:
        context.go.emit(Place.REPORTS, member_id)
    elif member_id and document in LETTERS:
        _show(context, document.value, member_id)
    else:
        _show(context, document.value)


def _show(context: Context, *about: str) -> None:
    context.go.emit(place_of(context), _BETWEEN.join(about))


def place_of(context: Context) -> Place:
    """Where the office's documents are: Reports, or beside the progress report of a clinician."""
    return Place.PAPERS if context.clinical else Place.REPORTS


def asked_for(item: str) -> list[str]:
    """The parts of an item: the document, then what it is about."""
    return item.split(_BETWEEN)


def open_attendance_letter(context: Context, member_id: str) -> None:
    """An attendance letter for this member."""
    _show(context, Document.ATTENDED.value, member_id)


def open_missed_letter(context: Context, member_id: str, session_id: str = "") -> None:
    """The letter about a missed appointment; the newest one where none is named."""
    _show(context, Document.MISSED.value, member_id, session_id)


def open_sheet(context: Context, session_id: str) -> None:
    """The sign-in or attendance sheet of this session."""
    _show(context, Document.SHEET.value, session_id)


def open_call_list(context: Context) -> None:
    """Who is to be reached today."""
    _show(context, Document.CALLS.value)


def open_schedule(context: Context, day: date, *, whole_week: bool, clinician: str = "") -> None:
    """The schedule of a day or of the week it is in; of everybody where no clinician is named."""
    span = "week" if whole_week else "day"
    _show(context, Document.SCHEDULE.value, day.isoformat(), span, clinician)


def open_issued(context: Context, issue_id: str) -> None:
    """A letter that left, as it left."""
    _show(context, OPEN, issue_id)
