"""What the head and the end of an official document tell: number, kind, issuer, date, subject, signer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from assistant.language.folding import fold
from assistant.language.number_symbols import canonical, fold_number, read_number, read_symbol
from ingest.frontmatter import KINDS
from ingest.looks.dates import first_date, is_place_and_date
from ingest.looks.labels import is_label_line
from ingest.looks.lines import Line
from ingest.looks.people import read_name

_KINDS = {fold(kind): kind for kind in KINDS if kind not in ("khác", "hỏi đáp", "bài học kinh nghiệm")}
_OTHER_KINDS = (
    "thong tri",
    "to trinh",
    "chuong trinh",
    "de an",
    "nghi dinh",
    "thong tu",
    "luat",
    "phap lenh",
    "bien ban",
)
_KIND = re.compile(rf"(?P<kind>{'|'.join([*_KINDS, *_OTHER_KINDS])})\b")
_NUMBER_LINE = re.compile(r"so(?:\s*[,/]?\s*ky)?(?:\s*hieu)?(?:\s*van ban)?\s*[:.]?\s*(?=\d)")
_OTHER_NUMBER = re.compile(r"\d{1,6}\s?[-/](?:\d{4}/)?\s?[A-ZĐƯ][\wĐđƯư]*(?:[-/.][A-ZĐƯ][\wĐđƯư]*)*")
_MOTTO = re.compile(r"dang cong san viet nam$|cong hoa xa hoi chu nghia viet nam$|doc lap\s*-\s*tu do")
_SUBJECT = re.compile(r"(?:v/v\.?|v\.v|ve viec|trich yeu)\s*:?\s*")
_OPENS_BODY = re.compile(r"(?:can cu|thuc hien|xet)\s")
_OF_BODY = re.compile(r"(?:cua|do)\s")
_ATTACHES = re.compile(r"(?:ve )?(?:viec )?ban hanh (?P<kind>quy che|quy dinh|dieu le)\b")
_SIGNED = re.compile(r"\(?(?:da )?ky\)?\s*:?\s*")


def read_own_number(lines: Sequence[Line], labels: Mapping[str, str]) -> str:
    """Return the document's own number: from a line "Số: …", the portal's table, or the headline's first words."""
    for line in lines:
        found = _NUMBER_LINE.match(line.folded)
        number = _number_at(line.text, found.end()) if found and not is_label_line(line) else ""
        if number:
            return number
    if labels.get("number"):
        return _written(labels["number"])
    return next((number for line in lines[:3] if (number := _number_in_headline(line))), "")


def _number_at(text: str, start: int) -> str:
    folded = fold_number(text)
    serial = re.compile(r"\d{1,6}").match(folded, start)
    if serial is None:
        return ""
    symbol = read_symbol(folded, serial.end())
    if symbol is not None:
        return _written(text[start : symbol.end])
    other = _OTHER_NUMBER.match(text, start)
    return _written(other[0]) if other else ""


def _written(number: str) -> str:
    """Return a number as it is written, in the official form where only that differs ("24/HD-BTCTƯ")."""
    squeezed = "".join(number.split())
    official = canonical(squeezed)
    return squeezed if squeezed.isupper() and fold(squeezed) == fold(official) else official


def _number_in_headline(line: Line) -> str:
    kind = _KIND.match(line.folded)
    if kind is None:
        return ""
    so = re.compile(r"\s+(?:so\s*:?\s*)?(?=\d)").match(line.folded, kind.end())
    return _number_at(line.text, so.end()) if so else ""


def starts_with_number(line: Line) -> bool:
    """Whether a headline opens with a document's kind and number, as portals and reprints do."""
    return bool(_number_in_headline(line))


def is_number_line(line: Line) -> bool:
    """Whether a line opens with "Số:" and a document's number."""
    found = _NUMBER_LINE.match(line.folded)
    return bool(found and _number_at(line.text, found.end()))


def is_motto(line: Line) -> bool:
    """Whether a line is the name of the Party or the State at a document's top."""
    return len(line.text) <= 80 and bool(_MOTTO.search(line.folded)) and (line.is_upper or "-" in line.folded)


def is_bare_kind(line: Line) -> bool:
    """Whether a line in capitals consists of nothing but the kind of a document."""
    return line.is_upper and bool(_KIND.fullmatch(line.folded))


def is_kind_title(line: Line) -> bool:
    """Whether a line in capitals opens with the kind of a document ("CHỈ THỊ", "QUY CHẾ BẦU CỬ TRONG ĐẢNG")."""
    return line.is_upper and bool(_KIND.match(line.folded)) and len(line.text) <= 150


def read_kind(lines: Sequence[Line], labels: Mapping[str, str], number: str) -> str:
    """Return the kind as the collection names it: from the portal, the title in capitals, the number, the headline."""
    subject = next((line.folded for line in lines if _ATTACHES.match(line.folded)), "")
    if attached := _ATTACHES.match(subject):
        return _KINDS[attached["kind"]]
    titles = [line.folded for line in lines if is_kind_title(line)]
    for text in (
        fold(labels.get("kind", "")),
        *titles,
        fold(read_number(number).kind.name),
        *(x.folded for x in lines[:2]),
    ):
        if found := _KIND.match(text):
            return _KINDS.get(found["kind"], "khác")
    return "khác"


def read_issued(lines: Sequence[Line], labels: Mapping[str, str], ends: Sequence[Line]) -> date | None:
    """Return the day of issue: place and date, the portal's table, the headline, or the place and date at the end."""
    places = [line for line in lines if is_place_and_date(line) or (is_number_line(line) and ", ngay" in line.folded)]
    dated = [fold(labels.get("issued", "")), *(line.folded for line in lines[:2] if starts_with_number(line))]
    texts = [*(line.folded for line in places), *dated, *(x.folded for x in ends if is_place_and_date(x))]
    return next((day for text in texts if (day := first_date(text))), None)


def read_subject(lines: Sequence[Line]) -> str:
    """Return what the document is about: the lines behind "V/v", or those below the kind in capitals."""
    for i, line in enumerate(lines):
        if (found := _SUBJECT.match(line.folded)) and found.end() < len(line.text):
            return _capital(" ".join([line.text[found.end() :], *_continued(lines, i)]))
    for i, line in enumerate(lines):
        if is_kind_title(line) and not line.folded.startswith("bao cao vien"):
            own = line.text if not is_bare_kind(line) else ""
            return _capital(own or " ".join(_below(lines, i)))
    return ""


def _continued(lines: Sequence[Line], i: int) -> list[str]:
    """Return the lines that go on with a subject which was too wide for its column."""
    following: list[str] = []
    for line in lines[i + 1 : i + 4]:
        if line.gap or not line.text[0].islower():
            break
        following.append(line.text)
    return following


def _below(lines: Sequence[Line], i: int) -> list[str]:
    """Return the lines of the subject below the kind, without the body's name between them."""
    below: list[str] = []
    for line in lines[i + 1 : i + 6]:
        skipped = _OF_BODY.match(line.folded) and line.is_upper
        if (
            _OPENS_BODY.match(line.folded)
            or is_place_and_date(line)
            or is_number_line(line)
            or line.folded.startswith(("kinh gui", "("))
            or (below and line.gap)
        ):
            break
        if not skipped:
            below.append(line.text)
    return below


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def read_signer(ends: Sequence[Line]) -> str:
    """Return the person who signed: the first name in the lines of a signature, "(Đã ký)" taken off."""
    for line in ends:
        found = _SIGNED.match(line.folded)
        rest = line.text[found.end() :] if found else line.text
        name = read_name(Line(line.start, rest, fold(rest))) if rest else ""
        if name and not line.is_upper:
            return name
    return next((name for line in ends if (name := read_name(line))), "")
