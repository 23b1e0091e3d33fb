"""The state of the documents: what is wrong with each file, what is wrong with the collection, and the report."""
