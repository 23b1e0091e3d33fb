"""From words with their places on a page to text: reading order, running heads, footnotes, paragraphs; pure."""
