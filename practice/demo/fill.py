"""The whole practice as rows: people, groups, who belongs where, and every session of the years."""

from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from practice.demo.clinicians import CLINICIANS, Clinician
from practice.demo.cosign import add_cosignatures
from practice.demo.groups import Group
from practice.demo.outreach import add_outreach
from practice.demo.people import EMERGENCY, Member
from practice.demo.plans import add_plan
from practice.demo.profiles import profile
from practice.demo.rows import Row, Rows, id_of, user_id, week_of
from practice.demo.sessions import OFFICE_PLACE, Stay, add_session
from practice.demo.week import add_week
from practice.demo.world import CHOSEN_SEED, Place, World
from practice.desk.rules import Rule
from practice.models.enums.members import Answer, Suitability


def fill(world: World) -> Rows:
    """Every row of the practice. Ids follow from what they name, so that two runs are equal."""
    made = Rows()
    for number, clinician in enumerate(CLINICIANS):
        made.add(made.office, "user", **_user(number, clinician))
    for place in world.places:
        _add_member(made, world, place)
    for group in world.groups:
        _add_group(made, world, group)
    add_cosignatures(made, world)
    add_week(made, world)
    _add_waiting(made, world)
    add_outreach(made, world)
    return made


def _add_waiting(made: Rows, world: World) -> None:
    """Two people of the second group would rather be in the first, which may be full."""
    first, second, *_ = world.groups
    theirs = [p for p in world.places if p.group.key == second.key and p.until is None]
    for position, place in enumerate(theirs[:2], start=1):
        made.add(
            made.office,
            "waiting",
            id=id_of("waiting", place.member.key),
            group=id_of("group", first.key),
            member=id_of("member", place.member.key),
            position=position,
            since=world.day - timedelta(days=20 - position),
        )


def _user(number: int, who: Clinician) -> Row:
    return {
        "id": user_id(number),
        "name": who.name,
        "credentials": who.credentials,
        "licence": who.licence,
        "npi": who.npi,
        "location": OFFICE_PLACE,
    }


def _names(member: Member) -> tuple[str, str]:
    """Given and family name; a name of one word is all given."""
    given, _, family = member.name.rpartition(" ")
    return (given, family) if given else (family, "")


def _add_member(made: Rows, world: World, place: Place) -> None:
    who, joined = place.member, week_of(world, place.since, place.group)
    given, family = _names(who)
    member_id, about = id_of("member", who.key), profile(who, CHOSEN_SEED)
    made.add(
        made.office,
        "member",
        id=member_id,
        code=f"M-{len(made.office.get('member', ())) + 1:04}",
        given_name=given,
        family_name=family,
        preferred_name=who.preferred,
        pronouns=str(who.pronouns),
        birth_date=_birth_date(who, world.day),
        sex=who.sex,
        address=f"{who.street}\n{who.town}, OR 97000",
        phone=who.phone,
        email=who.email,
        emergency_name=EMERGENCY,
        emergency_phone=who.emergency_phone,
        location=f"Home, {who.town}",
        consent_on=joined - timedelta(days=5),
        **_answers(who),
        payer_kind=who.payer.kind,
        payer=who.payer.name,
        payer_member_id=who.payer.member_id,
        archived=place.until is not None,
    )
    for position, found in enumerate(about.diagnoses, start=1):
        made.add(
            made.clinical,
            "diagnosis",
            id=id_of("diagnosis", who.key, position),
            member_id=member_id,
            code=found.code,
            words=found.words,
            from_on=joined - timedelta(days=5),
            position=position,
        )
    add_plan(made, world, place, about)


def _answers(who: Member) -> Row:
    """Most like to be called and texted; about one in five wants no voicemail."""
    random = Random(f"{who.key} reached")  # noqa: S311  # made-up answers
    voicemail = Answer.NO if random.random() < 0.2 else Answer.YES
    text = Answer.YES if random.random() < 0.7 else Answer.NOT_ASKED
    return {
        "may_call": Answer.YES,
        "may_text": text,
        "may_voicemail": voicemail,
        "may_write": Answer.YES,
    }


def _birth_date(who: Member, day: date) -> date:
    random = Random(who.key)  # noqa: S311  # made-up birthdays
    return date(day.year - who.age - 1, random.randint(1, 12), random.randint(1, 28))


def _add_group(made: Rows, world: World, group: Group) -> None:
    group_id = id_of("group", group.key)
    made.add(
        made.office,
        "group_",
        id=group_id,
        name=group.name,
        kind=group.registered_kind,
        orientation=group.orientation,
        **_how(world, group),
    )
    made.add(
        made.office,
        "series",
        id=id_of("series", group.key),
        group=group_id,
        starts_on=week_of(world, 0, group),
        time=group.start,
        minutes=group.minutes,
        rule=Rule(weekdays=(group.weekday,)).text,
        planned_until=world.day - timedelta(days=1),
        **_how(world, group),
    )
    for position, segment in enumerate(group.plan, start=1):
        made.add(
            made.office,
            "plan_segment",
            id=id_of("segment", group.key, position),
            group=group_id,
            position=position,
            name=segment.title,
            minutes=segment.minutes,
        )
    here = [place for place in world.places if place.group.key == group.key]
    for place in here:
        _add_enrolment(made, world, group_id, place)
    writers = [Stay.of(world, place) for place in here]
    held = [week for week in range(world.weeks) if week_of(world, week, group) < world.day]
    for week in held:
        add_session(made, world, group, week, [w for w in writers if w.is_in(week)])


def _how(world: World, group: Group) -> Row:
    return {
        "clinician": user_id(group.clinician),
        "platform": group.platform,
        "link": group.link,
        "technique": group.topic(world.weeks).technique,
    }


def _add_enrolment(made: Rows, world: World, group_id: str, place: Place) -> None:
    last = None
    if place.until is not None:
        last = week_of(world, place.until, place.group) - timedelta(days=1)
    made.add(
        made.office,
        "enrolment",
        id=id_of("enrolment", place.member.key),
        group=group_id,
        member=id_of("member", place.member.key),
        joined_on=week_of(world, place.since, place.group),
        left_on=last,
    )
    joined = datetime.combine(week_of(world, place.since, place.group), place.group.start)
    made.add(
        made.clinical,
        "screening",
        id=id_of("screening", place.member.key),
        member_id=id_of("member", place.member.key),
        kind=place.group.registered_kind,
        verdict=Suitability.SUITED,
        author_id=user_id(place.group.clinician),
        at=joined.replace(tzinfo=ZoneInfo(world.zone)).astimezone(UTC),
    )
