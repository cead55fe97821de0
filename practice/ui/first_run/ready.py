"""Step 4: everything is there. Start with one's own people, or look around in the demo first."""

from PySide6.QtCore import Signal

from practice.ui.first_run.step import Step
from practice.ui.icons import Icon
from practice.ui.theme import Role
from practice.ui.widgets.button import Button
from practice.ui.widgets.remark import Remark

DEMO = "The demo opens in a window of its own, with made-up people, and never touches your records."


class Ready(Step):
    """`open_demo` asks for the demo practice."""

    title = "Ready"
    lead = "Your practice is set up, encrypted, and on this computer only."
    forward = "Start with my practice"
    open_demo = Signal()

    def __init__(self, protection: str) -> None:
        super().__init__()
        self.demo_button = Button("Open the demo practice", icon=Icon.PLAY)
        self.demo_button.clicked.connect(self.open_demo)
        self.body.addWidget(Remark(protection, Icon.KEY, Role.ACCENT))
        self.body.addWidget(Remark(DEMO, Icon.INFO))
        self.body.addWidget(self.demo_button)
