"""Finds the names of people in a sentence, and whether one of them holds an office or signs; pure.

A name counts only with something beside it that makes it a person's (a title, an office, a signature): a school, a
street and a province may be called like a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.language.folding import compose, fold

SIGNED = "ky"
_SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Tô|Lương|Trương|Đinh|Đào|Mai|Tạ|Hà|Cao|Chu|Thái"
    "|Trịnh|Đoàn|Lâm|Kiều|Quách|Nông|Hứa|Vương|Triệu|Đàm|Thào|Giàng|Lò|Lại|Tăng|Phùng|Tòng|Tống|Thạch|Kim|Điểu|Y"
)
_NAME = re.compile(rf"\b(?:{_SURNAMES})(?: [^\W\d_]+){{1,3}}")
_TITLE_BEFORE = re.compile(r"\b(dong chi|d/c|ong|ba|anh|chi|ta|tuong|uy|ts|ths|gs|ky|bi thu|chu tich|truong)\W{1,3}$")
_SIGNATURE = re.compile(r"\bky\b|thay mat|ky thay")
_BEFORE, _BEHIND = 60, 70


def names_person(sentence: str, office: str = "") -> bool:
    """Whether a sentence names a person: with a title, or as holder of an office (folded), or as signer (`SIGNED`)."""
    composed = " ".join(compose(sentence).split())
    folded = fold(composed)
    for start, end in _names(composed):
        before, behind = folded[max(0, start - _BEFORE) : start], folded[end : end + _BEHIND]
        if not office and _TITLE_BEFORE.search(before):
            return True
        if office == SIGNED and _SIGNATURE.search(f"{before} | {behind}"):
            return True
        if office and (_holds(office, before) or _holds(office, behind)):
            return True
    return False


def _names(composed: str) -> Iterator[tuple[int, int]]:
    """Where names stand: a family name and the capitalised words behind it."""
    for found in _NAME.finditer(composed):
        words = found[0].split()
        length = next((position for position, word in enumerate(words) if not word[0].isupper()), len(words))
        if length > 1:
            yield found.start(), found.start() + len(" ".join(words[:length]))


def _holds(office: str, beside: str) -> bool:
    """Whether the office stands beside the name, and not its deputy."""
    return any(not found[1] for found in re.finditer(rf"\b(pho )?{office}\b", beside))
