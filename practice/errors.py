"""The only two errors the window catches; anything else is a bug and is reported as one."""


class Refused(Exception):
    """The person asked for something that cannot be.

    The message is shown to them as it stands: what happened, what it means, what to do.
    `field` names the form field it belongs to, if any, so that the words appear beside it.
    """

    def __init__(self, message: str, *, field: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class Unavailable(Exception):
    """The machine cannot do it now: disk full, file damaged, keyring locked, font missing."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
