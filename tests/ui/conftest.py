"""Windows over a real practice, in the light theme."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from practice.models import audit
from practice.models.audit import Changes
from practice.models.base import CLINICAL, OFFICE
from practice.ui.background import InlineLane
from practice.ui.context import Context
from practice.ui.theme import Scheme, apply, theme
from practice.ui.theme.tokens import LIGHT
from practice.ui.widgets.form import Form
from practice.ui.workspace import Workspace
from tests.conftest import Opened


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
    """Whatever form a test fills in: pressing its button is at most one step to undo in each file.

    Nothing writes both files in one step (ARCHITECTURE.md), so joining with suitability is two.
    """
    submit = Form.submit

    def watched(form: Form, action: Callable[[], object]) -> bool:
        steps: list[Changes] = []
        stop = audit.subscribe(steps.append)
        done = submit(form, action)
        stop()
        for file in (OFFICE, CLINICAL):
            labels = [step.label for step in steps if step.undoable and step.file is file]
            assert len(labels) <= 1, f"{type(form).__name__}: {labels}"
        return done

    monkeypatch.setattr(Form, "submit", watched)


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
