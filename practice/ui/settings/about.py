"""Version, licences, and that nothing leaves this computer. Works offline, as everything."""

import platform

from PySide6.QtCore import qVersion

from practice import __version__
from practice.paths import licence
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings import licences
from practice.ui.settings.part import Part
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

OFFLINE = "This program never opens a network connection. Everything stays on this computer."
LEGAL = "It helps with records; it is no legal advice, and it does not replace your judgement."


class AboutPart(Part):
    """The licence's whole text, and what the program is built from, are shown on request."""

    def __init__(self, context: Context) -> None:
        super().__init__("About", Icon.INFO, context)
        versions = f"Practice {__version__} · Python {platform.python_version()} · Qt {qVersion()}"
        self.body.addWidget(Text(versions, Type.EMPHASIS, wrap=True))
        self.body.addWidget(Remark(OFFLINE, Icon.SHIELD_CHECK, Role.PRESENT))
        self.body.addWidget(Remark(LEGAL, Icon.INFO))
        self.body.addWidget(
            Text("Practice is free software under the Apache License 2.0.", wrap=True)
        )
        self.show_licence = Button("Show the licence", ButtonKind.LINK)
        self.show_parts = Button("What it is built from", ButtonKind.LINK)
        self.show_licence.clicked.connect(lambda: self._show("Apache License 2.0", _licence()))
        self.show_parts.clicked.connect(lambda: self._show("What it is built from", _built_from()))
        self.shown = TextInput(lines=14)
        self.shown.setReadOnly(True)
        self.shown.hide()
        self.body.addWidget(self.shown)
        self.add_buttons(self.show_licence, self.show_parts)

    def _show(self, name: str, words: str) -> None:
        self.shown.set_value(words)
        self.shown.setAccessibleName(name)
        self.shown.show()
        self.shown.setFocus()


def _licence() -> str:
    return licence().read_text(encoding="utf-8")


def _built_from() -> str:
    found = [f"{part.name} {part.version}: {part.terms}" for part in licences.parts()]
    inside = [f"{name}: {terms}" for name, terms in licences.INSIDE]
    return "\n".join([*found, "", "Inside or beside these", *inside])
