"""Where someone was in the session window, for coming back to it."""

from dataclasses import dataclass

from practice.ui.live.composer import Target


@dataclass(frozen=True)
class Standpoint:
    """It names nobody, so that it can outlive a lock."""

    selected: str
    target: Target
    writing: bool
    cursor: int
