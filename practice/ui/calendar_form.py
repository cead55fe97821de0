"""Saving a schedule for other programs' calendars: what they may read, and which days."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from practice.desk.figures import Period
from practice.desk.practice import today
from practice.exchange import calendar_file, lists
from practice.exchange.calendar_file import TELL_WORDS
from practice.exchange.lists import Leaving
from practice.ui.context import Context
from practice.ui.preview import leaving
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.moments import DateInput

AHEAD = timedelta(weeks=12)
HELP = (
    "Members, links and places are never in the file. A newer file brings an older one up to date."
)


def calendar_fields() -> tuple[Field[calendar_file.Tell], Field[date | None], Field[date | None]]:
    """What others may read, the first day and the last, which begin as the coming weeks."""
    tell = Field("tell", "Others may read", Choice(list(TELL_WORDS.items())), help=HELP)
    first: Field[date | None] = Field("first", "From", DateInput(), required="Write the first day.")
    last: Field[date | None] = Field("last", "To", DateInput(), required="Write the last day.")
    first.set_value(today())
    last.set_value(today() + AHEAD)
    return tell, first, last


def save_calendar(
    context: Context, parent: QWidget, form: Form, *, clinician: str = "", group: str = ""
) -> bool:
    """Save what the form asks for; whether it was saved. Raises Refused, Unavailable."""
    first, last = form.fields["first"].value(), form.fields["last"].value()
    period = Period(first, last)
    tell = form.fields["tell"].value()
    content = calendar_file.make(period, tell, clinician=clinician, group=group)
    return leaving.save_file(
        content,
        lists.file_name(Leaving.SCHEDULE),
        parent,
        context.vault.folder,
        lambda: lists.note(Leaving.SCHEDULE),
    )
