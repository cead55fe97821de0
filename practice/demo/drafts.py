"""Drafts as the program assembles them from the demo practice's live lines, as a chapter shows.

Pure: the same world gives the same words. Chosen so that every form, every group and many kinds of
weeks are among them.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from practice.care import assembly, forms
from practice.care.assembly import Sentence, WorkedOn
from practice.care.live import LineRow
from practice.care.plans import GoalRow
from practice.demo.people import Member
from practice.demo.sessions import PROGRESS, Stay
from practice.demo.world import World
from practice.models.enums.notes import NOTE_FORM_WORDS, NoteForm
from practice.models.enums.plans import PROGRESS_WORDS

SHOWN = 20
_WEEKS = 7
"""How many attended weeks later each draft is taken than the one before."""
_BEGUN = datetime(2026, 1, 5, 18, tzinfo=UTC)


@dataclass(frozen=True)
class Shown:
    """One draft: whose, under which headings, from what, and what came of it."""

    member: Member
    form: NoteForm
    lines: tuple[LineRow, ...]
    goals: WorkedOn
    sentences: tuple[Sentence, ...]


def shown(world: World) -> list[Shown]:
    """Twenty drafts: every so many members, each some weeks further into their group."""
    every = len(world.places) // SHOWN
    return [_shown(world, number, number * every) for number in range(SHOWN)]


def _shown(world: World, number: int, at: int) -> Shown:
    stay = Stay.of(world, world.places[at])
    attended = [entry for entry in stay.entries if entry]
    entry = attended[number * _WEEKS % len(attended)]
    form = tuple(NoteForm)[number % len(NoteForm)]
    member = stay.place.member
    lines = tuple(
        LineRow(str(n), "", member.key, "", _BEGUN + timedelta(minutes=line.minute), line.text)
        for n, line in enumerate(entry.lines, start=1)
    )
    words = stay.about.goals[entry.goal].words
    goal = GoalRow(id="1", member_id=member.key, words=words, started_on=_BEGUN.date(), position=1)
    goals = ((goal, PROGRESS[entry.progress]),)
    who = assembly.subject(_called(member), str(member.pronouns))
    sentences = assembly.assemble(forms.own(form), who, lines, (), goals)
    return Shown(member, form, lines, goals, sentences)


def _called(member: Member) -> str:
    return member.preferred or member.name.split()[0]


def chapter(world: World) -> str:
    """The appendix of the manual: each draft below the lines it came from."""
    drafts = (_section(number, one) for number, one in enumerate(shown(world), start=1))
    return "\n\n".join((_INTRO, *drafts)) + "\n"


def _section(number: int, one: Shown) -> str:
    title = f"## {number}. {_called(one.member)}, {NOTE_FORM_WORDS[one.form].partition(':')[0]}"
    typed = [f"- {line.text}" for line in one.lines]
    typed += [f"- {goal.words}: {PROGRESS_WORDS[said]}" for goal, said in one.goals]
    parts = [
        f"**{part.heading}.** {assembly.text_of(one.sentences, part.part) or '*Not recorded.*'}"
        for part in forms.own(one.form)
    ]
    return "\n\n".join((title, "Typed in the session:", "\n".join(typed), "The draft:", *parts))


_INTRO = """# Twenty drafts

These are drafts as the program assembles them from the made-up practice of the demo: first what \
was typed while the session ran, last the word on the goal, below it what the draft says. Nothing \
stands in a draft that is not in its lines, goals and ratings. What nobody recorded stays open.

The part that all members’ notes share, and the facts such as times and places, stand in the note \
beside these words."""
