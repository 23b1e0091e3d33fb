"""What the looks of a single line tell: its numbering, a date, a name, a caption, the words of a web page."""
