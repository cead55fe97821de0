"""What carrying, dropping and cancelling mean to the practice: the one bridge to `desk`."""

from practice.desk import blocks, series, toplace
from practice.desk.calendar import Appointment, What
from practice.desk.practice import user
from practice.desk.series import NewAppointment, Scope, Verdict
from practice.models.enums.sessions import SessionKind
from practice.ui.schedule.carry import Cargo, Target
from practice.ui.words import called

FREE = Verdict()


def judge(cargo: Cargo, target: Target) -> Verdict:
    """What speaks against it; reads only, and is quick enough for every step of a drag."""
    one = cargo.appointment
    if one is not None and one.what is What.BLOCK:
        return FREE
    if one is not None:
        return series.check(
            series.as_moved(one.id, target.starts, target.minutes, clinician=target.clinician)
        )
    return series.check(_placed(cargo, target))


def with_whom(cargo: Cargo, target: Target) -> str:
    """`with Noor C.`: whose it would be; nothing for what is nobody's appointment."""
    blocks_time = cargo.appointment is not None and cargo.appointment.what is What.BLOCK
    if blocks_time or target.clinician is None:
        return ""
    return f"with {called(user(target.clinician).name)}"


def put(cargo: Cargo, target: Target, scope: Scope, *, reset: bool = False) -> None:
    """Move it there, or place who waited. Raises Refused as the domain does."""
    one = cargo.appointment
    if one is None and cargo.row is not None:
        toplace.place(cargo.row.id, _placed(cargo, target))
    elif one is not None and one.what is What.BLOCK:
        blocks.move(
            one.id,
            target.starts,
            target.minutes,
            day=one.starts.date(),
            only_this=scope is Scope.THIS,
            clinician=target.clinician,
        )
    elif one is not None:
        whose = target.clinician if target.clinician != one.clinician else None
        series.move(
            one.id, target.starts, target.minutes, scope, clinician=whose, reset_moved=reset
        )


def cancel(one: Appointment, scope: Scope) -> None:
    """The practice cancels a session; a block is taken away."""
    if one.what is What.SESSION:
        series.cancel(one.id, scope)
    else:
        blocks.remove(one.id, day=one.starts.date() if scope is Scope.THIS else None)


def scopes(one: Appointment) -> tuple[Scope, ...]:
    """How far a change of it can go; just itself where it is alone."""
    if not one.comes_again:
        return (Scope.THIS,)
    return (Scope.THIS, Scope.ALL) if one.what is What.BLOCK else tuple(Scope)


def _placed(cargo: Cargo, target: Target) -> NewAppointment:
    if cargo.row is None or target.clinician is None:
        raise ValueError("only someone who waits is placed, with a clinician")
    return NewAppointment(
        kind=SessionKind.INDIVIDUAL,
        member=cargo.row.member,
        clinician=target.clinician,
        starts=target.starts,
        minutes=target.minutes,
    )
