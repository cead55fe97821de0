"""Programs the benchmark starts, each fresh; the last line each prints is its figures as JSON."""
