"""Marks for printed text that PDF readers trip over, and pages rendered as scans."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from PIL import Image, ImageFilter

from tests.ingest.files.description import Description
from tests.ingest.files.layout import Print, printed
from tests.ingest.files.writers_text import Writer

DPI = 200
BROKEN = {"Internet": "Inter-<br/>net", "187-KH/TU": "187-<br/>KH/TU"}
_PLAIN = Print()
Spoil = Callable[[Any], Any]  # a page's picture, spoilt


def decomposed(text: str) -> str:
    """Letters and their marks apart, as some PDF printers write them."""
    return html.escape(unicodedata.normalize("NFD", text))


def broken_at_hyphens(text: str) -> str:
    """A word cut at the end of the line, and a document number broken behind its own hyphen."""
    marked = html.escape(text)
    for words, broken in BROKEN.items():
        marked = marked.replace(words, broken)
    return marked


def page_pictures(description: Description, look: Print = _PLAIN) -> list[Any]:
    """The pages of a document in grey, as a scanner of 200 dots an inch sees them."""
    import pypdfium2

    with TemporaryDirectory() as folder:
        path = Path(folder) / "pages.pdf"
        printed(look)(description, path)
        document = pypdfium2.PdfDocument(path)
        try:
            return [page.render(scale=DPI / 72).to_pil().convert("L") for page in document]
        finally:
            document.close()


def clean(picture: Any) -> Any:
    """As it was rendered."""
    return picture


def tilted(picture: Any) -> Any:
    """Laid on the glass half a degree askew."""
    return picture.rotate(0.5, resample=Image.Resampling.BICUBIC, fillcolor=255)


def noisy(picture: Any) -> Any:
    """A poor copy: grey paper, grain, soft edges."""
    soft = picture.filter(ImageFilter.GaussianBlur(0.6))
    grain = np.random.default_rng(7).normal(0, 18, (soft.height, soft.width))
    spoilt = np.clip(np.asarray(soft, dtype=float) * 0.85 + 12 + grain, 0, 255)
    return Image.fromarray(spoilt.astype("uint8"))


def scanned(spoil: Spoil = clean, **options: Any) -> Writer:
    """A writer of pictures in the format that the file's name tells; several pages need one that can hold them."""

    def write(description: Description, path: Path) -> None:
        _save([spoil(picture) for picture in page_pictures(description)], path, **options)

    return write


def _save(pictures: Sequence[Any], path: Path, **options: Any) -> None:
    first, *rest = pictures
    more = {"save_all": True, "append_images": rest} if rest else {}
    first.save(path, dpi=(DPI, DPI), **{"resolution": DPI} if path.suffix == ".pdf" else {}, **more, **options)


def half_scanned(description: Description, path: Path) -> None:
    """A PDF whose first page is text and whose others are pictures."""
    import pypdfium2

    with TemporaryDirectory() as folder:
        text, pictures = Path(folder) / "text.pdf", Path(folder) / "pictures.pdf"
        printed(_PLAIN)(description, text)
        _save(page_pictures(description)[1:], pictures)
        joined, typed, drawn = pypdfium2.PdfDocument.new(), pypdfium2.PdfDocument(text), pypdfium2.PdfDocument(pictures)
        joined.import_pages(typed, [0])
        joined.import_pages(drawn)
        joined.save(path)
        for document in (joined, typed, drawn):
            document.close()
