"""The name check against sentences written before it was read, and against generated ones.

`python -m tests.bench.names` lists every miss.
"""

from collections.abc import Callable, Iterable
from itertools import islice

import pytest

from tests.care.corpus import NAMELESS, Kind, Sentence, written
from tests.care.corpus.generated import generated
from tests.care.namescore import Score, score, told

RECALL = 0.98
ALARMS = 0.02
SURE = (Kind.EXACT, Kind.POSSESSIVE, Kind.ACCENTED)


def _written() -> Iterable[Sentence]:
    return written()


def _generated() -> Iterable[Sentence]:
    """Every fifth: half of them name somebody."""
    return islice(generated(), 0, None, 5)


CORPORA = pytest.mark.parametrize("corpus", [_written, _generated])


def _score(corpus: Callable[[], Iterable[Sentence]], *kinds: Kind) -> Score:
    return score(one for one in corpus() if one.kind in kinds)


def _report(found: Score) -> str:
    return "\n".join(line for one in found.outcomes for line in told(one))


def test_the_written_corpus_is_of_many_languages_and_as_much_without_names() -> None:
    sentences = written()
    assert len(sentences) >= 500
    assert len({one.language for one in sentences}) >= 20
    assert {one.kind for one in sentences} == set(Kind)
    assert sum(one.kind in NAMELESS for one in sentences) >= 200


@CORPORA
@pytest.mark.parametrize("kind", SURE)
def test_names_that_are_no_words_stand_in_the_way_of_signing(
    corpus: Callable[[], Iterable[Sentence]], kind: Kind
) -> None:
    found = _score(corpus, kind)
    assert found.mentions
    assert found.recall >= RECALL, _report(found)


@CORPORA
def test_sentences_that_name_nobody_are_left_alone(
    corpus: Callable[[], Iterable[Sentence]],
) -> None:
    found = _score(corpus, *NAMELESS)
    assert found.sentences >= 200
    assert found.alarmed <= ALARMS, _report(found)


def test_what_only_may_be_a_name_is_asked_and_never_blocks() -> None:
    for kind in (Kind.WORD_NAME, Kind.NICKNAME):
        found = _score(_written, kind)
        assert found.noticed >= 0.9, _report(found)
    blocked = [one for one in _score(_written, Kind.NICKNAME).outcomes if one.blocked]
    assert blocked == []


def test_endings_and_initials_are_found() -> None:
    for kind in (Kind.INFLECTED, Kind.INITIALS, Kind.PREFERRED):
        found = _score(_written, kind)
        assert found.recall >= 0.9, _report(found)
