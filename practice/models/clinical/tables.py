"""Notes, live lines, and what left the practice."""

from peewee import BlobField, ForeignKeyField, IntegerField, TextField

from practice.models.base import ClinicalRecord
from practice.models.clinical.plan import Goal
from practice.models.enums.attendance import Status
from practice.models.enums.notes import NoteForm, NoteState
from practice.models.enums.plans import Progress
from practice.models.fields import DayField, EnumField, MomentField, PrivateTextField


class Line(ClinicalRecord):
    """One timed line of the live record; no `member_id` means it is about the whole group."""

    session_id = TextField(index=True)
    member_id = TextField(null=True)
    author_id = TextField()
    at = MomentField()
    text = PrivateTextField()


class Draft(ClinicalRecord):
    """Words not yet put on record, saved while they are typed. `id` says what they belong to."""

    author_id = TextField()
    text = TextField()
    updated_at = MomentField()


class GroupNote(ClinicalRecord):
    """The part every member's note of one session shares; nobody is named in it."""

    session_id = TextField(unique=True)
    topic = TextField(default="")
    text = TextField(default="")


class Note(ClinicalRecord):
    """One member's progress note of one session.

    While a draft, the facts (minutes, participants, location …) are read from the attendance.
    Signing writes them into `facts` (care/facts.py), and the headings of its form into `headings`
    (care/forms.py); the database refuses any later change.
    """

    session_id = TextField()
    member_id = TextField(index=True)
    author_id = TextField()
    state = EnumField(NoteState, default=NoteState.DRAFT, index=True)
    form = EnumField(NoteForm, default=NoteForm.PLAIN)
    headings = TextField(default="")
    participation = TextField(default="")
    response = TextField(default="")
    assessment = TextField(default="")
    plan = TextField(default="")
    shared_topic = TextField(default="")
    shared_text = TextField(default="")
    facts = TextField(default="")
    signed_at = MomentField(null=True)
    signed_by = TextField(default="")
    signature = TextField(default="")

    class Meta:
        indexes = ((("session_id", "member_id"), True),)


class DraftSentence(ClinicalRecord):
    """A sentence a draft was assembled with and the ids it came from, parted by spaces.

    `owner_id` is the note's id, or the session's for the part that all notes share. It says
    nothing about words a person has changed since: those no longer read like this.
    """

    owner_id = TextField(index=True)
    part = TextField()
    position = IntegerField()
    text = TextField()
    sources = TextField()


class NoteGoal(ClinicalRecord):
    """A goal this note worked on, and the clinician's word on how it went."""

    note = ForeignKeyField(Note, backref="goals", on_delete="CASCADE")
    goal = ForeignKeyField(Goal)
    progress = EnumField(Progress)

    class Meta:
        indexes = ((("note", "goal"), True),)


class Addendum(ClinicalRecord):
    """Words added to a signed note, signed themselves; `facts` as they stood at that moment."""

    note = ForeignKeyField(Note, backref="addenda")
    author_id = TextField()
    text = TextField()
    facts = TextField(default="")
    signed_at = MomentField()
    signature = TextField()


class MissedEntry(ClinicalRecord):
    """Says that a member missed a session and how it was recorded; needs no signature."""

    session_id = TextField()
    member_id = TextField(index=True)
    status = EnumField(Status)
    recorded_at = MomentField()

    class Meta:
        indexes = ((("session_id", "member_id"), True),)


class NameException(ClinicalRecord):
    """A clinician's word that a found name is not the other member; `reason` says why.

    `found` is folded for a sure name, as written for a question (care/othernames.py).

    `note_id` is the session's id where the name stands in the part that all notes share.
    """

    note_id = TextField(index=True)
    person_id = TextField()
    found = TextField()
    reason = TextField()
    author_id = TextField()
    at = MomentField()


class IssuedReport(ClinicalRecord):
    """A document as it left the practice, byte for byte; a reprint is these bytes."""

    member_id = TextField(index=True)
    kind = TextField()
    title = TextField()
    period_from = DayField()
    period_until = DayField()
    recipient = TextField(default="")
    consent_on = DayField(null=True)
    issued_at = MomentField()
    issued_by = TextField()
    sha256 = TextField()
    pdf = BlobField()
