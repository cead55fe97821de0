"""The lock screen stands before anything is loaded that only an unlocked practice needs."""

import subprocess
import sys

TOO_SOON = ("peewee", "sqlcipher3", "cryptography", "reportlab", "keyring")
OF_OURS = ("practice.desk", "practice.care", "practice.reports", "practice.models.audit")


def test_starting_the_window_loads_no_database_no_cipher_no_reports() -> None:
    program = (
        "import sys, practice.cli, practice.ui.app, practice.ui.reception; print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "practice.ui.unlock" in loaded
    assert loaded.isdisjoint({*TOO_SOON, *OF_OURS})
