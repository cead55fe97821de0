"""Other members' names in what is added to a signed note, and in what leaves on paper."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from practice.care import issued, notes
from practice.desk import members
from practice.desk.members import MemberDetails
from practice.ui.notes.addendum import AddendumPanel
from practice.ui.notes.names import NamesStrip
from practice.ui.preview import dialogs
from practice.ui.widgets.inputs import LineInput
from tests.care.story import Story
from tests.conftest import PASSPHRASE
from tests.ui.find import button, said
from tests.ui.notes.conftest import Desk

BROTHER = "Her brother has the same name"


@pytest.fixture
def panel(at_work: Desk, story: Story) -> AddendumPanel:
    """Everything is signed, and an addendum to the first member's note is begun."""
    QCoreApplication.processEvents()  # shortcuts are heard once the page stands
    at_work.sign_all()
    at_work.page.show_item(f"{story.session}:{story.members[0]}")
    at_work.view.signed.begin_addendum()
    return at_work.view.signed.addendum


def write(desk: Desk, panel: AddendumPanel, words: str) -> None:
    panel.editor.setFocus()
    desk.keys.type(words)
    panel.look_for_names()
    QCoreApplication.processEvents()


def keep(desk: Desk, names: NamesStrip, why: str) -> None:
    button(names, "Keep the name").click()
    names.findChildren(LineInput)[0].setFocus()
    desk.keys.type(why)
    desk.keys.press("Return")
    QCoreApplication.processEvents()


def sign(desk: Desk, panel: AddendumPanel) -> None:
    panel.secret.setFocus()
    desk.keys.type(PASSPHRASE)
    desk.keys.press("Return")


def added(story: Story) -> list[str]:
    rows = notes.of_session(story.session)
    first = next(row for row in rows if row.member_id == story.members[0])
    return [row.text for row in notes.addenda([first.id]).get(first.id, [])]


def called(member_id: str, name: str) -> None:
    row = members.member(member_id)
    fields = {field: getattr(row, field) for field in MemberDetails.__dataclass_fields__}
    members.change(member_id, replace(MemberDetails(**fields), given_name=name))


def test_a_name_is_replaced_before_it_can_never_change(
    at_work: Desk, panel: AddendumPanel, story: Story
) -> None:
    write(at_work, panel, "She had told Luis first.")
    assert said(panel.names) == ["Names another member: Luis"]
    sign(at_work, panel)
    assert "Luis" in panel.said.text()
    assert added(story) == []
    button(panel.names, "Replace by “a peer”").click()
    sign(at_work, panel)
    assert added(story) == ["She had told a peer first."]


def test_a_name_that_is_somebody_elses_is_kept_with_a_reason(
    at_work: Desk, panel: AddendumPanel, story: Story
) -> None:
    write(at_work, panel, "She had told Luis first.")
    keep(at_work, panel.names, BROTHER)
    assert panel.names.isHidden()
    sign(at_work, panel)
    assert added(story) == ["She had told Luis first."]


def test_a_word_that_may_be_a_name_is_asked_about(
    at_work: Desk, panel: AddendumPanel, story: Story
) -> None:
    called(story.members[1], "Grace")
    at_work.view.reload()
    write(at_work, panel, "With Grace in mind she waited. Grace helps.")
    assert said(panel.names) == ["Is “Grace” another member?"]
    button(panel.names, "No, keep “Grace”").click()
    assert panel.names.isHidden()


def test_a_signed_note_that_names_a_member_by_now_does_not_leave_unasked(
    at_work: Desk, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "note.pdf"
    monkeypatch.setattr(dialogs, "ask_path", lambda *_: target)
    first = next(
        row for row in notes.of_session(story.session) if row.member_id == story.members[0]
    )
    notes.save_part(first.id, "response", "Wants to tell Zedekiah, her neighbour.")
    at_work.view.reload()
    at_work.sign_all()
    called(story.members[1], "Zedekiah")
    at_work.keys.press("1")
    view = at_work.view.signed
    view.save_button.click()
    QCoreApplication.processEvents()
    assert not target.exists()
    assert issued.of_member(story.members[0]) == []
    assert said(view.names) == ["Names another member: Zedekiah"]
    keep(at_work, view.names, "The neighbour, not the member")
    assert view.names.isHidden()
    view.save_button.click()
    QCoreApplication.processEvents()
    assert target.read_bytes().startswith(b"%PDF")
