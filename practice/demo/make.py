"""Makes the demo practice in a folder of its own: a real vault, real files, made-up people.

Its passphrase is shown on its unlock screen and its device secret lies in its folder.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from peewee import Model

from practice.demo import plans, world
from practice.demo.clinicians import ASSOCIATE, CLINICIANS, FRONT_DESK, OWNER
from practice.demo.fill import fill
from practice.demo.rows import Row, user_id
from practice.demo.world import World
from practice.desk import people
from practice.desk.practice import save_practice
from practice.models import bulk, clinical, office, store
from practice.models.audit import operation
from practice.models.base import CLINICAL, OFFICE
from practice.models.enums.practice import Role
from practice.models.keyed import KeyedDatabase
from practice.vault import device
from practice.vault.folder import prepare
from practice.vault.keys import QUICKEST
from practice.vault.vault import begin

PASSPHRASE = "demo harbour lantern river seven"  # noqa: S105  # shown to everybody

_OFFICE_ORDER = (
    *(
        office.User,
        office.Supervision,
        office.Member,
        office.Group,
        office.PlanSegment,
        office.Enrolment,
    ),
    *(office.Series, office.Session, office.Attendance, office.Stretch, office.Waiting),
    *(office.OutreachPolicy, office.Outreach, office.OutreachMiss, office.Contact),
    *(office.FeePolicy, office.Fee, office.Block, office.ToPlace),
)
_CLINICAL_ORDER = (
    *(clinical.Diagnosis, clinical.Plan, clinical.Problem, clinical.Goal),
    *(clinical.Objective, clinical.Intervention, clinical.NoteGoal, clinical.Note),
    *(clinical.GroupNote, clinical.Line, clinical.MissedEntry, clinical.Cosignature),
)


def make_demo(
    folder: Path,
    day: date,
    size: Callable[[date, str], World] = world.year,
    zone: str = world.ZONE,
) -> None:
    """Make a practice as of `day`; the same day, size and zone give the same rows.

    The folder is empty; `zone` is an IANA name.

    Takes a second for the year and about a minute for ten.
    """
    prepare(folder)
    draft = begin(CLINICIANS[OWNER].name, PASSPHRASE, cost=QUICKEST)
    vault = draft.commit(folder, device.demo_file(folder))
    owner = draft.unlocked.user.id
    store.create(folder, draft.unlocked.file_keys(), owner)
    try:
        save_practice(replace(world.PRACTICE, time_zone=zone))
        made = fill(size(day, zone))
        vault.add_person(draft.unlocked, FRONT_DESK, Role.FRONT_DESK, PASSPHRASE)
        hers = CLINICIANS[ASSOCIATE].name
        associate = vault.add_person(draft.unlocked, hers, Role.CLINICIAN, PASSPHRASE).id
        slots = {user_id(OWNER): owner, user_id(ASSOCIATE): associate}
        _write(OFFICE, _OFFICE_ORDER, _owned(made.office, slots))
        _write(CLINICAL, _CLINICAL_ORDER, _owned(made.clinical, slots))
        people.follow(vault.users)
        vault.record_heads(store.heads())
    finally:
        store.rest()
        draft.unlocked.wipe()


_PEOPLE = (
    *("id", "clinician", "author_id", "signed_by", "by"),
    *("supervisee", "supervisor", "supervisor_id", "returned_by"),
)
"""Columns that name someone at work."""


def _owned(made: dict[str, list[Row]], slots: Mapping[str, str]) -> dict[str, list[Row]]:
    """Rows of those who sign in carry the ids of their slots."""
    for row in made.get("user", ()):
        row["role"] = Role.OWNER if row["id"] == user_id(OWNER) else Role.CLINICIAN
    for rows in made.values():
        for row in rows:
            row |= {name: slots[row[name]] for name in _PEOPLE if row.get(name) in slots}
    return made


def _write(file: KeyedDatabase, order: tuple[type[Model], ...], made: dict[str, list[Row]]) -> None:
    with operation(file, "Make the demo practice", undoable=False, reason="demo practice"):
        file.execute_sql("PRAGMA defer_foreign_keys = 1")
        for table in order:
            rows = made.get(table._meta.table_name, [])
            bulk.insert(table, sorted(rows, key=_signed))
        if file is CLINICAL:
            plans.sign_all()


def _signed(row: Mapping[str, Any]) -> str:
    """Signed notes in the order of their signing, as they come about in use; the rest as it was."""
    return str(row.get("signed_at") or "")
