"""Which version of the plan is open, its dates, and the versions signed before."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from practice.care import plans, reviews
from practice.care.plans import PlanRow
from practice.desk.practice import to_wall
from practice.ui.context import Context
from practice.ui.facts import Facts
from practice.ui.icons import Icon
from practice.ui.members.belonging import button
from practice.ui.plan.forms import DatesForm
from practice.ui.section import Section
from practice.ui.widgets.parsing import show_date, show_time
from practice.ui.widgets.pill import PillKind, StatusPill
from practice.ui.widgets.rows import ListRow

NO_PLAN = "No treatment plan yet. Add a problem or a goal, and version 1 begins."


def state_pill(plan: PlanRow) -> StatusPill:
    """Draft or signed."""
    if plan.signed:
        return StatusPill(PillKind.PRESENT, "Signed", Icon.SIGNATURE)
    return StatusPill(PillKind.LATE, "Draft", Icon.EDIT)


def signed_words(plan: PlanRow) -> str:
    """`Signed by Maria Lopez, LCSW, 17 Nov 2026, 18:30`, or that it is not."""
    if plan.signed_at is None:
        return "Not signed yet"
    at = to_wall(plan.signed_at)
    return f"Signed by {plan.signature}, {show_date(at.date())}, {show_time(at.time())}"


def review_words(plan: PlanRow) -> str:
    """When a version is to be reviewed, and what is due now, be it of the version before."""
    due, day = reviews.of_member(plan.member_id), show_date(plan.review_on)
    if due is None:
        return day
    if due.version == plan.version:
        return f"{day}, {due.words}"
    return f"{day}; version {due.version} {due.words}"


class VersionSection(Section):
    """The newest version: its dates, or the way to begin the next one."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("Version", Icon.CALENDAR, add="Change the dates", parent=parent)
        self._context = context
        self._member_id = ""
        self._plan: PlanRow | None = None
        self.add_button.clicked.connect(self._act)

    def show_plan(self, member_id: str, plan: PlanRow | None) -> None:
        """Show the newest version, if there is one."""
        self._member_id, self._plan = member_id, plan
        self.title = f"Version {plan.version}" if plan else "Version"
        self.add_button.setVisible(plan is not None)
        self.add_button.setText(
            f"Begin version {plan.version + 1}" if plan and plan.signed else "Change the dates"
        )
        self.add_button.set_icon(Icon.PLUS if plan and plan.signed else Icon.EDIT)
        self.show_rows([self._facts(plan)] if plan else [], NO_PLAN)

    def _facts(self, plan: PlanRow) -> QWidget:
        made = Facts()
        made.show_facts(
            [
                ("In effect from", show_date(plan.starts_on)),
                ("Review due", review_words(plan)),
                ("Talked through", show_date(plan.agreed_on) if plan.agreed_on else ""),
                ("Signature", signed_words(plan)),
            ]
        )
        return made

    def _act(self) -> None:
        if self._plan and self._plan.signed:
            self._context.actions.run(plans.begin, self._member_id)
        else:
            self.ask_dates()

    def ask_dates(self) -> None:
        """Change the dates of the draft."""
        if self._plan:
            self.open_form(DatesForm(self._context.actions, self._member_id, self._plan))


class VersionsSection(Section):
    """Every version, newest first. `read` carries the one to look at as it prints."""

    read = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("Versions", Icon.REPORT, parent=parent)

    def show_versions(self, found: list[PlanRow]) -> None:
        """Show these."""
        self.setVisible(bool(found))
        self.show_rows([self._row(plan) for plan in found])

    def _row(self, plan: PlanRow) -> QWidget:
        read = button("Read", f"Read version {plan.version}")
        read.clicked.connect(partial(self.read.emit, plan))
        row = ListRow(f"Version {plan.version}", signed_words(plan), trailing=(read,))
        row.add_beside(state_pill(plan))
        return row
