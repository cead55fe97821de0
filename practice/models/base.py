"""The two files and what every row in them has."""

from pathlib import Path
from uuid import uuid4

from peewee import AutoField, BooleanField, IntegerField, Model, TextField

from practice.models.fields import MomentField
from practice.models.keyed import KeyedDatabase

MIGRATIONS = Path(__file__).parent / "migrations"


def _file(application_id: int, name: str) -> KeyedDatabase:
    steps = frozenset(path.stem for path in (MIGRATIONS / name).glob("[0-9]*.py"))
    return KeyedDatabase(application_id, len(steps), steps)


OFFICE = _file(0x50524F46, "office")
CLINICAL = _file(0x5052434C, "clinical")
FILE_NAMES = {OFFICE: "office.db", CLINICAL: "clinical.db"}


def new_id() -> str:
    """A row's name for ever: a random UUID in hexadecimal, made by us so that saves can repeat."""
    return uuid4().hex


class Record(Model):
    """A row with an id of our own making."""

    id = TextField(primary_key=True, default=new_id)


class OfficeRecord(Record):
    class Meta:
        database = OFFICE
        legacy_table_names = False


class ClinicalRecord(Record):
    class Meta:
        database = CLINICAL
        legacy_table_names = False


class Operation(Model):
    """One thing a person did: who, when, in their words. `finished` is empty while it runs.

    `digest` chains it, with all its changes, to the operation before it (models/audit.py).
    """

    id = AutoField()
    label = TextField()
    user_id = TextField()
    at = MomentField()
    reason = TextField(default="")
    undoable = BooleanField(default=True)
    undoes = IntegerField(null=True)
    finished = MomentField(null=True)
    digest = TextField(default="")


class Change(Model):
    """A row before and after, as JSON; written by triggers alone, never changed again."""

    id = AutoField()
    operation_id = IntegerField(index=True)
    table_name = TextField()
    row_id = TextField()
    before = TextField(null=True)
    after = TextField(null=True)


class OfficeOperation(Operation):
    class Meta:
        database = OFFICE
        table_name = "operation"


class OfficeChange(Change):
    class Meta:
        database = OFFICE
        table_name = "change"


class ClinicalOperation(Operation):
    class Meta:
        database = CLINICAL
        table_name = "operation"


class ClinicalChange(Change):
    class Meta:
        database = CLINICAL
        table_name = "change"


OPERATIONS: dict[KeyedDatabase, type[Operation]] = {
    OFFICE: OfficeOperation,
    CLINICAL: ClinicalOperation,
}
CHANGES: dict[KeyedDatabase, type[Change]] = {OFFICE: OfficeChange, CLINICAL: ClinicalChange}
