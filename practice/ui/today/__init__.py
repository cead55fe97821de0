"""Today: what comes next, what the day holds, what still waits."""
