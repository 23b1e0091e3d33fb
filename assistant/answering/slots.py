"""What exactly a question wants filled in (a count, a share, a sum, a date, a name), and what fills it; pure.

Questions inside the domain that the documents do not answer mostly ask for such a thing: the passages speak of the
matter, but the number, the date or the name does not stand in them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.language.folding import compose, fold

Kind = Literal["count", "percent", "money", "date", "duration", "person"]

_NUMBER = r"(?:\d+(?:[.,/]\d+)*|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|ca)"
_COUNTED = r"(?P<head>(?!phan tram|ngay|thang|nam|lau|tien|phieu tram)[a-z]+(?: [a-z]+)?)"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Tô|Lương|Trương|Đinh|Đào|Mai|Tạ|Hà|Cao|Chu|Thái"
    "|Trịnh|Đoàn|Lâm|Kiều|Quách|Nông|Hứa|Vương|Triệu|Tạ|Đàm|Thào|Giàng|Lò|Y"
)
_PERSON = re.compile(rf"\b(?:{_SURNAMES})(?: [A-ZĐÀ-Ỹ][\w]+){{1,3}}")
_FILLERS: Mapping[Kind, re.Pattern[str]] = {
    "percent": re.compile(r"\d\s?%|phan tram|mot (phan|nua)|\d/\d|qua nua"),
    "money": re.compile(r"\d[\d.,]*\s*(dong|trieu|nghin|ngan|ty|vnd)\b|muc luong co so"),
    "date": re.compile(
        r"\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}[/-](19|20)\d\d|ngay \d{1,2}|thang \d{1,2}|quy [iv1-4]+\b"
        r"|nam (19|20)\d\d|(19|20)\d\d"
    ),
    "duration": re.compile(rf"{_NUMBER} (ngay|thang|nam|gio|phut|buoi|tuan|lan)|nua ngay|lan/"),
}
# Words for people, folded: one asked for in general is any of them, a particular one is itself or a general one.
_ANYONE = ("nguoi", "dong chi", "can bo", "ong", "ba", "anh")
_SOMEONE = ("dai bieu", "dang vien", "cap uy", "uy vien", "dang uy", "quan chung", "thanh vien", "bi thu")
_SAME: Mapping[str, tuple[str, ...]] = {
    "to chuc": ("to chuc", "tccsd"),
    "luot": ("luot", "lan"),
    "ban": ("ban", "lan"),
    "nha": ("nha", "ho"),
}
_CUES: Mapping[Kind, tuple[str, ...]] = {
    "money": (
        r"(bao nhieu|may) (tien|dong|trieu|kinh phi)",
        r"(kinh phi|phu cap|muc (chi|luong)|tri gia) .{0,40}bao nhieu",
    ),
    "percent": (r"(bao nhieu|may) ?(%|phan tram)", r"(ty|ti) le .{0,80}bao nhieu"),
    "duration": (r"bao lau", r"(may|bao nhieu) (ngay|thang|nam|tuan|buoi)\b(?! nao)"),
    "date": (r"ngay (nao|thang nao|may)", r"(khi|luc|hoi|thang|nam) nao", r"bao gio", r"thang may", r"\bwhen\b"),
    "person": (
        r"\bla (nhung )?ai\b",
        r"\bai (lam|giu|trung|ky|duoc bau|dung dau|la (bi thu|truong|chu tich))",
        r"\bdo ai (ky|lam)",
    ),
    "count": (rf"(?:bao nhieu|(?:duoc|co|gom|la|lap|giup|con|ra|den|du|qua|bau|tong) may) {_COUNTED}",),
}
_COMPILED = {kind: re.compile("|".join(cues)) for kind, cues in _CUES.items()}


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to fill in; `head` is what is counted, folded, for kind "count"."""

    kind: Kind
    head: str = ""


def slots_of(question: str) -> tuple[Slot, ...]:
    """What a question wants filled in; empty where it wants an explanation, a list or a place."""
    folded = " ".join(fold(question).split())
    found: list[Slot] = []
    for kind, cue in _COMPILED.items():
        found += [Slot(kind, match.groupdict().get("head") or "") for match in cue.finditer(folded)]
    return tuple(dict.fromkeys(found))


def fills(slot: Slot, sentence: str) -> bool:
    """Whether a sentence holds something that can stand in the slot."""
    if slot.kind == "person":
        return _PERSON.search(compose(sentence)) is not None
    folded = " ".join(fold(sentence).split())
    if slot.kind != "count":
        return _FILLERS[slot.kind].search(folded) is not None
    return any(_counts(head, folded) for head in _heads(slot.head))


def _heads(head: str) -> tuple[str, ...]:
    """What may be counted in place of the head: itself, its first syllable, and words for the same."""
    first = head.split()[0]
    if first in _ANYONE or head in _ANYONE:
        return (*_ANYONE, *_SOMEONE)
    if head in _SOMEONE:
        return (head, "dong chi", "nguoi")
    return tuple(dict.fromkeys((head, first, *_SAME.get(head, ()), *_SAME.get(first, ()))))


def _counts(head: str, folded: str) -> bool:
    near = rf"\b{_NUMBER}(?:\s+\w+){{0,2}}?\s+{re.escape(head)}\b|\b{re.escape(head)}\b[^.;]{{0,25}}\b\d"
    return re.search(near, folded) is not None
