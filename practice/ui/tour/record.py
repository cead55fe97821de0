"""What the tour leaves behind: pictures of every state in light and dark, and what was checked."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from practice.ui import theme
from practice.ui.theme import Scheme

SCHEMES = {"light": Scheme.LIGHT, "dark": Scheme.DARK}


class CheckFailed(Exception):
    """Something the tour looked for was not there; the message says what."""


@dataclass
class Step:
    """One step of the main job: what was checked in it and how long it took."""

    name: str
    checks: list[str] = field(default_factory=list)
    pictures: list[str] = field(default_factory=list)
    seconds: float = 0.0
    failed: str = ""


class Record:
    """Collects the steps and writes `tour.json`. Pictures are numbered in the order taken."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.steps: list[Step] = []
        place.mkdir(parents=True, exist_ok=True)

    @property
    def held(self) -> bool:
        """Whether every check held so far."""
        return not any(step.failed for step in self.steps)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Everything inside belongs to one step; a failed check ends the tour."""
        step = Step(name)
        self.steps.append(step)
        begin = time.perf_counter()
        try:
            yield
        except Exception as error:
            step.failed = f"{type(error).__name__}: {error}"
            raise
        finally:
            step.seconds = round(time.perf_counter() - begin, 3)
            self.write()

    def check(self, what: str, held: object) -> None:
        """Write down that something holds; raises CheckFailed where it does not."""
        if not held:
            raise CheckFailed(what)
        self.steps[-1].checks.append(what)

    def picture(self, name: str, widget: QWidget) -> None:
        """Take the window as it stands, in light and in dark."""
        number = 1 + sum(len(step.pictures) for step in self.steps) // len(SCHEMES)
        app = cast(QApplication, QApplication.instance())
        for words, scheme in reversed(SCHEMES.items()):
            theme.apply(app, scheme)
            settle()
            path = self.place / f"{number:02}-{name}-{words}.png"
            widget.grab().save(str(path))
            self.steps[-1].pictures.append(path.name)

    def write(self) -> None:
        """Write `tour.json` as far as the tour has come."""
        done = {"held": self.held, "steps": [asdict(step) for step in self.steps]}
        text = json.dumps(done, indent=1, ensure_ascii=False)
        (self.place / "tour.json").write_text(text + "\n", encoding="utf-8")


def settle() -> None:
    """Let the windows do everything that is waiting, also what they let go."""
    for _ in range(3):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
