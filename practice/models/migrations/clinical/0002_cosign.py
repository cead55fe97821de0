"""The second signature for clinicians under supervision. What was signed before needs none."""

from typing import Any

STATEMENTS = (
    (
        'CREATE TABLE "cosignature" ("id" TEXT NOT NULL PRIMARY KEY, "note_id" TEXT NOT NULL, '
        '"author_id" TEXT NOT NULL, "supervisor_id" TEXT NOT NULL, "returned_at" TEXT, '
        '"returned_by" TEXT NOT NULL, "returned_because" TEXT NOT NULL, "signed_at" TEXT, '
        '"signed_by" TEXT NOT NULL, "signature" TEXT NOT NULL, "licence" TEXT NOT NULL, FOREIGN '
        'KEY ("note_id") REFERENCES "note" ("id"))'
    ),
    'CREATE INDEX "cosignature_note_id" ON "cosignature" ("note_id")',
    'CREATE INDEX "cosignature_signed_at" ON "cosignature" ("signed_at")',
)


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001
    for statement in STATEMENTS:
        db.execute_sql(statement)
