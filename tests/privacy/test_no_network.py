"""The whole program, Qt's own parts included, never makes an internet socket."""

import subprocess
import sys
from pathlib import Path

from tests.privacy.conftest import TRACED, Evening

INTERNET = ("AF_INET", "PF_INET", "sa_family=AF_INET")


def internet_calls(log: Path) -> list[str]:
    return [line for line in log.read_text().splitlines() if any(it in line for it in INTERNET)]


def test_the_trace_shows_a_planted_socket(tmp_path: Path) -> None:
    log = tmp_path / "log"
    plant = "import socket; socket.socket(socket.AF_INET6).close()"
    subprocess.run([*TRACED, str(log), sys.executable, "-c", plant], check=True)
    assert len(internet_calls(log)) == 1


def test_no_internet_socket_from_first_run_to_report(evening: Evening) -> None:
    log = evening.computer.calls("begin")
    assert internet_calls(log) == []
    assert "AF_UNIX" in log.read_text()
