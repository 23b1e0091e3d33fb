"""Names of persons on lines of their own: who signed an official document, who wrote an article."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.language.folding import fold
from ingest.looks.lines import Line

_WORD = re.compile(r"[^\W\d_]+\.?(?:[-'’][^\W\d_]+)?")
_AFFILIATION = re.compile(r"\s*\([^()]{2,80}\)\s*$")
_SIGNS = " .,;:*_|"
_SEPARATORS = re.compile(r"\s*(?:[-–—,&;/]|\bvà\b)\s*")
_BYLINE = re.compile(
    r"(?:(?:tin|bai|anh|video|clip|do hoa|noi dung|ky su|phong su|trinh bay|thuc hien|tac gia|nguoi viet"
    r"|nhom tac gia|nhom pv|phong vien|bien tap|theo|nguon)(?:\s*(?:,|va|&|-|/|\+)\s*(?=[a-z])|\s*(?=:)))+\s*:\s*",
)
_BY = re.compile(r"(?:theo|nguon|tac gia|thuc hien|nhom pv|pv|phong vien|ctv)\b\s*:?\s*")
_SHORT_SIGNS = re.compile(
    r"(?:p\.?v\.?|ctv|t\.?h\.?|b\.?b\.?t\.?|ttxvn|vov|vtv\d?|nhom (?:pv|phong vien))(?:\s*[(/-].{0,40})?"
)
_ENCLOSED = re.compile(r"\(([^()]{2,80})\)\.?")
_CARRIED_OUT = re.compile(r"\b(?:thuc hien|tong hop|bien tap|suu tam)$")
_SITE = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+){1,3}(?:/\S*)?")
_DEGREES = re.compile(
    r"(?:(?:pgs|gs|ts|ths|cn|bs|ks|ncs|cvcc|cvc)\b\.?\s*[,.-]?\s*|(?:thac si|tien si|dai ta|thuong ta|trung ta|thieu ta"
    r"|dai tuong|thuong tuong|trung tuong|thieu tuong|dai uy|thuong uy|trung uy|thieu uy|dong chi|ong|ba)\s+)+"
)
_COMMON_FAMILIES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn mai đào tô trương cao lưu lương
tạ thái chu quách tống vương kiều nghiêm lâm hà từ khuất giang la triệu quang thân ông phùng đàm tôn mạc nông bế hứa
"""
_FAMILIES = frozenset(_COMMON_FAMILIES.split())
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote an article; `author` is empty where the line names only where it was taken from."""

    author: str


def is_name(text: str) -> bool:
    """Whether a text reads as a person's name or pen name: two to five words, each with a capital.

    All in capitals it must open with a common family name, since headings are written so too.
    """
    words = text.split()
    if not (2 <= len(words) <= 5 and all(word[0].isupper() and _WORD.fullmatch(word) for word in words)):
        return False
    return not text.isupper() or (len(words) <= 4 and words[0].lower() in _FAMILIES)


def read_name(line: Line) -> str:
    """Return the person's name that a line consists of, without degrees and ranks; empty where it is none."""
    if len(line.text) > _LONGEST or _BY.match(line.folded):
        return ""
    name = _without_degrees(line.text.strip(_SIGNS))
    return name if is_name(name) else ""


def read_byline(line: Line) -> Byline | None:
    """Read a line at an article's head or end that names its author ("Bài, ảnh: …", a bare name) or its source."""
    if len(line.text) > _LONGEST:
        return None
    if enclosed := _ENCLOSED.fullmatch(line.text):
        inner = enclosed[1].strip()
        return read_byline(replace(line, text=inner, folded=fold(inner))) or (
            Byline("") if _CARRIED_OUT.search(fold(inner)) else None
        )
    said = _BYLINE.match(line.folded) or _BY.match(line.folded)
    rest = line.text[said.end() if said else 0 :].strip(_SIGNS)
    person = _AFFILIATION.sub("", rest).strip(_SIGNS)
    is_source = said is not None and said[0].startswith(("theo", "nguon"))
    if _SHORT_SIGNS.fullmatch(line.folded.strip(_SIGNS)):
        return Byline(line.text.strip(_SIGNS))
    if not (is_source and _SITE.fullmatch(rest)) and not _are_names(person, said=said is not None):
        return None
    return Byline("" if is_source else _without_degrees(person))


def _are_names(text: str, *, said: bool) -> bool:
    """Whether a text lists one to four persons; after a word such as "Tác giả:" any capital will do."""
    names = [name for name in _SEPARATORS.split(text) if name]
    if said:
        return 1 <= len(names) <= 4 and all(name[0].isupper() and len(name) <= 40 for name in names)
    return 1 <= len(names) <= 3 and all(is_name(_without_degrees(name)) for name in names)


def _without_degrees(text: str) -> str:
    degrees = _DEGREES.match(fold(text))
    return text[degrees.end() :] if degrees else text
