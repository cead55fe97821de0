"""What parent and children call things, without loading anything."""

STARTED = "BENCH_STARTED_NS"
"""The environment variable with the steady clock's nanoseconds at the start of the process."""
