"""True and false rewordings of statements, for `bench/verification.py`; a maker gives nothing where it cannot apply."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.datatypes import Document


@dataclass(frozen=True, slots=True)
class Material:
    """A statement of a document, the ones beside it in its passage, and the same without its document's own name."""

    document: Document
    text: str
    before: str
    after: str
    bare: str

    @property
    def passage(self) -> str:
        """The three as they stand in a stored passage."""
        return "\n".join(f"- {one} [^1]" for one in (self.before, self.text, self.after) if one)


Maker = Callable[[Material, Material], str]

_BODIES = (
    "ban thường vụ", "ban chấp hành", "đảng uỷ", "chi bộ", "tỉnh uỷ", "huyện uỷ", "Bộ Chính trị", "Ban Bí thư",
    "Ban Tổ chức Trung ương", "đoàn chủ tịch", "ban kiểm phiếu", "uỷ ban kiểm tra", "đại hội đại biểu", "bí thư",
    "đảng viên", "đại biểu", "cấp trên", "cấp dưới",
)  # fmt: skip
_LIMITS = (
    ("phải", "được"), ("ít nhất", "nhiều nhất"), ("không quá", "ít nhất"), ("trước", "sau"), ("sau", "trước"),
    ("trên", "dưới"), ("tối đa", "tối thiểu"), ("hơn", "dưới"), ("cần", "không cần"), ("mọi", "một số"),
    ("một số", "tất cả"), ("chưa", "đã"), ("hoặc", "và"), ("tăng", "giảm"), ("do", "cho"),
)  # fmt: skip
_KINDS = "dự bị|chính thức|dự khuyết|đương nhiên|trực thuộc|cấp trên|chủ chốt|chuyên trách|lần đầu|trực tiếp|điểm|cơ sở"
_ADVERBIAL = r"(?:khi|sau khi|trước khi|nếu|trong|tại|ở|theo|để|từ|qua|năm \d+|ngày \d+|đến (?:hết|nay)|đối với|với)"
_LIMITING = re.compile(r"\b(?:nếu|khi|trừ|chỉ|không|chưa|riêng|gồm|hoặc|ngoài)\b|:", re.IGNORECASE)


def _word_for_word(one: Material, _: Material) -> str:
    return one.text


def _other_spelling(one: Material, _: Material) -> str:
    text = one.text
    for old, new in (("uỷ", "ủy"), ("hoá", "hóa"), ("hoà", "hòa"), ("khoá", "khóa"), ("tuỳ", "tùy"), ("luỹ", "lũy")):
        text = text.replace(old, new).replace(old.capitalize(), new.capitalize())
    text = re.sub(r"\b0(\d/\d)", r"\1", text)
    return text if text != one.text else ""


def _empty_words(one: Material, _: Material) -> str:
    text = re.sub(r"\b(?:các|những|cũng|đều|thì|đã) ", "", one.text)
    text = text.replace("ít nhất", "tối thiểu").replace("gồm", "bao gồm", 1)
    return text if text != one.text else f"Ngoài ra, {_lowered(one.text)}"


def _last_clause_out(one: Material, _: Material) -> str:
    head, comma, tail = one.text.rpartition(", ")
    whole = comma and not _LIMITING.search(one.text) and len(head.split()) >= 5 and len(tail.split()) >= 3
    return f"{head}." if whole and not re.search(r"\bvà\b", tail) else ""


def _adverbial_to_the_end(one: Material, _: Material) -> str:
    found = re.match(rf"({_ADVERBIAL}\b[^,;:()]{{4,80}}), ([^.]+)\.?$", one.text, re.IGNORECASE)
    return f"{found[2][:1].upper()}{found[2][1:]} {_lowered(found[1])}." if found else ""


def _number_changed(one: Material, _: Material) -> str:
    return re.sub(r"(?<![\d/.,-])\d+(?=\D|$)", lambda found: str(int(found[0]) + 1), one.bare, count=1).replace(
        one.bare, ""
    )


def _number_of_a_neighbour(one: Material, _: Material) -> str:
    number = re.compile(r"(?<![\w/.,-])[1-9]\d*%?(?![\d/.-])")
    own, others = number.findall(one.bare), number.findall(f"{one.before} {one.after}")
    strange = [other for other in others if other not in re.findall(r"\d+%?", one.bare)]
    return number.sub(strange[0], one.bare, count=1) if own and strange else ""


def _denied(one: Material, _: Material) -> str:
    return _changed(one.bare, r"\b(phải|được|cần|có|là|bầu|tổ chức|thực hiện)\b", r"không \1")


def _denial_out(one: Material, _: Material) -> str:
    return _changed(one.bare, r"\b(?:không|chưa) ", "")


def _body_swapped(one: Material, _: Material) -> str:
    for body, other in zip(_BODIES, (*_BODIES[1:], _BODIES[0]), strict=True):
        if re.search(rf"\b{body}\b", one.bare):
            return re.sub(rf"\b{body}\b", other, one.bare, count=1)
    return ""


def _bodies_exchanged(one: Material, _: Material) -> str:
    held = sorted((body for body in _BODIES if body in one.bare), key=one.bare.index)
    if len(held) < 2 or held[0] in held[1] or held[1] in held[0]:
        return ""
    return one.bare.replace(held[0], "\0").replace(held[1], held[0]).replace("\0", held[1])


def _limit_changed(one: Material, _: Material) -> str:
    for word, other in _LIMITS:
        if re.search(rf"\b{word}\b", one.bare):
            return re.sub(rf"\b{word}\b", other, one.bare, count=1)
    return ""


def _condition_out(one: Material, _: Material) -> str:
    found = re.match(rf"{_ADVERBIAL}\b[^,;:()]{{4,80}}, (.+)$", one.bare, re.IGNORECASE)
    return f"{found[1][:1].upper()}{found[1][1:]}" if found else ""


def _kind_out(one: Material, _: Material) -> str:
    return _changed(one.bare, rf" (?:{_KINDS})\b", "")


def _spliced(one: Material, _: Material) -> str:
    words, others = one.bare.split(), (one.after or one.before).split()
    if len(words) < 8 or len(others) < 8:
        return ""
    spliced = " ".join([*words[: len(words) // 2], *others[len(others) // 2 :]])
    return spliced if spliced not in (one.bare, one.after or one.before) else ""


def _another_statement(_: Material, other: Material) -> str:
    return other.text


def _changed(text: str, pattern: str, replacement: str) -> str:
    changed = re.sub(pattern, replacement, text, count=1, flags=re.IGNORECASE)
    return changed if changed != text else ""


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


TRUE: Mapping[str, Maker] = {
    "word for word": _word_for_word,
    "other spelling": _other_spelling,
    "empty words changed": _empty_words,
    "last clause left out": _last_clause_out,
    "adverbial moved to the end": _adverbial_to_the_end,
}
FALSE: Mapping[str, Maker] = {
    "number changed": _number_changed,
    "number of a neighbour": _number_of_a_neighbour,
    "denied": _denied,
    "denial left out": _denial_out,
    "body swapped": _body_swapped,
    "two bodies exchanged": _bodies_exchanged,
    "limit or duty changed": _limit_changed,
    "condition or place left out": _condition_out,
    "kind left out": _kind_out,
    "spliced with a neighbour": _spliced,
    "another statement": _another_statement,
}
