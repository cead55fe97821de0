"""The library of techniques: brought, changed, removed; what a session practised stays."""

import pytest

from practice.care import notes, techniques
from practice.care.techniques import Details
from practice.errors import Refused
from practice.models import audit
from practice.models.base import CLINICAL
from practice.models.enums.live import Family
from tests.care.story import Story
from tests.conftest import Opened

OWN = Details(name="Kite card", family=Family.METAPHOR, practises="said what holds them.")


def named(name: str) -> techniques.TechniqueRow:
    return next(row for row in techniques.library() if row.name == name)


def test_every_kind_is_there_with_words_that_read_as_one_sentence(opened: Opened) -> None:
    library = techniques.library()
    assert {row.family for row in library} == set(Family)
    assert len({row.name for row in library}) == len(library) >= 24
    for row in library:
        assert row.practises.endswith("."), row.key
        assert row.home.endswith("."), row.key
        assert row.practises[0].islower(), row.key


def test_the_practices_own_words_come_before_the_programs(opened: Opened) -> None:
    row = named("Urge surfing")
    techniques.save(Details(name="Urge surfing", family=Family.SKILLS, practises="sat."), row.key)
    assert named("Urge surfing").practises == "sat."
    assert sum(row.name == "Urge surfing" for row in techniques.library()) == 1


def test_one_added_is_found_and_one_removed_is_not(opened: Opened) -> None:
    key = techniques.save(OWN)
    assert [row.key for row in techniques.search("KITE metaphor", techniques.library())] == [key]
    techniques.remove(key)
    techniques.remove("urge-surfing")
    left = {row.name for row in techniques.library()}
    assert not left & {"Kite card", "Urge surfing"}


def test_removing_is_undone(opened: Opened) -> None:
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    techniques.remove("urge-surfing")
    stop()
    audit.undo(CLINICAL, done[0].operation_id)
    assert named("Urge surfing").key == "urge-surfing"


@pytest.mark.parametrize(
    ("name", "practises", "field"), [("", "x", "name"), ("x", "", "practises")]
)
def test_a_technique_has_a_name_and_says_what_is_practised(
    opened: Opened, name: str, practises: str, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        techniques.save(Details(name=name, family=Family.CBT, practises=practises))
    assert refused.value.field == field


def test_a_session_keeps_the_words_it_was_held_with(story: Story) -> None:
    row = named("Saying no")
    techniques.choose(story.session, row)
    techniques.save(Details(name="Saying no", family=row.family, practises="changed."), row.key)
    notes.prepare(story.session)
    shared = notes.shared(story.session)
    assert row.practises in shared.text
    assert "practised urge surfing in pairs." in shared.text
    assert shared.topic == "Urge surfing, Saying no"
