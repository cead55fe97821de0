"""Closed sets of the outreach board, each with its words beside it."""

from enum import Enum


class Follow(Enum):
    """What follows when a member has missed as often as a rule of the outreach board says."""

    CALL = "call"
    CLINICIAN = "clinician"
    OUT_OF_CONTACT = "out-of-contact"


FOLLOW_WORDS = {
    Follow.CALL: "Reach out to them",
    Follow.CLINICIAN: "Also tell the clinician",
    Follow.OUT_OF_CONTACT: "Mark as out of contact",
}


class Channel(Enum):
    """How someone tried to reach a member."""

    CALL = "call"
    MESSAGE = "message"
    LETTER = "letter"


CHANNEL_WORDS = {
    Channel.CALL: "Call",
    Channel.MESSAGE: "Message",
    Channel.LETTER: "Letter",
}


class Outcome(Enum):
    """What came of one try to reach a member."""

    REACHED = "reached"
    VOICEMAIL = "voicemail"
    NO_ANSWER = "no-answer"
    WRONG_NUMBER = "wrong-number"
    MESSAGE_SENT = "message-sent"
    LETTER_SENT = "letter-sent"
    ASKED_NOT_TO = "asked-not-to"


OUTCOME_WORDS = {
    Outcome.REACHED: "Reached",
    Outcome.VOICEMAIL: "Left a voicemail",
    Outcome.NO_ANSWER: "No answer",
    Outcome.WRONG_NUMBER: "Wrong number",
    Outcome.MESSAGE_SENT: "Message sent",
    Outcome.LETTER_SENT: "Letter sent",
    Outcome.ASKED_NOT_TO: "Asked not to be called",
}


class Ended(Enum):
    """Why a row of the outreach board was closed; a person says so, never the program."""

    COMING_BACK = "coming-back"
    OTHER_TIME = "other-time"
    LEAVING = "leaving"
    NOT_REACHED = "not-reached"
    NOT_NEEDED = "not-needed"


ENDED_WORDS = {
    Ended.COMING_BACK: "Coming back",
    Ended.OTHER_TIME: "Wants another time",
    Ended.LEAVING: "Leaving the group",
    Ended.NOT_REACHED: "Not reached",
    Ended.NOT_NEEDED: "Nothing to do",
}
