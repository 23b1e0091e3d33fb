"""Documents named in a text by their numbers, in every spelling people use; the door to reading and resolving them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from assistant.datatypes import DocumentReference
from assistant.language.document_kinds import (
    ISSUER,
    UNKNOWN_KIND,
    Kind,
    kind_named,
    leading_codes_pattern,
    names_pattern,
    vietnamese_names,
)
from assistant.language.document_resolution import Resolution, prefer, resolve
from assistant.language.folding import fold
from assistant.language.number_qualifiers import Qualifiers, read_qualifiers
from assistant.language.number_symbols import Symbol, canonical, fold_number, plain_serial, read_symbol
from assistant.language.spoken_numbers import SPOKEN, spoken_value

__all__ = ["Resolution", "canonical", "find_references", "prefer", "resolve"]

_SERIAL = re.compile(r"(?<!\d)(?<!\d[.,/-])\d{1,5}(?!\d)(?![.,]\d)(?!\s?%)(?!\s?[/.-]\s?\d{1,2}\b)")
_NUMBER_WORD = r"(?:\s*(?:so\s*hieu|so|van\s*ban|numbered|number|no)\b\s*[.:]?)"
_ASIDE = (
    rf"\s+(?:nam\s+)?(?:19|20)\d\d(?={_NUMBER_WORD})|\s+cua\s+(?:{ISSUER.pattern})(?={_NUMBER_WORD})|\s+cua"
    r"|\s+bau\s*cu(?:\s+trong\s+dang)?(?:\s+kem\s+theo)?"
)
_SAID_BEFORE = re.compile(
    rf"(?<![^\W_])(?=\w)(?P<kind>{names_pattern()})?(?:\s*\b(?P<code>{leading_codes_pattern()}))?"
    rf"(?P<aside>{_ASIDE})?(?P<number>{_NUMBER_WORD})?\s*[-:.#(]?\s*$"
)
_TWO_WORDS = re.compile(r"(?<![^\W_])([^\W\d_]+)\s+([^\W\d_]+)(?:\s+so)?\s*[-:.]?\s*$")
_REAL_WORDS = frozenset(  # one letter from a kind's name, yet something else: "chi phí 35 triệu", "đồng bào 53 dân tộc"
    {"chi phi", "cho thi", "khi thi", "che thi", "chu thi", "chi thu", "thi thi", "chi chi"}
    | {"cong dan", "cong an", "cong va", "cong san", "cong vao", "cong ban", "con van", "dong van", "song van"}
    | {"bao cho", "bao co", "bao ca", "bao cac", "dao cao", "quy cho", "quy chu", "qua che", "huong den", "khong bao"}
    | {"dong bao", "truong bao", "cong bao", "lo trinh", "co trinh", "ho trinh", "tu trinh", "do trinh", "de tai"}
)
_NOUNS_ONLY = frozenset({"chỉ thị", "công văn", "nghị quyết", "quy chế", "thông tri", "nghị định"})  # never a verb
_SHARE = re.compile(r"\s*(?:%|phan tram|percent|trieu|nghin|ty\s+dong|dong(?!\s*(?:thoi|chi|y|bo|bao)))\b")
_ASKED_TIME = r"(?!\s*(?:\d|nao|may|bao nhieu|nay|ngoai|truoc|sau|ban hanh|ky|co|thi))"  # "hướng dẫn 24 năm nào ra?"
_TIME = re.compile(rf"\s*(?:tuoi|phut|tuan|days|years|(?:thang|nam|ngay){_ASKED_TIME})\b")
_PEOPLE = re.compile(
    r"\s*(?:dai bieu|dang vien|nguoi|dong chi|uy vien|thanh vien|can bo|dang bo|chi bo|xa|phuong|huyen|tinh|thi tran|ho"
    r"|to chuc|don vi|co quan|tieu ban|people|delegates|members|cells)\b"
)
_THINGS = re.compile(  # "3 không" is a count, "… Quy chế 244 không?" is a question
    r"\s*(?:trang|noi dung|buoc|van ban|cau|loai|hinh thuc|nhiem vu|giai phap|lan|cap|cuoc|chuc danh|phieu|nhiem ky"
    r"|quy(?! *(?:dinh|che|trinh))|hoi nghi|cong trinh|mo hinh|khau|viec|khong(?!\s*(?:[?!.]|$))|y kien|bai|diem|gio"
    r"|steps)\b"
)
_FEW = 20  # things and people in smaller numbers are counted, in larger ones a document is meant
_MANY = 100
_AND = re.compile(r"\s*(?:,|/|&|va|voi|hay la|hay|hoac|so voi|and|or|with|versus|vs)\s*(?:(?:so|ban|nam|of)\s+)*")
_AFTER_NUMBER = (
    "khac|giong|cua|co|nam|ngay|va|voi|hay|ve|quy dinh|yeu cau|thi|la|noi|deu|cung|con|the nao|nhu|ra sao|cai|ban"
    "|van ban|differ|say|and|or"
)
_GOES_ON = re.compile(rf"\s*(?:$|[^\w\s]|(?:{_AFTER_NUMBER})\b)")
_YEAR = re.compile(r"(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class _Serial:
    """A number in the text, in digits or said in words."""

    digits: str
    start: int
    end: int
    is_spoken: bool = False


@dataclass(frozen=True, slots=True)
class _Said:
    """What stands before a serial: the kind and where it starts.

    `is_certain`: it can only be a document's; `is_numbered`: "số" stands between; `aside`: what else stands between.
    """

    kind: Kind
    start: int
    is_certain: bool = False
    is_numbered: bool = False
    aside: str = ""


def find_references(text: str) -> tuple[DocumentReference, ...]:
    """Find the documents named by number ("CT 35", "chi thi so 35 ct/tw nam 2019", "Guidance 24 and 26").

    Offsets count in `compose(text)`; a reference spans its kind, number and qualifiers. Dates, articles, counts and
    shares are no numbers of documents.
    """
    return tuple(_references(fold_number(text)))


def _references(folded: str) -> Iterator[DocumentReference]:
    last: DocumentReference | None = None
    for serial in sorted(_serials(folded), key=lambda serial: serial.start):
        if last and serial.start < last.end:
            continue
        found = _read_reference(folded, serial, last.end if last else 0) or _continue(folded, serial, last)
        if found:
            yield found
            last = found


def _serials(folded: str) -> Iterator[_Serial]:
    for match in _SERIAL.finditer(folded):
        yield _Serial(match[0], match.start(), match.end())
    for match in SPOKEN.finditer(folded):
        value = spoken_value(match[0])
        if value:
            yield _Serial(str(value), match.start(), match.end(), is_spoken=True)


def _read_reference(folded: str, serial: _Serial, floor: int) -> DocumentReference | None:
    """Read the number at a serial from its kind before it and its symbol behind it."""
    floor = max(floor, folded.rfind("\n", floor, serial.start) + 1, serial.start - 70)
    said = _said_before(folded[floor : serial.start], floor)
    symbol = read_symbol(folded, serial.end)
    if symbol is None and (said is None or _is_no_number(folded, serial, said)):
        return None
    if said is None and (serial.is_spoken or folded[floor : serial.start][-1:].isalpha()):
        return None
    return _reference(folded, serial, said or _Said(UNKNOWN_KIND, serial.start), symbol)


def _is_no_number(folded: str, serial: _Serial, said: _Said) -> bool:
    """Tell whether a serial behind a kind is a year ("chỉ thị 2024"), a count, or part of a word."""
    end = serial.end
    if _YEAR.match(serial.digits) and not said.is_numbered:
        return True
    if _SHARE.match(folded, end) or folded[end : end + 1].isalpha():
        return True
    if serial.is_spoken:
        return any(counted.match(folded, end) for counted in (_TIME, _PEOPLE, _THINGS))
    return not said.is_certain and _is_count(folded, serial, said.kind.name)


def _is_count(folded: str, serial: _Serial, kind: str) -> bool:
    """Tell whether a number behind a kind that can be a verb counts what follows ("hướng dẫn 3 bước")."""
    number, end = int(serial.digits), serial.end
    if _TIME.match(folded, end):
        return True
    if number < _FEW:
        return bool(_PEOPLE.match(folded, end) or _THINGS.match(folded, end))
    guides = kind == "hướng dẫn" or (number >= _MANY and kind != "báo cáo")
    return not guides and _PEOPLE.match(folded, end) is not None


def _said_before(before: str, floor: int) -> _Said | None:
    """Read the kind that ends right before a serial; `floor` is where `before` begins in the whole text."""
    for match in _SAID_BEFORE.finditer(before):
        if match["kind"] or match["code"]:
            named = kind_named(match["code"] or match["kind"])
            is_numbered = match["number"] is not None
            is_certain = is_numbered or bool(match["code"]) or named.name in _NOUNS_ONLY
            return _Said(named, floor + match.start(), is_certain, is_numbered, match["aside"] or "")
    return _misspelled_before(before, floor)


def _misspelled_before(before: str, floor: int) -> _Said | None:
    match = _TWO_WORDS.search(before)
    if match is None or f"{match[1]} {match[2]}" in _REAL_WORDS:
        return None
    words = f"{match[1]} {match[2]}"
    name = min(vietnamese_names(), key=lambda known: OSA.distance(words, known))
    if OSA.distance(words, name) != 1:
        return None
    return _Said(kind_named(name), floor + match.start())


def _reference(folded: str, serial: _Serial, said: _Said, symbol: Symbol | None) -> DocumentReference:
    symbol = symbol or Symbol(end=serial.end)
    narrowed = read_qualifiers(folded, symbol.end)
    aside = read_qualifiers(said.aside, 0) if said.aside else Qualifiers()
    kind = said.kind if said.kind is not UNKNOWN_KIND else symbol.kind
    return DocumentReference(
        kind=kind.name,
        serial=plain_serial(serial.digits),
        symbol=str(symbol),
        year=symbol.year or narrowed.year or aside.year,
        issued=narrowed.issued,
        issuer=narrowed.issuer or aside.issuer,
        congress=narrowed.congress,
        start=said.start,
        end=narrowed.end,
    )


def _continue(folded: str, serial: _Serial, last: DocumentReference | None) -> DocumentReference | None:
    """Read a further number after one ("chỉ thị 35 và 37", "chỉ thị 35 năm 2019 và 2024")."""
    if last is None or not last.kind or not _AND.fullmatch(folded, last.end, serial.start):
        return None
    if _YEAR.match(serial.digits):
        return _same_number_of(read_qualifiers(folded, serial.start), last, serial.start)
    said = _Said(kind_named(fold(last.kind)), serial.start)
    if _is_no_number(folded, serial, said) or not _GOES_ON.match(folded, serial.end):
        return None
    return _reference(folded, serial, said, None)


def _same_number_of(narrowed: Qualifiers, last: DocumentReference, start: int) -> DocumentReference | None:
    if last.year is None:
        return None
    changed = {name: getattr(narrowed, name) for name in ("year", "issued", "issuer", "congress", "end")}
    return replace(last, start=start, **changed)
