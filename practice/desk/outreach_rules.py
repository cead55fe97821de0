"""Whom the practice reaches out to: rules over what each member has missed, and when to try again.

The defaults follow field.md, section 2: each no-show is followed up; two misses in a row are told
to the clinician; three in a row count as out of contact (Gallefoss 2022). Trying on the same or
the next day, again on day three and then by letter is the usual order there.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from practice.desk.entry import required
from practice.desk.practice import only_owner
from practice.desk.voicemail import DEFAULT, checked
from practice.errors import Refused
from practice.models.audit import operation
from practice.models.base import OFFICE
from practice.models.enums.attendance import Status
from practice.models.enums.outreach import Follow, Outcome
from practice.models.office import OutreachPolicy, OutreachRule
from practice.models.read import first, kept, rows

MISSED = (Status.NO_SHOW, Status.LATE_CANCEL, Status.CLIENT_CANCEL)
"""What a rule may count."""
PASSED_OVER = frozenset({Status.EXCUSED, Status.PROVIDER_CANCEL, Status.UNRECORDED})
"""Neither counts towards a run of misses nor ends it; all else a rule does not name ends it."""
MOST_IN_A_ROW = 12
NO_RULES = "Keep at least one rule, or no missed session would be followed up."
NO_STATUS = "Choose at least one thing this rule counts."
TWICE = "Two rules say the same. Change one of them or take it out."
NUMBER = f"A rule counts from 1 to {MOST_IN_A_ROW} sessions in a row."
DAYS = "Write whole days: the second try from 1 to 30, the letter after it, at most 90."


@dataclass(frozen=True)
class Rule:
    """`in_a_row` sessions missed with one of `statuses`, and what follows."""

    in_a_row: int
    statuses: frozenset[Status]
    follow: Follow


_NO_SHOW, _EITHER = frozenset({Status.NO_SHOW}), frozenset({Status.NO_SHOW, Status.LATE_CANCEL})
DEFAULTS = (
    Rule(1, _NO_SHOW, Follow.CALL),
    Rule(2, _EITHER, Follow.CLINICIAN),
    Rule(3, _EITHER, Follow.OUT_OF_CONTACT),
)


@dataclass(frozen=True)
class Miss:
    """What follows from one session in a member's history, and the how manieth miss it was."""

    in_a_row: int
    follows: frozenset[Follow]


def misses(history: Sequence[Status], rules: Sequence[Rule]) -> list[Miss]:
    """For each session of a member, oldest first, what the rules make of it; mostly nothing."""
    found = [(0, frozenset[Follow]())] * len(history)
    for rule in rules:
        for place, run in enumerate(_runs(history, rule.statuses)):
            if run >= rule.in_a_row:
                most, follows = found[place]
                found[place] = (max(most, run), follows | {rule.follow})
    return [Miss(run, follows) for run, follows in found]


def counted(history: Sequence[Status], rules: Sequence[Rule]) -> frozenset[Status]:
    """What the rule counts by which most sessions in a row were missed at the end of a history."""
    return max((rule.statuses for rule in rules), key=lambda s: _runs(history, s)[-1])


def _runs(history: Sequence[Status], counted: frozenset[Status]) -> list[int]:
    """How many in a row each counted session is; 0 where it is not counted."""
    run, found = 0, []
    for status in history:
        if status in counted:
            run += 1
        elif status not in PASSED_OVER:
            run = 0
        found.append(run if status in counted else 0)
    return found


@kept(OFFICE)
def rules() -> tuple[Rule, ...]:
    """The rules in force: the practice's own, or the defaults."""
    columns = (OutreachRule.in_a_row, OutreachRule.statuses, OutreachRule.follow)
    return tuple(rows(OutreachRule.select(*columns).order_by(OutreachRule.position), Rule)) or (
        DEFAULTS
    )


def save_rules(wanted: Sequence[Rule]) -> None:
    """Put these rules in the place of those in force; only an owner does.

    Raises Refused for no rules, one that counts nothing, one out of range, or two alike.
    """
    _check(wanted)
    only_owner()
    with operation(OFFICE, "Change the rules of the outreach board"):
        OutreachRule.delete().execute()
        for position, rule in enumerate(wanted):
            OutreachRule.create(position=position, **asdict(rule))


def _check(wanted: Sequence[Rule]) -> None:
    if not wanted:
        raise Refused(NO_RULES)
    for rule in wanted:
        if not rule.statuses or not rule.statuses <= set(MISSED):
            raise Refused(NO_STATUS)
        if not 1 <= rule.in_a_row <= MOST_IN_A_ROW:
            raise Refused(NUMBER)
    if len({(rule.in_a_row, rule.follow) for rule in wanted}) < len(wanted):
        raise Refused(TWICE)


THE_ONE = "outreach"


@dataclass(frozen=True, kw_only=True)
class Policy:
    """How the practice reaches out; days are counted from the missed session.

    Sessions before `since` are on no board, nor are those of more than a year ago.
    """

    since: date | None = None
    again_days: int = 3
    letter_days: int = 7
    voicemail: str = DEFAULT


@kept(OFFICE)
def policy() -> Policy:
    """As it stands, or the defaults."""
    columns = [f for f in OutreachPolicy._meta.sorted_fields if f.name != "id"]
    return first(OutreachPolicy.select(*columns), Policy) or Policy()


def save_policy(wanted: Policy) -> None:
    """Change it; only an owner does. Raises Refused at the field that is wrong."""
    required(wanted.voicemail, "voicemail", "Write what to say on a voicemail.")
    words = checked(wanted.voicemail)
    if not 1 <= wanted.again_days <= 30 or not wanted.again_days < wanted.letter_days <= 90:
        raise Refused(DAYS, field="again_days")
    only_owner()
    columns = asdict(wanted) | {"voicemail": words}
    with operation(OFFICE, "Change how we reach out"):
        if OutreachPolicy.get_or_none(OutreachPolicy.id == THE_ONE) is None:
            OutreachPolicy.create(id=THE_ONE, **columns)
        else:
            OutreachPolicy.update(**columns).where(OutreachPolicy.id == THE_ONE).execute()


def save_all(wanted: Sequence[Rule], known: Policy) -> None:
    """Rules and policy in one step; both or neither. See `save_rules` and `save_policy`."""
    with operation(OFFICE, "Change how we reach out"):
        save_rules(wanted)
        save_policy(known)


_WAITS_FOR_NOTHING = (Outcome.REACHED, Outcome.ASKED_NOT_TO)


def next_due(missed_on: date, outcome: Outcome, on: date, known: Policy) -> date | None:
    """The day of the next step after a try on the day `on`, as a suggestion; None for no step.

    The second try comes `again_days` after the missed session and the letter `letter_days` after
    it, each at least a day after this try; a letter is given a week to be answered.
    """
    if outcome in _WAITS_FOR_NOTHING:
        return None
    if outcome is Outcome.LETTER_SENT:
        return on + timedelta(days=7)
    tomorrow = on + timedelta(days=1)
    if outcome is Outcome.WRONG_NUMBER:
        return tomorrow
    for days in (known.again_days, known.letter_days):
        if missed_on + timedelta(days=days) > on:
            return missed_on + timedelta(days=days)
    return tomorrow
