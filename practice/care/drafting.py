"""The sentences drafts are assembled with: gathered from the record, kept with their sources.

A sentence stands for its sources as long as it reads as it was assembled; once a person has
changed it, it is their own and no source is claimed for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from practice.care import assembly, forms, techniques
from practice.care.assembly import Sentence, WorkedOn
from practice.care.forms import SHARED, Kind
from practice.care.live import LineRow
from practice.care.ratings import RatingRow
from practice.desk import groups, members
from practice.desk.practice import practice
from practice.desk.schedule import SessionRow
from practice.models.clinical import DraftSentence
from practice.models.enums.notes import NoteForm
from practice.models.read import tuples


@dataclass(frozen=True)
class Kept:
    """Where an assembled sentence still stands in a text, by character, and where it came from."""

    start: int
    end: int
    sources: tuple[str, ...]


def form_of(session: SessionRow) -> NoteForm:
    """The form of a session's notes: the group's, else the practice's."""
    return groups.note_form(session.group) or practice().note_form


def about(member_id: str) -> assembly.Subject:
    """How sentences speak of a member: by the name they go by and their own pronouns."""
    row = members.member(member_id)
    return assembly.subject(row.preferred_name or row.given_name, row.pronouns)


def own_sentences(
    form: NoteForm, member_id: str, said: Iterable[LineRow], rated: Iterable[RatingRow]
) -> tuple[Sentence, ...]:
    """What the record gives for a member's own part; goals come once a word is said on them."""
    lines = [line for line in said if line.member_id == member_id]
    ratings = [row for row in rated if row.member_id == member_id]
    return assembly.assemble(forms.own(form), about(member_id), lines, ratings)


def shared_sentences(session_id: str, said: Iterable[LineRow]) -> tuple[Sentence, ...]:
    """What the record gives for the part all notes share."""
    lines = [line for line in said if line.member_id is None]
    practised = (
        Sentence(SHARED, one.words, (f"technique:{one.key}",))
        for one in techniques.of_session(session_id)
    )
    return (*assembly.of_group(lines), *practised)


def keep(owner_id: str, sentences: Iterable[Sentence]) -> None:
    """Remember where the sentences of a draft came from. Joins the operation under way."""
    for position, one in enumerate(sentences):
        DraftSentence.create(
            owner_id=owner_id,
            part=one.part,
            position=position,
            text=one.text,
            sources=" ".join(one.sources),
        )


def forget(owner_id: str) -> None:
    """Forget them with their draft. Joins the operation under way."""
    DraftSentence.delete().where(DraftSentence.owner_id == owner_id).execute()


def sentences_of(owner_ids: Iterable[str]) -> dict[str, tuple[Sentence, ...]]:
    """What each draft was assembled with, in order."""
    stored = DraftSentence
    query = stored.select(stored.owner_id, stored.part, stored.text, stored.sources)
    query = query.where(stored.owner_id.in_(list(owner_ids)))
    found: dict[str, tuple[Sentence, ...]] = {}
    for owner, part, text, sources in tuples(query.order_by(stored.position)):
        said = Sentence(part, text, tuple(sources.split()))
        found[owner] = (*found.get(owner, ()), said)
    return found


def still_kept(sentences: Iterable[Sentence], part: str, text: str) -> tuple[Kept, ...]:
    """Which of them still stand unchanged in a part's text, in reading order."""
    found, begin = [], 0
    for one in sentences:
        at = text.find(one.text, begin) if one.part == part else -1
        if at >= 0:
            begin = at + len(one.text)
            found.append(Kept(at, begin, one.sources))
    return tuple(found)


def sources_at(sentences: Iterable[Sentence], part: str, text: str, at: int) -> tuple[str, ...]:
    """Where the sentence at this place of a part's text came from; nothing for a person's own."""
    for kept in still_kept(sentences, part, text):
        if kept.start <= at <= kept.end:
            return kept.sources
    return ()


def tells(texts: dict[str, str], sentences: tuple[Sentence, ...]) -> bool:
    """Whether a note says anything about the member but the assembled words on the goals."""
    for part in ("participation", "response"):
        words = texts[part]
        for one in filter(_on_goals, sentences):
            words = words.replace(one.text, "", 1)
        if words.strip():
            return True
    return False


def untouched(sentences: tuple[Sentence, ...], texts: dict[str, str]) -> bool:
    """Whether every part still is what was assembled, and nothing else."""
    return all(words == assembly.text_of(sentences, part) for part, words in texts.items())


@dataclass(frozen=True)
class Retold:
    """The text of a part, and all sentences, once the words on the goals are other ones."""

    part: str
    text: str
    sentences: tuple[Sentence, ...]


def retold(
    form: NoteForm,
    who: assembly.Subject,
    before: tuple[Sentence, ...],
    texts: dict[str, str],
    worked_on: WorkedOn,
) -> Retold | None:
    """The draft with what is said on the goals now; None where a person has put it their way.

    Old sentences on goals give way in their place; without any the new ones come last.
    """
    section = next(one for one in forms.own(form) if Kind.ASSESSMENT in one.draws)
    text = texts[section.part]
    old = [one for one in before if _on_goals(one)]
    if any(one.text not in text for one in old):
        return None
    rest = tuple(one for one in before if not _on_goals(one))
    new = assembly.assemble((section,), who, (), (), worked_on)
    at = text.find(old[0].text) if old else len(text)
    for one in old:
        text = text.replace(one.text, "", 1)
    parts = (text[:at].strip(), assembly.text_of(new, section.part), text[at:].strip())
    return Retold(section.part, " ".join(filter(None, parts)), (*rest, *new))


def _on_goals(sentence: Sentence) -> bool:
    return any(source.startswith("goal:") for source in sentence.sources)
