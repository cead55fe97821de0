"""Sessions by state in the order of time, and those without a signed note, from an index each."""

from typing import Any

STATEMENTS = (
    'DROP INDEX "session_state"',
    'CREATE INDEX "session_state_starts" ON "session" ("state", "starts")',
    'CREATE INDEX "session_signed_state" ON "session" ("signed", "state")',
)


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001
    for statement in STATEMENTS:
        db.execute_sql(statement)
