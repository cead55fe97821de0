"""Psychotherapy notes in the sense of 45 CFR 164.501, apart from the rest of the record."""

from peewee import BlobField, TextField

from practice.models.base import ClinicalRecord
from practice.models.fields import DayField, MomentField, PrivateTextField


class PsychotherapyNote(ClinicalRecord):
    """One clinician's own note; a signature is not needed, and for good once it is given.

    The words have no image in the audit trail: a note that is deleted is gone.
    """

    member_id = TextField(index=True)
    author_id = TextField()
    day = DayField()
    text = PrivateTextField()
    written_at = MomentField()
    signed_at = MomentField(null=True)
    signature = TextField(default="")


class PsychotherapyRelease(ClinicalRecord):
    """Psychotherapy notes that their author let leave, under an authorization of their own."""

    member_id = TextField(index=True)
    author_id = TextField()
    recipient = TextField()
    authorized_on = DayField()
    released_at = MomentField()
    sha256 = TextField()
    pdf = BlobField()
