"""A restore that was cut short between its two renames: finished before the folder is opened."""

from pathlib import Path

from practice.vault.files import UNFINISHED, plain_words, sync_folder

FAILED = "The backup was not restored"


def ready_folder(folder: Path) -> Path:
    """Where the restored folder waits, complete, for its name."""
    return folder.with_name(f"{folder.name}-restored{UNFINISHED}")


def settle(folder: Path) -> None:
    """Finish a restore that was cut short between its two renames; call before opening a folder."""
    ready = ready_folder(folder)
    with plain_words(FAILED):
        if ready.exists() and not folder.exists():
            ready.rename(folder)
            sync_folder(folder.parent)
