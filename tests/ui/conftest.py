"""Windows over a real practice, in the light theme."""

from collections.abc import Callable, Iterator
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.models import audit
from practice.models.audit import Changes
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.entry import EntryForm
from practice.ui.inset import Inset
from practice.ui.theme import Scheme, apply, theme
from practice.ui.theme.tokens import LIGHT
from practice.ui.workspace import Workspace
from tests.conftest import Opened

F = TypeVar("F", EntryForm, Inset)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform warns of size hints it can't pass on for every window shown."""
    for item in items:
        if "/ui/" in item.path.as_posix():
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[None]:
    """The theme every test may count on, and a text cursor that is not now there and now gone."""
    qapp.setCursorFlashTime(0)
    make_light(qapp)
    yield
    make_light(qapp)


def make_light(app: QApplication) -> None:
    """Only where a test left another theme: dressing costs time."""
    if (theme().colors, theme().scale) != (LIGHT, 1.0) or not app.styleSheet():
        apply(app, Scheme.LIGHT)


@pytest.fixture(autouse=True)
def one_step_to_undo(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever form a test fills in: pressing its button is at most one step to undo."""
    steps: list[Changes] = []

    def watched(press: Callable[[F], None]) -> Callable[[F], None]:
        def pressed(form: F) -> None:
            stop = audit.subscribe(steps.append)
            press(form)
            stop()
            labels = [step.label for step in steps if step.undoable]
            steps.clear()
            assert len(labels) <= 1, f"{type(form).__name__}: {labels}"

        return pressed

    monkeypatch.setattr(EntryForm, "save", watched(EntryForm.save))
    monkeypatch.setattr(Inset, "accept", watched(Inset.accept))


@pytest.fixture
def context(opened: Opened) -> Iterator[Context]:
    """What the pages of an unlocked practice reach."""
    made = Context(opened.vault, opened.unlocked, InlineLane(), demo=False)
    yield made
    made.actions.close()


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Callable[[], Workspace]:
    """Opens the workspace once a story has laid out its practice."""

    def show() -> Workspace:
        workspace = Workspace(context)
        qtbot.addWidget(workspace)
        workspace.resize(1366, 768)
        with qtbot.waitActive(workspace):
            workspace.show()
            workspace.activateWindow()
        return workspace

    return show
