"""Scanned pages and images through Tesseract."""

from __future__ import annotations

import os
import warnings
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import fmean, median
from typing import TYPE_CHECKING, Any

from assistant.errors import DocumentError
from ingest.loaded import LoadedFile, Reading
from ingest.paged.accents import mend_accents
from ingest.paged.grids import split_tables
from ingest.paged.layout import PageWords, text_of
from ingest.paged.numerals import mend_numerals
from ingest.paged.ruling import find_grids
from ingest.paged.words import Word

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300  # at which Tesseract reads best
MOST_PIXELS = 60_000_000  # of one page: an A4 sheet at 800 dpi
MOST_PAGES = 300  # recognised in one file, at some seconds each
INSTALL = "sudo apt-get install tesseract-ocr tesseract-ocr-vie"
_LANGUAGE = "vie"
_A4_INCHES = 8.27
_LIKELY_DPI = range(100, 1201)
_WORD_LEVEL = 5  # in Tesseract's table: page, block, paragraph, line, word
_SIZE_OF_LINE = 0.85  # of a line's height, tone marks and descenders included, is the size of its letters
_DOUBTFUL = 60  # a page below may lie on its side
_NOISE = 40  # confidence below which signs without a letter or digit are specks
_RULES = frozenset("|[]{}_¦!")
_SECONDS = 240  # for one page


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page that was recognised; `confidence` is the mean over its words, 0 to 100."""

    page: PageWords
    confidence: float


def load_image(path: Path) -> LoadedFile:
    """Read a scanned image, each picture of a multi-page TIFF as a page.

    Raises:
        DocumentError: it is no image or too large, or Tesseract or its Vietnamese data is missing.
    """
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path) as image:
                pages = [recognise(one, path.name) for one in _pictures(image, path.name)]
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_large(path.name) from error
    except UnidentifiedImageError as error:
        raise DocumentError(f"Tệp {path.name} không phải ảnh đọc được; hãy quét lại hoặc lưu sang PNG.") from error
    except (SyntaxError, ValueError, EOFError) as error:
        raise DocumentError(f"Ảnh {path.name} bị hỏng hoặc thiếu dữ liệu; hãy quét lại hoặc xin bản khác.") from error
    confidences = tuple(round(page.confidence, 1) for page in pages)
    text = mend_numerals(text_of([page.page for page in pages]))
    return LoadedFile(text, reading=Reading(confidences=confidences))


def recognise(image: Image, name: str) -> Recognised:
    """Recognise one page; turned by quarters where it lies on its side.

    Args:
        image: in shades of grey.
        name: of the file, for messages.

    Raises:
        DocumentError: Tesseract or its Vietnamese data is missing, or it gives the page up.
    """
    found = _recognised(image, name)
    if found.confidence >= _DOUBTFUL:
        return found
    angle = _angle(image)
    turned = _recognised(image.rotate(-angle, expand=True, fillcolor=255), name) if angle else found
    return max(found, turned, key=lambda one: one.confidence)


def check_pages(count: int, name: str) -> None:
    """Refuse files with more pages to recognise than anyone would wait for.

    Raises:
        DocumentError: there are more than `MOST_PAGES`.
    """
    if count > MOST_PAGES:
        raise DocumentError(
            f"Tệp {name} có {count} trang phải nhận dạng chữ, quá giới hạn {MOST_PAGES} trang; "
            "hãy tách thành nhiều tệp nhỏ hơn."
        )


def _pictures(image: Image, name: str) -> Iterator[Image]:
    from PIL import ImageOps, ImageSequence

    check_pages(getattr(image, "n_frames", 1), name)
    for frame in ImageSequence.Iterator(image):
        if frame.width * frame.height > MOST_PIXELS:
            raise _too_large(name)
        yield _at_reading_size(_grey(ImageOps.exif_transpose(frame)), frame.info.get("dpi"))


def _grey(image: Image) -> Image:
    """Return an image in shades of grey, what is transparent as white paper."""
    from PIL import Image

    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        seen = image.convert("RGBA")
        paper = Image.new("RGBA", seen.size, "white")
        paper.alpha_composite(seen)
        return paper.convert("L")
    return image.convert("L")


def _at_reading_size(image: Image, stated: tuple[float, float] | None) -> Image:
    """Enlarge or reduce to about 300 dpi; without a likely resolution the sheet is taken to be A4."""
    dpi = float(stated[0]) if stated else 0.0
    shorter = min(image.size)
    if int(dpi) not in _LIKELY_DPI or shorter / dpi > 2 * _A4_INCHES or shorter / dpi < _A4_INCHES / 4:
        dpi = shorter / _A4_INCHES
    scale = min(DPI / dpi, (MOST_PIXELS / (image.width * image.height)) ** 0.5)
    if 0.8 < scale < 1.25:
        return image
    return image.resize((max(1, round(image.width * scale)), max(1, round(image.height * scale))))


def _recognised(image: Image, name: str) -> Recognised:
    import numpy

    table = _tesseract(image, name)
    _mend(table)
    lines: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for i, level in enumerate(table["level"]):
        if level == _WORD_LEVEL and _is_word(str(table["text"][i]), float(table["conf"][i])):
            lines[table["block_num"][i], table["par_num"][i], table["line_num"][i]].append(i)
    boxes = {key: _span(table, places) for key, places in lines.items()}
    points = 72 / DPI
    size = _SIZE_OF_LINE * points * median([bottom - top for top, bottom in boxes.values()] or [0])
    words = [
        Word(
            str(table["text"][i]).strip(),
            table["left"][i] * points,
            (table["left"][i] + table["width"][i]) * points,
            boxes[key][0] * points,
            boxes[key][1] * points,
            size,
        )
        for key, places in lines.items()
        for i in places
    ]
    confidences = [float(table["conf"][i]) for places in lines.values() for i in places]
    rest, tables = split_tables(find_grids(numpy.asarray(image), points), words)
    page = PageWords(tuple(rest), image.width * points, image.height * points, tuple(tables))
    return Recognised(page, fmean(confidences) if confidences else 0.0)


def _mend(table: dict[str, Any]) -> None:
    """Mend the accents in each block of a page, whose words follow each other."""
    for _, block in groupby(range(len(table["text"])), key=lambda i: table["block_num"][i]):
        places = [i for i in block if str(table["text"][i]).strip()]
        mended = mend_accents([str(table["text"][i]).strip() for i in places])
        for i, word in zip(places, mended, strict=True):
            table["text"][i] = word


def _is_word(text: str, confidence: float) -> bool:
    stripped = text.strip()
    if not stripped or set(stripped) <= _RULES:
        return False
    return confidence >= _NOISE or any(map(str.isalnum, stripped))


def _span(table: dict[str, Any], places: list[int]) -> tuple[int, int]:
    """Return the upper and lower edge of a line, in pixels."""
    tops = [table["top"][i] for i in places]
    return min(tops), max(table["top"][i] + table["height"][i] for i in places)


def _tesseract(image: Image, name: str) -> dict[str, Any]:
    """Return Tesseract's table of a page."""
    import pytesseract  # type: ignore[import-untyped]

    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # its threads wait for each other more than they work
    try:
        table: dict[str, Any] = pytesseract.image_to_data(
            image, lang=_LANGUAGE, config=f"--dpi {DPI}", output_type=pytesseract.Output.DICT, timeout=_SECONDS
        )
    except pytesseract.TesseractNotFoundError as error:
        raise DocumentError(
            f"Tệp {name} là bản quét, cần Tesseract để nhận dạng chữ nhưng máy chưa cài; hãy chạy: {INSTALL}"
        ) from error
    except pytesseract.TesseractError as error:
        if "traineddata" in str(error) or "loading language" in str(error):
            raise DocumentError(
                f"Tệp {name} là bản quét, Tesseract của máy chưa có dữ liệu tiếng Việt; hãy chạy: {INSTALL}"
            ) from error
        raise _given_up(name) from error
    except RuntimeError as error:  # the time is over
        raise _given_up(name) from error
    return table


def _angle(image: Image) -> int:
    """Return by how many degrees a page must be turned clockwise to stand upright, 0 where nobody can tell."""
    import pytesseract

    try:
        found = pytesseract.image_to_osd(image, output_type=pytesseract.Output.DICT, timeout=_SECONDS)
    except (pytesseract.TesseractError, RuntimeError):  # too few letters, or the data for it is not installed
        return 0
    return int(found["rotate"])


def _too_large(name: str) -> DocumentError:
    return DocumentError(
        f"Ảnh {name} quá lớn (giới hạn {MOST_PIXELS // 1_000_000} triệu điểm ảnh mỗi trang); "
        "hãy quét lại ở độ phân giải 300 dpi."
    )


def _given_up(name: str) -> DocumentError:
    return DocumentError(f"Không nhận dạng được chữ trong tệp {name}; hãy quét lại rõ hơn ở độ phân giải 300 dpi.")
