"""Closed sets of a progress note, each with its words beside it."""

from enum import Enum


class NoteForm(Enum):
    """The headings a progress note is written under (care/forms.py)."""

    PLAIN = "plain"
    DAP = "dap"
    BIRP = "birp"
    SOAP = "soap"
    GIRP = "girp"


NOTE_FORM_WORDS = {
    NoteForm.PLAIN: "Plain: participation, response, plan",
    NoteForm.DAP: "DAP: data, assessment, plan",
    NoteForm.BIRP: "BIRP: behavior, intervention, response, plan",
    NoteForm.SOAP: "SOAP: subjective, objective, assessment, plan",
    NoteForm.GIRP: "GIRP: goal, intervention, response, plan",
}


class NoteState(Enum):
    """A signed note never changes again; the database itself refuses."""

    DRAFT = "draft"
    SIGNED = "signed"
