"""In a program of its own: the owner types a canary into every clinical field of a practice."""

import sys
from datetime import date
from pathlib import Path

from practice import clock
from practice.care import (
    diagnoses,
    drafts,
    live,
    notes,
    phrases,
    plan_signing,
    plans,
    psychotherapy,
    ratings,
    safety,
    signing,
    suitability,
    techniques,
)
from practice.care.diagnoses import DiagnosisDetails
from practice.care.plans import (
    GoalDetails,
    InterventionDetails,
    ObjectiveDetails,
    ProblemDetails,
)
from practice.desk import attendance, fees, people, sessions, supervision
from practice.desk.fees import Policy
from practice.models import store
from practice.models.audit import operation
from practice.models.base import CLINICAL
from practice.models.clinical import Cosignature, IssuedReport, NameException
from practice.models.enums.attendance import Status
from practice.models.enums.groups import GroupKind
from practice.models.enums.live import Family
from practice.models.enums.members import Suitability
from practice.models.enums.plans import Progress
from practice.models.enums.practice import Role
from practice.vault import device
from practice.vault.vault import open_vault
from tests.build import a_full_group
from tests.conftest import PASSPHRASE, TUESDAY, Clock
from tests.desk.appointments import edmund

DESK_PASSPHRASE = "orchard pewter violet canyon"
FORTY = Policy(
    cents=4000,
    statuses=frozenset({Status.NO_SHOW, Status.LATE_CANCEL}),
    grace=0,
    grace_days=365,
    since=date(2026, 1, 1),
)
"""What the owner asks for a missed session."""


def canary() -> str:
    """Put together anew each time, so that no constant of the tests holds it."""
    return "".join(("zq", "can", "ary", "xj"))


def code() -> str:
    """A diagnosis nobody else has; a code can't hold other words."""
    return "".join(("Z9A", ".", "QX", "7K"))


def main(folder: Path) -> None:
    """Three members, two came; one note signed with an addendum, one draft, one report issued."""
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    vault = open_vault(folder, device.demo_file(folder))
    unlocked = vault.unlock(vault.users[0].id, PASSPHRASE)
    store.open_files(folder, unlocked.file_keys(), unlocked.user.id)
    vault.add_person(unlocked, "Nora Quill", Role.FRONT_DESK, DESK_PASSPHRASE)
    people.follow(vault.users)
    supervision.supervise(unlocked.user.id, edmund())
    fees.save_policy(FORTY)
    _, ids, session = a_full_group(unlocked.user.id, 3)
    for member in ids:
        diagnoses.save(
            member,
            DiagnosisDetails(code=code(), words=f"words {canary()}", from_on=date(2026, 1, 6)),
        )
        plans.save_goal(member, GoalDetails(words=f"goal {canary()}", started_on=date(2026, 1, 6)))
        _write_plan(member)
        psychotherapy.save(member, psychotherapy.begin(), date(2026, 11, 17), f"apart {canary()}")
        release = psychotherapy.Release(
            member_id=member, recipient=f"recipient {canary()}", authorized_on=date(2026, 11, 1)
        )
        psychotherapy.keep(release, f"pdf {canary()}".encode())
    plan_signing.sign(ids[0], vault.confirm(unlocked.user.id, PASSPHRASE))
    standing.to("18:00")
    sessions.start(session)
    seats = sessions.seats(session)
    for seat in seats[:2]:
        attendance.mark_present(seat.id)
    live.write_line(session, None, f"about the group {canary()}")
    for seat in seats[:2]:
        live.write_line(session, seat.member, f"line {canary()}")
    _note_beside(session, seats[0].member)
    standing.to("19:00")
    sessions.stop(session)
    _write_notes(session)
    with operation(CLINICAL, "Type into what is left"):
        _fill_by_hand(session, ids[0], unlocked.user.id)
    first = notes.of_session(session)[0]
    attendance.mark_missed(seats[2].id, Status.EXCUSED)
    confirmed = vault.confirm(unlocked.user.id, PASSPHRASE)
    signing.sign(session, [first.id], confirmed)
    signing.add_addendum(first.id, f"added {canary()}", vault.confirm(unlocked.user.id, PASSPHRASE))
    with operation(CLINICAL, "Return it, as the supervisor would"):
        Cosignature.update(
            returned_at=clock.now(), returned_by="edmund", returned_because=f"why {canary()}"
        ).execute()
    notes.prepare(session)
    heads = store.heads()
    store.rest()
    vault.record_heads(heads)


def _note_beside(session: str, member: str) -> None:
    """A number can't hold a canary; the answers of a check can."""
    ratings.rate(session, member, dict.fromkeys(ratings.QUESTIONS, 7))
    check = safety.flag(session, member)
    words = techniques.Details(
        name=f"name {canary()}", family=Family.CBT, practises=f"do {canary()}", home=f"h {canary()}"
    )
    key = techniques.save(words)
    techniques.choose(session, next(row for row in techniques.library() if row.key == key))
    suitability.record(member, GroupKind.THERAPY, Suitability.NOT_NOW, f"why {canary()}")
    phrases.save("zest", f"words {canary()}", shared=True)
    safety.finish(check, {step: f"{step.value} {canary()}" for step in safety.Step})


def _write_plan(member: str) -> None:
    plans.save_problem(member, ProblemDetails(words=f"problem {canary()}"))
    goal = plans.goals(member)[0].id
    plans.save_objective(goal, ObjectiveDetails(words=f"objective {canary()}"))
    done = InterventionDetails(
        words=f"intervention {canary()}",
        frequency=f"often {canary()}",
        responsible=f"somebody {canary()}",
    )
    plans.save_intervention(goal, done)


def _write_notes(session: str) -> None:
    notes.prepare(session)
    for part in notes.SHARED_PARTS:
        notes.save_shared(session, part, f"shared {part} {canary()}")
    for note in notes.of_session(session):
        for part in notes.PARTS:
            notes.save_part(note.id, part, f"{part} {canary()}")
        for goal in plans.goals(note.member_id):
            notes.set_progress(note.id, goal.id, Progress.FORWARD)
    drafts.save(f"note:{notes.of_session(session)[1].id}:plan", f"draft {canary()}")


def _fill_by_hand(session: str, member: str, author: str) -> None:
    NameException.create(
        note_id=session,
        person_id=member,
        found=f"found {canary()}",
        reason=f"reason {canary()}",
        author_id=author,
        at=clock.now(),
    )
    IssuedReport.create(
        member_id=member,
        kind=f"kind {canary()}",
        title=f"title {canary()}",
        period_from=date(2026, 1, 1),
        period_until=date(2026, 3, 31),
        recipient=f"recipient {canary()}",
        issued_at=clock.now(),
        issued_by=author,
        sha256="0" * 64,
        pdf=f"pdf {canary()}".encode(),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
