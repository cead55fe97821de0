"""The baseline: an empty window of PySide6, and nothing else."""

import resource
import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.children.report import Painted, answer, since_start


def main() -> None:
    app = QApplication(["empty"])
    window = QMainWindow()
    window.resize(1180, 760)
    Painted(window, lambda: answer(shown_ms=since_start(), peak_kib=peak_kib()))
    window.show()
    sys.exit(app.exec())


def peak_kib() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
