"""What clinicians do, on clinical.db: live notes, signing, plans, and the check for other names."""
