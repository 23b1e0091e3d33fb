"""The stretches of lines in which official documents are signed and their recipients listed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ingest.looks.lines import Line
from ingest.looks.markers import read_marker

_SIGNED_FOR = re.compile(r"(?:k/t|t/m|t/l|kt|tm|tl|tuq|tun|q)\b[./]?\s*(?=[a-z])")
_OFFICE = re.compile(
    r"(?:(?:pho|quyen)\s+)?(?:truong (?:ban|doan|tieu ban)|bi thu(?: chi bo| dang uy)?|chu tich|tong bi thu"
    r"|chu nhiem|giam doc|chanh van phong|thu truong|vu truong|doan chu tich|thu ky)\b"
)
_SIGNED = re.compile(r"\(?(?:da )?ky(?: ten)?(?:,? ?(?:va )?dong dau)?\)?\s*$|\(?da ky\)?\s*[:.]|\(?ky\)?\s*:")
RECIPIENTS = re.compile(r"noi nhan\b")
_ATTACHMENT = re.compile(r"(?:quy che|quy dinh|phu luc|dieu le|de cuong|mau\b|danh sach)")
_SIGNATURE_CHARS, _SIGNATURE_LINES = 110, 14
_LAST_LINES = 8  # an office alone opens a signature only so near the end


def find_signatures(lines: Sequence[Line], furniture: Collection[int], head: int) -> list[range]:
    """Return the stretches of lines in which an official document is signed and its recipients are listed."""
    last = max((i for i in range(head, len(lines)) if i not in furniture), default=-1)
    found: list[range] = []
    i = head
    while i <= last:
        if i not in furniture and opens_signature(lines[i], is_near_end=i + _LAST_LINES >= last):
            end = _signature_end(lines, furniture, i)
            found.append(range(i, end))
            i = end
        else:
            i += 1
    return found


def opens_signature(line: Line, *, is_near_end: bool) -> bool:
    """Whether a signature or a list of recipients begins with a line; an office alone tells it near the end only."""
    if len(line.text) > _SIGNATURE_CHARS:
        return False
    if RECIPIENTS.match(line.folded) or (line.is_upper and _SIGNED_FOR.match(line.folded)):
        return True
    is_office = line.is_upper and _OFFICE.match(line.folded)
    return is_near_end and bool(is_office or _SIGNED.match(line.folded))


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
    return line.is_upper and bool(_ATTACHMENT.match(line.folded))
