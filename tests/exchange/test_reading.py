"""Files as other programs write them, and files that are no list: read rightly, or a clear word."""

import random
from contextlib import suppress
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from practice.errors import Refused
from practice.exchange import delimited, files, sheet, workbook
from practice.exchange.encoding import Encoding, guess
from practice.exchange.progress import Cancelled, Progress
from tests.exchange.made import archive, book

ROWS = (("Name", "Town"), ("Zoë Ångström", "Málaga"), ("Łucja Żak", "Łódź"))


def cells(data: bytes) -> list[tuple[str, ...]]:
    """What a file holds, row by row."""
    return [row.cells for row in files.read(data, Progress()).rows]


def refusal(data: bytes) -> str:
    """The words with which a file is refused."""
    with pytest.raises(Refused) as refused:
        files.read(data, Progress())
    return refused.value.message


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_separator_and_letters_are_found(separator: str, code: str) -> None:
    text = "\r\n".join(separator.join(row) for row in ROWS)
    assert cells(text.encode(code)) == list(ROWS)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (Encoding.WESTERN, "Zoë Ångström, Málaga, François, Müller, garçon"),
        (Encoding.CENTRAL, "Łucja Żak, Kraków, Dvořák, Němcová, Bartłomiej, Grażyna"),
        (Encoding.CYRILLIC, "Мария Петрова, Анна Иванова, Борис Смирнов"),
    ],
)
def test_old_programs_letters_are_guessed_by_region(code: Encoding, words: str) -> None:
    lines = "".join(f"{name};x\n" for name in words.split(", "))
    data = f"Name;Town\n{lines}".encode(code.value)
    assert guess(data) is code
    assert words.split(", ", maxsplit=1)[0] in str(cells(data))


def test_a_wrong_guess_is_put_right_by_the_person() -> None:
    data = "Όνομα;Πόλη\nΜαρία;Αθήνα\n".encode("cp1253")
    found = files.read(data, Progress(), Encoding.GREEK)
    assert found.rows[1].cells == ("Μαρία", "Αθήνα")
    with pytest.raises(Refused, match="can’t be read as Unicode"):
        files.read(data, Progress(), Encoding.UTF_8)


def test_quoted_cells_keep_breaks_separators_and_quotes() -> None:
    text = 'Name,Address\n"Reyes, Dana","12 Quay St\nAlbany ""NY"""\n'
    assert cells(text.encode())[1] == ("Reyes, Dana", '12 Quay St\nAlbany "NY"')


def test_the_separator_a_program_announces_is_taken() -> None:
    assert cells(b"sep=;\nName;Town, Zone\nDana;Albany, NY\n")[0] == ("Name", "Town, Zone")


def test_row_numbers_are_those_a_spreadsheet_shows() -> None:
    found = files.read(b"Name,Town\n\nDana,Albany\n,,\nLuis,Troy\n", Progress())
    assert [row.number for row in found.rows] == [1, 3, 5]


def test_one_column_is_a_list_too() -> None:
    assert cells(b"Name\nDana Reyes\nLuis Moreau\n") == [
        ("Name",), ("Dana Reyes",), ("Luis Moreau",)
    ]  # fmt: skip


def test_a_row_that_was_cut_off_is_known() -> None:
    found = files.read(b"Name,Town,Phone\nDana,Albany,1\nLuis,Tr", Progress())
    assert [row.cut for row in found.rows] == [False, False, True]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "nothing in this file"),
        (b" \r\n\t\n", "nothing in this file"),
        (b";;;\n;;\n", "nothing in this file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(400), "not a list"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "not a list"),
        (b'Name,Town\n"Dana,Albany\nLuis,Troy\n', "Row 2 holds a quotation mark"),
        (b"\xd0\xcf\x11\xe0" + bytes(512), "password, or it is an old one"),
        (b"PK\x03\x04 not really", "damaged or was cut off"),
    ],
)
def test_what_is_no_list_is_refused_in_words(data: bytes, words: str) -> None:
    assert words in refusal(data)


def test_a_file_on_disk_is_looked_at_before_it_is_read(tmp_path: Path) -> None:
    empty, large = tmp_path / "empty.csv", tmp_path / "large.csv"
    empty.write_bytes(b"\n")
    with large.open("wb") as file:
        file.truncate(sheet.MOST_BYTES + 1)
    for path, words in (
        (tmp_path / "gone.csv", "not there"),
        (tmp_path, "not there"),
        (empty, "nothing in this file"),
        (large, "larger than 20 MB"),
    ):
        with pytest.raises(Refused, match=words):
            files.content(path)


def test_too_many_rows_are_refused_as_text_and_as_workbook() -> None:
    assert "more than 20,000 rows" in refusal(b"Name,Town\n" + b"Dana,Albany\n" * 100_000)
    assert "more than 20,000 rows" in refusal(book(*[("Dana", 1)] * 20_100))


def test_too_many_columns_and_too_long_a_cell_are_refused() -> None:
    assert "more than 200 columns" in refusal(b",".join([b"x"] * 300))
    assert "row 2 holds more than 20,000" in refusal(b"Name,Town\nDana," + b"x" * 10_000_000)
    assert "row 2 holds more than 20,000" in refusal(book(("Name",), ("x" * 30_000,)))


def test_reading_can_be_stopped() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        files.read(b"Name\nDana\n", progress)


def test_a_workbook_gives_days_numbers_and_text_as_they_are_meant() -> None:
    data = book(
        ("Name", "Born", "Phone", "Since"),
        ("Dana", date(1980, 3, 5), 5185550140.0, datetime(2026, 1, 6, 18, 30)),
    )
    assert cells(data)[1] == ("Dana", "1980-03-05", "5185550140", "2026-01-06 18:30")


def test_a_formula_gives_its_value_or_itself_never_nothing() -> None:
    data = book(("Name", "Town"), ("Dana", '=A1&"x"'))
    assert cells(data)[1] == ("Dana", '=A1&"x"')


def test_the_first_sheet_that_holds_something_is_read() -> None:
    made, out = Workbook(), BytesIO()
    made.create_sheet("People").append(("Name", "Town"))
    made.save(out)
    assert cells(out.getvalue()) == [("Name", "Town")]


def test_zip_bombs_and_entities_are_not_unfolded() -> None:
    good = ZipFile(BytesIO(book(("Name",))))
    entries = {name: good.read(name) for name in good.namelist()}
    bomb = entries | {"xl/worksheets/sheet1.xml": bytes(50_000_000)}
    assert refusal(archive(**bomb)) == workbook.BOMB
    assert refusal(archive(**{f"e{n}": b"" for n in range(2_000)})) == workbook.BOMB
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'
    assert refusal(archive(**entries | {"xl/workbook.xml": laughs})) == workbook.DAMAGED
    assert refusal(archive(**entries | {"xl/worksheets/sheet1.xml": laughs})) == workbook.DAMAGED
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    assert refusal(archive(**entries | {"xl/worksheets/sheet1.xml": outside})) == workbook.DAMAGED
    assert openpyxl.DEFUSEDXML


def test_other_archives_are_no_workbooks() -> None:
    assert refusal(archive(**{"readme.txt": b"hello"})) == workbook.NO_SHEET


def test_a_damaged_workbook_never_crashes() -> None:
    data, pick = book(*ROWS), random.Random(7)
    for _ in range(150):
        broken = bytearray(data[: pick.randint(1, len(data))])
        for _ in range(pick.randint(0, 12)):
            broken[pick.randrange(len(broken))] = pick.randrange(256)
        _read_or_refuse(bytes(broken))


@settings(max_examples=150, deadline=None)
@given(st.binary(min_size=1, max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read_or_refuse(data)


def _read_or_refuse(data: bytes) -> None:
    with suppress(Refused):
        assert files.read(data, Progress()).rows


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0\r\ufeff"), min_size=1,
                         max_size=12).filter(str.strip), min_size=3, max_size=3),
        min_size=2, max_size=6,
    ),
    st.sampled_from(delimited.SEPARATORS),
)  # fmt: skip
def test_quoted_text_comes_back_as_it_was(rows: list[list[str]], separator: str) -> None:
    text = "\n".join(
        separator.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows
    )
    found = delimited.read(text.encode("utf-8-sig"), Progress())
    assert [list(row.cells) for row in found.rows] == rows
