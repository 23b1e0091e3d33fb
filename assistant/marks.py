"""The source marks `[^17]` that stand at the line ends of a digest: where a quotation ends, and what it rests on."""

from __future__ import annotations

import re

MARK = re.compile(r"\[\^(\d{1,6})\]")


def mark_keys(text: str) -> tuple[int, ...]:
    """Return the numbers of the marks in a text, each once, in the order of their first appearance."""
    return tuple(dict.fromkeys(int(number) for number in MARK.findall(text)))


def quotable_end(text: str, start: int, end: int) -> int:
    """Return where the quotation `text[start:end]` ends once trailing marks and blanks are left out.

    Returns `start` where the stretch holds nothing but marks and blanks.
    """
    while start < end:
        if text[end - 1].isspace():
            end -= 1
            continue
        opening = text.rfind("[^", max(start, end - 9), end)  # a mark has nine characters at most
        if opening < 0 or not MARK.fullmatch(text, opening, end):
            break
        end = opening
    return end
