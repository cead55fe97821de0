"""The manual in a window of its own: the same files as in resources/manual, nothing else."""
