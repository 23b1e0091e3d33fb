"""Documents to stored passages; `python -m ingest`."""
