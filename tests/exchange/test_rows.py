"""Rows as people: columns matched by name, days in the list's own order, what can't be is told."""

from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.desk.groups import GroupRow
from practice.errors import Refused
from practice.exchange import guard, matching, people
from practice.exchange.columns import BY_KEY, USES, Reading
from practice.exchange.dates import Evidence, Order, evidence, read_day, together
from practice.exchange.matching import Table, meaning
from practice.exchange.people import People
from practice.exchange.progress import Progress
from practice.exchange.sheet import Row, Sheet
from practice.exchange.wording import headings

TODAY = date(2026, 11, 17)
DAY_FIRST, MONTH_FIRST = Reading(Order.DAY_FIRST, TODAY), Reading(Order.MONTH_FIRST, TODAY)


def a_table(*rows: str) -> Table:
    """A list whose cells stand between commas."""
    made = tuple(Row(n, tuple(row.split(","))) for n, row in enumerate(rows, start=1))
    return matching.table(Sheet(made))


def read(*rows: str, how: Reading = MONTH_FIRST, groups: list[GroupRow] | None = None) -> People:
    """Everybody in a list, as its headings say."""
    table = a_table(*rows)
    return people.read(table, table.uses, how, groups or [], Progress())


def reason(heading: str, row: str) -> str:
    """Why one row can't go in."""
    return read(heading, row).bad[0].reason


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("First Name", "given_name"), ("LAST_NAME", "family_name"), ("Client Name", "full_name"),
        ("D.O.B.", "birth_date"), ("Date of Birth*", "birth_date"), ("Birht date", "birth_date"),
        ("E-Mail", "email"), ("Zip Code", "postcode"), ("Vorname", "given_name"),
        ("NACHNAME", "family_name"), ("Geburtsdatum", "birth_date"), ("Prénom", "given_name"),
        ("prenom", "given_name"), ("Fecha de nacimiento", "birth_date"),
        ("Apellidos", "family_name"), ("Data urodzenia", "birth_date"),
        ("Imię i nazwisko", "full_name"), ("Фамилия", "family_name"), ("电话", "phone"),
        ("Doğum tarihi", "birth_date"), ("Insurance", "payer"), ("Grupo", "group"),
        ("Favourite colour", ""), ("", ""), ("12", ""),
    ],
)  # fmt: skip
def test_headings_of_several_languages_are_known(heading: str, key: str) -> None:
    assert meaning(heading) == key


def test_every_known_heading_is_for_a_column_there_is() -> None:
    assert set(headings().values()) - {"ours"} == set(BY_KEY)
    assert all(meaning(use.words) == use.key for use in USES)


def test_titles_above_the_headings_belong_to_nobody() -> None:
    table = a_table(
        "Harbour Practice", "Clients of 2026", "First name,Last name,DOB", "Dana,Reyes,"
    )
    assert (table.above, len(table.rows)) == (2, 1)
    assert table.uses == {0: "given_name", 1: "family_name", 2: "birth_date"}


def test_a_list_without_headings_is_shown_with_its_columns_unused() -> None:
    table = a_table("Dana,Reyes", "Luis,Moreau")
    assert table.heading is None
    assert (table.uses, len(table.rows)) == ({}, 2)
    assert table.columns[1].samples == ("Reyes", "Moreau")


def test_headings_in_a_language_nobody_thought_of_are_headings_if_the_person_says_so() -> None:
    rows = (Row(1, ("Izena", "Abizena")), Row(2, ("Dana", "Reyes")))
    table = matching.table(Sheet(rows), headed=True)
    assert ([c.heading for c in table.columns], len(table.rows)) == (["Izena", "Abizena"], 1)
    assert not table.recognised


def test_of_two_columns_with_one_heading_the_first_is_used() -> None:
    table = a_table("Name,Phone,Phone", "Dana,1,2")
    assert table.uses == {0: "full_name", 1: "phone"}
    assert [column.heading for column in table.columns] == ["Name", "Phone", "Phone"]


def test_a_heading_repeated_further_down_is_left_out_in_words() -> None:
    found = read("Name,Town", "Dana,Albany", "Name,Town", "Luis,Troy")
    assert [person.details.given_name for person in found.good] == ["Dana", "Luis"]
    assert [(row.number, row.reason) for row in found.bad] == [(3, people.REPEATED)]


def test_bad_rows_are_told_while_the_good_ones_go_in() -> None:
    found = read(
        "First name,Last name,DOB,Phone",
        "Dana,Reyes,3/5/1980,518 555 0140",
        ",,3/5/1980,",
        "Luis,Moreau,31/02/1980,",
        "Aya,Kobayashi,2/30/1980,",
        "Tom,Brandt,1/1/2031,",
        "Jo\0,Park,,",
        "Ravi,Nair,1/1/1980,4.91512E+11",
        "Elif,=A1,,",
        "Mina,Sørensen,,,extra,cells",
    )
    assert [person.details.full_name for person in found.good] == ["Dana Reyes"]
    reasons = {row.number: row.reason for row in found.bad}
    assert reasons[3] == people.NO_NAME
    assert reasons[4] == "Birth date: “31/02/1980” is no date: there is no month 31."
    assert reasons[5] == "Birth date: “2/30/1980” is no date: February 1980 has 29 days."
    assert reasons[6] == "Birth date: The birth date should lie between 1900 and today."
    assert "hidden control character" in reasons[7]
    assert "last figures are lost" in reasons[8]
    assert reasons[9] == (
        "Family name: The cell holds a formula instead of a value. Replace it by its value."
    )
    assert reasons[10] == people.TOO_WIDE


def test_31_02_is_refused_where_the_day_comes_first() -> None:
    with pytest.raises(Refused, match="February 1980 has 29 days"):
        read_day("31/02/1980", Order.DAY_FIRST, TODAY)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("1980-03-05", (1980, 3, 5)), ("1980/3/5", (1980, 3, 5)),
        ("1980-03-05 00:00:00", (1980, 3, 5)),
        ("5.3.1980", (1980, 3, 5)), ("05. 03. 1980", (1980, 3, 5)), ("5/3/1980", (1980, 3, 5)),
        ("5-3-1980", (1980, 3, 5)), ("5/3/80", (1980, 3, 5)), ("5.3.05", (2005, 3, 5)),
        ("5 Mar 1980", (1980, 3, 5)), ("March 5, 1980", (1980, 3, 5)), ("5-Mar-80", (1980, 3, 5)),
        ("5 de marzo de 1980", (1980, 3, 5)), ("5. März 1980", (1980, 3, 5)),
        ("5 mars 1980", (1980, 3, 5)), ("5 sierpnia 1980", (1980, 8, 5)),
    ],
)  # fmt: skip
def test_days_are_read_as_lists_write_them(cell: str, day: tuple[int, int, int]) -> None:
    assert read_day(cell, Order.DAY_FIRST, TODAY) == date(*day)


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("1/1/20", "could mean 1920 or 2020"),
        ("yesterday", "can’t be read"),
        ("0/1/1980", "January 1980 has 31 days"),
        ("1.13.1980", "no month 13"),
        ("0000-01-01", "no year 0"),
        ("44197", "can’t be read"),
    ],
)
def test_what_is_no_day_is_refused_in_words(cell: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_day(cell, Order.DAY_FIRST, TODAY)


@given(st.dates(date(1900, 1, 1), TODAY), st.sampled_from(Order))
def test_every_day_comes_back_in_both_orders(day: date, order: Order) -> None:
    pattern = "%d/%m/%Y" if order is Order.DAY_FIRST else "%m/%d/%Y"
    assert read_day(day.strftime(pattern), order, TODAY) == day
    assert read_day(day.strftime("%d.%m.%Y"), order, TODAY) == day


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (["3/5/1980", "13/5/1980"], Evidence.DAY_FIRST),
        (["3/5/1980", "5/13/1980"], Evidence.MONTH_FIRST),
        (["3/5/1980", "4/6/1980"], Evidence.EITHER),
        (["13/5/1980", "5/13/1980"], Evidence.BOTH),
        (["1980-05-13", "5.3.1980", "4/4/1980", ""], Evidence.NONE_NEEDED),
    ],
)
def test_the_order_follows_from_the_whole_list(cells: list[str], found: Evidence) -> None:
    assert evidence(cells) is found


@given(st.lists(st.lists(st.sampled_from(["3/5/1980", "13/5/1980", "5/13/1980", "5.3.1980"]))))
def test_columns_tell_together_what_their_cells_would_in_one(columns: list[list[str]]) -> None:
    assert together(map(evidence, columns)) is evidence(chain(*columns))


def test_phones_keep_their_order_and_shape() -> None:
    found = read(
        "Name,Phone",
        "Dana,+49 (0)151 23-45",
        "Luis,=" + '"0518"',
        "Aya,'+1 518",
        "Tom,5185550140.0",
    )
    assert [p.details.phone for p in found.good] == [
        "+49 (0)151 23-45", "0518", "+1 518", "5185550140",
    ]  # fmt: skip


def test_names_and_addresses_in_any_number_of_columns() -> None:
    table = matching.table(
        Sheet(
            (
                Row(1, ("Name", "Street", "City", "State", "Zip")),
                Row(2, ("Reyes, Dana", "12 Quay St", "Albany", "NY", "12207")),
                Row(3, ("Ana María Silva", "Calle 3", "Madrid", "", "28001")),
                Row(4, ("Cher",)),
            )
        )
    )
    found = people.read(table, table.uses, MONTH_FIRST, [], Progress()).good
    assert [(p.details.given_name, p.details.family_name) for p in found] == [
        ("Dana", "Reyes"), ("Ana María", "Silva"), ("Cher", ""),
    ]  # fmt: skip
    assert [p.details.address for p in found] == [
        "12 Quay St\nAlbany, NY 12207", "Calle 3\n28001 Madrid", "",
    ]  # fmt: skip


def test_an_unknown_group_or_time_zone_is_told() -> None:
    assert "no group called “Nobody’s”" in reason("Name,Group", "Dana,Nobody’s")
    assert reason("Name,Joined on", "Dana,2026-01-01").startswith("The first day in the group")
    assert "neither yes nor no" in reason("Name,OK to text", "Dana,perhaps")
    assert "no kind of payer" in reason("Name,Payer type", "Dana,An aunt")
    assert "is no time zone" in reason("Name,Time zone", "Dana,Mars")


@given(st.text(max_size=30))
def test_no_cell_that_leaves_begins_as_a_formula_and_it_comes_back(text: str) -> None:
    out = guard.guarded(text)
    assert not out.startswith(guard.DANGEROUS)
    if not text.startswith(("'", '="')):
        assert guard.lifted(out) == text
