"""Failed unlocks slow down, are kept for the audit trail, and never keep the right person out."""

from pathlib import Path

import pytest

from practice.vault import attempts
from practice.vault.attempts import TooSoon
from tests.vault.conftest import Hands


def fail(folder: Path, times: int) -> None:
    for _ in range(times):
        attempts.record(folder, "ada")


def test_four_slips_cost_nothing(tmp_path: Path, hands: Hands) -> None:
    fail(tmp_path, 4)
    attempts.check(tmp_path, "ada")


@pytest.mark.parametrize(
    ("times", "seconds"), [(5, 2), (6, 4), (7, 8), (12, 256), (13, 300), (90, 300)]
)
def test_the_wait_doubles_up_to_five_minutes(
    tmp_path: Path, hands: Hands, times: int, seconds: int
) -> None:
    fail(tmp_path, times)
    with pytest.raises(TooSoon, match=f"wait {seconds} seconds") as refusal:
        attempts.check(tmp_path, "ada")
    assert refusal.value.seconds == seconds
    attempts.check(tmp_path, "bo")
    hands.move(seconds=seconds - 0.5)
    with pytest.raises(TooSoon, match="wait 1 second,"):
        attempts.check(tmp_path, "ada")
    hands.move(seconds=0.5)
    attempts.check(tmp_path, "ada")


def test_a_clock_set_back_does_not_lengthen_the_wait(tmp_path: Path, hands: Hands) -> None:
    fail(tmp_path, 5)
    hands.move(days=-400)
    with pytest.raises(TooSoon) as refusal:
        attempts.check(tmp_path, "ada")
    assert refusal.value.seconds == 2


def test_they_are_kept_until_noted_and_only_the_persons_own_are_cleared(
    tmp_path: Path, hands: Hands
) -> None:
    fail(tmp_path, 1)
    hands.move(minutes=3)
    fail(tmp_path, 1)
    attempts.record(tmp_path, "bo")
    first, second = attempts.failures(tmp_path, "ada")
    assert (second.at - first.at).total_seconds() == 180
    assert second.at == hands.now
    attempts.clear(tmp_path, "ada")
    assert attempts.failures(tmp_path, "ada") == ()
    assert len(attempts.failures(tmp_path, "bo")) == 1


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b'[{"user": "ada", "at": "never"}]'])
def test_a_damaged_record_keeps_nobody_out(tmp_path: Path, hands: Hands, content: bytes) -> None:
    (tmp_path / "attempts.json").write_bytes(content)
    attempts.check(tmp_path, "ada")
    fail(tmp_path, 1)
    assert len(attempts.failures(tmp_path, "ada")) == 1
