"""Sheets of paper for tests: PDF pages drawn by hand with reportlab, and the same pages as noisy scans."""

from __future__ import annotations

import functools
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT, TOP = 85.0, 545.0, 60.0
SIZE, PITCH, INDENT = 13.0, 18.0, 30.0


@functools.cache
def font_file() -> str:
    """Return the file of a serif font of the system that has Vietnamese letters."""
    wanted = "Noto Serif:lang=vi"
    return subprocess.run(["fc-match", "--format=%{file}", wanted], capture_output=True, text=True, check=True).stdout


@functools.cache
def font() -> str:
    """Register that font and return its name."""
    pdfmetrics.registerFont(TTFont("Test", font_file()))
    return "Test"


class Sheets:
    """A PDF file under work; `y` counts points from the upper edge down to the next line."""

    def __init__(self, path: Path, **options: str) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4, **options)
        self.y = TOP

    def at(self, x: float, text: str, *, y: float | None = None, size: float = SIZE, name: str = "") -> None:
        """Write at a place, without moving on."""
        self.canvas.setFont(name or font(), size)
        self.canvas.drawString(x, A4[1] - (self.y if y is None else y), text)

    def center(self, text: str, *, x: float = (LEFT + RIGHT) / 2, size: float = SIZE) -> None:
        """Write a centred line and move on."""
        self.at(x - pdfmetrics.stringWidth(text, font(), size) / 2, text, size=size)
        self.y += PITCH

    def heads(self, left: Sequence[str], right: Sequence[str]) -> None:
        """Write two columns side by side, each line centred in its column, and move on."""
        top = self.y
        for x, lines in ((LEFT + 100, left), (RIGHT - 125, right)):
            self.y = top
            for line in lines:
                self.center(line, x=x)
        self.y = top + PITCH * max(len(left), len(right))

    def paragraph(self, text: str, *, x: float = LEFT, right: float = RIGHT, indent: float = INDENT) -> None:
        """Write a justified paragraph and move on, to a new page where this one is full."""
        first, *rest = simpleSplit(text, font(), SIZE, right - x - indent)
        lines = [first, *simpleSplit(" ".join(rest), font(), SIZE, right - x)]
        for i, line in enumerate(lines):
            if self.y > A4[1] - 70:
                self.new_page()
            start = x + indent * (i == 0)
            self._justified(line, start, right, is_last=i == len(lines) - 1)
            self.y += PITCH

    def _justified(self, line: str, x: float, right: float, *, is_last: bool) -> None:
        words = line.split()
        widths = [pdfmetrics.stringWidth(word, font(), SIZE) for word in words]
        blank = SIZE / 4 if is_last or len(words) == 1 else (right - x - sum(widths)) / (len(words) - 1)
        for word, width in zip(words, widths, strict=True):
            self.at(x, word)
            x += width + blank

    def table(self, rows: Sequence[Sequence[str]], edges: Sequence[float], *, height: float = 20.0) -> None:
        """Draw a ruled table with columns between the edges, and move on."""
        top = A4[1] - self.y + 14
        self.canvas.grid(list(edges), [top - height * i for i in range(len(rows) + 1)])
        for row in rows:
            for x, cell in zip(edges, row, strict=False):
                for i, line in enumerate(cell.split("\n")):
                    self.at(x + 4, line, y=self.y + 11 * i, size=11)
            self.y += height

    def new_page(self) -> None:
        """Begin the next page."""
        self.canvas.showPage()
        self.y = TOP

    def save(self) -> Path:
        """Finish the file."""
        self.canvas.save()
        return self.path


def scans_of(path: Path, *, dpi: int = 200, noise: float = 12.0) -> list[Image.Image]:
    """Return the pages of a PDF file as a scanner gives them: grey, slightly noisy, not quite straight."""
    import pypdfium2

    pages = []
    pdf = pypdfium2.PdfDocument(path)
    for number, page in enumerate(pdf):
        clean = page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L").rotate(0.2, fillcolor=255)
        speckled = numpy.asarray(clean) + numpy.random.default_rng(number).normal(0, noise, clean.size[::-1])
        pages.append(Image.fromarray(speckled.clip(0, 255).astype("uint8")))
    pdf.close()
    return pages


def pdf_of_scans(scans: Sequence[Image.Image], path: Path, *, dpi: int = 200) -> Path:
    """Write scans as the pages of a PDF file without any text."""
    scans[0].save(path, format="PDF", save_all=True, append_images=list(scans[1:]), resolution=dpi)
    return path
