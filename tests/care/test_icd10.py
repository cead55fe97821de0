"""Diagnosis codes are found by code and by words, however they are typed."""

import gzip
import re
import time

import pytest

from practice.care import icd10
from practice.identifiers import check_icd10
from practice.paths import resource


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("f10.2", "F10.20"),
        ("F1020", "F10.20"),
        ("alcohol use disorder moderate", "F10.20"),
        ("moderate alcohol", "F10.20"),
        ("Anxiety, GENERALIZED", "F41.1"),
        ("generalizéd anxíety", "F41.1"),
        ("ptsd", "F43.10"),
        ("post-traumatic chronic", "F43.12"),
        ("bereavement", "Z63.4"),
        ("phobia social", "F40.10"),
        ("z63", "Z63.0"),
        ("borderline", "F60.3"),
    ],
)
def test_a_code_is_among_the_first_found(typed: str, code: str) -> None:
    assert code in [found.code for found in icd10.search(typed)]


@pytest.mark.parametrize("typed", ["", "   ", ".", "qqqq", "alcohol qqqq", "\x00", "%", "F99.9999"])
def test_what_is_in_no_code_finds_nothing(typed: str) -> None:
    assert icd10.search(typed) == []


def test_the_words_shown_are_those_that_were_looked_for() -> None:
    first = icd10.search("alcohol use disorder moderate")[0]
    assert (first.code, first.words) == ("F10.20", "Alcohol use disorder, moderate")
    assert icd10.title_of("F10.20") == "Alcohol dependence, uncomplicated"
    assert icd10.title_of("A00.0") == ""


def test_the_set_is_dated_says_its_source_and_holds_only_codes_of_the_right_shape() -> None:
    packed = resource("icd10cm.tsv.gz").read_bytes()
    head = [line for line in gzip.decompress(packed).decode().splitlines() if line[0] == "#"]
    assert re.search(r"release of \w+ \d+, \d{4}:", head[0])
    assert icd10.release() in head[0]
    assert "public domain" in " ".join(head)
    found = icd10.codes()
    assert len(found) == len({code.code for code in found}) > 2000
    assert {code.code[0] for code in found} == {"F", "Z"}
    assert all(check_icd10(code.code) == code.code and code.title for code in found)
    assert gzip.compress(gzip.decompress(packed), mtime=0) == packed


def test_a_search_takes_less_than_the_blink_of_a_key() -> None:
    icd10.search("warm")
    for typed in ("a", "alcohol", "other disorder unspecified", "f", "zzz"):
        taken = []
        for _ in range(3):
            began = time.process_time()
            icd10.search(typed)
            taken.append(time.process_time() - began)
        assert min(taken) < 0.05
