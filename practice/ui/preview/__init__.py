"""Looking at a finished PDF, printing it and saving it. Any page may use it."""
