"""The command line: `practice`. Whatever opens a window or a file is loaded only when it does."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from practice import __version__, paths
from practice.errors import Refused, Unavailable

DONE, FAILED = 0, 1
_TOUR = "practice.ui.tour"


def main(argv: list[str] | None = None) -> int:
    """Run the program; returns the exit status (0 done, 1 failed). Wrong words exit with 2."""
    words = _parser().parse_args(argv)
    folder = (words.data or paths.data_folder()).absolute()
    try:
        if words.command == "restore":
            return _restore(words.backup, folder)
        if words.command == "tour":
            return _tour(words.out)
        return _open(folder, demo=words.demo)
    except (Refused, Unavailable) as error:
        sys.stderr.write(f"{error.message}\n")
        return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="practice",
        description="Rosters, session notes and progress reports for group therapy. "
        "Everything stays on this computer.",
        epilog="Exit status: 0 done, 1 failed, 2 wrong words on the command line.",
    )
    parser.add_argument("--version", action="version", version=f"practice {__version__}")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--data", type=Path, metavar="DIR", help="open the practice in this folder")
    where.add_argument("--demo", action="store_true", help="open the made-up demo practice")
    commands = parser.add_subparsers(dest="command", title="without a window")
    restore = commands.add_parser("restore", help="put a backup in the place of the records")
    restore.add_argument("backup", type=Path, metavar="BACKUP", help="the folder of one backup")
    tour = commands.add_parser("tour", help="drive the real windows through the main job")
    tour.add_argument("out", type=Path, metavar="OUT", help="where pictures and PDFs go")
    return parser


def _open(folder: Path, *, demo: bool) -> int:
    from practice.ui.app import run  # noqa: PLC0415
    from practice.ui.start import Start  # noqa: PLC0415

    return run(Start(paths.demo_folder() if demo else folder, demo=demo))


def _tour(out: Path) -> int:
    run = getattr(import_module(_TOUR), "run", None)
    if run is None:
        raise Refused("This copy of the program comes without the tour.")
    status: int = run(out)
    return status


def _ask(question: str) -> str:
    """Typed unseen at a terminal; read from the input where there is none."""
    import getpass  # noqa: PLC0415

    return getpass.getpass(question) if sys.stdin.isatty() else sys.stdin.readline().strip()


def _restore(path: Path, folder: Path) -> int:
    from practice.vault.bundle import read_bundle  # noqa: PLC0415
    from practice.vault.folder import harden  # noqa: PLC0415
    from practice.vault.put_back import open_keys, put_in_place  # noqa: PLC0415

    harden()
    bundle = read_bundle(path.absolute())
    typed = _ask("Passphrase of that time, or the recovery code: ")
    kept = put_in_place(bundle, folder, open_keys(bundle, typed))
    sys.stdout.write("The backup is in place.\n")
    if kept:
        sys.stdout.write(f"The records that were here before are kept in {kept}\n")
    return DONE
