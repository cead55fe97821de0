"""Whether a cancel came in time, by the practice's wall clock."""

from datetime import datetime, timedelta

from practice.models.enums.attendance import Status


def last_in_time(starts: datetime, hours: int) -> datetime:
    """The last minute at which a cancel is in time; both are wall times."""
    return starts - timedelta(hours=hours)


def cancel_status(starts: datetime, noticed: datetime, hours: int) -> Status:
    """What notice at a wall time makes of a session that starts at one; to the minute.

    From the start on it is no notice any more, but a no-show.
    """
    noticed = noticed.replace(second=0, microsecond=0)
    if noticed >= starts:
        return Status.NO_SHOW
    if noticed <= last_in_time(starts, hours):
        return Status.CLIENT_CANCEL
    return Status.LATE_CANCEL
