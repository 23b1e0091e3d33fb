"""What exactly a question wants filled in: a count, a share, a sum, a date, a time span, a person; pure.

Questions inside the domain that the documents do not answer mostly ask for such a thing: the passages speak of the
matter, but the number, the date or the name does not stand in them. On the development questions 57 of 81 unanswered
ones do, and 208 of 569 answered ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.answering.people import SIGNED
from assistant.language.folding import compose, fold
from assistant.language.glossary import translate

Kind = Literal["count", "percent", "money", "date", "duration", "person", "actor", "allotment"]

DAY = "ngay"
_CUES: Mapping[Kind, tuple[str, ...]] = {
    "money": (
        r"(bao nhieu|may) (tien|dong(?! chi)|trieu|kinh phi)",
        r"(kinh phi|phu cap|muc (chi|luong)|tri gia|ton|thuong|luong) .{0,60}(bao nhieu|may (trieu|ngan))"
        r"(?! (nguoi|ngay|dang|dai))",
    ),
    "percent": (r"(bao nhieu|may) ?(%|phan tram)", r"(ty|ti) le .{0,80}(bao nhieu|may)", r"chiem bao nhieu"),
    "duration": (r"bao lau", r"(may|bao nhieu) (ngay|thang|nam|tuan|buoi|gio)\b(?! nao)", r"\bhow long\b"),
    "date": (
        r"ngay (nao|thang nao|may|gi)",
        r"(khi|luc|hoi|thang|nam|hom|dot|bua) nao",
        r"bao gio|thang may",
        r"\bwhen (was|were|did|is|will)\b|\bwhat (date|day)\b",
    ),
    "person": (
        r"\bla (dong chi|ong|nguoi) nao\b|\bla ai\b|\bdo ai\b",
        r"\bai (lam|giu|trung|k[yi]|dung dau|dang|hien)\b",
        r"\bai la (bi thu|truong|chu tich|nguoi)",
        r"\bwho (signed|is|was|led|headed|commanded|chaired)\b",
    ),
}
_COMPILED = {kind: re.compile("|".join(cues)) for kind, cues in _CUES.items()}
# "mấy" before a noun counts only behind such a word; elsewhere it makes a plural ("mấy ông", "mấy chỗ nào").
_BEFORE_COUNT = (
    r"(?:bao nhieu|(?:duoc|co|gom|la|lap|giup|con|ra|den|du|qua|bau|tong|cu|moi|them|toi da|toi thieu|it nhat|bang"
    r"|buoc) may(?: thu)?)"
)
_NOT_COUNTED = (
    r"(?!(?:phan tram|cai|thu|chuc|cho|noi|ngay|thang|nam|lau|tien|phieu tram|dong(?! chi)|trieu|tuoi|gio)\b"
    r"|\w+ (?:nao|gi)\b)"
)
_COUNT = re.compile(rf"{_BEFORE_COUNT} {_NOT_COUNTED}(?P<head>[a-z]*[aeiouy][a-z]*(?: [a-z]+)?)")
_OF_EACH = re.compile(r"\b(?:mỗi|từng)\b", re.IGNORECASE)  # with accents: "mới" and "mời" fold alike
_SEVERAL_PEOPLE = re.compile(r"^(?!ten ).*\b(nhung|cac|may) .{1,80}\bla ai\b")
_DAY = re.compile(r"\bngay (nao|thang nao|may|gi)|hom nao|\bwhat (day|date)")
_SIGNING = re.compile(r"\bk[yi]\b|signed")
# Who does what, with no office named: a body answers as well as a person.
_ACTOR = re.compile(r"\bdo ai (?P<action>(?!lam\b|viet\b|soan\b|k[yi]\b)[a-z]+)|\bai lam(?: gi)?\W*$")
_OFFICES = (
    "tong bi thu|pho bi thu|bi thu|pho chu tich|chu tich|truong ban|truong doan|to truong|hieu truong|giam doc"
    "|chi huy truong|truong phong|chu nhiem|chinh uy"
)
_OFFICE = re.compile(rf"\b(?:{_OFFICES})\b")
# Words that begin with the same syllable as others but count something else: both syllables are needed.
COMPOUNDS = frozenset(
    f"{first} {second}"
    for first, seconds in {
        "ban": "chap thuong",
        "bai": "hoc",
        "can": "bo",
        "cap": "uy",
        "chi": "bo",
        "cong": "trinh ty",
        "dai": "bieu",
        "dang": "vien bo uy",
        "dieu": "kien",
        "doanh": "nghiep",
        "giai": "phap",
        "hinh": "thuc",
        "nhiem": "vu",
        "noi": "dung",
        "phieu": "bau",
        "phuong": "an",
        "thanh": "vien",
        "tieu": "chuan",
        "to": "chuc",
        "uy": "vien",
        "van": "ban",
        "yeu": "cau",
    }.items()
    for second in seconds.split()
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing to fill in.

    `detail`, folded, is what is counted, the office that a person holds, `people.SIGNED`, or `DAY` where only a day or
    month will do for a date.
    """

    kind: Kind
    detail: str = ""


def slots_of(question: str, *, english: bool = False) -> tuple[Slot, ...]:
    """What a question wants filled in; empty where it wants an explanation, a list or a place."""
    folded = " ".join(fold(question).split())
    found = [Slot(kind, _detail(kind, folded)) for kind, cue in _COMPILED.items() if cue.search(folded)]
    if (actor := _ACTOR.search(folded)) and Slot("person") in found:
        found = [Slot("actor", actor["action"] or "") if slot.kind == "person" else slot for slot in found]
    if _SEVERAL_PEOPLE.search(folded):
        # Asked of several people, "là ai" is answered by their offices as well.
        found = [slot for slot in found if slot.kind != "person"]
    counts = _counts_in_english(question) if english else _counts(folded)
    # How many each one gets may be left to a body, which then is the answer.
    shared = counts if _OF_EACH.search(compose(question)) else []
    return tuple(dict.fromkeys([*found, *counts, *(Slot("allotment", slot.detail) for slot in shared)]))


def _counts(folded: str) -> list[Slot]:
    return [Slot("count", match["head"]) for match in _COUNT.finditer(folded)]


def _counts_in_english(question: str) -> list[Slot]:
    """Counts of what the glossary translates word for word; the order of its other words means nothing."""
    return [slot for slot in _counts(" ".join(fold(translate(question)).split())) if slot.detail in COMPOUNDS]


def _detail(kind: Kind, folded: str) -> str:
    if kind == "date":
        return DAY if _DAY.search(folded) else ""
    if kind != "person":
        return ""
    if _SIGNING.search(folded):
        return SIGNED
    office = _OFFICE.search(folded)
    return office[0] if office else ""
