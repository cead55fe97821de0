"""Step 3: the recovery kit on paper."""

from pathlib import Path

from practice.ui.first_run.step import Step
from practice.ui.kit_sheet import Kit, KitSheet


class OnPaper(Step):
    """Only someone who holds the page can go on."""

    title = "Your recovery kit"
    lead = (
        "One page with a code. It opens your records when the passphrase is forgotten or the "
        "computer is lost. Keep it on paper, locked away, not beside the computer."
    )

    def __init__(self, kit: Kit, data: Path) -> None:
        super().__init__()
        self.sheet = KitSheet(kit, data)
        self.body.addWidget(self.sheet)
        self.setFocusProxy(self.sheet.print_button)

    def finish(self) -> None:
        if self.sheet.check():
            self.done.emit()
