"""`make bench`: the measured figures, each beside a baseline from the same run."""
