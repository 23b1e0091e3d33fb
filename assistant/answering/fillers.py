"""Whether a sentence holds something that can stand in a slot; pure.

A number fills a count only where it counts the same thing ("52 văn bản", "đại biểu: tối đa 300"), a year no day, and a
person no office that another one holds. Over any number, date or name, this took the declined ones among unanswered
questions that ask for such a thing from 16 to 30 of 57, the wrongly declined from 15 to 4 of 569.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.people import names_person
from assistant.answering.slots import COMPOUNDS, DAY, Kind, Slot
from assistant.language.folding import fold

_NUMBER = r"\d+(?:[.,/]\d+)*"
_NUMBER_WORD = r"(?:mot|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi)"
_YEAR = r"(?:19|20)\d\d"
_FULL_DATE = rf"\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*\d{{4}}|\d{{1,2}}[/-]{_YEAR}|ngay \d{{1,2}}|thang \d{{1,2}}"
_FILLERS: Mapping[Kind, re.Pattern[str]] = {
    "percent": re.compile(r"\d\s?%|phan tram|mot (phan|nua)|\d/\d|qua nua"),
    "money": re.compile(r"\d[\d.,]*\s*(dong|trieu|nghin|ngan|ty|vnd)\b(?! chi)|muc luong co so"),
    "date": re.compile(rf"{_FULL_DATE}|quy [iv1-4]+\b|{_YEAR}"),
    "duration": re.compile(
        rf"(?:{_NUMBER}|{_NUMBER_WORD}) (ngay|thang|nam|gio|phut|buoi|tuan|lan|nhiem ky)|nua ngay|lan/"
    ),
}
_DAY = re.compile(rf"{_FULL_DATE}|\d{{1,2}}/\d{{1,2}}\b")
# Words for people, folded: one asked for in general is any of them.
_ANYONE = ("nguoi", "dong chi", "can bo", "ong", "ba", "anh")
_SOMEONE = ("dai bieu", "dang vien", "cap uy", "uy vien", "dang uy", "quan chung", "thanh vien", "bi thu")
_COMMITTEE = ("dang uy vien", "uy vien", "cap uy vien", "cap uy")
_SAME: Mapping[str, tuple[str, ...]] = {
    "dang uy": _COMMITTEE,
    "uy vien": _COMMITTEE,
    "cap uy": _COMMITTEE,
    "dang vien": ("dang vien", "quan chung"),
    "thanh vien": ("thanh vien", "dong chi"),
    "bi thu": ("bi thu", "dong chi"),
    "to chuc": ("to chuc", "tccsd"),
    "luot": ("luot", "lan"),
    "ban": ("ban", "lan"),
    "buoi": ("buoi", "lan"),
    "nha": ("nha", "ho"),
}
_BODY = re.compile(
    r"\b(?:dai hoi|hoi nghi|cap uy|chi uy|dang uy|bi thu|ban thuong vu|doan chu tich|ban kiem phieu"
    r"|uy ban kiem tra|cap tren)\b"
)
# A number behind one of these belongs to it: the number of a document or article, a date.
_NAMED_BY_NUMBER = ("thi", "so", "van", "dan", "quyet", "dieu", "khoan", "muc", "nam", "ngay", "thang")
_LEAD = r"(?<![\w/.,-])" + "".join(rf"(?<!\b{word} )" for word in _NAMED_BY_NUMBER)
_COUNTING = r"(?:la|:|khong qua|toi da|it nhat|toi thieu|tu|den|du|dat|gom|co|con|moi)"


def fills(slot: Slot, sentence: str) -> bool:
    """Whether a sentence holds something that can stand in the slot."""
    if slot.kind == "actor":
        return _settles(slot.detail, " ".join(fold(sentence).split()))
    if slot.kind == "person":
        return names_person(sentence, slot.detail)
    folded = " ".join(fold(sentence).split())
    if slot.kind == "count":
        return any(_counted(thing, folded) for thing in _things(slot.detail))
    if slot.kind == "allotment":
        return _allots(slot.detail, folded)
    filler = _DAY if slot.detail == DAY else _FILLERS[slot.kind]
    return filler.search(folded) is not None


def _things(asked: str) -> tuple[str, ...]:
    """What may be counted in place of what is asked for: itself, its first syllable, and words for the same."""
    first = asked.split()[0]
    if first in _ANYONE or asked in _ANYONE:
        return (*_ANYONE, *_SOMEONE)
    if asked in COMPOUNDS:
        return _SAME.get(asked, (asked,))
    return tuple(dict.fromkeys((asked, first, *_SAME.get(asked, ()), *_SAME.get(first, ()))))


def _settles(action: str, folded: str) -> bool:
    """Whether a sentence speaks of a body or an office, and of the action asked about where one is."""
    return _BODY.search(folded) is not None and re.search(rf"\b{action}\b", folded) is not None


def _allots(thing: str, folded: str) -> bool:
    """Whether a sentence says who settles the number of each, or by what it is shared out."""
    shared = rf"\bphan bo (?:so )?{thing}\b|\b{thing} duoc phan bo\b"
    settled = rf"\bso (?:luong )?{thing}\b[^.;]{{0,80}}\b(?:quyet dinh|quyet|dinh)\b"
    return re.search(f"{shared}|{settled}", folded) is not None


def _counted(thing: str, folded: str) -> bool:
    before = rf"{_LEAD}(?!{_YEAR}\b){_NUMBER}(?! ?%)(?:\s+[a-z]+){{0,2}}?\s+{thing}\b"
    behind = rf"\b{thing}\b[^.;,\d]{{0,30}}?{_COUNTING}\s*\(?(?!{_YEAR}\b)(?![\d., -]+%)\d"
    return re.search(rf"{before}|\b{_NUMBER_WORD}\s+{thing}\b|{behind}", folded) is not None
