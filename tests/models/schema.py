"""The tables of a file as they are, and as today's models say they should be."""

import os
from pathlib import Path

from practice.models import audit, store
from practice.models.base import CHANGES, OPERATIONS
from practice.models.keyed import KeyedDatabase


def schema(file: KeyedDatabase) -> set[tuple[str, str]]:
    """Names and statements of tables and indices; triggers follow from the models anyway."""
    query = (
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type != 'trigger' "
        "AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'schema_migration%' "
        "AND name NOT LIKE 'history%'"
    )
    return set(file.execute_sql(query).fetchall())


def meant(file: KeyedDatabase, path: Path) -> set[tuple[str, str]]:
    """The same of a file made at `path` from the models alone."""
    wanted = KeyedDatabase(file.application, file.schema)
    wanted.use(path, os.urandom(32), create=True)
    wanted.connect()
    tables = [OPERATIONS[file], CHANGES[file], *audit.AUDITED[file], *store.UNAUDITED[file]]
    with wanted.bind_ctx(tables, bind_refs=False, bind_backrefs=False):
        wanted.create_tables(tables)
    found = schema(wanted)
    wanted.close()
    return found
