"""The words and tables of a PDF page through pdfplumber, with old fonts turned into Unicode."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.language.folding import compose
from ingest.paged.grids import Grid
from ingest.paged.words import Word, rows_of

if TYPE_CHECKING:
    from pdfplumber.page import Page

_BLANK_WIDTH = 0.15  # of the letters' size: less is no blank
_GLUED = 0.1
_RAISED_SIZE, _RAISED = 0.8, 0.1
_LEAST_TO_DETECT = 200  # characters in one font before their encoding is guessed without its name telling
_NAMES = {"tcvn3": "TCVN3", "vni": "VNI", "viscii": "VISCII", "vps": "VPS"}
_CAPITAL_FONT = re.compile(r"\.Vn\w*H$", re.IGNORECASE)  # draws small letters as capitals
_VIETNAMESE_ONLY = re.compile("[\u1ea0-\u1ef9ăĂđĐơƠưƯ]")
_LOOSE_MARKS = re.compile(r"([^\W\d_])[ \u00a0]?([\u0300-\u036f]+)")
_SYMBOLS = str.maketrans({"\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "►", "\uf0fc": "✓", "\uf02d": "-"})  # bullets
_SHAPES = "\u0302\u0306\u031b"
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class RawWord:
    """A word as the file has it, with the name of its font."""

    word: Word
    font: str


@dataclass(frozen=True, slots=True)
class RawPage:
    """A page before its fonts are understood.

    `image_share`: of the page's area that its largest picture covers; `has_drawing`: anything but words is on it.
    """

    words: tuple[RawWord, ...]
    tables: tuple[Grid, ...]
    width: float
    height: float
    image_share: float
    has_drawing: bool


def read_raw(page: Page) -> RawPage:
    """Read a page of pdfplumber; lengths in points."""
    found = page.dedupe_chars().extract_words(x_tolerance_ratio=_BLANK_WIDTH, extra_attrs=["fontname", "size"])
    words = [
        RawWord(
            Word(
                one["text"],
                one["x0"],
                one["x1"],
                one["top"],
                one["bottom"],
                one["size"],
                is_bold="bold" in str(one["fontname"]).lower(),
            ),
            _SUBSET.sub("", str(one["fontname"])),
        )
        for one in found
    ]
    tables = [tuple(tuple(row.cells) for row in table.rows) for table in page.find_tables() if words]
    area = float(page.width) * float(page.height)
    drawn = [(image["x1"] - image["x0"]) * (image["bottom"] - image["top"]) for image in page.images]
    share = max((float(size) / area for size in drawn), default=0.0) if area else 0.0
    has_drawing = bool(page.images or page.curves or page.rects or page.lines)
    return RawPage(tuple(words), tuple(tables), float(page.width), float(page.height), share, has_drawing)


def encodings_of(pages: Iterable[RawPage]) -> dict[str, str]:
    """Return for each font that draws no Unicode the encoding of its letters ("tcvn3", "vni", "viscii")."""
    from viparse import detect_text_encoding  # type: ignore[import-untyped]
    from viparse.normalize.detector import detect_encoding  # type: ignore[import-untyped]

    texts: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for one in page.words:
            texts[one.font].append(one.word.text)
    found: dict[str, str] = {}
    for font, words in texts.items():
        text = " ".join(words)
        if _VIETNAMESE_ONLY.search(text) or text.isascii():
            continue
        encoding = detect_encoding([font]).encoding
        if encoding is None and len(text) >= _LEAST_TO_DETECT:
            encoding = detect_text_encoding(text)
        if encoding:
            found[font] = encoding
    return found


def encoding_names(encodings: Mapping[str, str]) -> str:
    """Name the encodings for the health report; empty where all is Unicode."""
    return " + ".join(sorted({_NAMES.get(name, name.upper()) for name in encodings.values()}))


def read_words(page: RawPage, encodings: Mapping[str, str]) -> list[Word]:
    """Return the words of a page in composed Unicode, parts of one word marked as glued, raised ones as raised."""
    fonts = {id(one.word): one.font for one in page.words}
    words: list[Word] = []
    for row in rows_of(one.word for one in page.words):
        before: Word | None = None
        for word in row.words:
            is_glued = before is not None and word.x0 - before.x1 < _GLUED * row.size
            is_small = word.size < _RAISED_SIZE * row.size
            is_raised = is_small and row.bottom - word.bottom > _RAISED * row.size
            text = _unicode(word.text, fonts[id(word)], encodings)
            words.append(replace(word, text=text, is_glued=is_glued, is_raised=is_raised))
            before = word
    return words


def _unicode(text: str, font: str, encodings: Mapping[str, str]) -> str:
    encoding = encodings.get(font)
    if encoding:
        from viparse import fix

        text = fix(text, encoding=encoding)
    return repair_marks(text.upper() if _CAPITAL_FONT.search(font) else text).translate(_SYMBOLS)


def repair_marks(text: str) -> str:
    """Return composed Unicode, also where marks stand behind a blank or in the wrong order behind their letter."""
    if text.isascii():
        return text
    return compose(_LOOSE_MARKS.sub(_ordered, unicodedata.normalize("NFD", text)))


def _ordered(found: re.Match[str]) -> str:
    """Put the mark that shapes the letter before its tone: only so do both compose."""
    return found[1] + "".join(sorted(found[2], key=lambda mark: mark not in _SHAPES))
