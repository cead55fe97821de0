"""A backup in one line, the same wherever backups are listed."""

from practice.vault.bundle import Bundle

_UNITS = ((1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB"))


def bundle_words(bundle: Bundle) -> str:
    """17 Nov 2026, 18:05 · 1.4 MB."""
    return f"{when_made(bundle)} · {size_words(size_of(bundle))}"


def when_made(bundle: Bundle) -> str:
    """17 Nov 2026, 18:05, on this computer's clock."""
    made = bundle.manifest.created.astimezone()
    return f"{made.day} {made:%b %Y, %H:%M}"


def size_of(bundle: Bundle) -> int:
    """All of its files together, in bytes."""
    return sum(file.size for file in bundle.manifest.files)


def size_words(size: int) -> str:
    """1.4 MB."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:.1f} {name}"
    return f"{size} bytes"
