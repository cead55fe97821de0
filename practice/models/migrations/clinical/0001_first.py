"""The first tables, frozen as they were."""

from typing import Any

STATEMENTS = (
    (
        'CREATE TABLE "note" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL, '
        '"member_id" TEXT NOT NULL, "author_id" TEXT NOT NULL, "state" VARCHAR(255) NOT NULL, '
        '"form" VARCHAR(255) NOT NULL, "headings" TEXT NOT NULL, "participation" TEXT NOT NULL,'
        ' "response" TEXT NOT NULL, "assessment" TEXT NOT NULL, "plan" TEXT NOT NULL, '
        '"shared_topic" TEXT NOT NULL, "shared_text" TEXT NOT NULL, "facts" TEXT NOT NULL, '
        '"signed_at" TEXT, "signed_by" TEXT NOT NULL, "signature" TEXT NOT NULL)'
    ),
    'CREATE INDEX "note_member_id" ON "note" ("member_id")',
    'CREATE INDEX "note_state" ON "note" ("state")',
    'CREATE UNIQUE INDEX "note_session_id_member_id" ON "note" ("session_id", "member_id")',
    (
        'CREATE TABLE "addendum" ("id" TEXT NOT NULL PRIMARY KEY, "note_id" TEXT NOT NULL, '
        '"author_id" TEXT NOT NULL, "text" TEXT NOT NULL, "facts" TEXT NOT NULL, "signed_at" '
        'TEXT NOT NULL, "signature" TEXT NOT NULL, FOREIGN KEY ("note_id") REFERENCES "note" '
        '("id"))'
    ),
    'CREATE INDEX "addendum_note_id" ON "addendum" ("note_id")',
    (
        'CREATE TABLE "change" ("id" INTEGER NOT NULL PRIMARY KEY, "operation_id" INTEGER NOT '
        'NULL, "table_name" TEXT NOT NULL, "row_id" TEXT NOT NULL, "before" TEXT, "after" TEXT)'
    ),
    'CREATE INDEX "clinicalchange_operation_id" ON "change" ("operation_id")',
    (
        'CREATE TABLE "operation" ("id" INTEGER NOT NULL PRIMARY KEY, "label" TEXT NOT NULL, '
        '"user_id" TEXT NOT NULL, "at" TEXT NOT NULL, "reason" TEXT NOT NULL, "undoable" '
        'INTEGER NOT NULL, "undoes" INTEGER, "finished" TEXT, "digest" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "diagnosis" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"code" TEXT NOT NULL, "words" TEXT NOT NULL, "from_on" TEXT NOT NULL, "until_on" TEXT,'
        ' "position" INTEGER NOT NULL)'
    ),
    'CREATE INDEX "diagnosis_member_id" ON "diagnosis" ("member_id")',
    (
        'CREATE TABLE "draft" ("id" TEXT NOT NULL PRIMARY KEY, "author_id" TEXT NOT NULL, '
        '"text" TEXT NOT NULL, "updated_at" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "draft_sentence" ("id" TEXT NOT NULL PRIMARY KEY, "owner_id" TEXT NOT '
        'NULL, "part" TEXT NOT NULL, "position" INTEGER NOT NULL, "text" TEXT NOT NULL, '
        '"sources" TEXT NOT NULL)'
    ),
    'CREATE INDEX "draft_sentence_owner_id" ON "draft_sentence" ("owner_id")',
    (
        'CREATE TABLE "problem" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"position" INTEGER NOT NULL, "words" TEXT NOT NULL, "status" VARCHAR(255) NOT NULL)'
    ),
    'CREATE INDEX "problem_member_id" ON "problem" ("member_id")',
    (
        'CREATE TABLE "goal" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"position" INTEGER NOT NULL, "words" TEXT NOT NULL, "status" VARCHAR(255) NOT NULL, '
        '"problem_id" TEXT, "started_on" TEXT NOT NULL, "target_on" TEXT, "closed_on" TEXT, '
        'FOREIGN KEY ("problem_id") REFERENCES "problem" ("id") ON DELETE SET NULL)'
    ),
    'CREATE INDEX "goal_member_id" ON "goal" ("member_id")',
    'CREATE INDEX "goal_problem_id" ON "goal" ("problem_id")',
    (
        'CREATE TABLE "group_note" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL,'
        ' "topic" TEXT NOT NULL, "text" TEXT NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "group_note_session_id" ON "group_note" ("session_id")',
    (
        'CREATE TABLE "intervention" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT '
        'NULL, "position" INTEGER NOT NULL, "words" TEXT NOT NULL, "status" VARCHAR(255) NOT '
        'NULL, "goal_id" TEXT NOT NULL, "frequency" TEXT NOT NULL, "responsible" TEXT NOT NULL,'
        ' FOREIGN KEY ("goal_id") REFERENCES "goal" ("id") ON DELETE CASCADE)'
    ),
    'CREATE INDEX "intervention_member_id" ON "intervention" ("member_id")',
    'CREATE INDEX "intervention_goal_id" ON "intervention" ("goal_id")',
    (
        'CREATE TABLE "issued_report" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT '
        'NULL, "kind" TEXT NOT NULL, "title" TEXT NOT NULL, "period_from" TEXT NOT NULL, '
        '"period_until" TEXT NOT NULL, "recipient" TEXT NOT NULL, "consent_on" TEXT, '
        '"issued_at" TEXT NOT NULL, "issued_by" TEXT NOT NULL, "sha256" TEXT NOT NULL, "pdf" '
        "BLOB NOT NULL)"
    ),
    'CREATE INDEX "issued_report_member_id" ON "issued_report" ("member_id")',
    (
        'CREATE TABLE "line" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL, '
        '"member_id" TEXT, "author_id" TEXT NOT NULL, "at" TEXT NOT NULL, "text" TEXT NOT NULL)'
    ),
    'CREATE INDEX "line_session_id" ON "line" ("session_id")',
    (
        'CREATE TABLE "missed_entry" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT '
        'NULL, "member_id" TEXT NOT NULL, "status" VARCHAR(255) NOT NULL, "recorded_at" TEXT '
        "NOT NULL)"
    ),
    'CREATE INDEX "missed_entry_member_id" ON "missed_entry" ("member_id")',
    (
        'CREATE UNIQUE INDEX "missed_entry_session_id_member_id" ON "missed_entry" '
        '("session_id", "member_id")'
    ),
    (
        'CREATE TABLE "name_exception" ("id" TEXT NOT NULL PRIMARY KEY, "note_id" TEXT NOT '
        'NULL, "person_id" TEXT NOT NULL, "found" TEXT NOT NULL, "reason" TEXT NOT NULL, '
        '"author_id" TEXT NOT NULL, "at" TEXT NOT NULL)'
    ),
    'CREATE INDEX "name_exception_note_id" ON "name_exception" ("note_id")',
    (
        'CREATE TABLE "note_goal" ("id" TEXT NOT NULL PRIMARY KEY, "note_id" TEXT NOT NULL, '
        '"goal_id" TEXT NOT NULL, "progress" VARCHAR(255) NOT NULL, FOREIGN KEY ("note_id") '
        'REFERENCES "note" ("id") ON DELETE CASCADE, FOREIGN KEY ("goal_id") REFERENCES "goal" '
        '("id"))'
    ),
    'CREATE INDEX "note_goal_note_id" ON "note_goal" ("note_id")',
    'CREATE INDEX "note_goal_goal_id" ON "note_goal" ("goal_id")',
    'CREATE UNIQUE INDEX "note_goal_note_id_goal_id" ON "note_goal" ("note_id", "goal_id")',
    (
        'CREATE VIRTUAL TABLE "note_words" USING fts5 ("words", "note_id" UNINDEXED, '
        "content='', contentless_delete=1, contentless_unindexed=1, prefix='1,2,3', "
        'tokenize="unicode61 remove_diacritics 2")'
    ),
    (
        'CREATE TABLE "objective" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"position" INTEGER NOT NULL, "words" TEXT NOT NULL, "status" VARCHAR(255) NOT NULL, '
        '"goal_id" TEXT NOT NULL, "target_on" TEXT, FOREIGN KEY ("goal_id") REFERENCES "goal" '
        '("id") ON DELETE CASCADE)'
    ),
    'CREATE INDEX "objective_member_id" ON "objective" ("member_id")',
    'CREATE INDEX "objective_goal_id" ON "objective" ("goal_id")',
    (
        'CREATE TABLE "phrase" ("id" TEXT NOT NULL PRIMARY KEY, "owner_id" TEXT NOT NULL, "key"'
        ' TEXT NOT NULL, "words" TEXT NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "phrase_owner_id_key" ON "phrase" ("owner_id", "key")',
    (
        'CREATE TABLE "plan" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"version" INTEGER NOT NULL, "state" VARCHAR(255) NOT NULL, "author_id" TEXT NOT NULL, '
        '"starts_on" TEXT NOT NULL, "review_on" TEXT NOT NULL, "agreed_on" TEXT, "content" TEXT'
        ' NOT NULL, "signed_at" TEXT, "signed_by" TEXT NOT NULL, "signature" TEXT NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "plan_member_id_version" ON "plan" ("member_id", "version")',
    (
        'CREATE INDEX "plan_state_member_id_version_review_on" ON "plan" ("state", "member_id",'
        ' "version", "review_on")'
    ),
    (
        'CREATE TABLE "psychotherapy_note" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT '
        'NOT NULL, "author_id" TEXT NOT NULL, "day" TEXT NOT NULL, "text" TEXT NOT NULL, '
        '"written_at" TEXT NOT NULL, "signed_at" TEXT, "signature" TEXT NOT NULL)'
    ),
    'CREATE INDEX "psychotherapy_note_member_id" ON "psychotherapy_note" ("member_id")',
    (
        'CREATE TABLE "psychotherapy_release" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT'
        ' NOT NULL, "author_id" TEXT NOT NULL, "recipient" TEXT NOT NULL, "authorized_on" TEXT '
        'NOT NULL, "released_at" TEXT NOT NULL, "sha256" TEXT NOT NULL, "pdf" BLOB NOT NULL)'
    ),
    'CREATE INDEX "psychotherapy_release_member_id" ON "psychotherapy_release" ("member_id")',
    (
        'CREATE TABLE "rating" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL, '
        '"member_id" TEXT NOT NULL, "what" VARCHAR(255) NOT NULL, "moment" VARCHAR(255) NOT '
        'NULL, "value" INTEGER NOT NULL, "at" TEXT NOT NULL)'
    ),
    (
        'CREATE UNIQUE INDEX "rating_session_id_member_id_what_moment" ON "rating" '
        '("session_id", "member_id", "what", "moment")'
    ),
    (
        'CREATE TABLE "safety_check" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT '
        'NULL, "member_id" TEXT NOT NULL, "line_id" TEXT NOT NULL, "author_id" TEXT NOT NULL, '
        '"flagged_at" TEXT NOT NULL, "asked" TEXT NOT NULL, "answer" TEXT NOT NULL, "action" '
        'TEXT NOT NULL, "told" TEXT NOT NULL, "finished_at" TEXT)'
    ),
    'CREATE INDEX "safety_check_session_id" ON "safety_check" ("session_id")',
    'CREATE INDEX "safety_check_member_id" ON "safety_check" ("member_id")',
    'CREATE UNIQUE INDEX "safety_check_line_id" ON "safety_check" ("line_id")',
    (
        'CREATE TABLE "screening" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"kind" VARCHAR(255) NOT NULL, "verdict" VARCHAR(255) NOT NULL, "reason" TEXT NOT NULL,'
        ' "author_id" TEXT NOT NULL, "at" TEXT NOT NULL)'
    ),
    'CREATE INDEX "screening_member_id" ON "screening" ("member_id")',
    (
        'CREATE TABLE "session_technique" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT '
        'NOT NULL, "key" TEXT NOT NULL, "name" TEXT NOT NULL, "practises" TEXT NOT NULL, "home"'
        ' TEXT NOT NULL, "at" TEXT NOT NULL)'
    ),
    (
        'CREATE UNIQUE INDEX "session_technique_session_id_key" ON "session_technique" '
        '("session_id", "key")'
    ),
    (
        'CREATE TABLE "technique" ("id" TEXT NOT NULL PRIMARY KEY, "key" TEXT NOT NULL, "name" '
        'TEXT NOT NULL, "family" VARCHAR(255) NOT NULL, "practises" TEXT NOT NULL, "home" TEXT '
        'NOT NULL, "removed" INTEGER NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "technique_key" ON "technique" ("key")',
)


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001
    for statement in STATEMENTS:
        db.execute_sql(statement)
