"""Groups: when they meet, who is in them, what happened."""
