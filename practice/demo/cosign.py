"""The demo's associate works under the owner's supervision: who co-signed what, and what waits."""

from collections.abc import Iterator
from datetime import timedelta

from practice.demo.clinicians import ASSOCIATE, CLINICIANS, OWNER
from practice.demo.rows import Row, Rows, id_of, user_id
from practice.demo.world import World

_FOR = timedelta(weeks=13)
"""For how long she has worked under supervision."""
_WITHIN = timedelta(days=3)
"""How soon the owner co-signs; what is not a week old yet still waits."""
_WEEK = timedelta(days=7)
_WORD = "Please add whether anybody else was in the room with the member."


def add_cosignatures(made: Rows, world: World) -> None:
    """The supervision, and the second signature of every note signed under it; one came back."""
    made.add(
        made.office,
        "supervision",
        id=id_of("supervision", ASSOCIATE),
        supervisee=user_id(ASSOCIATE),
        supervisor=user_id(OWNER),
    )
    returned = False
    for note in _signed_under_supervision(made, world):
        second = _given(note)
        if world.day - note["signed_at"].date() <= _WEEK:
            second = {} if returned else _returned(note)
            returned = True
        made.add(
            made.clinical,
            "cosignature",
            id=note["id"],
            note=note["id"],
            author_id=user_id(ASSOCIATE),
            supervisor_id=user_id(OWNER),
            **second,
        )


def _signed_under_supervision(made: Rows, world: World) -> Iterator[Row]:
    for note in made.clinical.get("note", ()):
        hers = note.get("signed_at") and note["author_id"] == user_id(ASSOCIATE)
        if hers and world.day - note["signed_at"].date() <= _FOR:
            yield note


def _given(note: Row) -> Row:
    owner = CLINICIANS[OWNER]
    return {
        "signed_at": note["signed_at"] + _WITHIN,
        "signed_by": user_id(OWNER),
        "signature": f"{owner.name}, {owner.credentials}",
        "licence": owner.licence,
    }


def _returned(note: Row) -> Row:
    return {
        "returned_at": note["signed_at"] + timedelta(days=1),
        "returned_by": user_id(OWNER),
        "returned_because": _WORD,
    }
