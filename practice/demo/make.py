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
from practice.demo.clinicians import CLINICIANS, FRONT_DESK
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
    *(office.User, office.Member, office.Group, office.PlanSegment, office.Enrolment),
    *(office.Series, office.Session, office.Attendance, office.Stretch, office.Waiting),
    *(office.OutreachPolicy, office.Outreach, office.OutreachMiss, office.Contact),
    *(office.FeePolicy, office.Fee, office.Block, office.ToPlace),
)
_CLINICAL_ORDER = (
    *(clinical.Diagnosis, clinical.Plan, clinical.Problem, clinical.Goal),
    *(clinical.Objective, clinical.Intervention, clinical.NoteGoal, clinical.Note),
    *(clinical.GroupNote, clinical.Line, clinical.MissedEntry),
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
    draft = begin(CLINICIANS[0].name, PASSPHRASE, cost=QUICKEST)
    vault = draft.commit(folder, device.demo_file(folder))
    owner = draft.unlocked.user.id
    store.create(folder, draft.unlocked.file_keys(), owner)
    try:
        save_practice(replace(world.PRACTICE, time_zone=zone))
        made = fill(size(day, zone))
        _write(OFFICE, _OFFICE_ORDER, _owned(made.office, owner))
        _write(CLINICAL, _CLINICAL_ORDER, _owned(made.clinical, owner))
        vault.add_person(draft.unlocked, FRONT_DESK, Role.FRONT_DESK, PASSPHRASE)
        people.follow(vault.users)
        vault.record_heads(store.heads())
    finally:
        store.rest()
        draft.unlocked.wipe()


def _owned(made: dict[str, list[Row]], owner: str) -> dict[str, list[Row]]:
    """The first clinician is the person who signs in, so her rows carry the id of that slot."""
    first, roles = user_id(0), {True: Role.OWNER, False: Role.CLINICIAN}
    names = ("id", "clinician", "author_id", "signed_by", "by")
    for name, rows in made.items():
        for row in rows:
            if name == "user":
                row["role"] = roles[row["id"] == first]
            for column in names:
                if row.get(column) == first:
                    row[column] = owner
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
