"""Two lines of one paragraph put together: hyphens taken off, syllables that were cut through made whole."""

from __future__ import annotations

import re

from assistant.language.folding import compose
from assistant.language.syllable_shape import read_syllable

_SOFT = "\u00ad"
_HYPHEN = "-\u2010\u2011"
_LAST = re.compile(rf"([^\W\d_]+)([{_HYPHEN}]?)$")
_FIRST = re.compile(r"^[^\W\d_]+")
_SERIAL = re.compile(rf"\d[{_HYPHEN}]$")  # of a document number: "187-" and "KH/TU" are one


def join_lines(line: str, following: str) -> str:
    """Return both as one line.

    A hyphen goes where the halves make a syllable or word only together ("ngh-" and "iệp"); between two syllables it
    stays, since it may be a sign of its own ("kinh tế-" and "xã hội").
    """
    if line.endswith(_SOFT):
        return line[:-1] + following
    if _SERIAL.search(line) and following[:1].isupper():
        return line + following
    last, first = _LAST.search(line), _FIRST.search(following)
    if not last or not first or not first[0].islower():
        return line + following if last and last[2] and first else f"{line} {following}"
    is_torn = _is_torn(last[1], first[0])
    if last[2]:
        return (line[: last.end(1)] if is_torn or _is_foreign(last[1], first[0]) else line) + following
    return line + following if is_torn and len(last[1]) > 1 else f"{line} {following}"  # "điểm b" is whole


def _is_torn(head: str, tail: str) -> bool:
    """Whether two parts are a Vietnamese syllable together while one of them at least is none."""
    is_whole = read_syllable(compose(head + tail).lower()) is not None
    return is_whole and not (_is_syllable(head) and _is_syllable(tail))


def _is_foreign(head: str, tail: str) -> bool:
    return not _is_syllable(head) and not _is_syllable(tail)


def _is_syllable(word: str) -> bool:
    return read_syllable(word.lower()) is not None
