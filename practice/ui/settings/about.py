"""Version, licences, and that nothing leaves this computer. Works offline, as everything."""

import platform

from PySide6.QtCore import qVersion

from practice import __version__
from practice.paths import licence
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.theme import Role, Type
from practice.ui.widgets.button import Button, ButtonKind
from practice.ui.widgets.inputs import TextInput
from practice.ui.widgets.remark import Remark
from practice.ui.widgets.text import Text

OFFLINE = "This program never opens a network connection. Everything stays on this computer."
LEGAL = "It helps with records; it is no legal advice, and it does not replace your judgement."
PARTS = (
    ("Qt and PySide6", "LGPL 3.0"),
    ("peewee", "MIT"),
    ("sqlcipher3, SQLCipher and SQLite", "zlib, BSD 3-Clause, public domain"),
    ("cryptography and OpenSSL", "Apache 2.0 or BSD 3-Clause, Apache 2.0"),
    ("keyring, python-dateutil", "MIT, Apache 2.0 or BSD 3-Clause"),
    ("reportlab, uharfbuzz and HarfBuzz", "BSD, Apache 2.0, MIT"),
    ("python-bidi", "LGPL 3.0"),
    ("Inter and Noto fonts", "SIL Open Font License 1.1"),
)


class AboutPart(Part):
    """The licence's whole text is shown on request."""

    def __init__(self, context: Context) -> None:
        super().__init__("About", Icon.INFO, context)
        versions = f"Practice {__version__} · Python {platform.python_version()} · Qt {qVersion()}"
        self.body.addWidget(Text(versions, Type.EMPHASIS, wrap=True))
        self.body.addWidget(Remark(OFFLINE, Icon.SHIELD_CHECK, Role.PRESENT))
        self.body.addWidget(Remark(LEGAL, Icon.INFO))
        self.body.addWidget(
            Text("Practice is free software under the Apache License 2.0.", wrap=True)
        )
        for name, terms in PARTS:
            self.body.addWidget(Text(f"{name}: {terms}", Type.SMALL, wrap=True))
        self.show_licence = Button("Show the licence", ButtonKind.LINK)
        self.show_licence.clicked.connect(self._show)
        self.licence = TextInput(lines=14)
        self.licence.setReadOnly(True)
        self.licence.setAccessibleName("Apache License 2.0")
        self.licence.hide()
        self.body.addWidget(self.licence)
        self.add_buttons(self.show_licence)

    def _show(self) -> None:
        self.licence.set_value(licence().read_text(encoding="utf-8"))
        self.licence.show()
        self.show_licence.hide()
        self.licence.setFocus()
