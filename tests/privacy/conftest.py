"""One run of the whole program on a computer of its own, traced; the tests look at what it left."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

MODULE = "tests.privacy.whole_job"

PATIENCE = 120
TRACED = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=socket,connect", "-o")


@dataclass(frozen=True)
class Computer:
    """An account on a computer: everything the program may write to, and a place outside."""

    place: Path

    @property
    def home(self) -> Path:
        return self.place / "home"

    def calls(self, job: str) -> Path:
        """Every socket the program made in a job."""
        return self.place / f"sockets-{job}"

    @property
    def roots(self) -> tuple[Path, ...]:
        """Where the program may leave something without being told to."""
        return self.home, self.place / "tmp", self.place / "run"

    @property
    def outside(self) -> Path:
        return self.place / "outside"

    def start(self, job: str) -> "subprocess.Popen[str]":
        """Start the program for one job of `whole_job`."""
        for folder in (*self.roots, self.outside):
            folder.mkdir(exist_ok=True, mode=0o700)
        home, temporary, runtime = self.roots
        return subprocess.Popen(
            [*TRACED, str(self.calls(job)), sys.executable, "-m", MODULE, job, str(self.outside)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "XDG_CONFIG_HOME": str(home / ".config"),
                "XDG_DATA_HOME": str(home / ".local/share"),
                "XDG_STATE_HOME": str(home / ".local/state"),
                "XDG_CACHE_HOME": str(home / ".cache"),
                "XDG_RUNTIME_DIR": str(runtime),
                "TMPDIR": str(temporary),
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONDONTWRITEBYTECODE": "1",
            },
        )

    def files(self) -> Iterator[Path]:
        """Everything there now."""
        for root in self.roots:
            yield from (path for path in root.rglob("*") if path.is_file())


@dataclass(frozen=True)
class Evening:
    """A computer after the first evening, and what the program said."""

    computer: Computer
    said: str
    errors: str


@pytest.fixture(scope="session")
def evening(tmp_path_factory: pytest.TempPathFactory) -> Evening:
    """From the first run to a locked practice."""
    computer = Computer(tmp_path_factory.mktemp("computer"))
    with computer.start("begin") as child:
        said, errors = child.communicate(timeout=PATIENCE)
    assert child.returncode == 0, errors
    return Evening(computer, said, errors)
