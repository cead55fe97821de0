"""An End taken back; what is recorded until the next one joins the drafts made at the first.

A part that still reads as it was assembled is told anew; where a person has written, the new
sentences come after theirs. What was told once is never told again, even where a person has taken
it out, so every step here may be repeated.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from practice.care import assembly, drafting, forms, live, notes, ratings
from practice.care.assembly import Sentence
from practice.care.forms import SHARED
from practice.care.live import LineRow
from practice.care.notes import NoteRow
from practice.care.ratings import RatingRow
from practice.desk import schedule, sessions
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import GroupNote, Note

Sentences = tuple[Sentence, ...]
_RECORD = ("line:", "rating:")
_ASSEMBLED = (*_RECORD, "goal:", "technique:")
"""Every other sentence was put in by a person and stays."""


@dataclass(frozen=True)
class _Telling:
    """How a draft was told, how all that is recorded tells it, and what its new rows alone add.

    `there` are the lines and ratings one can read; another clinician's lines are not among them.
    """

    before: Sentences
    anew: Sentences
    added: Sentences
    there: frozenset[str]

    def of_part(self, part: str, text: str) -> tuple[str, Sentences]:
        """The part's text with what is new, and the sentences that stand for sources in it."""
        old = _of(part, self.before)
        if text == assembly.text_of(old, part) and _sources(old, _RECORD) <= self.there:
            by_hand = tuple(one for one in old if not _sources([one], _ASSEMBLED))
            told = (*_of(part, self.anew), *by_hand)
            return assembly.text_of(told, part), told
        added = _of(part, self.added)
        for one in filter(self._outdated, old):
            text = text.replace(one.text, "", 1).replace("  ", " ").strip()
        stay = (one for one in old if not self._outdated(one))
        return "\n".join(filter(None, (text, assembly.text_of(added, part)))), (*stay, *added)

    def _outdated(self, one: Sentence) -> bool:
        """A sentence on ratings that were changed since, or that a new sentence tells too."""
        rated = _sources([one], ("rating:",))
        return bool(rated) and not rated <= self.there - _sources(self.added, ("rating:",))


def go_on(session_id: str) -> None:
    """Take back an End pressed too early, while nothing is signed.

    Drafts nobody has touched are made anew at the next end, with the lines written until then;
    into drafts with a person's own words those lines come then.
    """
    sessions.check_going_on(session_id)
    session = schedule.session(session_id)
    rows = notes.of_session(session_id)
    kept = drafting.sentences_of([session_id, *(row.id for row in rows)])
    worked_on = notes.progress_of([row.id for row in rows])
    shared = notes.shared(session_id)
    made = notes.shared_from(session, kept.get(session_id, ()))
    with operation(CLINICAL, "Go on with the session", undoable=False):
        if {"topic": shared.topic, "text": shared.text} == made:
            GroupNote.delete().where(GroupNote.session_id == session_id).execute()
        for row in rows:
            if drafting.untouched(kept.get(row.id, ()), row.texts) and row.id not in worked_on:
                notes.drop(row.id)
    sessions.go_on(session_id)


def take_in(session_id: str) -> None:
    """Bring one's own drafts of a session up to what one has recorded."""
    drafts = [row for row in notes.of_session(session_id) if not row.signed]
    if not drafts or any(row.author_id != CLINICAL.actor for row in drafts):
        return
    said, rated = live.lines(session_id), ratings.rows_of(session_id)
    told = drafting.sentences_of([session_id, *(row.id for row in drafts)])
    shared = _of_group(session_id, told.get(session_id, ()), said)
    own = {row: _of_member(row, told.get(row.id, ()), said, rated) for row in drafts}
    if not any(one.added for one in (shared, *own.values())):
        return
    with operation(CLINICAL, "Bring the drafts up to date", undoable=False):
        if shared.added:
            text, sentences = shared.of_part(SHARED, notes.shared(session_id).text)
            GroupNote.update(text=text).where(GroupNote.session_id == session_id).execute()
            _keep(session_id, sentences)
        for row, telling in own.items():
            if telling.added:
                _take_in(row, telling)


def _take_in(row: NoteRow, telling: _Telling) -> None:
    found = {part: telling.of_part(part, text) for part, text in row.texts.items()}
    texts = {part: text for part, (text, _) in found.items()}
    Note.update(**texts).where(Note.id == row.id).execute()
    _keep(row.id, (one for _, sentences in found.values() for one in sentences))


def _keep(owner_id: str, sentences: Iterable[Sentence]) -> None:
    drafting.forget(owner_id)
    drafting.keep(owner_id, sentences)


def _of_member(
    row: NoteRow, before: Sentences, said: list[LineRow], rated: list[RatingRow]
) -> _Telling:
    lines = [line for line in said if line.member_id == row.member_id]
    given = [rating for rating in rated if rating.member_id == row.member_id]
    told = _sources(before, _RECORD)
    late = [line for line in lines if f"line:{line.id}" not in told]
    whats = {rating.what for rating in given if f"rating:{rating.id}" not in told}
    again = [rating for rating in given if rating.what in whats]
    sections, who = forms.own(row.form), drafting.about(row.member_id)
    return _Telling(
        before,
        anew=assembly.assemble(sections, who, lines, given, notes.worked_on(row)),
        added=assembly.assemble(sections, who, late, again),
        there=frozenset(
            (*(f"line:{line.id}" for line in lines), *(f"rating:{one.id}" for one in given))
        ),
    )


def _of_group(session_id: str, before: Sentences, said: list[LineRow]) -> _Telling:
    anew = drafting.shared_sentences(session_id, said)
    told = _sources(before, _ASSEMBLED)
    late = [line for line in said if f"line:{line.id}" not in told]
    added = drafting.shared_sentences(session_id, late)
    return _Telling(
        before,
        anew,
        tuple(one for one in added if not _sources([one], _ASSEMBLED) <= told),
        _sources(anew, _RECORD),
    )


def _of(part: str, sentences: Iterable[Sentence]) -> Sentences:
    return tuple(one for one in sentences if one.part == part)


def _sources(sentences: Iterable[Sentence], kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        source for one in sentences for source in one.sources if source.startswith(kinds)
    )
