"""Who is expected at a session, who cancelled and who missed it."""
