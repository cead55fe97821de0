"""A draft says what was recorded, in whole sentences, and nothing else."""

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from practice.care import assembly, drafting, forms
from practice.care.assembly import Sentence
from practice.care.live import LineRow
from practice.care.plans import GoalRow
from practice.care.ratings import RatingRow
from practice.care.wording import JOINING, Frame
from practice.demo.drafts import chapter, shown
from practice.demo.world import year
from practice.models.enums.live import RATED_WORDS, Rated, RatedWhen
from practice.models.enums.notes import NoteForm
from practice.models.enums.plans import Progress
from practice.paths import resource

AT = datetime(2026, 11, 17, 23, tzinfo=UTC)
WHO = assembly.subject("Dana", "she/her")
WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
FIXED = {
    word.casefold()
    for words in (*(frame.value for frame in Frame), JOINING, *RATED_WORDS.values())
    for word in WORDS.findall(re.sub(r"\{\w+\}", " ", words))
}


def words_of(text: str) -> set[str]:
    return {word.casefold() for word in WORDS.findall(text)}


def line(number: int, text: str) -> LineRow:
    return LineRow(str(number), "s", "m", "a", AT, text)


def rating(number: int, moment: RatedWhen, value: int, what: Rated = Rated.URGE) -> RatingRow:
    return RatingRow(str(number), "s", "m", what, moment, value, AT)


def goal(number: int, words: str) -> GoalRow:
    return GoalRow(
        id=str(number), member_id="m", words=words, started_on=date(2026, 1, 6), position=1
    )


def told(*texts: str, form: NoteForm = NoteForm.PLAIN) -> dict[str, str]:
    lines = [line(number, text) for number, text in enumerate(texts)]
    sentences = assembly.assemble(forms.own(form), WHO, lines)
    return {one.part: assembly.text_of(sentences, one.part) for one in sentences}


@pytest.mark.parametrize(
    ("typed", "part", "said"),
    [
        ("Named payday as the first cue", "response", "Dana named payday as the first cue."),
        ("quiet today, left for work", "participation", "Dana was quiet today and left for work."),
        ("spoke; asked for help", "participation", "Dana spoke and asked for help."),
        ("openly named a slip", "response", "Dana openly named a slip."),
        ("plan: call her sister", "plan", "The plan is to call her sister."),
        ("Plan: her sister's couch", "plan", "The plan is her sister's couch."),
        ("hw: one chain on paper", "plan", "The home practice is one chain on paper."),
        ("agrees: urge surfing daily", "plan", "Dana agreed to urge surfing daily."),
        ("agreed to call on Friday", "plan", "Dana agreed to call on Friday."),
        ("agreed to the role-play", "response", "Dana agreed to the role-play."),
        ("check-in 7/10, slow start", "response", "At check-in, Dana was at 7/10 (slow start)."),
        ("now 4/10", "response", "Dana was now at 4/10."),
        ("ends at 3/10", "response", "At the end, Dana was at 3/10."),
        ("I want to stop", "response", "Dana said: “I want to stop.”"),
        ("“never again” after the film", "response", "Dana said “never again” after the film."),
        ("The wave image helped", "response", "The wave image helped."),
        ("She called her mother.", "response", "She called her mother."),
        ("calm closing round", "response", "Noted: calm closing round."),
        ("AA twice", "response", "Noted: AA twice."),
        ("Assessment: urges are shorter", "response", ""),
    ],
)
def test_a_line_becomes_a_sentence_where_it_belongs(typed: str, part: str, said: str) -> None:
    assert told(typed).get(part, "").startswith(said)


def test_names_and_pronouns_take_turns_and_short_acts_are_joined() -> None:
    said = told("named a cue", "asked for help", "kept to the wave image for a whole hour at home")
    assert said["response"] == (
        "Dana named a cue and asked for help. She kept to the wave image for a whole hour at home."
    )


def test_without_pronouns_it_is_the_name_and_they_take_their_verb() -> None:
    lines = [line(0, "calm at first"), line(1, "tired later")]
    sections = forms.own(NoteForm.PLAIN)
    without = assembly.assemble(sections, assembly.subject("Sam", ""), lines)
    assert [one.text for one in without] == ["Sam was calm at first.", "Sam was tired later."]
    they = assembly.assemble(sections, assembly.subject("Sam", "they/them"), lines)
    assert [one.text for one in they] == ["Sam was calm at first.", "They were tired later."]


def test_ratings_and_goals_are_told_with_their_ids() -> None:
    rated = [rating(1, RatedWhen.BEFORE, 7), rating(2, RatedWhen.AFTER, 4)]
    worked = [(goal(1, "Notice urges."), Progress.FORWARD), (goal(2, "Call"), Progress.FORWARD)]
    found = assembly.assemble(forms.own(NoteForm.DAP), WHO, (), rated, worked)
    assert found == (
        Sentence(
            "response",
            "Dana rated urge 7 of 10 before the session and 4 after it.",
            ("rating:1", "rating:2"),
        ),
        Sentence(
            "assessment",
            "Dana made progress on the goals “Notice urges” and “Call”.",
            ("goal:1", "goal:2"),
        ),
    )


@pytest.mark.parametrize("form", NoteForm)
def test_no_form_loses_anything_that_was_recorded(form: NoteForm) -> None:
    lines = [line(n, t) for n, t in enumerate(("spoke twice", "named a cue", "plan: call"))]
    rated, worked = [rating(1, RatedWhen.AFTER, 4)], [(goal(1, "Wait"), Progress.BACK)]
    found = assembly.assemble(forms.own(form), WHO, lines, rated, worked)
    assert {source for one in found for source in one.sources} == {
        *("line:0", "line:1", "line:2", "rating:1", "goal:1")
    }
    assert {one.part for one in found} <= {section.part for section in forms.own(form)}


@given(st.lists(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"]), max_size=60)))
def test_whatever_is_typed_nothing_is_invented_and_nothing_is_lost(texts: list[str]) -> None:
    lines = [line(n, text) for n, text in enumerate(texts)]
    found = assembly.assemble(forms.own(NoteForm.PLAIN), WHO, lines)
    said = {word for one in found for word in words_of(one.text)}
    typed = {word for text in texts for word in words_of(text)}
    assert said <= typed | FIXED | {"dana"}
    assert {s for one in found for s in one.sources} == {
        f"line:{n}" for n, text in enumerate(texts) if text.strip()
    } - {f"line:{n}" for n, text in enumerate(texts) if not drafted(text)}


def drafted(text: str) -> bool:
    return bool(assembly.assemble(forms.own(NoteForm.PLAIN), WHO, [line(0, text)]))


def test_no_draft_of_the_demo_has_a_word_that_is_in_none_of_its_sources() -> None:
    for one in shown(year(date(2026, 1, 6))):
        by_id = {f"line:{row.id}": row.text for row in one.lines}
        by_id |= {f"goal:{row.id}": row.words for row, _ in one.goals}
        name = words_of(one.member.preferred or one.member.name)
        for sentence in one.sentences:
            assert sentence.sources
            sources = {word for id_ in sentence.sources for word in words_of(by_id[id_])}
            assert words_of(sentence.text) <= sources | FIXED | name, sentence


def test_the_appendix_of_the_manual_is_what_the_program_says() -> None:
    written = resource("manual", "drafts.md").read_text(encoding="utf-8")
    assert written == chapter(year(date(2026, 1, 6))), "run scripts/drafts.py"


def test_a_sentence_keeps_its_sources_until_it_is_changed() -> None:
    first, second = (
        Sentence("response", "Dana named a cue.", ("line:1",)),
        Sentence("response", "She asked for help.", ("line:2",)),
    )
    text = "Dana named a cue. Then she asked for help."
    (kept,) = drafting.still_kept((first, second), "response", text)
    assert (text[kept.start : kept.end], kept.sources) == (first.text, first.sources)
    assert drafting.still_kept((first,), "plan", text) == ()
