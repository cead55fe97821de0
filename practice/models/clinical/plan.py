"""What a member is treated for and towards: diagnoses, and the treatment plan in its versions.

The parts of a plan are one living tree: problems, goals, and each goal's objectives and
interventions. Goals keep their id from version to version, so that notes can go on pointing at
them. Signing writes the whole tree into `Plan.content`; a part changes only while a draft version
is open (models/guards/).
"""

from peewee import ForeignKeyField, IntegerField, TextField

from practice.models.base import ClinicalRecord
from practice.models.enums.plans import GoalStatus, PlanState
from practice.models.fields import DayField, EnumField, MomentField


class Diagnosis(ClinicalRecord):
    """Code and words as the clinician typed them; `position` 1 is the principal one."""

    member_id = TextField(index=True)
    code = TextField()
    words = TextField()
    from_on = DayField()
    until_on = DayField(null=True)
    position = IntegerField(default=1)


class Plan(ClinicalRecord):
    """One version of a member's treatment plan, counted from 1; at most one is a draft.

    `content` is empty until it is signed, then all that stood in the plan (care/plan_content.py).
    """

    member_id = TextField()
    version = IntegerField()
    state = EnumField(PlanState, default=PlanState.DRAFT)
    author_id = TextField()
    starts_on = DayField()
    review_on = DayField()
    agreed_on = DayField(null=True)
    content = TextField(default="")
    signed_at = MomentField(null=True)
    signed_by = TextField(default="")
    signature = TextField(default="")

    class Meta:
        indexes = (
            (("member_id", "version"), True),
            (("state", "member_id", "version", "review_on"), False),
        )


class _Part(ClinicalRecord):
    """What every part has; `position` is its place among the member's parts of its kind."""

    member_id = TextField(index=True)
    position = IntegerField(default=1)
    words = TextField()
    status = EnumField(GoalStatus, default=GoalStatus.ACTIVE)


class Problem(_Part):
    pass


class Goal(_Part):
    """A goal need not belong to a problem; one that is over has the day it ended."""

    problem = ForeignKeyField(Problem, null=True, on_delete="SET NULL")
    started_on = DayField()
    target_on = DayField(null=True)
    closed_on = DayField(null=True)


class Objective(_Part):
    """A measurable step towards a goal."""

    goal = ForeignKeyField(Goal, on_delete="CASCADE")
    target_on = DayField(null=True)


class Intervention(_Part):
    """What is done towards a goal, how often, and who is responsible for it; words, all three."""

    goal = ForeignKeyField(Goal, on_delete="CASCADE")
    frequency = TextField(default="")
    responsible = TextField(default="")
