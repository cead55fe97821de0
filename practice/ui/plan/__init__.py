"""The page of one member's treatment plan."""
