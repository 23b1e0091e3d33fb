"""How a text falls into sections: paragraphs, the way to each place and its name, neighbours put together."""
