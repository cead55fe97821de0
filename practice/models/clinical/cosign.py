"""The second signature that a clinician's work under supervision needs."""

from peewee import ForeignKeyField, TextField

from practice.models.base import ClinicalRecord
from practice.models.clinical.tables import Note
from practice.models.fields import MomentField


class Cosignature(ClinicalRecord):
    """One signature that needs a second one; the id is that of the note or addendum signed.

    Made in the same step as the first signature: `supervisor_id` is who supervised the author then.
    Pending until `signed_at`; signed once, it never changes. `returned_because` is the
    supervisor's word to the author, where they gave it back before they sign.
    """

    note = ForeignKeyField(Note, backref="cosignatures")
    author_id = TextField()
    supervisor_id = TextField()
    returned_at = MomentField(null=True)
    returned_by = TextField(default="")
    returned_because = TextField(default="")
    signed_at = MomentField(null=True, index=True)
    signed_by = TextField(default="")
    signature = TextField(default="")
    licence = TextField(default="")
