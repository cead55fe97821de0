"""Bringing in 5,000 people through the page for it, and how long the window waits meanwhile.

How late the window's turn comes at worst is told beside how late it comes with nothing going on.
"""

import csv
import random
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from practice import clock
from practice.models import store
from practice.ui.background import Lane
from practice.ui.context import Context, Place
from practice.ui.importing.page import ImportPage
from practice.ui.theme import Scheme, apply
from practice.ui.workspace import Workspace
from practice.vault.vault import open_vault
from tests.bench.children.answering import answer
from tests.bench.children.turns import Turns

PEOPLE = 5_000
IDLE_S = 0.5
_SYLLABLES = ("ma", "ri", "lo", "ka", "ten", "bor", "sil", "va", "den", "ro", "li", "an", "do")


def main(folder: str, passphrase: str, now: str) -> int:
    """Bring the list in and say how it went; milliseconds."""
    clock.use(lambda: datetime.fromisoformat(now).astimezone(UTC))
    program = QApplication([])
    apply(program, Scheme.LIGHT)
    data = Path(folder)
    vault = open_vault(data)
    unlocked = vault.unlock(vault.users[0].id, passphrase)
    store.open_files(data, unlocked.file_keys(), unlocked.user.id)
    workspace = Workspace(Context(vault, unlocked, Lane(), demo=False))
    workspace.resize(1366, 768)
    workspace.show()
    workspace.go(Place.IMPORT)
    page = workspace.pages[Place.IMPORT]
    if not isinstance(page, ImportPage):
        raise TypeError(page)
    answer(**bring_in(page, a_list(data.with_name("people.csv"))))
    return 0


def a_list(path: Path) -> Path:
    """A list as another program would write it; the same on every machine."""
    pick = random.Random(1)

    def name(parts: int) -> str:
        return "".join(pick.choice(_SYLLABLES) for _ in range(parts)).title()

    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["First Name", "Last Name", "DOB", "Phone", "Email", "City", "Member ID"])
        for number in range(PEOPLE):
            born = date(1940, 1, 1) + timedelta(days=pick.randint(0, 25_000))
            row = [name(2), name(3), f"{born:%m/%d/%Y}", f"(518) 555-{number:04}"]
            out.writerow([*row, f"{name(2)}@x.example", name(2), f"NL{number:06}"])
    return path


def bring_in(page: ImportPage, path: Path) -> dict[str, object]:
    """Every step, as fast as the program goes on."""
    turns, until = Turns(page), time.monotonic() + IDLE_S
    idle = turns.during(lambda: None, lambda: time.monotonic() > until)
    begun = time.perf_counter()
    waits = turns.during(lambda: page.read_file(path), lambda: page.step is page.columns)
    waits += turns.during(page.check_rows, lambda: page.step is page.check)
    waits += turns.during(page.write, lambda: page.step is page.done)
    took = 1000 * (time.perf_counter() - begun)
    if not page.done.said.text().endswith("members added."):
        raise RuntimeError(page.done.said.text())
    return {"import_ms": took, "import_turns_ms": waits, "idle_turns_ms": idle}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
