"""Lines that only title what stands below them: they say nothing by themselves and are never quoted as an answer."""

from __future__ import annotations

from assistant.datatypes import Passage
from assistant.wording import is_table_head

_ROW = "|"


def is_title(passage: Passage, start: int, end: int) -> bool:
    """Whether a sentence of a passage is a section's heading, or the head row of a table.

    Args:
        passage: holds the sentence.
        start: of the sentence, as an offset in the document.
        end: behind the sentence.
    """
    text = passage.text[start - passage.start : end - passage.start].strip()
    return text in passage.headings or (text.startswith(_ROW) and _is_head_row(passage, start, end))


def _is_head_row(passage: Passage, start: int, end: int) -> bool:
    """Whether a row has rows below and none above, neither here nor as a heading that was taken along."""
    if any(is_table_head(heading) for heading in passage.headings):
        return False
    above = passage.text[: start - passage.start].rstrip().rpartition("\n")[2]
    below = passage.text[end - passage.start :].lstrip()
    return below.startswith(_ROW) and not above.startswith(_ROW)
