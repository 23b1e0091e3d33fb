"""PDF files: text of their own through pdfplumber, scanned pages through Tesseract."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import DocumentError
from ingest.loaded import LoadedFile, Reading
from ingest.loaders.ocr import DPI, MOST_PIXELS, Recognised, check_pages, recognise
from ingest.loaders.pdf_words import RawPage, encoding_names, encodings_of, read_raw, read_words
from ingest.paged.grids import split_tables
from ingest.paged.layout import PageWords, text_of
from ingest.paged.numerals import mend_numerals
from ingest.paged.words import Word

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]
    from PIL.Image import Image

MOST_PAGES = 3_000
_FEW_LETTERS = 20  # on a page that is mostly a picture: the stamp of a scanning program, a page number
_PICTURE, _WHOLE_PICTURE = 0.3, 0.8  # of the page's area
_FOREIGN = 0.03  # of the letters: more come from a font whose table of letters is broken
_LEAST_MARKED = 0.08  # of Vietnamese letters bear a mark; fewer were recognised by a program that knows none
_NO_LETTERS = frozenset(("Cc", "Co", "Cn", "So"))  # what stands for letters that a font's table does not know
_BULLETS = frozenset("\uf0b7\uf02d\uf0a7\uf0d8\uf0fc\uf076●○■□▪▫◆◇►▶✓✔☐☑☒©®°")
_VOWELS = frozenset("aeiouy")
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


def load_pdf(path: Path) -> LoadedFile:
    """Read a PDF file, pages without usable text by recognising their picture.

    Raises:
        DocumentError: it is locked, broken, empty or too long, or Tesseract is needed and missing.
    """
    raw = _read(path)
    encodings = encodings_of(raw)
    words = [read_words(page, encodings) for page in raw]
    scanned = [number for number, page in enumerate(raw) if needs_recognition(page, words[number])]
    check_pages(len(scanned), path.name)
    recognised = dict(zip(scanned, _recognise(path, scanned), strict=True)) if scanned else {}
    pages = [
        recognised[number].page if number in recognised else _page(page, words[number])
        for number, page in enumerate(raw)
    ]
    found = [recognised.get(number) for number in range(len(raw))]
    confidences = tuple(round(one.confidence, 1) if one else None for one in found) if scanned else ()
    text = mend_numerals(text_of(pages)) if scanned else text_of(pages)
    return LoadedFile(text, reading=Reading(encoding_names(encodings), confidences))


def needs_recognition(page: RawPage, words: Sequence[Word]) -> bool:
    """Whether the text of a page is missing, broken, or from a program that knows no Vietnamese."""
    text = "".join(word.text for word in words)
    letters = [sign for sign in text if sign.isalpha() or unicodedata.category(sign) in _NO_LETTERS]
    if len(letters) < _FEW_LETTERS:
        return page.image_share > _PICTURE or (not text and page.has_drawing)
    foreign = sum(not _is_expected(sign) for sign in letters if sign not in _BULLETS) + text.count("(cid:")
    marked = sum(not sign.isascii() for sign in letters)
    is_blind = page.image_share > _WHOLE_PICTURE and marked < _LEAST_MARKED * len(letters)
    return is_blind or foreign > _FOREIGN * len(letters)


def _is_expected(letter: str) -> bool:
    """Whether a letter is Vietnamese or one of western Europe."""
    if letter.isascii():
        return letter.isalpha()
    if letter in "đĐ" or "\xc0" <= letter <= "\xff":
        return True
    parts = unicodedata.normalize("NFD", letter)
    return parts[0].lower() in _VOWELS and set(parts[1:]) <= _MARKS


def _page(page: RawPage, words: Sequence[Word]) -> PageWords:
    rest, tables = split_tables(page.tables, words)
    return PageWords(tuple(rest), page.width, page.height, tuple(tables))


def _read(path: Path) -> list[RawPage]:
    with _speaking(path.name):
        import pdfplumber

        with pdfplumber.open(path) as pdf:
            _check_count(len(pdf.pages), path.name)
            pages = []
            for page in pdf.pages:
                pages.append(read_raw(page))
                page.close()
            return pages


def _recognise(path: Path, numbers: Sequence[int]) -> Iterator[Recognised]:
    import pypdfium2

    with _speaking(path.name):
        pdf = pypdfium2.PdfDocument(path)
    try:
        for number in numbers:
            with _speaking(path.name):
                image = _drawn(pdf[number])
            yield recognise(image, path.name)
    finally:
        pdf.close()


def _drawn(page: pypdfium2.PdfPage) -> Image:
    """Draw a page in shades of grey at 300 dpi, a very large one smaller."""
    width, height = page.get_size()
    scale = min(DPI / 72, (MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    image: Image = bitmap.to_pil().convert("L")
    bitmap.close()
    page.close()
    return image


def _check_count(count: int, name: str) -> None:
    if not count:
        raise DocumentError(f"Tệp {name} không có trang nào; hãy kiểm tra lại tệp gốc.")
    if count > MOST_PAGES:
        raise DocumentError(
            f"Tệp {name} có {count} trang, quá giới hạn {MOST_PAGES} trang; hãy tách thành nhiều tệp nhỏ hơn."
        )


@contextmanager
def _speaking(name: str) -> Iterator[None]:
    """Turn what the libraries raise on locked and broken files into a sentence."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        yield
    except (DocumentError, OSError, MemoryError):
        raise
    except Exception as error:  # the libraries meet broken files with errors of every kind
        if isinstance(error, PDFPasswordIncorrect) or any(isinstance(one, PDFPasswordIncorrect) for one in error.args):
            raise DocumentError(f"Tệp {name} được khoá bằng mật khẩu; hãy mở tệp, bỏ mật khẩu rồi lưu lại.") from error
        raise DocumentError(
            f"Tệp {name} không phải PDF hoặc đã hỏng; hãy mở thử bằng trình xem PDF rồi lưu lại, hoặc xin bản khác."
        ) from error
