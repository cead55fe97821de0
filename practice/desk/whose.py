"""Who sees a member: with whom the next appointment is placed unless somebody says otherwise."""

from practice.desk import groups, roster
from practice.desk.practice import clinicians, today
from practice.models.enums.sessions import SessionState
from practice.models.office import Session
from practice.models.read import tuples


def clinician_of(member_id: str) -> str | None:
    """The id of who leads their own sessions, the latest agreed; else of who leads their group.

    None where there is neither, or nobody of them works as a clinician any more.
    """
    working = {who.id for who in clinicians()}
    return next(
        (who for who in (*_alone(member_id), *_in_groups(member_id)) if who in working), None
    )


def _alone(member_id: str) -> list[str]:
    """Of the last session agreed with them alone, held or to come; cancelled ones do not count."""
    query = (
        Session.select(Session.clinician)
        .where(Session.member == member_id, Session.state != SessionState.CANCELLED)
        .order_by(Session.starts.desc())
        .limit(1)
    )
    return [str(clinician) for (clinician,) in tuples(query)]


def _in_groups(member_id: str) -> list[str]:
    now = [one for one in roster.going_on(member_id) if one.joined_on <= today()]
    return [groups.group(one.group).clinician for one in now]
