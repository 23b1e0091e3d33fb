"""Lines that only title what stands below them: they say nothing by themselves and are never quoted as an answer."""

from __future__ import annotations

from assistant.answering.table_rows import head_row
from assistant.datatypes import Passage

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
    below = passage.text[end - passage.start :].lstrip()
    return below.startswith(_ROW) and not head_row(passage, start)
