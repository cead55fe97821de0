"""Closed sets of a treatment plan, each with its words beside it."""

from enum import Enum


class PlanState(Enum):
    """A signed version of a plan never changes again; the database itself refuses."""

    DRAFT = "draft"
    SIGNED = "signed"


class GoalStatus(Enum):
    """Where a part of the treatment plan stands: a problem, goal, objective or intervention."""

    ACTIVE = "active"
    MET = "met"
    REVISED = "revised"
    STOPPED = "stopped"


GOAL_STATUS_WORDS = {
    GoalStatus.ACTIVE: "In progress",
    GoalStatus.MET: "Met",
    GoalStatus.REVISED: "Replaced",
    GoalStatus.STOPPED: "Stopped",
}


class Progress(Enum):
    """The clinician's word on one goal in one session."""

    FORWARD = "forward"
    STEADY = "steady"
    BACK = "back"
    NOT_WORKED_ON = "not-worked-on"


PROGRESS_WORDS = {
    Progress.FORWARD: "Progress",
    Progress.STEADY: "No change",
    Progress.BACK: "Setback",
    Progress.NOT_WORKED_ON: "Not worked on",
}
