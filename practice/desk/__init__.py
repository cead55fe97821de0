"""What front desk does, on office.db alone: it imports nothing of care and holds no key to it."""
