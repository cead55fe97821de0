"""The program from its command line to its window with the lock screen in it, painted."""

import sys

from practice import cli


def main(folder: str) -> int:
    from practice.ui import app  # noqa: PLC0415  # as the command line does it
    from practice.ui.shell import Shell  # noqa: PLC0415
    from tests.bench.children.answering import Painted, answer, cpu, since_start  # noqa: PLC0415

    class Watched(Shell):
        def begin(self, said: str = "") -> None:
            super().begin(said)
            Painted(self, lambda: answer(shown_ms=since_start(), cpu_ms=cpu()))

    vars(app)["Shell"] = Watched
    return cli.main(["--data", folder])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
