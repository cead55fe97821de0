"""Plans that are kept by name, steps with a kind, the plan a session follows, and whose turn it is.

Steps get the kind their name tells; a session that is running follows its group's plan as it is.
"""

from typing import Any

_STEPS = (
    'CREATE TABLE "plan_segment" ("id" TEXT NOT NULL PRIMARY KEY, "group_id" TEXT, "named_id" '
    'TEXT, "session_id" TEXT, "position" INTEGER NOT NULL, "kind" VARCHAR(255) NOT NULL, "name" '
    'TEXT NOT NULL, "minutes" INTEGER NOT NULL, FOREIGN KEY ("group_id") REFERENCES "group_" ("id")'
    ', FOREIGN KEY ("named_id") REFERENCES "named_plan" ("id"), FOREIGN KEY ("session_id") '
    'REFERENCES "session" ("id"))'
)
_KIND = (
    "CASE replace(lower(trim(name)), '-', ' ') WHEN 'check in' THEN 'check-in' "
    "WHEN 'teach' THEN 'teach' WHEN 'practise' THEN 'practise' WHEN 'practice' THEN 'practise' "
    "WHEN 'pairs' THEN 'pairs' WHEN 'individual work' THEN 'individual' "
    "WHEN 'discussion' THEN 'discussion' WHEN 'close' THEN 'close' ELSE 'other' END"
)
STATEMENTS = (
    'CREATE TABLE "named_plan" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL)',
    'CREATE UNIQUE INDEX "named_plan_name" ON "named_plan" ("name")',
    'ALTER TABLE "plan_segment" RENAME TO "plan_segment_before"',
    'DROP INDEX "plan_segment_group_id"',
    _STEPS,
    (
        'INSERT INTO "plan_segment" '
        f"SELECT id, group_id, NULL, NULL, position, {_KIND}, name, minutes "
        "FROM plan_segment_before"
    ),
    'DROP TABLE "plan_segment_before"',
    (
        'INSERT INTO "plan_segment" '
        "SELECT lower(hex(randomblob(16))), NULL, NULL, s.id, p.position, p.kind, p.name, "
        "p.minutes FROM session s JOIN plan_segment p ON p.group_id = s.group_id "
        "WHERE s.state = 'live'"
    ),
    'CREATE INDEX "plan_segment_group_id" ON "plan_segment" ("group_id")',
    'CREATE INDEX "plan_segment_named_id" ON "plan_segment" ("named_id")',
    'CREATE INDEX "plan_segment_session_id" ON "plan_segment" ("session_id")',
    (
        'CREATE TABLE "turn" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL, '
        '"number" INTEGER NOT NULL, "member_id" TEXT NOT NULL, "seconds" INTEGER NOT NULL, '
        'FOREIGN KEY ("session_id") REFERENCES "session" ("id"), FOREIGN KEY ("member_id") '
        'REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "turn_session_id" ON "turn" ("session_id")',
    'CREATE INDEX "turn_member_id" ON "turn" ("member_id")',
    'CREATE UNIQUE INDEX "turn_session_id_number" ON "turn" ("session_id", "number")',
)


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001
    for statement in STATEMENTS:
        db.execute_sql(statement)
