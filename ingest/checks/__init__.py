"""What `python -m ingest --check` looks for in documents before they go in: one module for each kind of fault."""
