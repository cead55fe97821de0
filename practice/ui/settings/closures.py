"""The days the practice is closed, and public holidays filled in. For owners."""

from functools import partial

from PySide6.QtCore import QLocale, QTimeZone
from PySide6.QtWidgets import QVBoxLayout

from practice.desk import closures
from practice.desk.closures import ClosureRow
from practice.desk.practice import practice, today
from practice.errors import Refused, Unavailable
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.members.joining import day_field, given
from practice.ui.page import clear
from practice.ui.settings.part import Part, show_error
from practice.ui.theme import Type
from practice.ui.waiting import run_for
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.rows import ListRow
from practice.ui.widgets.text import Text
from practice.ui.words import count, short_day

HELP = (
    "Series skip these days; a session you placed there by hand stays. Taking a closed day away "
    "plans the series there again."
)
NONE = "No closed days to come."
ALL_OF_IT = "All of it"
WAITING = "Looking up the countries…"
Regions = dict[str, tuple[str, ...]]


class ClosuresPart(Part):
    """One form at a time: a closed day, or a year's public holidays."""

    def __init__(self, context: Context) -> None:
        super().__init__("Closed days", Icon.CALENDAR_X, context)
        self.listed = QVBoxLayout()
        self.listed.setSpacing(0)
        self.nothing = Text(NONE, Type.MUTED)
        self.form, self.holidays = Form(), Form()
        self._regions: Regions = {}
        self.add_button = Button("Add a closed day", icon=Icon.PLUS)
        self.fill_button = Button("Add public holidays", icon=Icon.CALENDAR)
        self.save_button = Button("Add this", ButtonKind.PRIMARY)
        self.save_holidays = Button("Add these holidays", ButtonKind.PRIMARY)
        self.cancel_button = Button("Cancel", ButtonKind.QUIET)
        self._fields()
        self._lay_out()
        self._connect()
        self.close_form()
        self.load()

    def _fields(self) -> None:
        self.first = day_field("first", "First day", "Write the first day.")
        self.last = Field("last", "Last day", DateInput(), help="Empty for one day.")
        self.words = Field("words", "Why", LineInput(hint="Thanksgiving", limit=80))
        self.form.add(self.first, self.last)
        self.form.add(self.words)
        year = today().year
        self.country: Choice[str] = Choice()
        self.part: Choice[str] = Choice([("", ALL_OF_IT)])
        self.year = Choice([(each, str(each)) for each in (year, year + 1)])
        self.holidays.add(Field("country", "Country", self.country))
        self.holidays.add(Field("part", "Part of it", self.part), Field("year", "Year", self.year))

    def _lay_out(self) -> None:
        self.body.addWidget(Text(HELP, Type.SMALL, wrap=True))
        self.body.addWidget(self.nothing)
        self.body.addLayout(self.listed)
        self.body.addWidget(self.form)
        self.body.addWidget(self.holidays)
        self.add_buttons(
            *(self.add_button, self.fill_button, self.save_button, self.save_holidays),
            self.cancel_button,
        )

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.ask)
        self.fill_button.clicked.connect(self.ask_holidays)
        self.save_button.clicked.connect(self.add)
        self.save_holidays.clicked.connect(self.fill_in)
        self.cancel_button.clicked.connect(self.close_form)
        self.country.currentIndexChanged.connect(self._offer_parts)

    def load(self) -> None:
        found = closures.closures()
        clear(self.listed)
        self.nothing.setVisible(not found)
        for closure in found:
            row = self._row(closure)
            self.listed.addWidget(row)
            row.show()

    def _row(self, closure: ClosureRow) -> ListRow:
        days = short_day(closure.first)
        if closure.last != closure.first:
            days = f"{days} – {short_day(closure.last)}"
        remove = button("Remove", f"Remove {closure.words}, {days}")
        remove.clicked.connect(partial(self._remove, closure.id))
        return ListRow(closure.words, days, trailing=(remove,), dense=True)

    def _remove(self, closure_id: str, *_: object) -> None:
        if self.save(self.form, partial(closures.remove, closure_id), ""):
            self.load()

    def ask(self) -> None:
        """Open the form for a closed day."""
        self._show(self.form, self.save_button)
        self.first.widget.setFocus()

    def ask_holidays(self) -> None:
        """Open the form for a year's holidays; the countries come from a large library."""
        self.tell(WAITING)
        run_for(self, self.context.lane, closures.regions, self._offer_countries, self._refused)

    def _refused(self, error: Refused | Unavailable) -> None:
        show_error(self.form, error)

    def _offer_countries(self, regions: Regions) -> None:
        self._regions = regions
        named = [(code, name) for code in regions if (name := _country(code))]
        self.country.set_options(sorted(named, key=lambda one: one[1]))
        here = QTimeZone(practice().time_zone.encode()).territory()
        if any(code == QLocale.territoryToCode(here) for code, _name in named):
            self.country.set_value(QLocale.territoryToCode(here))
        self._show(self.holidays, self.save_holidays)
        self.country.setFocus()

    def _offer_parts(self) -> None:
        parts = self._regions.get(self.country.value(), ()) if self.country.count() else ()
        self.part.set_options([("", ALL_OF_IT), *((part, part) for part in parts)])

    def _show(self, form: Form | None, save: Button | None) -> None:
        self.tell("")
        for each in (self.form, self.holidays):
            each.clear_errors()
            each.setVisible(each is form)
        for one in (self.save_button, self.save_holidays):
            one.setVisible(one is save)
        self.cancel_button.setVisible(form is not None)
        for one in (self.add_button, self.fill_button):
            one.setVisible(form is None)

    def close_form(self) -> None:
        """Put the forms away."""
        self._show(None, None)
        self.last.set_value(None)
        self.words.set_value("")

    def add(self) -> None:
        """Close the practice on the days typed."""
        if self.save(self.form, self._add):
            self._done("The days are closed.")

    def _add(self) -> None:
        first = given(self.first)
        closures.add(first, self.last.value() or first, self.words.value())

    def fill_in(self) -> None:
        """Close it on the public holidays of a place and a year."""
        new: list[int] = []
        place = (self.country.value(), self.part.value(), self.year.value())
        if self.save(self.holidays, lambda: new.append(closures.fill_in(*place))):
            self._done(f"{count(new[0], 'closed day')} added.")

    def _done(self, words: str) -> None:
        self.close_form()
        self.load()
        self.tell(words)
        self.add_button.setFocus()


def _country(code: str) -> str:
    """Its name, or nothing where Qt has none."""
    territory = QLocale.codeToTerritory(code)
    known = territory is not QLocale.Country.AnyTerritory
    return QLocale.territoryToString(territory) if known else ""
