"""Signing by entering the passphrase again, beside the notes of one session."""

from PySide6.QtWidgets import QWidget

from practice.ui.notes.bench import Bench
from practice.ui.signing_card import SigningCard


class PassphrasePanel(SigningCard):
    """A signing card that knows the session it signs for."""

    def __init__(
        self, bench: Bench, title: str, verb: str, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(bench.context, title, verb, parent=parent)
        self.bench = bench
