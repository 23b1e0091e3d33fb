"""Generated examples here have no time limit of their own: a busy machine must not fail a test of text."""

from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
