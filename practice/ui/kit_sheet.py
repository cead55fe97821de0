"""The recovery kit on paper: print or save it, then show that it is at hand."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from practice.errors import Refused, Unavailable
from practice.models.enums.practice import Paper
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role
from practice.ui.widgets.button import Button
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form
from practice.ui.widgets.inputs import LineInput
from practice.ui.widgets.notices import BannerKind
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text
from practice.vault.recovery import GROUPS, check_groups

NAME = "Practice recovery kit.pdf"
RETYPE = "Now take the page and type two of its groups, so that we know it is readable."
SAVED = "Saved. Print it soon, then delete the file: the kit belongs on paper."
PRINTED = "Sent to the printer."
PICK = "Type the group as it is printed."


@dataclass(frozen=True)
class Kit:
    """What the page shows. `vault_id` is hexadecimal, `code` as `recovery.to_text` gives it."""

    practice: str
    vault_id: str
    made_on: date
    code: str
    paper: Paper

    def pdf(self) -> bytes:
        """The page. Raises Refused for a practice name that can't be printed, Unavailable."""
        from practice.reports.kit import RecoveryKit, render  # noqa: PLC0415  # slow to load

        vault = self.vault_id[:12].upper()
        groups = tuple(self.code.split("-"))
        return render(RecoveryKit(self.practice, vault, self.made_on, groups, self.paper))


class KitSheet(QWidget):
    """Two buttons, two fields. `check` tells whether the page is at hand."""

    def __init__(self, kit: Kit, data: Path, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._data = kit, data
        self.print_button = Button("Print…", icon=Icon.PRINTER)
        self.save_button = Button("Save as PDF…", icon=Icon.DOWNLOAD)
        self.done = Remark("", Icon.CHECK_CIRCLE, Role.PRESENT)
        self.done.hide()
        self.form = Form()
        self.asked = tuple(sorted(secrets.SystemRandom().sample(range(1, GROUPS + 1), 2)))
        self.groups = [
            Field(f"group{number}", f"Group {number}", LineInput(limit=12), required=PICK)
            for number in self.asked
        ]
        self.form.add(*self.groups)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE.s)
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.m)
        column.addLayout(buttons)
        column.addWidget(self.done)
        column.addWidget(Text(RETYPE, wrap=True))
        column.addWidget(self.form)

    def _print(self) -> None:
        from practice.ui.preview.leaving import Outgoing, print_pdf  # noqa: PLC0415  # slow to load

        self._try(lambda: PRINTED if print_pdf(Outgoing(self._kit.pdf(), NAME), self) else "")

    def _save(self) -> None:
        from practice.ui.preview.leaving import Outgoing, save_pdf  # noqa: PLC0415

        kit, data = self._kit, self._data
        self._try(lambda: SAVED if save_pdf(Outgoing(kit.pdf(), NAME), self, data) else "")

    def _try(self, action: Callable[[], str]) -> None:
        self.form.banner.say("")
        try:
            said = action()
        except (Refused, Unavailable) as error:
            self.form.banner.say(error.message, BannerKind.DANGER)
            return
        if said:
            self.done.say(said)
            self.done.show()
            self.groups[0].widget.setFocus()

    def check(self) -> bool:
        """Whether both groups were typed as they are printed; says which was not."""
        return self.form.submit(self._check_groups)

    def _check_groups(self) -> None:
        for number, field in zip(self.asked, self.groups, strict=True):
            try:
                check_groups(self._kit.code, {number: field.value()})
            except Refused as refused:
                raise Refused(refused.message, field=field.key) from None
