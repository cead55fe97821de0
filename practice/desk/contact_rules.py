"""How a member wants to be reached: what they said to each way, and the name to ask for.

A “no” is kept by every list and letter. Where nobody asked yet, a person decides and is told so.
"""

from dataclasses import dataclass
from enum import Enum

from practice.desk.members import MemberDetails
from practice.models.enums.members import Answer


class Way(Enum):
    """A way to reach someone; the value is the member's field with their answer."""

    CALL = "may_call"
    TEXT = "may_text"
    VOICEMAIL = "may_voicemail"
    WRITE = "may_write"


WAY_WORDS = {
    Way.CALL: "call",
    Way.TEXT: "text",
    Way.VOICEMAIL: "leave voicemail",
    Way.WRITE: "write",
}


@dataclass(frozen=True)
class Rule:
    """What holds for one way. `words` say why not, or what to ask first; empty after a yes."""

    way: Way
    answer: Answer
    words: str

    @property
    def allowed(self) -> bool:
        """Whether it may be used; not having asked forbids nothing."""
        return self.answer is not Answer.NO


def name_to_use(member: MemberDetails) -> str:
    """Whom to ask for on the telephone, and how a letter greets them."""
    return member.contact_name or member.preferred_name or member.given_name


def rule(member: MemberDetails, way: Way) -> Rule:
    """What a member said to one way of reaching them."""
    answer: Answer = getattr(member, way.value)
    who, what = name_to_use(member), WAY_WORDS[way]
    words = {
        Answer.YES: "",
        Answer.NO: f"{who} asked us not to {what}.",
        Answer.NOT_ASKED: f"{who} was not asked yet whether we may {what}.",
    }
    return Rule(way, answer, words[answer])


def summary(member: MemberDetails) -> str:
    """`Call and text: yes. Write: no.`, or nothing while nobody asked."""
    parts = []
    for answer, word in ((Answer.YES, "yes"), (Answer.NO, "no")):
        ways = [WAY_WORDS[way] for way in Way if getattr(member, way.value) is answer]
        if ways:
            listed = " and ".join(filter(None, (", ".join(ways[:-1]), ways[-1])))
            parts.append(f"{listed[0].upper()}{listed[1:]}: {word}.")
    return " ".join(parts)
