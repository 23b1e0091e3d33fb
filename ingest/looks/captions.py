"""Captions of photographs, told from headings by a credit or by a scene and the people in it."""

from __future__ import annotations

import re

from ingest.looks.lines import Line
from ingest.looks.markers import read_marker

_CREDIT = re.compile(
    r"(?:^|[\s_(.–-])(?:Ảnh|ảnh|ẢNH)(?:\s+(?:minh họa|minh hoạ|tư liệu))?\s*(?::|(?=[A-ZĐ]\S*\)?\.?$)|\)?\.?$)"
)
_SCENE = re.compile(r"(?:quang|toan|khung) canh\b|mot goc\b|hinh anh\b|anh\s*[:.(]")
_PEOPLE = re.compile(
    r"(?:cac |mot so |nhieu )?(?:dai bieu|doan dai bieu|doan chu tich|doan chu toa|lanh dao|can bo|dang vien"
    r"|dong chi|ong|ba"
    r"|(?:dai|thuong|trung|thieu) (?:ta|tuong|uy)|(?:pho )?(?:bi thu|chu tich)|truong ban|ban chap hanh|ban thuong vu"
    r"|nguoi dan|nhan dan|cu tri|bo phieu|bieu quyet|ra mat|le|nghi thuc)\b"
)
_PERSON = re.compile(r"(?:Ông|Bà|Đồng chí|(?:Đại|Thượng|Trung|Thiếu) (?:tá|tướng|úy))(?: [A-ZĐ]\w*){2,5}(?:,|$)")
_ACTION = re.compile(
    r"\b(?:phat bieu|dieu hanh|chu tri|tham du|du (?:hoi nghi|dai hoi|le)|trao (?:doi|qua|tang|bang|huy|quyet|the|co)"
    r"|tang hoa|chup anh|ra mat|bo phieu|bieu quyet|tham quan|di kiem tra|tham hoi|lam viec voi|chuc mung|chao co"
    r"|thao luan|tai (?:dai hoi|hoi nghi|buoi|le|phien|khu vuc)|giao dich)\b"
)
_PLAIN_CHARS, _CREDITED_CHARS = 220, 400


def is_caption(line: Line) -> bool:
    """Whether a line reads as the caption of a photograph."""
    if len(line.text) > _CREDITED_CHARS or read_marker(line):
        return False
    if _CREDIT.search(line.text.rstrip(" |")):
        return True
    if len(line.text) > _PLAIN_CHARS or line.ends_sentence or line.is_upper:
        return False
    if _PERSON.match(line.text):
        return True
    has_people = _PEOPLE.match(line.folded) and _ACTION.search(line.folded)
    return bool(has_people or _SCENE.match(line.folded))
