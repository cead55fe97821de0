"""The last step: what was done."""

from PySide6.QtCore import Signal

from practice.exchange.importing import Imported
from practice.exchange.plan import Plan
from practice.ui.icons import Icon
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.ui.words import count

UNDO = "Ctrl+Z, or Undo below, takes the whole import back."


class DoneStep(Card):
    """`show_members`, `save` (the rows left out) and `another` are pressed."""

    show_members = Signal()
    save = Signal()
    another = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said = Remark("", Icon.CHECK_CIRCLE, Role.PRESENT)
        self.rest = Text("", Type.BODY, wrap=True)
        self.go_on = Button("Show the members", ButtonKind.PRIMARY, Icon.MEMBERS)
        self.save_rows = Button("Save these rows as CSV…", ButtonKind.SECONDARY, Icon.DOWNLOAD)
        self.again = Button("Choose another file", ButtonKind.QUIET)
        self.go_on.clicked.connect(self.show_members)
        self.save_rows.clicked.connect(self.save)
        self.again.clicked.connect(self.another)
        self.body.addWidget(self.said)
        self.body.addWidget(self.rest)
        self.body.addWidget(Text(UNDO, Type.SECONDARY, wrap=True))
        row = FlowLayout()
        for button in (self.go_on, self.save_rows, self.again):
            row.addWidget(button)
        self.body.addLayout(row)

    def show_done(self, done: Imported, plan: Plan) -> None:
        """Say what became of every row."""
        self.said.say(words(done))
        left = [f"{plan.skipped:,} left out, as they may be there already." if plan.skipped else ""]
        if plan.bad:
            left.append(f"{count(len(plan.bad), 'row')} could not go in; save them to put right.")
        self.rest.setText(" ".join(part for part in left if part))
        self.rest.setVisible(bool(self.rest.text()))
        self.save_rows.setVisible(bool(plan.bad))


def words(done: Imported) -> str:
    """`3 members added, 1 filled in, 2 came into a group.`"""
    parts = [f"{done.added:,} {'member' if done.added == 1 else 'members'} added"]
    parts += [f"{done.filled:,} filled in"] if done.filled else []
    parts += [f"{done.joined:,} came into a group"] if done.joined else []
    return f"{', '.join(parts)}."
