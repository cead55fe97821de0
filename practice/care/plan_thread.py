"""The thread a reviewer looks for: every session in which a goal was worked on."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from practice.care import notes, plans
from practice.care.notes import NoteRow
from practice.care.plans import GoalRow
from practice.desk import schedule
from practice.desk.schedule import SessionRow
from practice.models.enums.plans import PROGRESS_WORDS, Progress

EXCERPT = 160


@dataclass(frozen=True)
class Worked:
    """One session that worked on a goal, by its title.

    `excerpt` begins the member's response, on one line.
    """

    session_id: str
    starts: datetime
    title: str
    progress: Progress
    excerpt: str
    signed: bool


@dataclass(frozen=True)
class Thread:
    """`worked`, newest first, holds drafts too; `signed_notes` counts the signed notes of sessions
    held while the goal was in progress, whatever they worked on."""

    worked: tuple[Worked, ...]
    signed_notes: int

    @property
    def signed(self) -> int:
        """How many signed notes worked on the goal."""
        return sum(each.signed for each in self.worked)

    @property
    def words(self) -> str:
        """`Worked on in 3 of 5 signed notes: progress in 2, setback in 1.`"""
        if not self.signed:
            return f"Worked on in 0 of {_notes(self.signed_notes)}."
        said = Counter(each.progress for each in self.worked if each.signed)
        parts = [f"{PROGRESS_WORDS[p].lower()} in {said[p]}" for p in Progress if said[p]]
        return f"Worked on in {self.signed} of {_notes(self.signed_notes)}: {', '.join(parts)}."


def _notes(count: int) -> str:
    return f"{count} signed note" if count == 1 else f"{count} signed notes"


def threads(member_id: str) -> dict[str, Thread]:
    """The thread of each of a member's goals, by goal id."""
    written = {note.id: note for note in notes.of_member(member_id)}
    progress = notes.progress_of(list(written))
    held = {row.id: row for row in schedule.sessions([n.session_id for n in written.values()])}
    newest = sorted(written.values(), key=lambda n: held[n.session_id].starts, reverse=True)
    return {
        goal.id: Thread(
            worked=tuple(
                _worked(note, held[note.session_id], word)
                for note in newest
                if (word := progress.get(note.id, {}).get(goal.id)) is not None
                and word is not Progress.NOT_WORKED_ON
            ),
            signed_notes=sum(n.signed and _during(goal, held[n.session_id]) for n in newest),
        )
        for goal in plans.goals(member_id)
    }


def _during(goal: GoalRow, session: SessionRow) -> bool:
    day = session.starts.date()
    return goal.started_on <= day and (goal.closed_on is None or day <= goal.closed_on)


def _worked(note: NoteRow, session: SessionRow, progress: Progress) -> Worked:
    said = " ".join(note.response.split())
    return Worked(
        session_id=session.id,
        starts=session.starts,
        title=session.title,
        progress=progress,
        excerpt=said if len(said) <= EXCERPT else said[: EXCERPT - 1].rstrip() + "…",
        signed=note.signed,
    )
