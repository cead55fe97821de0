"""Who works under whose supervision. So far nobody does."""

from typing import Any

STATEMENTS = (
    (
        'CREATE TABLE "supervision" ("id" TEXT NOT NULL PRIMARY KEY, "supervisee_id" TEXT NOT '
        'NULL, "supervisor_id" TEXT NOT NULL, FOREIGN KEY ("supervisee_id") REFERENCES "user" '
        '("id"), FOREIGN KEY ("supervisor_id") REFERENCES "user" ("id"))'
    ),
    'CREATE UNIQUE INDEX "supervision_supervisee_id" ON "supervision" ("supervisee_id")',
    'CREATE INDEX "supervision_supervisor_id" ON "supervision" ("supervisor_id")',
)


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001
    for statement in STATEMENTS:
        db.execute_sql(statement)
