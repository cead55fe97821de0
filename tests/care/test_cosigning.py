"""Co-signing: who is asked, who can, what waits for whom, and that it is for good."""

from collections.abc import Callable

import pytest

from practice.care import cosigning, notes, signing, wrapup
from practice.care.cosigning import Kind
from practice.care.timeline import Kind as Timed
from practice.care.timeline import timeline
from practice.care.wrapup import Standing
from practice.desk import supervision
from practice.desk.practice import UserDetails, save_user
from practice.errors import Refused
from practice.models import audit
from practice.models.audit import operation
from practice.models.base import CLINICAL, ClinicalOperation
from practice.models.clinical import Cosignature
from practice.models.enums.practice import Role
from practice.vault.confirmation import Confirmation
from tests.care.story import Story
from tests.care.supervised import IVY, RUTH, at_work, ivy, ruth
from tests.conftest import Clock, Opened


@pytest.fixture
def maria(opened: Opened) -> str:
    """The owner, who supervises Ivy."""
    return opened.user_id


@pytest.fixture
def signed(story: Story, maria: str) -> Story:
    """W1 with its eight notes signed by Ivy, who works under Maria's supervision."""
    wrapup.open_session(story.session)
    ivy(maria)
    ruth()
    signing.sign(story.session, all_of(story), at_work(IVY))
    return story


def all_of(story: Story) -> list[str]:
    return [note.id for note in notes.of_session(story.session)]


def kinds() -> list[tuple[Kind, int, str]]:
    return [(wait.kind, wait.notes, wait.who) for wait in cosigning.waits()]


def standings(story: Story) -> set[Standing]:
    return {m.standing for m in wrapup.gather(story.session).members if m.note}


def test_notes_signed_under_supervision_wait_for_the_supervisor(signed: Story, maria: str) -> None:
    assert {note.signature for note in notes.of_session(signed.session)} == {"Ivy Chen, LMSW"}
    assert kinds() == [(Kind.AWAITED, 8, "Maria Lopez")]
    assert cosigning.count() == 0
    assert standings(signed) == {Standing.AWAITED}
    at_work(maria)
    assert kinds() == [(Kind.TO_COSIGN, 8, "Ivy Chen")]
    assert cosigning.count() == 1
    assert standings(signed) == {Standing.TO_COSIGN}
    assert set(wrapup.gather(signed.session).to_cosign) == set(all_of(signed))
    at_work(RUTH)
    assert kinds() == []
    assert wrapup.gather(signed.session).to_cosign == ()


def test_co_signing_keeps_name_credentials_licence_and_moment(
    signed: Story, maria: str, clock_at: Clock
) -> None:
    clock_at.advance(days=2)
    (wait,) = cosigning.waits()
    assert wait.days == 2
    cosigning.cosign(all_of(signed), at_work(maria))
    moment = clock_at.now()
    save_user(maria, UserDetails(name="Maria Hale", licence="Another"))
    for note, second in cosigning.of_notes(all_of(signed)).items():
        row = second.rows[note]
        assert (row.signature, row.licence, row.signed_at) == (
            "Maria Lopez, LCSW",
            "NY 087654",
            moment,
        )
        assert second.kind is None
    assert kinds() == []
    assert standings(signed) == {Standing.SIGNED}
    assert audit.verify(CLINICAL) == []


def test_one_can_be_co_signed_and_the_others_still_wait(signed: Story, maria: str) -> None:
    first, *others = all_of(signed)
    cosigning.cosign([first], at_work(maria))
    assert kinds() == [(Kind.TO_COSIGN, 7, "Ivy Chen")]
    assert set(wrapup.gather(signed.session).to_cosign) == set(others)


@pytest.mark.parametrize("who", [IVY, RUTH])
def test_nobody_but_the_supervisor_co_signs_or_returns(signed: Story, who: str) -> None:
    first = all_of(signed)[0]
    with pytest.raises(Refused, match="no note here for you"):
        cosigning.cosign([first], at_work(who))
    with pytest.raises(Refused, match="no note here for you"):
        cosigning.give_back(first, "Please add the plan.")
    assert standings(signed) == {Standing.AWAITED}


def test_it_takes_ones_own_passphrase(signed: Story, maria: str) -> None:
    at_work(maria)
    with pytest.raises(Refused, match="signed in"):
        cosigning.cosign(all_of(signed), Confirmation(RUTH))


def test_nothing_is_co_signed_twice_and_all_or_none_is(signed: Story, maria: str) -> None:
    me = at_work(maria)
    first = all_of(signed)[0]
    cosigning.cosign([first], me)
    for wanted in ([first], all_of(signed), []):
        with pytest.raises(Refused, match="no note here for you"):
            cosigning.cosign(wanted, me)
    assert kinds() == [(Kind.TO_COSIGN, 7, "Ivy Chen")]


def test_a_note_given_back_returns_with_an_addendum_and_both_are_co_signed(
    signed: Story, maria: str, clock_at: Clock
) -> None:
    first = all_of(signed)[0]
    at_work(maria)
    with pytest.raises(Refused, match="to be added") as refused:
        cosigning.give_back(first, " \n")
    assert refused.value.field == "because"
    cosigning.give_back(first, "Which goal was worked on?")
    assert kinds() == [(Kind.TO_COSIGN, 7, "Ivy Chen")]
    assert set(wrapup.gather(signed.session).to_cosign) == set(all_of(signed)) - {first}
    me = at_work(IVY)
    assert kinds() == [(Kind.RETURNED, 1, "Maria Lopez"), (Kind.AWAITED, 7, "Maria Lopez")]
    assert cosigning.count() == 1
    returned = cosigning.of_notes([first])[first].returned
    assert returned is not None
    assert returned.returned_because == "Which goal was worked on?"
    clock_at.advance(hours=1)
    signing.add_addendum(first, "The goal was to notice urges.", me)
    assert kinds() == [(Kind.AWAITED, 8, "Maria Lopez")]
    cosigning.cosign([first], at_work(maria))
    second = cosigning.of_notes([first])[first]
    assert second.kind is None
    assert set(second.rows) == {first, notes.addenda([first])[first][0].id}
    assert all(row.signed_at == clock_at.now() for row in second.rows.values())


def test_a_supervisor_may_co_sign_what_they_gave_back(signed: Story, maria: str) -> None:
    first = all_of(signed)[0]
    me = at_work(maria)
    cosigning.give_back(first, "One more word?")
    assert cosigning.of_notes([first])[first].mine
    cosigning.cosign([first], me)
    assert cosigning.of_notes([first])[first].kind is None


def test_giving_back_can_be_undone(signed: Story, maria: str) -> None:
    at_work(maria)
    cosigning.give_back(all_of(signed)[0], "Wrong note")
    newest = ClinicalOperation.select().order_by(ClinicalOperation.id.desc()).get()
    audit.undo(CLINICAL, newest.id)
    assert kinds() == [(Kind.TO_COSIGN, 8, "Ivy Chen")]


def test_an_addendum_after_the_co_signature_waits_for_one_of_its_own(
    signed: Story, maria: str
) -> None:
    first = all_of(signed)[0]
    cosigning.cosign(all_of(signed), at_work(maria))
    signing.add_addendum(first, "Came ten minutes late.", at_work(IVY))
    assert kinds() == [(Kind.AWAITED, 1, "Maria Lopez")]
    second = cosigning.of_notes([first])[first]
    assert second.rows[first].signed_at is not None
    cosigning.cosign([first], at_work(maria))
    assert cosigning.of_notes([first])[first].kind is None


def test_an_addendum_of_someone_on_their_own_needs_no_second_signature(
    signed: Story, maria: str
) -> None:
    first = all_of(signed)[0]
    cosigning.cosign([first], at_work(maria))
    signing.add_addendum(first, "Seen and discussed.", at_work(maria))
    assert set(cosigning.of_notes([first])[first].rows) == {first}


def test_the_supervision_at_the_time_of_signing_counts(signed: Story, maria: str) -> None:
    """It ends; what was signed before still waits, and an answer to it waits with it."""
    at_work(maria)
    first, second = all_of(signed)[:2]
    cosigning.give_back(first, "Which goal?")
    supervision.supervise(IVY, None)
    signing.add_addendum(first, "To notice urges.", at_work(IVY))
    cosigning.cosign([second], at_work(maria))
    signing.add_addendum(second, "On her own now.", at_work(IVY))
    at_work(maria)
    assert kinds() == [(Kind.TO_COSIGN, 7, "Ivy Chen")]
    assert len(cosigning.of_notes([first])[first].rows) == 2
    assert len(cosigning.of_notes([second])[second].rows) == 1


def test_a_new_supervisor_can_take_over_what_waits_in_their_own_name(
    signed: Story, maria: str
) -> None:
    first, second = all_of(signed)[:2]
    at_work(maria)
    supervision.supervise(IVY, RUTH)
    cosigning.cosign([first], at_work(RUTH))
    cosigning.cosign([second], at_work(maria))
    given = cosigning.of_notes([first, second])
    assert given[first].rows[first].signature == "Ruth Abel, PhD"
    assert given[first].rows[first].licence == "NY 11"
    assert given[second].rows[second].signature == "Maria Lopez, LCSW"


def test_who_signs_alone_asks_nobody(story: Story, opened: Opened) -> None:
    wrapup.open_session(story.session)
    signing.sign(story.session, all_of(story), Confirmation(opened.user_id))
    assert cosigning.of_notes(all_of(story)) == {}
    assert Cosignature.select().count() == 0


def test_notes_of_two_authors_are_told_apart(story: Story, maria: str) -> None:
    """Two interns of one supervisor, one session; each sees their own."""
    wrapup.open_session(story.session)
    ivy(maria)
    save_user("otis", UserDetails(name="Otis Bell", role=Role.CLINICIAN))
    supervision.supervise("otis", maria)
    first, *others = all_of(story)
    signing.sign(story.session, [first], at_work("otis"))
    signing.sign(story.session, others, at_work(IVY))
    at_work(maria)
    assert kinds() == [(Kind.TO_COSIGN, 7, "Ivy Chen"), (Kind.TO_COSIGN, 1, "Otis Bell")]
    assert cosigning.count() == 1
    at_work("otis")
    assert kinds() == [(Kind.AWAITED, 1, "Maria Lopez")]


BY_HAND: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("never changes", lambda n: Cosignature.update(signature="X").where(_is(n)).execute()),
    ("never changes", lambda n: Cosignature.update(signed_at=None).where(_is(n)).execute()),
    ("keeps that it needs", lambda n: Cosignature.delete().where(_is(n)).execute()),
)
PENDING: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("keeps that it needs", lambda n: Cosignature.delete().where(_is(n)).execute()),
    ("never changes", lambda n: Cosignature.update(author_id=RUTH).where(_is(n)).execute()),
    ("never changes", lambda n: Cosignature.update(supervisor_id=IVY).where(_is(n)).execute()),
    ("their own", lambda n: _sign_by_hand(n, IVY)),
    ("signed in can co-sign", lambda n: _sign_by_hand(n, RUTH)),
)


def _is(note: str) -> object:
    return Cosignature.id == note


def _sign_by_hand(note: str, who: str) -> object:
    moment = ClinicalOperation.select().order_by(ClinicalOperation.id.desc()).get().at
    return Cosignature.update(signed_at=moment, signed_by=who).where(_is(note)).execute()


@pytest.mark.parametrize("number", range(len(BY_HAND)))
def test_the_database_keeps_a_co_signature_for_good(signed: Story, maria: str, number: int) -> None:
    first = all_of(signed)[0]
    words, change = BY_HAND[number]
    cosigning.cosign([first], at_work(maria))
    with pytest.raises(Refused, match=words), operation(CLINICAL, "By hand"):
        change(first)


@pytest.mark.parametrize("number", range(len(PENDING)))
def test_the_database_keeps_what_waits_and_for_whom(signed: Story, maria: str, number: int) -> None:
    words, change = PENDING[number]
    at_work(IVY if number == 3 else maria)
    with pytest.raises(Refused, match=words), operation(CLINICAL, "By hand"):
        change(all_of(signed)[0])


def test_a_draft_waits_for_no_co_signature(story: Story, maria: str) -> None:
    wrapup.open_session(story.session)
    draft = all_of(story)[0]
    with pytest.raises(Refused, match="Only what is signed"), operation(CLINICAL, "By hand"):
        Cosignature.create(id=draft, note=draft, author_id=IVY, supervisor_id=maria)


def test_the_members_timeline_tells_it(signed: Story, maria: str, clock_at: Clock) -> None:
    note = all_of(signed)[0]
    member = notes.note(note).member_id
    clock_at.advance(hours=1)
    cosigning.cosign([note], at_work(maria))
    told = [(entry.title, entry.detail) for entry in timeline(member, [Timed.NOTE])]
    assert told == [("Co-signed", "Maria Lopez, LCSW"), ("Note signed", "Ivy Chen, LMSW")]
