"""The program from its command line to its window, and on to the lock screen in it."""

import sys

from practice import cli


def main(folder: str) -> int:
    from PySide6.QtGui import QShowEvent  # noqa: PLC0415

    from practice.ui import app  # noqa: PLC0415  # as the command line does it
    from practice.ui.shell import Shell  # noqa: PLC0415
    from tests.bench.children.answering import Painted, answer, since_start  # noqa: PLC0415

    shown: list[float] = []

    class Watched(Shell):
        def showEvent(self, event: QShowEvent) -> None:
            Painted(self, lambda: shown.append(since_start()))
            super().showEvent(event)

        def begin(self, said: str = "") -> None:
            super().begin(said)
            Painted(self, lambda: answer(shown_ms=shown[0], lock_screen_ms=since_start()))

    vars(app)["Shell"] = Watched
    return cli.main(["--data", folder])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
