"""One member's treatment plan: problems, goals and what is done; its versions; who worked on it."""

from functools import partial
from typing import ClassVar

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from practice.care import othernames, plan_content, plan_signing, plan_thread, plans
from practice.care.namecheck import Finding
from practice.care.plan_content import Lack, Missing, ProblemPart
from practice.care.plan_thread import Thread
from practice.care.plans import GoalRow, InterventionRow, PlanRow
from practice.desk import members
from practice.ui.columns import Columns
from practice.ui.context import Context, Place
from practice.ui.icons import Icon
from practice.ui.notes.names import NamesStrip
from practice.ui.page import Page
from practice.ui.plan.asides import MissingSection, ThreadSection
from practice.ui.plan.forms import ProblemForm
from practice.ui.plan.paper import PlanPaper
from practice.ui.plan.problem import ProblemSection
from practice.ui.plan.version import VersionSection, VersionsSection
from practice.ui.section import Section
from practice.ui.signing_card import SigningCard
from practice.ui.theme import SPACE
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.notices import EmptyState
from practice.vault.confirmation import Confirmation

NOBODY = "A treatment plan is opened from its member’s page."
OTHERS = "Goals without a problem"
_LOOSE = ""


class PlanSigningCard(SigningCard):
    """Signs the draft of one member's plan."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, "", "Sign", parent=parent)
        self.member_id = ""

    def sign(self, confirmed: Confirmation) -> None:
        plan_signing.sign(self.member_id, confirmed)


class PlanPage(Page):
    """Reached from the member's page and from Today. Ctrl+P shows it as it prints."""

    concerns: ClassVar[frozenset[str]] = frozenset(
        {
            *("plan", "problem", "goal", "objective", "intervention", "diagnosis"),
            *("note", "note_goal", "member", "session", "practice"),
        }
    )

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.member_id = ""
        self._goal_id = ""
        self._threads: dict[str, Thread] = {}
        self.back = Button("", ButtonKind.QUIET, Icon.ARROW_LEFT)
        self.look = Button("Preview", ButtonKind.SECONDARY, Icon.PRINTER)
        self.sign = Button("Sign…", ButtonKind.PRIMARY, Icon.SIGNATURE)
        self.card = PlanSigningCard(context)
        self.names = NamesStrip(replaces=False)
        self.version = VersionSection(context)
        self.problems = Section("Problems", Icon.FLAG, add="Add a problem")
        self.sections: dict[str, ProblemSection] = {}
        self.missing = MissingSection()
        self.worked = ThreadSection(context)
        self.versions = VersionsSection()
        self.paper = PlanPaper(context)
        self.nobody = EmptyState(NOBODY, icon=Icon.FLAG)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        holder = QWidget()
        self._cards = QVBoxLayout(holder)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(SPACE.m)
        left = (self.version, self.problems, holder)
        right = (self.missing, self.worked, self.versions)
        self._columns = Columns(left, right, shares=(5, 4))
        for part in (self.nobody, self.card, self.names):
            self.body.addWidget(part)
        self.names.hide()
        self.body.addWidget(self._columns)
        self.body.addWidget(self.paper, 1)
        self.card.hide()
        for action in (self.back, self.look, self.sign, self.paper.save, self.paper.print):
            self.add_action(action)
        self._show_paper(shown=False)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.look.clicked.connect(self._look)
        self.sign.clicked.connect(self.ask_signature)
        self.card.closed.connect(self.card.hide)
        self.names.keep_wanted.connect(self._keep_name)
        self.problems.add_button.clicked.connect(self.ask_problem)
        self.missing.remedy.connect(self.put_right)
        self.versions.read.connect(self.read)
        action = QAction("Show the plan as it prints", self)
        action.setShortcut(QKeySequence("Ctrl+P"))
        action.triggered.connect(self._look)
        self.addAction(action)

    def turn_to(self, item_id: str) -> None:
        if item_id != self.member_id:
            self._forget()
            self.member_id = item_id
            self._stale = True

    def show_item(self, item_id: str) -> None:
        """Show a member's plan."""
        self.turn_to(item_id)
        self._show_paper(shown=False)
        self.refresh()
        self.version.add_button.setFocus()

    def _forget(self) -> None:
        """Another member: nothing half done for the one before stays open."""
        self._goal_id = ""
        self.card.clear()
        self.card.hide()
        self.names.show_findings(())
        for section in (self.version, self.problems):
            section.close_form()
        for key in list(self.sections):
            self._drop(key)

    def load(self) -> None:
        """Read the plan as it stands now."""
        there = bool(self.member_id)
        self.nobody.setVisible(not there)
        self.look.setVisible(there)
        if not there:
            self.say(Place.PLAN.value)
            for part in (self._columns, self.back, self.sign):
                part.setVisible(False)
            return
        who = members.member(self.member_id)
        found = plans.versions(self.member_id)
        newest = found[0] if found else None
        self.say(f"Treatment plan of {who.full_name}", _subtitle(newest))
        self.back.setText("Back to the member")
        self.card.member_id = self.member_id
        self.version.show_plan(self.member_id, newest)
        self.versions.show_versions(found)
        self._threads = plan_thread.threads(self.member_id)
        self._show_parts(plan_content.of_member(self.member_id))
        draft = newest if newest and not newest.signed else None
        content = plan_content.of_plan(draft) if draft else None
        self.missing.show_missing(plan_content.missing(content) if content else [])
        self.look.setEnabled(newest is not None)
        self.sign.setEnabled(draft is not None)
        self._follow(self._goal_id)
        if self.paper.isVisible():
            self.paper.show_again(found)

    def _show_parts(self, parts: tuple[ProblemPart, ...]) -> None:
        keys = [part.problem.id if part.problem else _LOOSE for part in parts]
        for key in set(self.sections) - set(keys):
            self._drop(key)
        self.problems.show_rows([], "" if parts else "What did the member come with?")
        for place, (key, part) in enumerate(zip(keys, parts, strict=True)):
            section = self.sections.get(key) or self._add(key)
            if self._cards.indexOf(section) != place:
                self._cards.insertWidget(place, section)
                section.show()
            title = f"Problem {place + 1}" if part.problem else OTHERS
            section.show_part(title, part, self._threads)

    def _add(self, key: str) -> ProblemSection:
        made = ProblemSection(self.context, self.member_id)
        made.followed.connect(self._follow)
        self.sections[key] = made
        return made

    def _drop(self, key: str) -> None:
        section = self.sections.pop(key)
        section.hide()
        self._cards.removeWidget(section)
        section.deleteLater()

    def _follow(self, goal_id: str) -> None:
        """Show the sessions that worked on a goal, at first the oldest goal's."""
        goals = {goal.id: goal for goal in plans.goals(self.member_id)}
        goal = goals.get(goal_id) or next(iter(goals.values()), None)
        self._goal_id = goal.id if goal else ""
        self.worked.show_thread(goal, self._threads[goal.id] if goal else Thread((), 0))

    def ask_problem(self) -> None:
        """Open the form of a new problem."""
        self.problems.open_form(ProblemForm(self.context.actions, self.member_id, None))

    def ask_signature(self) -> None:
        """Ask for the passphrase, or say what stands in the way."""
        words = plan_signing.obstacle(self.member_id)
        self._show_names()
        if words:
            self.context.actions.refused.emit(words)
            return
        self.card.ask(f"version {plans.versions(self.member_id)[0].version}")
        self.reveal(self.card)

    def _show_names(self) -> None:
        """Other members named in the draft, each to be kept with a word why."""
        row = plan_signing.draft(self.member_id)
        found = plan_signing.named(row, plan_content.of_plan(row)) if row else []
        self.names.show_findings(found)

    def _keep_name(self, finding: Finding, why: str) -> None:
        row = plan_signing.draft(self.member_id)
        if row is not None:
            keep = partial(othernames.keep_name, row.id, finding, why)
            self.names.say_error(self.context.actions.refusal(keep))
            self._show_names()

    def put_right(self, missing: Missing) -> None:
        """Open the form in which something missing is entered."""
        if missing.lack is Lack.DIAGNOSIS:
            self._go_back()
        elif missing.row is None:
            self.version.ask_dates()
        else:
            self._ask_about(missing.lack, missing.row)

    def _ask_about(self, lack: Lack, row: GoalRow | InterventionRow) -> None:
        goal = row if isinstance(row, GoalRow) else plans.goal(row.goal)
        section = self.sections[goal.problem or _LOOSE]
        if isinstance(row, InterventionRow):
            section.ask_intervention(goal.id, row)
        elif lack is Lack.OBJECTIVE:
            section.ask_objective(goal.id, None)
        elif lack is Lack.INTERVENTION:
            section.ask_intervention(goal.id, None)
        else:
            section.ask_goal(goal)
        self.reveal(section)

    def read(self, plan: PlanRow) -> None:
        """Show a version as it prints."""
        self._show_paper(shown=True)
        self.paper.show_plan(plan)

    def _look(self) -> None:
        if self.paper.isVisible():
            self._show_paper(shown=False)
            return
        found = plans.versions(self.member_id) if self.member_id else []
        if found:
            self.read(found[0])

    def _show_paper(self, *, shown: bool) -> None:
        printed: tuple[QWidget, ...] = (self.paper, self.paper.save, self.paper.print)
        written: tuple[QWidget, ...] = (self._columns, self.sign, self.back)
        for parts, visible in ((printed, shown), (written, not shown)):
            for part in parts:
                part.setVisible(visible)
        self.card.hide()
        self.look.setText("Back to the plan" if shown else "Preview")

    def _go_back(self) -> None:
        self.context.go.emit(Place.MEMBERS, self.member_id)


def _subtitle(newest: PlanRow | None) -> str:
    if newest is None:
        return "Nothing is planned yet"
    return f"Version {newest.version}, {'signed' if newest.signed else 'draft'}"
