"""Where a text's head ends and its running text begins, and where official documents are signed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from ingest.dates import is_date_line, is_place_and_date
from ingest.lines import PROSE_CHARS, Line
from ingest.markers import read_marker

HEADLINE_CHARS = 250
_ADDRESSED = re.compile(r"kinh gui\b")
_SUBJECT = re.compile(r"(?:v/v|v\.v|ve viec|trich yeu)\b")
_OPENS_BODY = re.compile(r"(?:can cu|thuc hien|xet)\s")
_NUMBERED_LIST = frozenset({"part", "chapter", "section", "question", "article", "capital", "roman", "number"})
_SIGNED_FOR = re.compile(r"(?:k/t|t/m|t/l|kt|tm|tl|tuq|tun|q)\b[./]?\s*(?=[a-z])")
_OFFICE = re.compile(
    r"(?:(?:pho|quyen)\s+)?(?:truong (?:ban|doan|tieu ban)|bi thu(?: chi bo| dang uy)?|chu tich|tong bi thu"
    r"|chu nhiem|giam doc|chanh van phong|thu truong|vu truong|doan chu tich|thu ky)\b"
)
_SIGNED = re.compile(r"\(?(?:da )?ky(?: ten)?(?:,? ?(?:va )?dong dau)?\)?\s*$|\(?da ky\)?\s*[:.]|\(?ky\)?\s*:")
RECIPIENTS = re.compile(r"noi nhan\b")
_SENTENCE_WORDS = 6
_SIGNATURE_CHARS, _SIGNATURE_LINES = 110, 14


def head_end(lines: Sequence[Line], furniture: Collection[int]) -> int:
    """Return the index of the first line of running text: behind headline, date, number, subject and addressees."""
    kept = [i for i in range(len(lines)) if i not in furniture]
    before: Line | None = None
    for i in kept:
        line = lines[i]
        is_first = before is None and _may_be_headline(line)
        is_section = before is not None and (line.level > 0 or (before.level > 0 and not before.is_upper))
        in_head = is_first or _belongs_to_head(line, before)
        if is_section or (not in_head and (_is_running(line) or _runs_on(lines, i))):
            return i
        before = line
    return len(lines)


def _may_be_headline(line: Line) -> bool:
    marker = read_marker(line)
    is_numbered = marker is not None and marker.style in _NUMBERED_LIST
    return len(line.text) <= HEADLINE_CHARS and not line.text.endswith(".") and not is_numbered


def _belongs_to_head(line: Line, before: Line | None) -> bool:
    if _ADDRESSED.match(line.folded) or _SUBJECT.match(line.folded) or is_place_and_date(line) or is_date_line(line):
        return True
    if before is None:
        return False
    if _ADDRESSED.match(before.folded) or (before.text.endswith((",", ";")) and line.text.startswith(("-", "–", "+"))):
        marker = read_marker(line)
        return marker is not None and marker.is_bullet and len(line.text) <= HEADLINE_CHARS and line.gap == 0
    if before.ends_sentence or line.ends_sentence or len(line.text) > HEADLINE_CHARS or _OPENS_BODY.match(line.folded):
        return False
    continues = line.text[0].islower() and line.gap == 0
    return continues or line.text[0] == "(" or (before.is_upper and line.gap <= 2 and not read_marker(line))


def _is_running(line: Line) -> bool:
    marker = read_marker(line)
    if line.is_prose or (marker and marker.style in _NUMBERED_LIST):
        return True
    is_sentence = line.text.endswith((".", ";")) and len(line.words) >= _SENTENCE_WORDS and not line.is_upper
    opens = _OPENS_BODY.match(line.folded) and line.ends_sentence
    return is_sentence or bool(opens) or (marker is not None and line.ends_sentence)


def _runs_on(lines: Sequence[Line], i: int) -> bool:
    """Whether a line and those below it are a paragraph that was broken to fit its page."""
    length = len(lines[i].text)
    if not lines[i].text[0].isupper() or lines[i].is_upper:
        return False
    for before, line in pairwise(lines[i : i + 4]):
        if line.gap or before.ends_sentence or not line.text[0].islower():
            return False
        length += len(line.text)
        if length >= 2 * PROSE_CHARS or (length >= PROSE_CHARS and line.ends_sentence):
            return True
    return False


def find_signatures(lines: Sequence[Line], furniture: Collection[int], head: int) -> list[range]:
    """Return the stretches of lines in which an official document is signed and its recipients are listed."""
    found: list[range] = []
    i = head
    while i < len(lines):
        if i not in furniture and _opens_signature(lines, i):
            end = _signature_end(lines, furniture, i)
            found.append(range(i, end))
            i = end
        else:
            i += 1
    return found


def _opens_signature(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if len(line.text) > _SIGNATURE_CHARS:
        return False
    if RECIPIENTS.match(line.folded) or (line.is_upper and _SIGNED_FOR.match(line.folded)):
        return True
    is_office = line.is_upper and _OFFICE.match(line.folded)
    return bool(is_office or _SIGNED.match(line.folded)) and i + 8 >= len(lines)


def _signature_end(lines: Sequence[Line], furniture: Collection[int], start: int) -> int:
    lists_recipients = False
    for i in range(start, min(start + _SIGNATURE_LINES, len(lines))):
        line = lines[i]
        lists_recipients |= bool(RECIPIENTS.match(line.folded))
        marker = read_marker(line)
        ends = len(line.text) > _SIGNATURE_CHARS or line.text.startswith("[")
        foreign = marker and not (marker.is_bullet and lists_recipients) and marker.style != "capital"
        if i > start and (i in furniture or ends or foreign or _opens_attachment(line)):
            return i
    return min(start + _SIGNATURE_LINES, len(lines))


def _opens_attachment(line: Line) -> bool:
    return line.is_upper and bool(
        re.match(r"(?:quy che|quy dinh|phu luc|dieu le|de cuong|mau\b|danh sach)", line.folded)
    )
