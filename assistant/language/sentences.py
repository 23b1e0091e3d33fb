"""Where Vietnamese sentences begin and end, as offsets, so that one sentence can be quoted and cited alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.language.folding import fold

LONGEST_PROTECTED = 600  # a longer sentence may be cut inside its quotation marks or brackets after all

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK = " \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u3000\ufeff"
_CLOSERS = "\"'”’»)]*_"
_STOP = re.compile(rf"([.!?…]+)([{re.escape(_CLOSERS)}]*)(?:\s*\[\^?\d+\])*(?=\s|$)")
_GLUED_STOP = re.compile(r"(?<=[^\W\d_]{2})(\.)()(?=[^\W\d_]{2})")  # "…công an.Quán triệt": a space was lost
_LEADING_SIGNS = r"[\s#>*_\-–•+“\"'(]*"
_NUMBERING = re.compile(
    rf"^{_LEADING_SIGNS}(?:(?:dieu|khoan|muc|phan|chuong|phu luc|bang|hinh|anh|bieu|buoc)\s+)?"
    r"(?:[ivxlcdm]+|\d{1,3}|[a-z])(?:\.(?:\d{1,3}|[a-z]))*$"
)
_INLINE_NUMBER = re.compile(r"[:;,(–-]\s*(?:\d{1,2}|[a-z])$")
_LAST_WORD = re.compile(r"([^\W_]+)$")
_ABBREVIATIONS = frozenset({"tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "ks", "tr", "st", "ncs", "nxb", "vd"})
_INITIAL = re.compile(r"(?:^|[\s(“\"./,-])[^\W\d_]$")
_ORDINAL_BEFORE = re.compile(r"(?:thu|khoa|hoi|hang|cap|loai|nhom|quy|xa|lan)\s+[ivx]$")
_AND_SO_ON = re.compile(r"v\.\s?v$")
_GLANCE = 40  # characters behind a full stop that tell whether the sentence goes on
_DEEPEST = 20  # brackets within brackets; more are noise
_PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]", "{": "}", "‘": "’", '"': '"'}


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence, trimmed; a line break always ends one, a table row is one.

    A full stop after a numbering ("1.", "3.1.", "Điều 5."), an initial ("T.Ư") or a title ("TP.") ends none; marks of
    notes ("[1]", "[^17]") after the full stop belong to the sentence before. Quotations and brackets stay whole
    unless the sentence grows beyond `LONGEST_PROTECTED` characters.
    """
    spans: list[tuple[int, int]] = []
    for line in _LINE.finditer(text):
        for start, end in _cut_line(line[0]):
            spans.append((line.start() + start, line.start() + end))
    return spans


def _cut_line(line: str) -> Iterator[tuple[int, int]]:
    if line.startswith("|") and line.rstrip(_BLANK).endswith("|"):  # the row of a table says one thing
        yield from _trimmed(line, [0, len(line)])
        return
    stops = list(_stops(line))
    closed = _enclosed_places(line)
    start = 0
    for end in [stop for stop in stops if stop not in closed] + [len(line)]:
        if end - start > LONGEST_PROTECTED:
            inner = [stop for stop in stops if start < stop < end]
            yield from _trimmed(line, [start, *inner, end])
        else:
            yield from _trimmed(line, [start, end])
        start = end


def _trimmed(line: str, bounds: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches between the bounds without the blanks around them, leaving out empty ones."""
    for start, end in pairwise(bounds):
        stretch = line[start:end]
        left = len(stretch) - len(stretch.lstrip(_BLANK))
        right = len(stretch.rstrip(_BLANK))
        if left < right:
            yield start + left, start + right


def _stops(line: str) -> Iterator[int]:
    """Yield the offsets behind each mark that ends a sentence, quotation marks and note marks included."""
    folded = fold(line)
    if len(folded) != len(line):  # decomposed text: keep its own offsets
        folded = "".join(character.lower()[0] for character in line)
    start = 0
    for match in sorted([*_STOP.finditer(line), *_GLUED_STOP.finditer(line)], key=re.Match.start):
        before, after = folded[start : match.start()], line[match.end() : match.end() + _GLANCE]
        if match.re is _GLUED_STOP and not (line[match.start() - 1].islower() and after[0].isupper()):
            continue
        if _ends_sentence(before, match, after.lstrip(_BLANK)):
            start = match.end()
            yield start


def _ends_sentence(before: str, match: re.Match[str], following: str) -> bool:
    if not following:
        return True
    if not before.strip(_BLANK):
        return False
    mark, closers = match[1], match[2]
    if following[0].islower() and (closers or mark[0] == "…" or mark.startswith("..")):
        return False
    if mark != ".":
        return True
    last = match.string[match.start() - 1]
    return not _is_numbering(before) and not _is_abbreviation(before, last, following)


def _is_numbering(before: str) -> bool:
    return bool(_NUMBERING.match(before) or _INLINE_NUMBER.search(before))


def _is_abbreviation(before: str, last: str, following: str) -> bool:
    if _AND_SO_ON.search(before):
        return following[0].islower()
    word = _LAST_WORD.search(before)
    if word is None:
        return following[0].islower()
    if word[1] in _ABBREVIATIONS:
        return True
    if _ORDINAL_BEFORE.search(before):
        return following[0].islower()
    return bool(_INITIAL.search(before)) and last.isupper()


def _enclosed_places(line: str) -> set[int]:
    """Return the offsets that lie inside a quotation or bracket which also closes in this line."""
    places: set[int] = set()
    open_signs: list[tuple[str, int]] = []
    for place, sign in enumerate(line):
        closing = next((i for i in range(len(open_signs) - 1, -1, -1) if open_signs[i][0] == sign), None)
        if closing is not None:
            places.update(range(open_signs[closing][1] + 1, place + 1))
            del open_signs[closing:]
        elif sign in _PAIRS and len(open_signs) < _DEEPEST:
            open_signs.append((_PAIRS[sign], place))
    return places
