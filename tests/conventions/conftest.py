"""The demo practice made once, and a program on a copy of it for each size of text."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from practice import clock
from practice.demo.make import make_demo
from practice.models import store
from practice.ui.theme import Scheme, apply
from practice.vault import device
from tests.conftest import TUESDAY, Clock
from tests.conventions.stage import DAY, Stage


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What the screenless platform can't do is no fault."""
    for item in items:
        if "/conventions/" in item.path.as_posix():
            for words in ("propagateSizeHints", "raise", "grabbing"):
                item.add_marker(pytest.mark.qt_log_ignore(words, extend=True))


@pytest.fixture(scope="session")
def year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo of Tuesday 17 November 2026, locked."""
    folder = tmp_path_factory.mktemp("year") / "demo"
    standing = Clock(TUESDAY)
    clock.use(standing.now, standing.steady)
    make_demo(folder, DAY, zone="America/New_York")
    clock.use(None)
    return folder


Staged = Callable[[float], AbstractContextManager[Stage]]


@pytest.fixture(scope="session")
def staged(qapp: QApplication, year: Path, tmp_path_factory: pytest.TempPathFactory) -> Staged:
    """Opens the program at a size of text, on a practice and in a home of its own."""

    @contextmanager
    def at(scale: float) -> Iterator[Stage]:
        scratch, standing = tmp_path_factory.mktemp("stage"), Clock(TUESDAY)
        shutil.copytree(year, scratch / "demo")
        standing.to("17:54")
        clock.use(standing.now, standing.steady)
        with pytest.MonkeyPatch.context() as patched:
            for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
                patched.setenv(name, str(scratch / name.lower()))
            patched.setattr(device, "_SYSTEM_BACKENDS", ())
            apply(qapp, Scheme.LIGHT, scale)
            made = Stage(scratch / "demo", scratch, standing)
            yield made
            made.close()
        store.close()
        clock.use(None)
        apply(qapp, Scheme.LIGHT)

    return at
