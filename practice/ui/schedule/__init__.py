"""The schedule: week, day, month and list, and everything that is done in them."""
