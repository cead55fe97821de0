"""What a missed session costs, if anything."""

from practice.desk import fees
from practice.desk.fees import Policy
from practice.desk.outreach_rules import MISSED
from practice.desk.practice import today
from practice.models.enums.attendance import STATUS_WORDS, Status
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.theme import Type
from practice.ui.widgets.button import Button
from practice.ui.widgets.choices import Check, Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.moments import DateInput
from practice.ui.widgets.money import MoneyInput
from practice.ui.widgets.text import Text

ASK = "Suggest a fee for missed sessions"
HELP = (
    "Nothing is charged by itself: someone decides about each. Members with Medicaid are never "
    "asked. A fee stands on no report, superbill or claim."
)
GRACE = range(7)
PERIODS = {30: "30 days", 90: "90 days", 180: "half a year", 365: "a year"}
SINCE = "Tell members beforehand; what was missed before this day costs nothing."


class FeesPart(Part):
    """Saved together. Decisions already made stay as they are."""

    def __init__(self, context: Context) -> None:
        super().__init__("Fees for missed sessions", Icon.TAG, context)
        self.asks = Check(ASK)
        self.amount, self.since = MoneyInput(), DateInput()
        self.counted = {status: Check(STATUS_WORDS[status]) for status in MISSED}
        self.grace: Choice[int] = Choice()
        self.period: Choice[int] = Choice()
        self.save_button = Button("Save the policy")
        self.form, self.details = Form(), Form()
        self.form.add(Field("asks", "", self.asks, help=HELP))
        self._lay_out_details()
        self.body.addWidget(self.form)
        self.body.addWidget(self.details)
        self.add_buttons(self.save_button)
        self.asks.toggled.connect(self.details.setVisible)
        self.save_button.clicked.connect(self._save)
        self.load()

    def _lay_out_details(self) -> None:
        add = self.details.add
        add(Field("cents", "Amount", self.amount), Field("since", "From", self.since, help=SINCE))
        self.details.body.addWidget(Text("What may cost it", Type.LABEL))
        for status, check in self.counted.items():
            add(Field("statuses" if status is MISSED[-1] else status.value, "", check))
        add(Field("grace", "Free", self.grace), Field("grace_days", "Within", self.period))

    def load(self) -> None:
        known = fees.policy()
        shown = known or Policy(
            cents=4000,
            statuses=frozenset({Status.NO_SHOW, Status.LATE_CANCEL}),
            grace=1,
            grace_days=180,
            since=today(),
        )
        self.asks.set_value(known is not None)
        self.details.setVisible(known is not None)
        self.amount.set_value(shown.cents)
        self.since.set_value(shown.since)
        for status, check in self.counted.items():
            check.set_value(status in shown.statuses)
        self.period.set_options(list((PERIODS | {shown.grace_days: _days(shown)}).items()))
        self.period.set_value(shown.grace_days)
        self.grace.set_options([(n, _free(n)) for n in sorted({*GRACE, shown.grace})])
        self.grace.set_value(shown.grace)

    def _save(self) -> None:
        if self.asks.value():
            self.save(self.details, lambda: fees.save_policy(self._wanted()))
        else:
            self.save(self.form, lambda: fees.save_policy(None))

    def _wanted(self) -> Policy:
        return Policy(
            cents=self.amount.value() or 0,
            statuses=frozenset(s for s, check in self.counted.items() if check.value()),
            grace=self.grace.value(),
            grace_days=self.period.value(),
            since=self.since.value() or today(),
        )


def _days(known: Policy) -> str:
    return PERIODS.get(known.grace_days, f"{known.grace_days} days")


def _free(misses: int) -> str:
    return {0: "None", 1: "The first one"}.get(misses, f"The first {misses}")
