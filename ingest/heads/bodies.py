"""Which body issued an official document, and how its name in capitals is written in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.language.document_kinds import issuer_of
from assistant.language.number_symbols import read_number
from ingest.heads.official import is_kind_title, is_motto, is_number_line
from ingest.looks.lines import Line

_OF_BODY = re.compile(r"(?:cua|do)\s")
_SIGNED_FOR = re.compile(r"(?:t/m|tm\.?)\s*")
_DEPARTMENT = re.compile(
    r"ban (?:to chuc|tuyen giao|tuyen giao va dan van|dan van|noi chinh|thuong vu|chap hanh|can su)"
    r"|uy ban kiem tra|van phong"
)
_TWO_SYLLABLES = """
tổ chức, chấp hành, thường vụ, kiểm tra, tuyên giáo, dân vận, nội chính, tỉnh ủy, huyện ủy, thành ủy, quận ủy, thị ủy,
đảng ủy, chi ủy, quân ủy, tỉnh uỷ, huyện uỷ, thành uỷ, quận uỷ, thị uỷ, đảng uỷ, chi uỷ, quân uỷ, ủy ban, uỷ ban,
nhân dân, hội đồng, chính trị, bí thư, trung ương, văn phòng, đảng bộ, chi bộ, cơ quan, quân sự, công an, doanh nghiệp,
trực thuộc, đoàn thể
"""
_PAIRS = frozenset(" ".join(pair.split()) for pair in _TWO_SYLLABLES.split(","))


def read_issuer(head: Sequence[Line], labels: Mapping[str, str], number: str, signed: Sequence[Line]) -> str:
    """Return the issuing body, empty where nothing tells it.

    Args:
        head: the lines above the running text.
        labels: the portal's table.
        number: the document's number; its code often names the body.
        signed: the lines of the signature; "T/M BỘ CHÍNH TRỊ" tells who among the central bodies it was.
    """
    if labels.get("issuer"):
        return labels["issuer"]
    by_code = issuer_of("", read_number(number).symbol.issuer)
    if by_code.endswith(" Trung ương"):
        return by_code
    names = _names_on_top(head)
    if names and by_code != "Trung ương":
        return proper_case(" ".join(line.text for line in _own_and_parent(names)))
    said = [line for line in signed if _SIGNED_FOR.match(line.folded)]
    said += [line for line in head if line.is_upper and _OF_BODY.match(line.folded)]
    return next((body for line in said if (body := issuer_of(line.text, ""))), by_code)


def _names_on_top(head: Sequence[Line]) -> list[Line]:
    """Return the last two names of bodies in capitals above the number or title."""
    end = next((i for i, line in enumerate(head) if is_number_line(line) or is_kind_title(line)), 0)
    left = [line.columns[0] for line in head[:end]]
    return [name for name in left if name.is_upper and not is_motto(name)][-2:]


def _own_and_parent(names: Sequence[Line]) -> Sequence[Line]:
    """A department is named with the body it belongs to, any other body by itself."""
    return names[::-1] if _DEPARTMENT.fullmatch(names[-1].folded) else names[-1:]


def proper_case(capitals: str) -> str:
    """Write a body's name in capitals as it stands in running text ("TỈNH ỦY HÀ TĨNH" is "Tỉnh ủy Hà Tĩnh")."""
    words = capitals.lower().split()
    seconds = {i for i in range(1, len(words)) if f"{words[i - 1]} {words[i]}" in _PAIRS}
    return " ".join(word if i in seconds else word.capitalize() for i, word in enumerate(words))
