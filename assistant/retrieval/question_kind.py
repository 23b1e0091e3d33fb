"""What a question asks for (a number, a date, a person, …), read from its question words; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.language.folding import fold

# Order matters: the first kind with a cue in the question is taken. Cues are folded patterns.
_CUES: Mapping[str, tuple[str, ...]] = {
    "quote": (
        r"(cau|doan|trich|y) (nay|tren|do|dan) .{0,30}(nam|o|thuoc|trong|tu|cua) .{0,12}(bai|van ban|dau|tai lieu)",
        r"trich (tu|o|trong) (dau|bai|van ban)",
        r"which document (contains|says|has)",
        r"where is (this|the) (sentence|quote)",
    ),
    "compare": (
        r"so sanh|khac (nhau|gi|biet|the nao)|giong (nhau|gi)|diem moi",
        r"\bcon (bai|cai|toi|cong van|chi thi|huong dan|quy che|o|ben)\b|\bca .{2,40} (lan|va|voi) ",
        r"compare|differ|\bboth\b|and what (does|did)",
    ),
    "percent": (
        r"(may|bao nhieu|ty le|ti le) ?(%|phan tram)",
        r"(ty|ti) le .{0,40}(bao nhieu|the nao|may|toi thieu|it nhat)",
        r"bao nhieu phan tram",
        r"what (percentage|percent|share)",
    ),
    "date": (
        r"ngay (nao|thang nao|may|ban hanh)",
        r"(khi|luc|hoi|bao|nam|thang|quy) nao|bao gio",
        r"moc thoi gian|truoc ngay|thoi han|han chot",
        r"\bwhen\b|what date|deadline",
    ),
    "duration": (r"bao lau", r"(may|bao nhieu) (ngay|thang|nam)\b", r"how long"),
    "number": (
        r"bao nhieu",
        r"\bmay (?!anh|chi|ong|ba|chu|bac|dong chi|dua|co quan)",
        r"so luong|toi da|toi thieu|it nhat may",
        r"how (many|much|often)",
    ),
    "who": (
        r"\bai\b",
        r"(nguoi|dong chi|co quan|cap|ben|don vi|bo phan) nao",
        r"\b(who|whom|whose)\b",
    ),
    "where": (r"o dau", r"(noi|cho|dia phuong|huyen|tinh|xa) nao", r"nhung noi (?!dung)", r"where\b"),
    "document": (r"(van ban|chi thi|huong dan|quy dinh|nghi quyet) nao", r"so hieu", r"which (document|directive)"),
    "why": (r"(vi|tai) sao", r"ly do", r"nguyen nhan", r"sao (lai|co|ma)", r"why\b", r"reason"),
    "yesno": (
        r"co (duoc|phai|can|bat buoc|the|nen) .*(khong|hong|ha)\b",
        r"(duoc|phai|dung|nen|can) khong\b",
        r"\b(co|da) .{2,80} (khong|chua)\W*$",
        r"^(is|are|can|may|must|does|do|should)\b",
    ),
    "how": (
        r"the nao|ra sao|lam sao|nhu nao|kieu gi",
        r"cach nao|bang (cach|gi)|xu ly",
        r"quy trinh|trinh tu|cac buoc",
        r"how\b",
    ),
    "list": (
        r"nhung (gi|dieu|viec|noi dung|truong hop|yeu cau|bai hoc)",
        r"cac (yeu cau|noi dung|buoc|truong hop|bai hoc)",
        r"gom|liet ke",
        r"what are|list",
    ),
    "what": (r"(la|cai|dieu|viec) gi", r"\bgi\b", r"noi dung", r"what\b"),
}
_COMPILED = {kind: re.compile("|".join(cues)) for kind, cues in _CUES.items()}


def question_kind(text: str) -> str:
    """The kind of thing that a question asks for; "other" where no cue stands in it."""
    folded = " ".join(fold(text).split())
    return next((kind for kind, cue in _COMPILED.items() if cue.search(folded)), "other")
