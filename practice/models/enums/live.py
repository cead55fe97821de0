"""Closed sets of what is noted while a session runs, each with its words beside it."""

from enum import Enum


class Rated(Enum):
    """What a member puts a number to, from 0 to 10."""

    URGE = "urge"
    MOOD = "mood"


RATED_WORDS = {Rated.URGE: "Urge", Rated.MOOD: "Mood"}


class RatedWhen(Enum):
    """When in the session it was asked."""

    BEFORE = "before"
    AFTER = "after"


RATED_WHEN_WORDS = {RatedWhen.BEFORE: "before", RatedWhen.AFTER: "after"}


class Family(Enum):
    """The kinds of techniques in the library."""

    CBT = "cbt"
    MI = "mi"
    MINDFULNESS = "mindfulness"
    RELAPSE_PREVENTION = "relapse-prevention"
    SKILLS = "skills"
    PSYCHOEDUCATION = "psychoeducation"
    METAPHOR = "metaphor"
    MOVEMENT = "movement"


FAMILY_WORDS = {
    Family.CBT: "CBT",
    Family.MI: "Motivational interviewing",
    Family.MINDFULNESS: "Mindfulness",
    Family.RELAPSE_PREVENTION: "Relapse prevention",
    Family.SKILLS: "Skills",
    Family.PSYCHOEDUCATION: "Psychoeducation",
    Family.METAPHOR: "Metaphor cards",
    Family.MOVEMENT: "Movement",
}
