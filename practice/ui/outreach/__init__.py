"""The outreach board: whom to reach, and every try to reach them."""
