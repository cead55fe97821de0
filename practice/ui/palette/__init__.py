"""The command palette: one box to go, find and do."""
