"""The first tables, frozen as they were."""

from typing import Any

STATEMENTS = (
    (
        'CREATE TABLE "user" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, '
        '"credentials" TEXT NOT NULL, "licence" TEXT NOT NULL, "npi" TEXT NOT NULL, "location" '
        'TEXT NOT NULL, "role" VARCHAR(255) NOT NULL)'
    ),
    (
        'CREATE TABLE "group_" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, "kind" '
        'VARCHAR(255) NOT NULL, "platform" TEXT NOT NULL, "link" TEXT NOT NULL, "passcode" TEXT'
        ' NOT NULL, "clinician_id" TEXT NOT NULL, "technique" TEXT NOT NULL, "mode" '
        'VARCHAR(255) NOT NULL, "audience" TEXT NOT NULL, "orientation" VARCHAR(255) NOT NULL, '
        '"intake" VARCHAR(255) NOT NULL, FOREIGN KEY ("clinician_id") REFERENCES "user" ("id"))'
    ),
    'CREATE INDEX "group__clinician_id" ON "group_" ("clinician_id")',
    (
        'CREATE TABLE "member" ("id" TEXT NOT NULL PRIMARY KEY, "code" TEXT NOT NULL, '
        '"given_name" TEXT NOT NULL, "family_name" TEXT NOT NULL, "preferred_name" TEXT NOT '
        'NULL, "pronouns" TEXT NOT NULL, "birth_date" TEXT, "sex" TEXT NOT NULL, "address" TEXT'
        ' NOT NULL, "phone" TEXT NOT NULL, "email" TEXT NOT NULL, "time_zone" TEXT NOT NULL, '
        '"emergency_name" TEXT NOT NULL, "emergency_phone" TEXT NOT NULL, "location" TEXT NOT '
        'NULL, "consent_on" TEXT, "contact_name" TEXT NOT NULL, "may_call" VARCHAR(255) NOT '
        'NULL, "may_text" VARCHAR(255) NOT NULL, "may_voicemail" VARCHAR(255) NOT NULL, '
        '"may_write" VARCHAR(255) NOT NULL, "payer_kind" VARCHAR(255), "payer" TEXT NOT NULL, '
        '"payer_member_id" TEXT NOT NULL, "archived" INTEGER NOT NULL)'
    ),
    'CREATE UNIQUE INDEX "member_code" ON "member" ("code")',
    (
        'CREATE TABLE "series" ("id" TEXT NOT NULL PRIMARY KEY, "kind" VARCHAR(255) NOT NULL, '
        '"group_id" TEXT, "member_id" TEXT, "clinician_id" TEXT NOT NULL, "co_leader_id" TEXT, '
        '"starts_on" TEXT NOT NULL, "time" TEXT NOT NULL, "minutes" INTEGER NOT NULL, "rule" '
        'TEXT NOT NULL, "planned_until" TEXT NOT NULL, "mode" VARCHAR(255) NOT NULL, "platform"'
        ' TEXT NOT NULL, "link" TEXT NOT NULL, "passcode" TEXT NOT NULL, "technique" TEXT NOT '
        'NULL, FOREIGN KEY ("group_id") REFERENCES "group_" ("id"), FOREIGN KEY ("member_id") '
        'REFERENCES "member" ("id"), FOREIGN KEY ("clinician_id") REFERENCES "user" ("id"), '
        'FOREIGN KEY ("co_leader_id") REFERENCES "user" ("id"))'
    ),
    'CREATE INDEX "series_group_id" ON "series" ("group_id")',
    'CREATE INDEX "series_member_id" ON "series" ("member_id")',
    'CREATE INDEX "series_clinician_id" ON "series" ("clinician_id")',
    'CREATE INDEX "series_co_leader_id" ON "series" ("co_leader_id")',
    (
        'CREATE TABLE "session" ("id" TEXT NOT NULL PRIMARY KEY, "kind" VARCHAR(255) NOT NULL, '
        '"group_id" TEXT, "member_id" TEXT, "series_id" TEXT, "occurrence" TEXT, "moved" '
        'INTEGER NOT NULL, "clinician_id" TEXT NOT NULL, "co_leader_id" TEXT, "starts" TEXT NOT'
        ' NULL, "minutes" INTEGER NOT NULL, "state" VARCHAR(255) NOT NULL, "started_at" TEXT, '
        '"stopped_at" TEXT, "cue_paused_at" TEXT, "cue_paused_seconds" INTEGER NOT NULL, '
        '"late_entry" INTEGER NOT NULL, "platform" TEXT NOT NULL, "link" TEXT NOT NULL, '
        '"passcode" TEXT NOT NULL, "clinician_location" TEXT NOT NULL, "technique" TEXT NOT '
        'NULL, "mode" VARCHAR(255) NOT NULL, "signed" INTEGER NOT NULL, FOREIGN KEY '
        '("group_id") REFERENCES "group_" ("id"), FOREIGN KEY ("member_id") REFERENCES "member"'
        ' ("id"), FOREIGN KEY ("series_id") REFERENCES "series" ("id"), FOREIGN KEY '
        '("clinician_id") REFERENCES "user" ("id"), FOREIGN KEY ("co_leader_id") REFERENCES '
        '"user" ("id"))'
    ),
    'CREATE INDEX "session_group_id" ON "session" ("group_id")',
    'CREATE INDEX "session_member_id" ON "session" ("member_id")',
    'CREATE INDEX "session_series_id" ON "session" ("series_id")',
    'CREATE INDEX "session_clinician_id" ON "session" ("clinician_id")',
    'CREATE INDEX "session_co_leader_id" ON "session" ("co_leader_id")',
    'CREATE INDEX "session_starts" ON "session" ("starts")',
    'CREATE INDEX "session_state" ON "session" ("state")',
    'CREATE UNIQUE INDEX "session_group_id_starts" ON "session" ("group_id", "starts")',
    ('CREATE UNIQUE INDEX "session_series_id_occurrence" ON "session" ("series_id", "occurrence")'),
    (
        'CREATE TABLE "attendance" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL,'
        ' "member_id" TEXT NOT NULL, "seat" INTEGER NOT NULL, "status" VARCHAR(255) NOT NULL, '
        '"mode" VARCHAR(255), "audio_reason" TEXT NOT NULL, "location" TEXT NOT NULL, '
        '"notice_at" TEXT, "missed_because" VARCHAR(255), FOREIGN KEY ("session_id") REFERENCES'
        ' "session" ("id"), FOREIGN KEY ("member_id") REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "attendance_session_id" ON "attendance" ("session_id")',
    'CREATE INDEX "attendance_member_id" ON "attendance" ("member_id")',
    'CREATE INDEX "attendance_status" ON "attendance" ("status")',
    (
        'CREATE UNIQUE INDEX "attendance_session_id_member_id" ON "attendance" ("session_id", '
        '"member_id")'
    ),
    'CREATE UNIQUE INDEX "attendance_session_id_seat" ON "attendance" ("session_id", "seat")',
    (
        'CREATE TABLE "block" ("id" TEXT NOT NULL PRIMARY KEY, "clinician_id" TEXT, "words" '
        'TEXT NOT NULL, "starts" TEXT NOT NULL, "minutes" INTEGER NOT NULL, "rule" TEXT NOT '
        'NULL, "skipped" TEXT NOT NULL, FOREIGN KEY ("clinician_id") REFERENCES "user" ("id"))'
    ),
    'CREATE INDEX "block_clinician_id" ON "block" ("clinician_id")',
    (
        'CREATE TABLE "closure" ("id" TEXT NOT NULL PRIMARY KEY, "first" TEXT NOT NULL, "last" '
        'TEXT NOT NULL, "words" TEXT NOT NULL)'
    ),
    'CREATE INDEX "closure_first" ON "closure" ("first")',
    (
        'CREATE TABLE "outreach" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"opened_at" TEXT NOT NULL, "due" TEXT, "closed_at" TEXT, "ended" VARCHAR(255), "words"'
        ' TEXT NOT NULL, FOREIGN KEY ("member_id") REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "outreach_member_id" ON "outreach" ("member_id")',
    'CREATE INDEX "outreach_closed_at" ON "outreach" ("closed_at")',
    (
        'CREATE TABLE "contact" ("id" TEXT NOT NULL PRIMARY KEY, "outreach_id" TEXT NOT NULL, '
        '"at" TEXT NOT NULL, "channel" VARCHAR(255) NOT NULL, "outcome" VARCHAR(255) NOT NULL, '
        '"words" TEXT NOT NULL, "by_id" TEXT NOT NULL, "logged_at" TEXT NOT NULL, FOREIGN KEY '
        '("outreach_id") REFERENCES "outreach" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" '
        '("id"))'
    ),
    'CREATE INDEX "contact_outreach_id" ON "contact" ("outreach_id")',
    'CREATE INDEX "contact_by_id" ON "contact" ("by_id")',
    (
        'CREATE TABLE "enrolment" ("id" TEXT NOT NULL PRIMARY KEY, "group_id" TEXT NOT NULL, '
        '"member_id" TEXT NOT NULL, "joined_on" TEXT NOT NULL, "left_on" TEXT, "left_because" '
        'VARCHAR(255), "left_words" TEXT NOT NULL, "admitted_because" TEXT NOT NULL, FOREIGN '
        'KEY ("group_id") REFERENCES "group_" ("id"), FOREIGN KEY ("member_id") REFERENCES '
        '"member" ("id"))'
    ),
    'CREATE INDEX "enrolment_group_id" ON "enrolment" ("group_id")',
    'CREATE INDEX "enrolment_member_id" ON "enrolment" ("member_id")',
    (
        'CREATE TABLE "fee" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"session_id" TEXT NOT NULL, "decision" VARCHAR(255) NOT NULL, "cents" INTEGER NOT '
        'NULL, "reason" TEXT NOT NULL, "at" TEXT NOT NULL, "by_id" TEXT NOT NULL, FOREIGN KEY '
        '("member_id") REFERENCES "member" ("id"), FOREIGN KEY ("session_id") REFERENCES '
        '"session" ("id"), FOREIGN KEY ("by_id") REFERENCES "user" ("id"))'
    ),
    'CREATE INDEX "fee_member_id" ON "fee" ("member_id")',
    'CREATE INDEX "fee_session_id" ON "fee" ("session_id")',
    'CREATE INDEX "fee_by_id" ON "fee" ("by_id")',
    (
        'CREATE TABLE "fee_policy" ("id" TEXT NOT NULL PRIMARY KEY, "cents" INTEGER NOT NULL, '
        '"statuses" TEXT NOT NULL, "grace" INTEGER NOT NULL, "grace_days" INTEGER NOT NULL, '
        '"since" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "issued_paper" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT, "kind" '
        'TEXT NOT NULL, "title" TEXT NOT NULL, "recipient" TEXT NOT NULL, "consent_on" TEXT, '
        '"issued_at" TEXT NOT NULL, "issued_by" TEXT NOT NULL, "sha256" TEXT NOT NULL, "pdf" '
        'BLOB, FOREIGN KEY ("member_id") REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "issued_paper_member_id" ON "issued_paper" ("member_id")',
    (
        'CREATE TABLE "offer" ("id" TEXT NOT NULL PRIMARY KEY, "group_id" TEXT NOT NULL, '
        '"session_id" TEXT, "member_id" TEXT NOT NULL, "first_day" TEXT NOT NULL, "made_at" '
        'TEXT NOT NULL, "until" TEXT NOT NULL, "state" VARCHAR(255) NOT NULL, "answered_at" '
        'TEXT, FOREIGN KEY ("group_id") REFERENCES "group_" ("id"), FOREIGN KEY ("session_id") '
        'REFERENCES "session" ("id"), FOREIGN KEY ("member_id") REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "offer_group_id" ON "offer" ("group_id")',
    'CREATE INDEX "offer_session_id" ON "offer" ("session_id")',
    'CREATE INDEX "offer_member_id" ON "offer" ("member_id")',
    'CREATE INDEX "offer_state" ON "offer" ("state")',
    (
        'CREATE TABLE "change" ("id" INTEGER NOT NULL PRIMARY KEY, "operation_id" INTEGER NOT '
        'NULL, "table_name" TEXT NOT NULL, "row_id" TEXT NOT NULL, "before" TEXT, "after" TEXT)'
    ),
    'CREATE INDEX "officechange_operation_id" ON "change" ("operation_id")',
    (
        'CREATE TABLE "operation" ("id" INTEGER NOT NULL PRIMARY KEY, "label" TEXT NOT NULL, '
        '"user_id" TEXT NOT NULL, "at" TEXT NOT NULL, "reason" TEXT NOT NULL, "undoable" '
        'INTEGER NOT NULL, "undoes" INTEGER, "finished" TEXT, "digest" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "outreach_miss" ("id" TEXT NOT NULL PRIMARY KEY, "outreach_id" TEXT NOT '
        'NULL, "session_id" TEXT NOT NULL, FOREIGN KEY ("outreach_id") REFERENCES "outreach" '
        '("id"), FOREIGN KEY ("session_id") REFERENCES "session" ("id"))'
    ),
    'CREATE INDEX "outreach_miss_outreach_id" ON "outreach_miss" ("outreach_id")',
    'CREATE INDEX "outreach_miss_session_id" ON "outreach_miss" ("session_id")',
    (
        'CREATE UNIQUE INDEX "outreach_miss_outreach_id_session_id" ON "outreach_miss" '
        '("outreach_id", "session_id")'
    ),
    (
        'CREATE TABLE "outreach_policy" ("id" TEXT NOT NULL PRIMARY KEY, "since" TEXT, '
        '"again_days" INTEGER NOT NULL, "letter_days" INTEGER NOT NULL, "voicemail" TEXT NOT '
        "NULL)"
    ),
    (
        'CREATE TABLE "outreach_rule" ("id" TEXT NOT NULL PRIMARY KEY, "position" INTEGER NOT '
        'NULL, "in_a_row" INTEGER NOT NULL, "statuses" TEXT NOT NULL, "follow" VARCHAR(255) NOT'
        " NULL)"
    ),
    (
        'CREATE TABLE "plan_segment" ("id" TEXT NOT NULL PRIMARY KEY, "group_id" TEXT NOT NULL,'
        ' "position" INTEGER NOT NULL, "name" TEXT NOT NULL, "minutes" INTEGER NOT NULL, '
        'FOREIGN KEY ("group_id") REFERENCES "group_" ("id"))'
    ),
    'CREATE INDEX "plan_segment_group_id" ON "plan_segment" ("group_id")',
    (
        'CREATE TABLE "practice" ("id" TEXT NOT NULL PRIMARY KEY, "name" TEXT NOT NULL, '
        '"address" TEXT NOT NULL, "phone" TEXT NOT NULL, "email" TEXT NOT NULL, "time_zone" '
        'TEXT NOT NULL, "paper" VARCHAR(255) NOT NULL, "part2" INTEGER NOT NULL, "notice_hours"'
        ' INTEGER NOT NULL, "review_days" INTEGER NOT NULL, "idle_minutes" INTEGER NOT NULL, '
        '"delete_lines" INTEGER NOT NULL, "backup_folder" TEXT NOT NULL)'
    ),
    (
        'CREATE TABLE "stretch" ("id" TEXT NOT NULL PRIMARY KEY, "attendance_id" TEXT NOT NULL,'
        ' "in_at" TEXT NOT NULL, "out_at" TEXT, FOREIGN KEY ("attendance_id") REFERENCES '
        '"attendance" ("id"))'
    ),
    'CREATE INDEX "stretch_attendance_id" ON "stretch" ("attendance_id")',
    (
        'CREATE TABLE "to_place" ("id" TEXT NOT NULL PRIMARY KEY, "member_id" TEXT NOT NULL, '
        '"why" VARCHAR(255) NOT NULL, "asked_on" TEXT NOT NULL, "note" TEXT NOT NULL, "done" '
        'INTEGER NOT NULL, FOREIGN KEY ("member_id") REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "to_place_member_id" ON "to_place" ("member_id")',
    'CREATE INDEX "to_place_done" ON "to_place" ("done")',
    (
        'CREATE TABLE "visit" ("id" TEXT NOT NULL PRIMARY KEY, "session_id" TEXT NOT NULL, '
        '"member_id" TEXT NOT NULL, "because" VARCHAR(255) NOT NULL, FOREIGN KEY ("session_id")'
        ' REFERENCES "session" ("id"), FOREIGN KEY ("member_id") REFERENCES "member" ("id"))'
    ),
    'CREATE INDEX "visit_session_id" ON "visit" ("session_id")',
    'CREATE INDEX "visit_member_id" ON "visit" ("member_id")',
    'CREATE UNIQUE INDEX "visit_session_id_member_id" ON "visit" ("session_id", "member_id")',
    (
        'CREATE TABLE "waiting" ("id" TEXT NOT NULL PRIMARY KEY, "group_id" TEXT NOT NULL, '
        '"member_id" TEXT NOT NULL, "position" INTEGER NOT NULL, "since" TEXT NOT NULL, FOREIGN'
        ' KEY ("group_id") REFERENCES "group_" ("id"), FOREIGN KEY ("member_id") REFERENCES '
        '"member" ("id"))'
    ),
    'CREATE INDEX "waiting_group_id" ON "waiting" ("group_id")',
    'CREATE INDEX "waiting_member_id" ON "waiting" ("member_id")',
    'CREATE UNIQUE INDEX "waiting_group_id_member_id" ON "waiting" ("group_id", "member_id")',
    (
        'CREATE TABLE "working_hours" ("id" TEXT NOT NULL PRIMARY KEY, "clinician_id" TEXT, '
        '"weekday" INTEGER NOT NULL, "begins" TEXT NOT NULL, "ends" TEXT NOT NULL, FOREIGN KEY '
        '("clinician_id") REFERENCES "user" ("id"))'
    ),
    'CREATE INDEX "working_hours_clinician_id" ON "working_hours" ("clinician_id")',
    (
        'CREATE UNIQUE INDEX "working_hours_clinician_id_weekday" ON "working_hours" '
        '("clinician_id", "weekday")'
    ),
)


def up(migrator: Any, db: Any) -> None:  # noqa: ARG001
    for statement in STATEMENTS:
        db.execute_sql(statement)
