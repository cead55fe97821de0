"""Members: finding one, reading about them, changing what is on record."""
