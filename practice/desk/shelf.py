"""Documents that left the practice, on the shelf of one file: kept, and given out again as kept."""

import hashlib
from collections.abc import Mapping
from typing import Any

from peewee import Model

from practice import clock
from practice.errors import Unavailable
from practice.models.audit import note_event, operation
from practice.models.keyed import KeyedDatabase

ALTERED = "The stored document was altered, so it is not printed. Restore a backup from before."


class Shelf:
    """A table of issued documents, with their digests and, where kept, their bytes."""

    def __init__(self, file: KeyedDatabase, table: Any) -> None:
        self._file, self._table = file, table

    @property
    def columns(self) -> list[Any]:
        """Every column but the bytes."""
        table: type[Model] = self._table
        return [field for field in table._meta.sorted_fields if field.name != "pdf"]

    def keep(self, facts: Mapping[str, Any], pdf: bytes, *, bytes_too: bool = True) -> str:
        """Write down a document at the moment it leaves; returns its id. Do this before it leaves.

        The same bytes about the same member are kept once, however often and by whichever way they
        leave; each time is written down.
        """
        digest = hashlib.sha256(pdf).hexdigest()
        row = self._table.get_or_none(
            self._table.member_id == facts["member_id"], self._table.sha256 == digest
        )
        if row is not None:
            note_event(self._file, f"Issue again: {facts['kind']}")
            return str(row.id)
        with operation(self._file, f"Issue: {facts['kind']}", undoable=False):
            row = self._table.create(
                **facts,
                issued_at=clock.now(),
                issued_by=self._file.actor,
                sha256=digest,
                pdf=pdf if bytes_too else None,
            )
        return str(row.id)

    def pdf_of(self, issue_id: str) -> bytes:
        """The very bytes that left, to look at.

        Raises Unavailable when they no longer match what was written down about them.
        """
        row = self._table.get_by_id(issue_id)
        pdf = bytes(row.pdf)
        if hashlib.sha256(pdf).hexdigest() != row.sha256:
            raise Unavailable(ALTERED)
        return pdf

    def reprint(self, issue_id: str) -> bytes:
        """The very bytes that left, written down as leaving again. Raises as `pdf_of`."""
        pdf = self.pdf_of(issue_id)
        note_event(self._file, f"Issue again: {self._table.get_by_id(issue_id).kind}")
        return pdf
