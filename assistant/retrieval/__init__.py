"""A question understood, and the passages that fit it."""
