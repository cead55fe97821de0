"""A micro-group: one technique on top, one line each, written where it stands."""

from dataclasses import fields

from practice.care import live
from practice.desk import groups, schedule
from practice.desk.groups import GroupDetails
from practice.models.enums.groups import GroupKind
from practice.ui.help.chapters import Chapter, text
from practice.ui.live.composer import Target
from tests.conftest import Clock
from tests.ui.live.conftest import Desk, Sit, words_on


def sit_in_micro(sit: Sit, count: int) -> Desk:
    """At the window of a micro-group, running."""
    desk = sit(count)
    group = schedule.session(desk.session_id).group
    assert group is not None
    row = groups.group(group)
    known = {field.name: getattr(row, field.name) for field in fields(GroupDetails)}
    groups.change(group, GroupDetails(**known | {"kind": GroupKind.MICRO}))
    desk.begin()
    return desk


def written(desk: Desk) -> dict[str, list[str]]:
    digits = {seat.member: digit for digit, seat in desk.seats().items()}
    found: dict[str, list[str]] = {}
    for line in live.lines(desk.session_id):
        found.setdefault(digits[line.member_id] if line.member_id else "", []).append(line.text)
    return found


def in_row(desk: Desk, digit: str) -> bool:
    """Whether the line is written in this member's row."""
    row = desk.view.roster.rows[desk.seats()[digit].id]
    editor = desk.view.composer.editor
    return row.isAncestorOf(editor) and editor.isVisible()


def test_ten_lines_take_two_keys_more_than_in_a_plain_text_editor(sit: Sit) -> None:
    desk = sit_in_micro(sit, 10)
    desk.press("A", "Enter")
    for number in range(1, 11):
        assert in_row(desk, str(number % 10))
        desk.type(f"Line {number}")
        desk.press("Enter")
    assert desk.keys == 2 + 10
    told = text(Chapter.SESSION)
    assert f"| Attendance and ten lines in a micro-group | {desk.keys} |" in told
    assert f"| Ten lines in a plain text editor | {10} |" in told
    assert written(desk) == {str(n % 10): [f"Line {n}"] for n in range(1, 11)}
    assert not desk.view.writing


def test_who_is_away_or_has_a_line_is_passed_over(sit: Sit) -> None:
    desk = sit_in_micro(sit, 5)
    desk.press("A", "2", "N", "3", "Enter")
    desk.type("Third")
    desk.press("Enter")
    assert in_row(desk, "4")
    desk.press("Enter")
    assert in_row(desk, "5")
    desk.type("Fifth")
    desk.press("Enter")
    assert in_row(desk, "1")
    desk.type("First")
    desk.press("Enter")
    assert in_row(desk, "4")
    desk.type("Fourth")
    desk.press("Enter")
    assert written(desk).keys() == {"1", "3", "4", "5"}
    assert not desk.view.writing


def test_letters_act_again_after_escape_and_the_words_stay(sit: Sit) -> None:
    desk = sit_in_micro(sit, 3)
    desk.press("1", "Enter")
    desk.type("Half a thought")
    desk.press("Esc", "2", "P")
    assert desk.pill("2") == "Present"
    assert "Not on record yet: Half a thought" in words_on(desk.window)
    desk.press("1", "Enter", "Enter")
    assert written(desk) == {"1": ["Half a thought"]}


def test_the_technique_is_on_top_and_no_plan_is_in_the_way(sit: Sit, clock_at: Clock) -> None:
    desk = sit_in_micro(sit, 3)
    clock_at.advance(minutes=2)
    desk.window.tick()
    header = desk.view.header
    assert "Urge surfing" in words_on(header)
    assert "Check in · 8:00 left" in words_on(header)
    assert header.bar.isHidden()
    assert header.pause_button.isHidden()
    assert desk.view.composer.isHidden()


def test_the_group_note_and_names_are_below_as_everywhere(sit: Sit) -> None:
    desk = sit_in_micro(sit, 3)
    desk.press("1", "Enter")
    desk.type("Practised with Luis")
    desk.view.composer.look_for_names()
    assert in_row(desk, "1")
    assert "Names another member" in words_on(desk.view.composer)
    desk.press("Alt+R", "Alt+G")
    assert desk.view.composer.target is Target.GROUP
    assert desk.view.composer.isAncestorOf(desk.view.composer.editor)
    desk.type("Eight minutes of surfing")
    desk.press("Enter", "Esc")
    assert written(desk)[""] == ["Eight minutes of surfing"]
    assert in_row(desk, "1")
    assert desk.view.composer.words == "Practised with a peer"


def test_someone_added_gets_a_row_and_the_line_is_kept(sit: Sit) -> None:
    desk = sit_in_micro(sit, 2)
    desk.press("1", "Enter")
    desk.type("Kept")
    desk.press("Esc")
    desk.view.roster.rebuild()
    assert in_row(desk, "1")
    desk.press("Enter", "Enter")
    assert written(desk) == {"1": ["Kept"]}


def test_moving_the_line_is_no_edit(sit: Sit) -> None:
    desk = sit_in_micro(sit, 2)
    edited: list[str] = []
    editor = desk.view.composer.editor
    editor.textChanged.connect(lambda: edited.append(editor.toPlainText()))
    desk.press("G", "Esc", "2")
    assert in_row(desk, "2")
    assert edited == []


def test_locking_and_coming_back_stands_in_the_same_row(sit: Sit) -> None:
    desk = sit_in_micro(sit, 3)
    desk.press("2", "Enter")
    desk.type("Half")
    desk.window.raise_curtain()
    desk.window.restore(desk.context)
    assert in_row(desk, "2")
    desk.type(" and half")
    desk.press("Enter")
    assert written(desk) == {"2": ["Half and half"]}
