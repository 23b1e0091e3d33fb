"""What numbers a line at its beginning: "Điều 5.", "II.", "1.1.", "a)", "Một là", a dash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.looks.lines import Line

RANKS = {
    "annex": 10,
    "part": 12,
    "chapter": 14,
    "section": 16,
    "question": 18,
    "heading": 20,
    "article": 30,
    "capital": 40,
    "roman": 50,
    "number": 60,
    "bracketed": 65,
    "letter": 70,
    "ordinal": 75,
    "star": 78,
    "dash": 80,
    "row": 80,
    "plus": 90,
}
BULLETS = frozenset({"star", "dash", "row", "plus"})
_NAMED = frozenset({"annex", "part", "chapter", "section"})

_COUNTS = ("một nhất", "hai", "ba", "bốn tư", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười")
ORDINALS = {word: place for place, words in enumerate(_COUNTS, 1) for word in words.split()}
_FOLDED_COUNT = "mot|nhat|hai|ba|bon|tu|nam|sau|bay|tam|chin|muoi"
_COUNT = "|".join(ORDINALS)
_SEPARATOR = r"(?P<separator>\s*[.:/-](?=\s|$|[^\W\d_])|(?=\s*$))?\s*"
_LETTERS = r"(?=[^\W\d_]{2})"  # "V.I. Lênin" is a name, "V.NHIỆM VỤ" is none

# Tried in this order on the folded line; the label's case and accents are looked up in the line as written.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("annex", re.compile(rf"phu luc(?:\s+(?:so\s+)?(?P<label>[ivx]{{1,5}}|\d{{1,2}}|[a-e]))?\b{_SEPARATOR}")),
    ("part", re.compile(rf"phan\s+(?:thu\s+)?(?P<label>{_FOLDED_COUNT}|[ivx]{{1,5}}|\d{{1,2}}|[a-e])\b{_SEPARATOR}")),
    ("chapter", re.compile(rf"chuong\s+(?:thu\s+)?(?P<label>{_FOLDED_COUNT}|[ivx]{{1,6}}|\d{{1,3}})\b{_SEPARATOR}")),
    ("section", re.compile(rf"muc\s+(?P<label>[ivx]{{1,5}}|\d{{1,3}}|[a-e])\b{_SEPARATOR}")),
    ("question", re.compile(r"(?:cau(?:\s+hoi)?\s+(?:so\s+)?(?P<label>\d{1,3})|hoi)\s*[:.]\s*")),
    ("article", re.compile(r"dieu\s+(?P<label>\d{1,4}[a-z]?)\b(?:\s*[.:/-](?=\s|$|[^\W\d_])|(?=\s*$))\s*")),
    ("capital", re.compile(r"(?P<label>[a-hk])(?:\s?[.)/-])\s+(?!mac\b)")),
    ("roman", re.compile(rf"(?P<label>[ivx]{{1,7}})(?:\s?[.)/-]\s+(?![ivx]\.)|[.)/]{_LETTERS})")),
    ("number", re.compile(r"(?P<label>\d{1,3}(?:[a-z]|(?:\.\d{1,2}){0,4}))(?:\s?[./-]\s+(?!\d)|[./](?=[^\W\d_]))")),
    ("number", re.compile(r"(?P<label>\d{1,2}(?:\.\d{1,2}){1,4})\s+(?=[^\W\d_])")),
    ("bracketed", re.compile(r"\(?(?P<label>\d{1,3})\)\s*(?=\S)")),
    ("letter", re.compile(r"\(?(?P<label>[a-z])(?:\s?\)\s*(?=\S)|[./]\s+)")),
    (
        "ordinal",
        re.compile(rf"(?:dieu\s+|bai hoc\s+)?(?:thu\s+)?(?:{_FOLDED_COUNT})(?:\s+la\b\s*[,:]?|\s*[,:])\s*(?=\S)"),
    ),
    ("plus", re.compile(r"\+\s*(?=[^\W_])")),
    ("star", re.compile(r"\*+\s*(?=[^\W_])")),
    ("dash", re.compile(r"[-•●▪■◦○►▶✓✔\uf0b7\uf02d\u00b7](?:\s+|(?=[^\W\d_]))")),
    ("row", re.compile(r"\|\s*")),
)
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ORDINAL = re.compile(
    rf"(?:(?:điều|bài học)\s+)?(?:thứ\s+(?P<th>{_COUNT})(?:\s+là\b|\s*[,:](?!\s*(?:ngày\b|\d)))"
    rf"|(?P<la>{_COUNT})\s+là\b)",
    re.IGNORECASE,
)
_LOOK = 60  # no marker is longer


@dataclass(frozen=True, slots=True)
class Marker:
    """A numbering: `style` tells its kind, `rank` how deep it stands (small is high), `size` its characters.

    `label` is what people call it by ("II", "1.1", "a", "5"); empty where the items are counted instead.
    """

    style: str
    rank: int
    label: str
    size: int

    @property
    def is_bullet(self) -> bool:
        """Whether it is a sign that numbers nothing by itself."""
        return self.style in BULLETS


def read_marker(line: Line) -> Marker | None:
    """Return the marker that a line begins with, None where it begins with words."""
    return _read(line.folded[:_LOOK], line.text[:_LOOK])


@lru_cache(maxsize=1 << 16)  # each line is asked several times on its way to a passage
def _read(folded: str, text: str) -> Marker | None:
    for style, pattern in _PATTERNS:
        if found := pattern.match(folded):
            label = _label(style, found, text)
            if label is not None:
                return Marker(style, RANKS[style], label, found.end())
    return None


def _label(style: str, found: re.Match[str], text: str) -> str | None:
    """Return the label as people write it, None where the words only look like a marker."""
    if style in BULLETS:
        return ""
    if style == "ordinal":
        ordinal = _ORDINAL.match(text)
        return str(ORDINALS[(ordinal["th"] or ordinal["la"]).lower()]) if ordinal else None
    written = text[found.start("label") : found.end("label")] if found["label"] else ""
    if style in _NAMED:
        return _named_label(found, written, text)
    if style == "question":
        return written if text[:3].lower() in ("câu", "hỏi") else None
    if style in ("capital", "roman"):
        valid = style == "capital" or _ROMAN.fullmatch(written.lower())
        return written if written.isupper() and valid else None
    if style == "letter":
        return written if written.islower() else None
    if style == "number" and found[0][-1:].isspace() and found[0].rstrip()[-1:] not in "./-":
        return written if text[found.end() : found.end() + 1].isupper() else None  # "2.5 triệu" is an amount
    return written


def _named_label(found: re.Match[str], written: str, text: str) -> str | None:
    rest = text[found.end() :]
    if found["separator"] is None and not (rest[:1].isupper() and rest.upper() == rest):
        return None  # "phần I của Chỉ thị" in running text
    if written.lower() in ORDINALS:
        return f"thứ {written.lower()}"
    return written.upper()
