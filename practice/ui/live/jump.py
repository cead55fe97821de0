"""Words for a clock that jumped while a session ran: the computer slept, or somebody set it."""

from practice import clock
from practice.ui.words import count

WORTH_SAYING = 60
"""Seconds. Less than a minute changes nobody's minutes by more than one."""
AHEAD = (
    "The computer slept for {}, or its clock was set forward. The session and everybody’s minutes "
    "ran on; T puts times right."
)
BACK = (
    "The computer’s clock was set back by {}. Everything keeps its order, and nobody’s minutes run "
    "until it has caught up; T puts times right."
)


class JumpWatch:
    """`look` from time to time; what it found stays until somebody was `told`."""

    def __init__(self) -> None:
        self._drift = clock.Drift()
        self._words = ""

    def look(self) -> None:
        """Notice a jump since the last look."""
        jump = self._drift.look()
        if abs(jump) >= WORTH_SAYING:
            said = AHEAD if jump > 0 else BACK
            self._words = said.format(count(round(abs(jump) / 60), "minute"))

    def told(self) -> str:
        """What there is to tell, once."""
        words, self._words = self._words, ""
        return words
