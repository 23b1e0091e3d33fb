"""What the head and the end of a text tell: an official document's form, an article's headline and author."""
