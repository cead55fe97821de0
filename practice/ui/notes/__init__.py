"""After a session: the list of notes to finish, and the wrap-up of one session."""
