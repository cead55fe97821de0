"""The baseline: an empty window of PySide6, and nothing else."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

from tests.bench.children.answering import Painted, answer, cpu, peak_mib, since_start


def main() -> None:
    app = QApplication(["empty"])
    window = QMainWindow()
    window.resize(1180, 760)
    Painted(window, lambda: answer(shown_ms=since_start(), cpu_ms=cpu(), peak_mib=peak_mib()))
    window.show()
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
