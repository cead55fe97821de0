"""The first step: which file."""

from pathlib import Path

from PySide6.QtCore import Signal

from practice.ui import files
from practice.ui.icons import Icon
from practice.ui.theme import Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.notices import Banner, BannerKind
from practice.ui.widgets.text import Text

LEAD = (
    "Bring in a list of people from another program: a CSV file or an Excel workbook (.xlsx) with "
    "one person in each row and the names of the columns in the first."
)
SAFE = (
    "Nothing is put on record before you have seen what would be, and one Undo takes all of it "
    "back. The file itself stays as it is; delete it yourself when you no longer need it."
)
KINDS = "Lists (*.csv *.tsv *.txt *.xlsx *.xlsm);;All files (*)"


class BeginStep(Card):
    """`chosen` carries the path."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.banner = Banner(BannerKind.DANGER)
        self.choose = Button("Choose a file…", ButtonKind.PRIMARY, Icon.FOLDER)
        self.choose.clicked.connect(self._ask)
        self.body.addWidget(self.banner)
        self.body.addWidget(Text(LEAD, Type.BODY, wrap=True))
        self.body.addWidget(Text(SAFE, Type.SECONDARY, wrap=True))
        row = FlowLayout()
        row.addWidget(self.choose)
        self.body.addLayout(row)

    def _ask(self) -> None:
        if found := files.ask_file(self, "Choose a list of members", KINDS):
            self.chosen.emit(Path(found))
