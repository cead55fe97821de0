"""One live line as sentences: what each is about and how it becomes whole.

A line is typed in shorthand, mostly without a subject (“named payday as the first cue”). It gets
one where its first word shows that it wants one; what can't be told is kept as it was typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from practice.care import wording
from practice.care.forms import Kind
from practice.care.wording import Frame


@dataclass(frozen=True)
class Told:
    """Words of a line with their frame; `joins` where another of its kind may follow with “and”."""

    kind: Kind
    frame: Frame
    words: str
    joins: bool = False


_KINDS = {
    "participation": Kind.PARTICIPATION,
    "behavior": Kind.PARTICIPATION,
    "behaviour": Kind.PARTICIPATION,
    "objective": Kind.PARTICIPATION,
    "response": Kind.RESPONSE,
    "data": Kind.RESPONSE,
    "subjective": Kind.RESPONSE,
    "assessment": Kind.ASSESSMENT,
}


@dataclass(frozen=True)
class _Frames:
    """How what comes next is told: in any words, as a thing, as something to do."""

    words: Frame
    thing: Frame
    act: Frame


_PLAN = _Frames(Frame.PLAN, Frame.PLAN_THING, Frame.PLAN_ACT)
_HOME = _Frames(Frame.HOME, Frame.HOME_THING, Frame.HOME_ACT)
_NEXT = _Frames(Frame.NEXT, Frame.NEXT_THING, Frame.NEXT_ACT)
_AGREED = _Frames(Frame.AGREED, Frame.AGREED_TO, Frame.AGREED_TO)
_LABELS = {
    "plan": _PLAN,
    **dict.fromkeys(("homework", "hw", "home practice"), _HOME),
    **dict.fromkeys(("next", "next time", "next step"), _NEXT),
    **dict.fromkeys(("agrees", "agreed"), _AGREED),
}
_MOMENTS = {
    "check-in": Frame.CHECK_IN,
    "check in": Frame.CHECK_IN,
    "closing": Frame.CLOSING,
    "ends at": Frame.END,
    "ended at": Frame.END,
}
_LABEL = re.compile(r"([^\W\d_][\w -]{0,18}?)\s*:\s*(.+)", re.DOTALL)
_MOMENT = re.compile(rf"({'|'.join(_MOMENTS)})\s*:?\s*(\d+\b.*)", re.I | re.DOTALL)
_ASIDE = re.compile(r"(\d+(?:/10)?), (.*)", re.DOTALL)
_NUMBER = re.compile(r"(?:now )?\d+\s*/\s*10\b", re.I)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z]|[“\"])|\n+")
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_FEW = 7


def tell(text: str) -> Iterator[Told]:
    """The sentences of one line, in order; a label it begins with holds for all of it."""
    kind, frames, rest = _label(text.strip())
    for piece in filter(None, (piece.strip() for piece in _SENTENCES.split(rest))):
        if frames:
            yield Told(Kind.PLAN, _as_plan(frames, piece), _lowered(piece))
            frames = None
            kind = Kind.PLAN
        else:
            yield _of(piece, kind)


def _label(text: str) -> tuple[Kind | None, _Frames | None, str]:
    found = _LABEL.fullmatch(text)
    if found is None:
        return None, None, text
    name, rest = found[1].casefold(), found[2]
    if name in _KINDS:
        return _KINDS[name], None, rest
    return (None, _LABELS[name], rest) if name in _LABELS else (None, None, text)


def _as_plan(frames: _Frames, words: str) -> Frame:
    first = _first(words)
    if first in wording.ACTS:
        return frames.act
    thing = first in wording.THINGS or first.endswith("ing")
    return frames.thing if thing else frames.words


def _of(words: str, kind: Kind | None) -> Told:
    if moment := _MOMENT.fullmatch(words):
        return Told(kind or Kind.RESPONSE, _MOMENTS[moment[1].casefold()], _aside(moment[2]))
    if _NUMBER.match(words):
        return _number(kind, words)
    if words[0] in '“"':
        return Told(kind or Kind.RESPONSE, Frame.SPEECH, words)
    if re.match(r"I(?:[’']\w+)?\s", words):
        return Told(kind or Kind.RESPONSE, Frame.FIRST_PERSON, words)
    return _by_first_word(words, kind)


def _number(kind: Kind | None, words: str) -> Told:
    now = words[:4].casefold() == "now "
    frame = Frame.NOW if now else Frame.NUMBER
    return Told(kind or Kind.RESPONSE, frame, _aside(words[4:] if now else words))


def _aside(words: str) -> str:
    """`7/10, slow start` as `7/10 (slow start)`."""
    found = _ASIDE.fullmatch(words.rstrip("."))
    return f"{found[1]} ({found[2]})" if found else words


def _by_first_word(words: str, kind: Kind | None) -> Told:
    found = [word.casefold() for word in _WORD.findall(words)]
    head = next((word for word in found if word not in wording.ADVERBS), "")
    if head in wording.OWN_NAMES or not head:
        return Told(kind or Kind.RESPONSE, Frame.SENTENCE, words)
    if head in wording.INTENDS and _first(words.casefold().partition(f"{head} to ")[2]) in (
        wording.ACTS
    ):
        return Told(kind or Kind.PLAN, Frame.CLAUSE, _lowered(_joined(words)))
    if head in wording.STATES and _stands_alone(head, words):
        return Told(kind or Kind.PARTICIPATION, Frame.STATE, _lowered(_joined(words)))
    if _is_past(head) or head in wording.PRESENT:
        place = Kind.PARTICIPATION if head in wording.TOOK_PART else Kind.RESPONSE
        joins = _is_past(head) and len(found) <= _FEW and " and " not in words and "," not in words
        return Told(kind or place, Frame.CLAUSE, _lowered(_joined(words)), joins)
    whole = any(_is_past(word) or word in wording.PRESENT for word in found[1:])
    return Told(kind or Kind.RESPONSE, Frame.SENTENCE if whole else Frame.FRAGMENT, words)


def _stands_alone(head: str, words: str) -> bool:
    """“Calm and open” says how someone was; “calm closing round” does not."""
    after = words.casefold().partition(head)[2]
    following = _first(after)
    if not following or not after[:1].isspace():
        return head not in wording.DEGREES
    return following in wording.STATES or following in wording.AFTER_STATE


def _is_past(word: str) -> bool:
    regular = word.endswith("ed") and len(word) > len("bed") and word not in wording.NOT_PAST
    return regular or word in wording.PAST


def _first(words: str) -> str:
    found = _WORD.search(words)
    return found[0].casefold() if found else ""


def _lowered(words: str) -> str:
    """Without the capital a line begins with; a word that has others, such as AA, keeps it."""
    first = words.split(maxsplit=1)[0]
    return words if first[1:] != first[1:].lower() else words[:1].lower() + words[1:]


def _joined(words: str) -> str:
    """The last of several acts is joined with “and” where only a comma stands."""
    for mark in (", ", "; "):
        before, found, last = words.rpartition(mark)
        if found and " and " not in words and _is_past(_first(last)):
            return f"{before} and {last}"
    return words
