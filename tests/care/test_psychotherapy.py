"""Psychotherapy notes belong to their author: nobody else reads, changes or lets them out."""

from collections.abc import Callable
from datetime import date

import pytest

from practice.care import drafts, leftovers, psychotherapy
from practice.care.psychotherapy import Release
from practice.errors import Refused, Unavailable
from practice.models import audit
from practice.models.audit import operation
from practice.models.base import CHANGES, CLINICAL
from practice.models.clinical import PsychotherapyNote, PsychotherapyRelease
from practice.models.read import tuples
from tests.build import some_members
from tests.conftest import PASSPHRASE, Clock, Opened

DAY = date(2026, 11, 17)
WORDS = "I noticed how soon I wanted to reassure her."
OTHER = "somebody-else"


def a_note(member: str) -> str:
    note_id = psychotherapy.begin()
    psychotherapy.save(member, note_id, DAY, WORDS)
    return note_id


def test_a_note_is_written_changed_and_listed_newest_first(opened: Opened) -> None:
    (dana,) = some_members(1)
    first = a_note(dana)
    second = psychotherapy.begin()
    psychotherapy.save(dana, second, date(2026, 11, 18), "Later.")
    psychotherapy.save(dana, first, DAY, "Other words.")
    found = psychotherapy.mine(dana)
    assert [(note.id, note.text) for note in found] == [(second, "Later."), (first, "Other words.")]


def test_words_typed_before_a_crash_are_there_and_offered_again(opened: Opened) -> None:
    dana, luis = some_members(2)
    known = a_note(dana)
    drafts.save(psychotherapy.draft_key(dana, known), "Half a new thought")
    drafts.save(psychotherapy.draft_key(dana, psychotherapy.begin()), "A note never put on record")
    kept = {note.kept: note.on_record for note in psychotherapy.mine(dana)}
    assert kept == {"Half a new thought": True, "A note never put on record": False}
    assert psychotherapy.mine(luis) == []
    offered = leftovers.found()
    assert [(left.member_id, left.session_id, left.running) for left in offered] == [
        (dana, "", False)
    ]
    psychotherapy.save(dana, known, DAY, "Half a new thought")
    assert [note.kept for note in psychotherapy.mine(dana) if note.id == known] == [""]


def test_another_clinician_with_the_same_key_sees_none_of_it(opened: Opened) -> None:
    (dana,) = some_members(1)
    note_id = a_note(dana)
    drafts.save(psychotherapy.draft_key(dana, psychotherapy.begin()), "A draft")
    psychotherapy.keep(Release(member_id=dana, recipient="Dr Marsh", authorized_on=DAY), b"pdf")
    release = psychotherapy.releases(dana)[0].id
    CLINICAL.actor = OTHER
    assert psychotherapy.mine(dana) == []
    assert psychotherapy.releases(dana) == []
    assert leftovers.found() == []
    for reach in (
        lambda: psychotherapy.note(note_id),
        lambda: psychotherapy.released_pdf(release),
        lambda: psychotherapy.save(dana, note_id, DAY, "Mine now"),
        lambda: psychotherapy.delete(dana, note_id),
    ):
        with pytest.raises(Refused, match="author"):
            reach()
    CLINICAL.actor = opened.user_id
    assert psychotherapy.note(note_id).text == WORDS


TAMPERING: tuple[Callable[[str], object], ...] = (
    lambda note: PsychotherapyNote.update(text="x").where(PsychotherapyNote.id == note).execute(),
    lambda note: PsychotherapyNote.delete().where(PsychotherapyNote.id == note).execute(),
    lambda note: PsychotherapyNote.update(author_id=OTHER).execute(),
)


@pytest.mark.parametrize("change", TAMPERING)
def test_a_signed_note_never_changes(opened: Opened, change: Callable[[str], object]) -> None:
    (dana,) = some_members(1)
    note_id = a_note(dana)
    psychotherapy.sign(note_id, opened.vault.confirm(opened.user_id, PASSPHRASE))
    assert psychotherapy.note(note_id).signature == "Maria Lopez, LCSW"
    with pytest.raises(Refused, match="signed"), operation(CLINICAL, "Tamper"):
        change(note_id)


def test_nobody_writes_in_anothers_name(opened: Opened, clock_at: Clock) -> None:
    (dana,) = some_members(1)
    what = {"day": DAY, "text": "x", "written_at": clock_at.now()}
    with pytest.raises(Refused, match="author"), operation(CLINICAL, "Forge"):
        PsychotherapyNote.create(member_id=dana, author_id=OTHER, **what)


def test_the_trail_and_undo_keep_no_word_of_it(opened: Opened) -> None:
    done: list[audit.Changes] = []
    stop = audit.subscribe(done.append)
    (dana,) = some_members(1)
    note_id = a_note(dana)
    psychotherapy.delete(dana, note_id)
    stop()
    about = [changes for changes in done if "psychotherapy_note" in changes.rows]
    assert len(about) == 2
    assert not any(changes.undoable for changes in about)
    log = CHANGES[CLINICAL]
    trail = repr(tuples(log.select(log.before, log.after)))
    assert "psychotherapy" not in WORDS
    assert "reassure" not in trail
    assert psychotherapy.mine(dana) == []


def test_what_leaves_is_written_down_and_needs_recipient_and_authorization(
    opened: Opened,
) -> None:
    (dana,) = some_members(1)
    with pytest.raises(Refused) as refused:
        psychotherapy.keep(Release(member_id=dana, recipient=" ", authorized_on=DAY), b"")
    assert refused.value.field == "recipient"
    with pytest.raises(Refused) as refused:
        psychotherapy.keep(Release(member_id=dana, recipient="Dr Marsh", authorized_on=None), b"")
    assert refused.value.field == "authorized_on"
    psychotherapy.keep(Release(member_id=dana, recipient="Dr Marsh", authorized_on=DAY), b"bytes")
    (row,) = psychotherapy.releases(dana)
    assert psychotherapy.released_pdf(row.id) == b"bytes"
    with pytest.raises(Refused, match="kept as it was"), operation(CLINICAL, "Tamper"):
        PsychotherapyRelease.delete().execute()


def test_empty_words_are_no_note(opened: Opened) -> None:
    (dana,) = some_members(1)
    with pytest.raises(Refused) as refused:
        psychotherapy.save(dana, psychotherapy.begin(), DAY, " \n ")
    assert refused.value.field == "text"
    assert psychotherapy.mine(dana) == []


def test_a_disk_that_refuses_loses_no_word(opened: Opened) -> None:
    (dana,) = some_members(1)
    key = psychotherapy.draft_key(dana, psychotherapy.begin())
    drafts.save(key, "Kept")
    CLINICAL.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(Unavailable):
        drafts.save(key, "Kept and more")
    CLINICAL.execute_sql("PRAGMA query_only = 0")
    assert drafts.load(key) == "Kept"
