"""The fixed wording of an assembled draft, and the words by which a line's shape is known.

A draft says nothing but what stands in its sources and in `Frame`. The sets below only recognise;
none of their words is ever added to a note.
"""

from enum import Enum


class Frame(Enum):
    """How the words of a source become a sentence. `{subject}` is a name or a pronoun; `{name}`
    is always the name."""

    CLAUSE = "{subject} {words}"
    STATE = "{subject} {was} {words}"
    NUMBER = "{subject} reported {words}"
    NOW = "{subject} now reported {words}"
    CHECK_IN = "At check-in, {subject} reported {words}"
    CLOSING = "At closing, {subject} reported {words}"
    END = "At the end, {subject} reported {words}"
    SPEECH = "{subject} said {words}"
    FIRST_PERSON = "{subject} said: “{words}”"
    SENTENCE = "{words}"
    FRAGMENT = "Noted: {words}"
    PLAN = "Plan: {words}"
    PLAN_THING = "The plan is {words}"
    PLAN_ACT = "The plan is to {words}"
    HOME = "Home practice: {words}"
    HOME_THING = "The home practice is {words}"
    HOME_ACT = "The home practice is to {words}"
    NEXT = "Next step: {words}"
    NEXT_THING = "The next step is {words}"
    NEXT_ACT = "The next step is to {words}"
    AGREED = "Agreed with {name}: {words}"
    AGREED_TO = "{subject} agreed to {words}"
    RATED_BOTH = (
        "{subject} rated the {words} at {before} of 10 before the session and at {after} after it"
    )
    RATED_SAME = "{subject} rated the {words} at {before} of 10 both before and after the session"
    RATED_BEFORE = "{subject} rated the {words} at {before} of 10 before the session"
    RATED_AFTER = "{subject} rated the {words} at {after} of 10 after the session"
    FORWARD = "{subject} made progress on the {goal} {words}"
    STEADY = "There was no change on the {goal} {words}"
    BACK = "{subject} had a setback on the {goal} {words}"
    NOT_WORKED_ON = "The {goal} {words} {was} not worked on in this session"


JOINING = "and was were goal goals The group Members She He They she he they members"
"""Whatever else the program writes between the words of a source."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


OWN_NAMES = _words("client member patient pt cl the they she he it there this that these today")
ADVERBS = _words(
    "also then later again first finally briefly openly slowly quickly clearly quietly calmly "
    "easily hardly never not only still soon often mostly readily willingly spontaneously "
    "gradually initially honestly actively repeatedly already once just really now"
)
STATES = _words(
    "calm open quiet tired engaged relaxed worried excited stressed reserved motivated guarded "
    "interested agitated exhausted frustrated irritated overwhelmed depressed distracted "
    "determined animated composed withdrawn upset focused subdued settled restless attentive "
    "tearful anxious irritable present friendly reflective cheerful sad angry nervous hopeful "
    "proud ashamed alert sleepy drowsy talkative silent cooperative steady lively tense flat "
    "bright warm serious thoughtful doubtful sceptical skeptical hesitant curious active late "
    "ambivalent oriented euthymic visibly very somewhat rather fully well able unable ready "
    "unwilling reluctant glad relieved surprised moved more less quite"
)
DEGREES = _words("visibly very somewhat rather fully more less quite")
AFTER_STATE = _words(
    "and but at in on with about after before during today throughout when while to for from of "
    "because until again by then as than though yet enough tonight later now"
)
NOT_PAST = _words("need indeed bed red med meds feed speed weed seed shed hundred kindred sacred")
PAST = _words(
    "said spoke told came went left sat stood felt thought knew saw heard found lost kept held "
    "took gave got had was were did could would should made meant met read wrote began brought "
    "bought built chose drank drew drove ate fell fought forgot forgave grew hid hurt led lent "
    "let paid put quit ran rang rose sang sent set shook showed shut slept spent swore taught "
    "understood woke won wore dealt dreamt learnt broke caught cut became laid sought slipped "
    "overcame withdrew rode threw bit blew hung"
)
PRESENT = _words(
    "reports says feels describes denies states wants thinks believes needs seems appears asks "
    "finds remains continues hopes struggles identifies acknowledges expresses is has does ends "
    "likes fears doubts works lives sees knows keeps helps uses goes gets takes"
)
INTENDS = _words("plans intends agreed promised resolved committed")
TOOK_PART = _words(
    "joined spoke listened sat arrived came stayed participated contributed engaged attended "
    "volunteered paired nodded laughed smiled cried shared interrupted opened passed"
)
ACTS = _words(
    "ask attend avoid be begin book bring buy call check come contact continue do draw drink eat "
    "find follow get give go hold join keep learn leave let listen log look make meet move name "
    "note notice pay phone plan practise practice prepare put read rest ride ring run say see "
    "send set share show sit sleep speak start stay stop swim take talk tell text throw try use "
    "visit walk wait work write"
)
THINGS = _words(
    "a an the one two three four five six his her their my its each every daily weekly another no"
)
