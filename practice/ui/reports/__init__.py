"""The Reports page: choose a member and a period, write, look, then print or save."""
