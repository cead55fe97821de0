"""One card of the settings page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from practice.errors import Refused, Unavailable
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.theme import SPACE, Role
from practice.ui.widgets.button import Button
from practice.ui.widgets.card import Card
from practice.ui.widgets.flow import FlowLayout
from practice.ui.widgets.form import Form
from practice.ui.widgets.notices import BannerKind
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.rows import SectionHeader


class Part(Card):
    """A heading and what belongs under it; write `load` to show what is on record."""

    def __init__(self, title: str, icon: Icon, context: Context) -> None:
        super().__init__(margin=SPACE.l, spacing=SPACE.m)
        self.context = context
        self.done = Remark("", Icon.CHECK_CIRCLE, Role.PRESENT)
        self.done.hide()
        self.body.addWidget(SectionHeader(title, icon=icon))

    def load(self) -> None:
        """Show what is on record."""

    def add_buttons(self, *buttons: Button) -> None:
        """At the end, with what was done said below them."""
        holder = QWidget()
        flow = FlowLayout(holder)
        for button in buttons:
            flow.addWidget(button)
        holder.setVisible(bool(buttons))
        self.body.addWidget(holder)
        self.body.addWidget(self.done)

    def tell(self, words: str) -> None:
        """Say that something was done; nothing hides it."""
        self.done.say(words)
        self.done.setVisible(bool(words))

    def save(self, form: Form, change: Callable[[], object], said: str = "Saved.") -> bool:
        """Change something; refusals stand beside their field. Whether it was done."""
        self.tell("")
        try:
            done = form.submit(change)
        except Unavailable as unavailable:
            form.banner.say(unavailable.message, BannerKind.DANGER)
            return False
        if done:
            self.tell(said)
        return done


def show_error(form: Form, error: Refused | Unavailable) -> None:
    """What slow work came back with: beside its field, or above the form."""
    if isinstance(error, Refused):
        form.refuse(error)
    else:
        form.banner.say(error.message, BannerKind.DANGER)


def put_away(*widgets: QWidget) -> None:
    """Hide parts and let them go."""
    for widget in widgets:
        widget.hide()
        widget.deleteLater()
