"""Nothing stops a person's work but the system's own dialogs, and an error nobody expected."""

import ast
from pathlib import Path

import practice

STOPPING = {
    "QDialog",
    "QMessageBox",
    "QFileDialog",
    "QPrintDialog",
    "QInputDialog",
    "QErrorMessage",
}
ALLOWED = {
    "ui/app.py": {"QMessageBox"},
    "ui/crash.py": {"QDialog"},
    "ui/files.py": {"QFileDialog"},
    "ui/preview/dialogs.py": {"QDialog", "QFileDialog", "QPrintDialog"},
}


def used(path: Path) -> set[str]:
    """The dialogs a module names."""
    names = {n.id for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Name)}
    return names & STOPPING


def test_dialogs_are_only_for_folders_paper_and_crashes() -> None:
    root = Path(practice.__file__).parent
    found = {str(p.relative_to(root)): used(p) for p in root.rglob("*.py") if used(p)}
    assert found == ALLOWED
