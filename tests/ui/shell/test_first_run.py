"""The four steps, by keyboard, on a computer that never saw the program."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from practice.desk.practice import practice, user
from practice.models import audit, store
from practice.models.base import CLINICAL, OFFICE
from practice.ui.first_run.screen import FirstRun
from practice.ui.frame import Frame
from practice.ui.preview import dialogs
from practice.ui.shell import Shell
from practice.ui.unlock import UnlockScreen
from practice.ui.widgets.pill import StatusPill
from practice.vault.device import Protection
from practice.vault.roles import Key
from tests.conftest import PASSPHRASE
from tests.ui.shell.conftest import Open
from tests.ui.shell.driving import at_work, fill, labels, screen, unlock


def run_of(shell: Shell) -> FirstRun:
    return screen(shell, FirstRun)


def go_on(qtbot: QtBot, shell: Shell) -> None:
    qtbot.keyClick(run_of(shell).forward, Qt.Key.Key_Space)


def tell_about_us(qtbot: QtBot, shell: Shell) -> None:
    step = run_of(shell).about_you
    fill(qtbot, step.practice_form.name.widget, "Harbour Practice")
    fill(qtbot, step.practice_form.zone.widget, "chicago")
    fill(qtbot, step.person_form.name.widget, "Maria Lopez")
    fill(qtbot, step.person_form.credentials.widget, "LCSW")
    fill(qtbot, step.person_form.npi.widget, "1234567893")
    go_on(qtbot, shell)


def choose_passphrase(qtbot: QtBot, shell: Shell) -> None:
    step = run_of(shell).secret
    assert step
    fill(qtbot, step.new.first, PASSPHRASE)
    fill(qtbot, step.new.again, PASSPHRASE)
    go_on(qtbot, shell)


def agree(qtbot: QtBot, shell: Shell) -> None:
    step = run_of(shell).secret
    assert step
    assert step.picker.isVisible()
    qtbot.keyClick(step.picker.agree, Qt.Key.Key_Space)


def save_kit(qtbot: QtBot, shell: Shell) -> None:
    step = run_of(shell).paper
    assert step
    qtbot.keyClick(step.sheet.save_button, Qt.Key.Key_Space)


def printed_code(at: Path) -> list[str]:
    """The groups as someone reads them from the page: a number, then five characters."""
    words = iter(PdfReader(at).pages[0].extract_text().split())
    groups = []
    for number in range(1, 14):
        while next(words) != str(number):
            pass
        groups.append("".join(next(words) for _ in range(5)))
    return groups


def retype(qtbot: QtBot, shell: Shell, code: list[str]) -> None:
    step = run_of(shell).paper
    assert step
    for number, field in zip(step.sheet.asked, step.sheet.groups, strict=True):
        fill(qtbot, field.widget, code[number - 1].lower())
    go_on(qtbot, shell)


def begin(qtbot: QtBot, shell: Shell, tmp_path: Path) -> list[str]:
    """All four steps; returns the recovery code's groups."""
    tell_about_us(qtbot, shell)
    choose_passphrase(qtbot, shell)
    agree(qtbot, shell)
    code = code_of(shell)
    retype(qtbot, shell, code)
    go_on(qtbot, shell)
    return code


def code_of(shell: Shell) -> list[str]:
    draft = run_of(shell)._draft
    assert draft
    return draft.code.split("-")


def test_four_steps_by_keyboard_make_a_practice(qtbot: QtBot, start: Open, tmp_path: Path) -> None:
    shell = start()
    data = tmp_path / "data"
    begin(qtbot, shell, tmp_path)
    assert isinstance(shell.centralWidget(), Frame)
    kept, person = practice(), user(at_work(shell).user_id)
    assert (kept.name, kept.time_zone) == ("Harbour Practice", "America/Chicago")
    assert (person.name, person.credentials, person.npi) == ("Maria Lopez", "LCSW", "1234567893")
    assert labels()[-1] == "Sign in"
    names = {file.name.removesuffix("-wal").removesuffix("-shm") for file in data.iterdir()}
    assert names == {"app.lock", "vault.json", "vault.json.bak", "office.db", "clinical.db"}
    shell.lock()
    unlock(qtbot, shell)
    heads = at_work(shell).vault.header.heads
    assert audit.verify(OFFICE, frozenset({heads[Key.OFFICE]})) == []
    assert audit.verify(CLINICAL, frozenset({heads[Key.CLINICAL]})) == []


def test_nothing_is_written_before_the_kit_is_at_hand(
    qtbot: QtBot, start: Open, tmp_path: Path, home: Path
) -> None:
    shell = start()
    tell_about_us(qtbot, shell)
    choose_passphrase(qtbot, shell)
    agree(qtbot, shell)
    retype(qtbot, shell, ["WRONG"] * 13)
    paper = run_of(shell).paper
    assert paper
    assert "not as it is printed" in paper.sheet.groups[0].error
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["app.lock"]
    assert not (home / ".config/practice/device.key").exists()


def test_the_kit_on_paper_is_the_one_that_counts(
    qtbot: QtBot, start: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    tell_about_us(qtbot, shell)
    choose_passphrase(qtbot, shell)
    agree(qtbot, shell)
    paper = run_of(shell).paper
    assert paper
    places = [tmp_path / "data" / "kit.pdf", tmp_path / "kit.pdf"]
    monkeypatch.setattr(dialogs, "ask_path", lambda *_: places[0])
    save_kit(qtbot, shell)
    assert not places[0].exists()
    assert "inside the data folder" in paper.sheet.form.banner.text()
    places.pop(0)
    save_kit(qtbot, shell)
    assert printed_code(places[0]) == code_of(shell)
    assert places[0].stat().st_mode & 0o777 == 0o600
    assert paper.sheet.done.isVisible()


def test_what_is_missing_is_said_beside_its_field(qtbot: QtBot, start: Open) -> None:
    shell = start()
    step = run_of(shell).about_you
    fill(qtbot, step.person_form.npi.widget, "1234567890")
    fill(qtbot, step.person_form.name.widget, "Maria Lopez")
    go_on(qtbot, shell)
    assert step.practice_form.name.error
    assert "check digit" in step.person_form.npi.error
    assert run_of(shell).step is step


@pytest.mark.parametrize(
    ("first", "again", "field"),
    [("short", "short", "passphrase"), (PASSPHRASE, PASSPHRASE + "x", "again")],
)
def test_a_weak_or_mistyped_passphrase_goes_no_further(
    qtbot: QtBot, start: Open, first: str, again: str, field: str
) -> None:
    shell = start()
    tell_about_us(qtbot, shell)
    step = run_of(shell).secret
    assert step
    fill(qtbot, step.new.first, first)
    fill(qtbot, step.new.again, again)
    go_on(qtbot, shell)
    assert step.form.fields[field].error
    assert run_of(shell).step is step


def test_without_a_keychain_protection_is_reduced_and_says_so(
    qtbot: QtBot, start: Open, tmp_path: Path, home: Path
) -> None:
    shell = start()
    begin(qtbot, shell, tmp_path)
    assert at_work(shell).vault.store.protection is Protection.FILE
    assert (home / ".config/practice/device.key").stat().st_mode & 0o777 == 0o600
    assert "Reduced protection" in [pill.text() for pill in shell.findChildren(StatusPill)]


def test_a_first_run_that_was_cut_short_starts_over(
    qtbot: QtBot, start: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = start()
    with monkeypatch.context() as cut:
        cut.setattr("practice.care.beginning.save_user", _stop)
        with pytest.raises(KeyboardInterrupt):
            _commit(qtbot, shell)
    store.close()
    shell.hold.let_go()
    again = start()
    assert isinstance(again.centralWidget(), FirstRun)
    begin(qtbot, again, tmp_path)
    assert isinstance(again.centralWidget(), Frame)
    again.lock()
    assert isinstance(again.centralWidget(), UnlockScreen)


def _commit(qtbot: QtBot, shell: Shell) -> None:
    tell_about_us(qtbot, shell)
    choose_passphrase(qtbot, shell)
    agree(qtbot, shell)
    run = run_of(shell)
    assert run._draft
    assert run.secret
    assert run.secret.store
    run._create(run._draft.commit(shell.start.folder, run.secret.store))


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_nothing_typed_is_readable_on_disk(
    qtbot: QtBot, start: Open, tmp_path: Path, home: Path
) -> None:
    shell = start()
    begin(qtbot, shell, tmp_path)
    for _ in range(2):
        files = [f for root in (tmp_path / "data", home) for f in root.rglob("*") if f.is_file()]
        readable = b"".join(file.read_bytes() for file in files)
        for secret in (b"Harbour Practice", b"1234567893", PASSPHRASE.encode(), b"Chicago"):
            assert secret not in readable
        shell.lock()
