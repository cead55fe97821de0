"""Days the practice is closed: series skip them; what somebody placed there by hand stays."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from practice.desk import planning
from practice.desk.practice import today
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.sessions import SessionState
from practice.models.office import Closure, Session
from practice.models.read import rows
from practice.text import clean_line

LONGEST = timedelta(days=92)


@dataclass(frozen=True, kw_only=True)
class ClosureRow:
    """Closed from `first` to `last`, both included."""

    id: str
    first: date
    last: date
    words: str


def closures(first: date | None = None, last: date | None = None) -> list[ClosureRow]:
    """Those that touch the days from `first` to `last`; by default all from today on, in order."""
    query = Closure.select().where(Closure.last >= (first or today()))
    if last is not None:
        query = query.where(Closure.first <= last)
    return rows(query.order_by(Closure.first, Closure.words), ClosureRow)


def add(first: date, last: date, words: str) -> str:
    """Close the practice on these days; returns the id.

    A coming session of a series on them is taken out; where somebody has cancelled for it already
    it is cancelled by the practice instead, so that nothing anybody wrote down is lost. Sessions
    moved or placed there by hand stay. Raises Refused at the field that is wrong.
    """
    words = clean_line(words, field="words")
    if last < first or last - first > LONGEST:
        raise Refused("The last day should come after the first, within 92 days.", field="last")
    if not words:
        raise Refused("Please say why the practice is closed, such as a holiday.", field="words")
    with operation(OFFICE, "Close the practice on a day"):
        closure = Closure.create(first=first, last=last, words=words)
        _skip(first, last)
        return str(closure.id)


def remove(closure_id: str) -> None:
    """Open on these days after all: the series plan their sessions there again."""
    found = Closure.get_or_none(Closure.id == closure_id)
    if found is None:
        return
    with operation(OFFICE, "Open the practice on a day"):
        found.delete_instance()
        planning.fill_days(found.first, found.last)


def fill_in(country: str, subdivision: str, year: int) -> int:
    """Close on the public holidays of a country and its part in a year; returns how many were new.

    `country` and `subdivision` are ISO 3166 codes, such as `US` and `NY`; no part is fine. Days
    that are closed already are left alone. Raises Refused for a place that is not known.
    """
    found = public_holidays(country, subdivision, year)
    known = planning.closed(date(year, 1, 1), date(year, 12, 31))
    new = [(day, words) for day, words in found if day not in known and day >= today()]
    with operation(OFFICE, "Close the practice on public holidays"):
        for day, words in new:
            add(day, day, words)
    return len(new)


def public_holidays(country: str, subdivision: str, year: int) -> list[tuple[date, str]]:
    """The public holidays of a year with their names, in order."""
    import holidays  # noqa: PLC0415  # 0.1 s and 10 MiB, for one button

    try:
        found = holidays.country_holidays(country, subdiv=subdivision or None, years=year)
    except NotImplementedError:
        raise Refused(
            "The public holidays of this place are not known. Add the days by hand.",
            field="country",
        ) from None
    return sorted(found.items())


def regions() -> dict[str, tuple[str, ...]]:
    """The countries whose public holidays are known, by ISO code, with the codes of their parts."""
    import holidays  # noqa: PLC0415

    return {code: tuple(parts) for code, parts in holidays.list_supported_countries().items()}


def _skip(first: date, last: date) -> None:
    begin, end = datetime.combine(first, time.min), datetime.combine(last, time.max)
    query = Session.select().where(
        Session.starts >= begin,
        Session.starts <= end,
        Session.state == SessionState.PLANNED,
        Session.series.is_null(is_null=False),
        ~Session.moved,
    )
    planning.take_out(list(query))
