"""What every page of an unlocked practice can reach."""

from enum import Enum

from PySide6.QtCore import QObject, Signal

from practice.ui.actions import Actions
from practice.ui.background import Lane
from practice.vault.roles import Key
from practice.vault.vault import Unlocked, Vault


class Place(Enum):
    """Where the window can go."""

    TODAY = "Today"
    SCHEDULE = "Schedule"
    GROUPS = "Groups"
    MEMBERS = "Members"
    OUTREACH = "Outreach"
    ATTENDANCE = "Attendance"
    PLAN = "Treatment plan"
    NOTES = "Notes to finish"
    REPORTS = "Reports"
    PAPERS = "Letters and lists"
    SETTINGS = "Settings"
    SESSION = "Session"
    IMPORT = "Import members"


class Context(QObject):
    """The practice someone works in. `go` carries a Place and the id of what to show there.

    `open_session` carries the id of a session whose window is wanted: the live window while it
    runs, else the wrap-up. `lock` asks for the practice to be locked, `switch` for the same so that
    someone else can unlock, `restore` for a backup to be put in its place. `help` carries the
    Chapter of the manual that is wanted. `locking` comes before the files close, whatever locks:
    save at once, then. From `hold` to `release` a long write goes on beside the window: nothing
    else can be changed.
    """

    go = Signal(object, str)
    open_session = Signal(str)
    wrap_up = Signal(str)
    lock = Signal()
    switch = Signal()
    restore = Signal()
    help = Signal(object)
    locking = Signal()
    hold = Signal()
    release = Signal()

    def __init__(self, vault: Vault, unlocked: Unlocked, lane: Lane, *, demo: bool) -> None:
        super().__init__()
        self.vault = vault
        self.unlocked = unlocked
        self.lane = lane
        self.demo = demo
        self.actions = Actions()

    @property
    def user_id(self) -> str:
        return self.unlocked.user.id

    @property
    def clinical(self) -> bool:
        """Whether this person holds the key to notes; everything about them is left out if not."""
        return self.unlocked.holds(Key.CLINICAL)

    @property
    def admin(self) -> bool:
        """Whether this person holds the owner's key."""
        return self.unlocked.holds(Key.ADMIN)
