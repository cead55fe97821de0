"""Made-up names in made-up sentences: every form of every name in a sentence drawn for it."""

import random
import unicodedata
from collections.abc import Iterator

from practice.care.namecheck import Person
from tests.care.corpus import Kind, Mention, Roster, Sentence

SEED = 20261117
GROUP = 10
_NAMES = [
    "Adaeze Okonkwo",
    "Siobhán Gallagher",
    "Tadeusz Mazurek",
    "Renée Thibault",
    "Yolanda Quiñones",
    "Håkan Sjöberg",
    "Lakshmi Venkataraman",
    "Tyrell Washburn",
    "Ximena Ibáñez",
    "Zoë Vandermeer",
    "Göran Åkesson",
    "Nuñez Baltasar",
    "Bartholomew Higginbotham",
    "Şebnem Kılıç",
    "Dagny Thorvaldsen",
    "Ngozi Achebe",
    "André Beaulieu",
    "Mireille Charbonneau",
    "Rodrigo Etxeberria",
    "Ottilie Grünwald",
    "Zdeněk Hrubý",
    "Ilona Szabó",
    "Kwabena Mensah",
    "Leilani Kahananui",
    "Marisol Zúñiga",
    "Nadezhda Kuznetsova",
    "Oluwaseun Adeleke",
    "Philippa Featherstonehaugh",
    "Quentin Rutherford",
    "Rashid Tabrizi",
    "Sanjay Krishnamurthy",
    "Thandiwe Dlamini",
    "Ulrike Weißmann",
    "Wojciech Jabłoński",
    "Xiomara Villanueva",
    "Yevgenia Abramova",
    "Zbigniew Kołodziej",
    "Brónagh Ní Dhonnchadha",
    "Deandre McAllister",
    "Étienne Delacroix",
    "Gwendolyn Abernathy",
    "Hyacinth Bouquet-Ross",
]
_TOLD = (
    "He told {} that the week had been hard.",
    "Agreed with {} about avoiding the corner shop.",
    "{} asked him how he slept.",
    "Client sat beside {} and spoke twice.",
    "Became tearful when {} described the accident.",
    "Plan: phone {} if the urge passes 6.",
    "In pairs ({}) he practised saying no.",
    "“{} understands me,” he said.",
    "18:42 {} – gave feedback, he took it in",
    "He, {} and two others stayed for the meditation.",
    "Was grateful to {}; said so at closing.",
    "- {}: exchanged numbers",
)
_OWNED = (
    "He was moved by {} story.",
    "{} question made him think.",
    "Compared his plan with {} plan.",
    "Did not share {} view of the twelve steps.",
)
_NAMELESS = (
    "Client practised {}, rated urge {} before and {} after.",
    "On {} he used {} instead of drinking; craving {}.",
    "{} went better than expected; hope rose from {} to {}.",
    "He may try {} again on {} and will report {} ratings.",
    "His mark for {} was {}, and he handled {} with grace.",
)
_FILLS = (
    "urge surfing", "DEAR MAN", "the Beck inventory", "Monday", "May", "3", "7", "box breathing",
    "St. Luke's", "naltrexone", "the Boston trip", "a call to Dr. Ames", "Christmas", "week 4",
    "his aunt Philomena", "the STOP skill", "Suboxone", "AA", "Thanksgiving", "the IOP", "Ativan",
)  # fmt: skip


def generated(seed: int = SEED) -> Iterator[Sentence]:
    """Each name in each form in three sentences, and as many sentences with nobody's name."""
    draw = random.Random(seed)
    for name in _NAMES:
        for kind, form in _forms(name):
            frames = _OWNED if kind is Kind.POSSESSIVE else _TOLD
            for frame in draw.sample(frames, 3):
                yield _naming(_roster(draw, name), kind, frame, form, name)
                yield _nameless(_roster(draw, name), draw)


def _forms(name: str) -> Iterator[tuple[Kind, str]]:
    given, _, surname = name.partition(" ")
    for part in (name, given, surname):
        yield Kind.EXACT, part
        yield Kind.EXACT, part.upper()
        yield Kind.POSSESSIVE, f"{part}’s"
        if (plain := _without_accents(part)) != part:
            yield Kind.ACCENTED, plain
            yield Kind.POSSESSIVE, f"{plain}'s"
    yield Kind.INITIALS, f"{given[0]}. {surname}"
    yield Kind.INITIALS, f"{given} {surname[0]}."


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFD", text.translate(str.maketrans("łŁı", "lLi")))
    return "".join(char for char in apart if not unicodedata.combining(char))


def _roster(draw: random.Random, name: str) -> Roster:
    others = draw.sample([one for one in _NAMES if one != name], GROUP - 1)
    people = tuple(Person(one, one) for one in (name, *others))
    return Roster(people, own=others[0])


def _naming(roster: Roster, kind: Kind, frame: str, form: str, name: str) -> Sentence:
    start = frame.index("{}")
    mention = Mention(start, start + len(form), name)
    return Sentence("Generated", kind, roster, frame.format(form), (mention,))


def _nameless(roster: Roster, draw: random.Random) -> Sentence:
    frame = draw.choice(_NAMELESS)
    text = frame.format(*draw.sample(_FILLS, frame.count("{}")))
    return Sentence("Generated", Kind.FALSE_FRIEND, roster, text)
