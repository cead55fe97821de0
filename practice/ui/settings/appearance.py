"""Light or dark, and how large the text is: on this computer, for everybody."""

from practice.errors import Unavailable
from practice.ui import preferences
from practice.ui.context import Context
from practice.ui.icons import Icon
from practice.ui.settings.part import Part
from practice.ui.theme import Scheme
from practice.ui.widgets.choices import Choice
from practice.ui.widgets.field import Field
from practice.ui.widgets.form import Form

SCHEME_WORDS = {
    Scheme.SYSTEM: "As the system",
    Scheme.LIGHT: "Light",
    Scheme.DARK: "Dark",
    Scheme.HIGH_CONTRAST: "High contrast",
}
SIZES = (0.9, 1.0, 1.1, 1.25, 1.5)


class AppearancePart(Part):
    """Takes effect at once."""

    def __init__(self, context: Context) -> None:
        super().__init__("Appearance", Icon.MONITOR, context)
        self.form = Form()
        self.scheme: Choice[Scheme] = Choice(list(SCHEME_WORDS.items()))
        self.text_size: Choice[float] = Choice([(size, f"{size:.0%}") for size in SIZES])
        self.form.add(
            Field("scheme", "Colours", self.scheme), Field("size", "Text", self.text_size)
        )
        self.body.addWidget(self.form)
        self.load()
        self.scheme.activated.connect(self._change)
        self.text_size.activated.connect(self._change)

    def load(self) -> None:
        kept = preferences.load()
        self.scheme.set_value(kept.scheme)
        self.text_size.set_value(min(SIZES, key=lambda size: abs(size - kept.scale)))

    def _change(self) -> None:
        try:
            preferences.change(scheme=self.scheme.value(), scale=self.text_size.value()).apply()
        except Unavailable as unavailable:
            self.form.banner.say(unavailable.message)
