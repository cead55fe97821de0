"""An intern, and the supervisor who co-signs for her; whoever is at work is told to both files."""

from practice.desk import supervision
from practice.desk.practice import UserDetails, save_user
from practice.models.base import CLINICAL, OFFICE
from practice.models.enums.practice import Role
from practice.vault.confirmation import Confirmation

IVY, RUTH = "ivy", "ruth"


def ivy(supervisor: str) -> str:
    """Ivy Chen, an associate under supervision; the owner says so."""
    save_user(IVY, UserDetails(name="Ivy Chen", credentials="LMSW", role=Role.CLINICIAN))
    supervision.supervise(IVY, supervisor)
    return IVY


def ruth() -> str:
    """Ruth Abel, another licensed clinician."""
    details = UserDetails(name="Ruth Abel", credentials="PhD", licence="NY 11", role=Role.CLINICIAN)
    save_user(RUTH, details)
    return RUTH


def at_work(user_id: str) -> Confirmation:
    """From now on this person is signed in, and has just entered their passphrase."""
    OFFICE.actor = CLINICAL.actor = user_id
    return Confirmation(user_id)
