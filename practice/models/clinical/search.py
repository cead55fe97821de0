"""The full-text index of signed words, inside clinical.db and encrypted with it.

It holds which words stand in which note, never the text itself. Only signed notes and their addenda
are in it: those never change, so neither do their entries, and nothing half-written is found.
Psychotherapy notes have a table of their own and are never in it.
"""

from playhouse.sqlite_ext import FTS5Model, RowIDField, SearchField

from practice.models.base import CLINICAL
from practice.models.clinical.tables import Addendum, Note

PARTS = ("shared_topic", "shared_text", "participation", "response", "assessment", "plan")
"""The columns of a note that are searched."""


class NoteWords(FTS5Model):  # type: ignore[misc]  # playhouse carries no types
    """One entry for each signed note and each addendum; a later one has a higher `rowid`."""

    rowid = RowIDField()
    words = SearchField()
    note_id = SearchField(unindexed=True)

    class Meta:
        database = CLINICAL
        legacy_table_names = False
        options = {  # noqa: RUF012  # peewee wants a dict
            "content": "",
            "contentless_delete": 1,
            "contentless_unindexed": 1,
            "prefix": (1, 2, 3),
            "tokenize": "unicode61 remove_diacritics 2",
        }


_NOTE, _ADDENDUM, _INDEX = (t._meta.table_name for t in (Note, Addendum, NoteWords))
_WORDS = " || char(10) || ".join(f"NEW.{part}" for part in PARTS)
_INSERT = f'INSERT INTO "{_INDEX}" (words, note_id) VALUES'
TRIGGERS = {
    "search_signed_note": (
        f'CREATE TRIGGER "search_signed_note" AFTER UPDATE OF state ON "{_NOTE}" '
        "WHEN NEW.state = 'signed' AND OLD.state <> 'signed' "
        f"BEGIN {_INSERT} ({_WORDS}, NEW.id); END"
    ),
    "search_new_note": (
        f'CREATE TRIGGER "search_new_note" AFTER INSERT ON "{_NOTE}" '
        f"WHEN NEW.state = 'signed' BEGIN {_INSERT} ({_WORDS}, NEW.id); END"
    ),
    "search_addendum": (
        f'CREATE TRIGGER "search_addendum" AFTER INSERT ON "{_ADDENDUM}" '
        f"BEGIN {_INSERT} (NEW.text, NEW.note_id); END"
    ),
}
"""Name to SQL; they hold for every writer, bulk queries included."""
