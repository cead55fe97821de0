"""The program itself, from its command line to its first painting: the lock screen."""

import sys

from practice import cli
from tests.bench.children.report import STARTED, answer, since_start


def main(folder: str) -> None:
    from practice.ui import app  # noqa: PLC0415  # inside the measured time, as cli does it
    from tests.bench.children.report import Painted  # noqa: PLC0415

    class Watched(app.Shell):
        def begin(self, said: str = "") -> None:
            super().begin(said)
            Painted(self, lambda: answer(shown_ms=since_start()))

    app.Shell = Watched  # type: ignore[misc]
    sys.exit(cli.main(["--data", folder]))


if __name__ == "__main__":
    main(sys.argv[1])
