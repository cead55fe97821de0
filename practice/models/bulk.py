"""Many rows at once: one statement, the same triggers, guards and errors as any other write."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any

from peewee import Model


def insert(table: type[Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows given by field names; missing fields take their defaults.

    Call it inside an operation. Every row goes through the audit and the guards.
    """
    meta = table._meta
    fields = list(meta.sorted_fields)
    columns = ", ".join(f'"{field.column_name}"' for field in fields)
    marks = ", ".join("?" for _ in fields)
    sql = f'INSERT INTO "{meta.table_name}" ({columns}) VALUES ({marks})'
    defaults = {f.name: f.default for f in fields if f.default is not None}

    def values(row: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple(field.db_value(_value(field.name, row, defaults)) for field in fields)

    for row in rows:
        meta.database.execute_sql(sql, values(row))


def update(table: type[Model], rows: Iterable[Mapping[str, Any]]) -> None:
    """Change rows given by field names, each with its id, in this order; other fields stay.

    Call it inside an operation. Every row goes through the audit and the guards.
    """
    meta = table._meta
    for names, alike in groupby(rows, key=lambda row: tuple(name for name in row if name != "id")):
        fields = [meta.fields[name] for name in names]
        sets = ", ".join(f'"{field.column_name}" = ?' for field in fields)
        sql = f'UPDATE "{meta.table_name}" SET {sets} WHERE "id" = ?'
        for row in alike:
            values = (field.db_value(row[field.name]) for field in fields)
            meta.database.execute_sql(sql, (*values, row["id"]))


def _value(name: str, row: Mapping[str, Any], defaults: Mapping[str, Any]) -> Any:
    if name in row:
        return row[name]
    default = defaults.get(name)
    return default() if callable(default) else default
