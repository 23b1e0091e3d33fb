"""Documents laid out on A4 pages with reportlab: as PDF, and as the pages that scans are made from."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Spacer
from reportlab.platypus import PageBreak as NewPage
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import Table as Grid

from tests.ingest.files.description import Block, Columns, Description, Heading, PageBreak, Table, Title, block_lines
from tests.ingest.files.writers_text import Writer

FONTS = Path("/usr/share/fonts/truetype/noto")  # has every Vietnamese letter, unlike some that look like Times
OLD_FONTS = (".VnTime", ".VnTimeH")
_FILES = {"Serif": "NotoSerif-Regular.ttf", "SerifBold": "NotoSerif-Bold.ttf"}
_MARGIN = 2 * cm
_BORDER = ("GRID", (0, 0), (-1, -1), 0.5, "black")
_TOP = ("VALIGN", (0, 0), (-1, -1), "TOP")

Mark = Callable[[str], str]  # a text as reportlab's markup
Runs = Callable[[str], Iterable[tuple[str, str]]]  # a text as pieces that end with a word, each with its font


@dataclass(frozen=True, slots=True)
class Print:
    """How a document is printed.

    Attributes:
        mark: the words as markup of reportlab.
        runs: the words in fonts of their own, instead of `mark`.
        columns: text columns on a page.
        running: a running head and page numbers.
        repeats: the heading of a table comes again on each page.
        size: of the letters, in points.
        justified: lines are as long as the column is wide, also before a break.
    """

    mark: Mark = html.escape
    runs: Runs | None = None
    columns: int = 1
    running: str = ""
    repeats: bool = False
    size: float = 12
    justified: bool = False


def printed(look: Print) -> Writer:
    """A writer of PDF files with text."""

    def write(description: Description, path: Path) -> None:
        _register_fonts()
        width = (A4[0] - 2 * _MARGIN - (look.columns - 1) * cm) / look.columns
        frames = [
            Frame(_MARGIN + i * (width + cm), _MARGIN, width, A4[1] - 2 * _MARGIN, 0, 0, 0, 0)
            for i in range(look.columns)
        ]
        template = PageTemplate(frames=frames, onPage=_running(look.running) if look.running else _nothing)
        document = BaseDocTemplate(
            str(path), pagesize=A4, pageTemplates=[template], title=description.name, invariant=1
        )
        flow = [one for block in description.blocks for one in _flowables(block, look, width)]
        notes = [f"[{i}] {note}" for i, note in enumerate(description.footnotes, 1)]
        document.build([*flow, *(_line(note, look) for note in notes)])

    return write


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    for name in OLD_FONTS:  # the letters of another font under the old one's name: readers see codes and names only
        font = TTFont(name, FONTS / _FILES["Serif"])
        font.face.name = name.encode()
        pdfmetrics.registerFont(font)


def _running(words: str) -> Callable[[Any, Any], None]:
    def draw(canvas: Any, document: Any) -> None:
        canvas.setFont("Serif", 10)
        canvas.drawString(_MARGIN, A4[1] - 1.2 * cm, words)
        canvas.drawCentredString(A4[0] / 2, 1.1 * cm, f"Trang {canvas.getPageNumber()}")

    return draw


def _nothing(canvas: Any, document: Any) -> None:
    """Draw nothing around the text."""


class _OldFontLines(Flowable):
    """A paragraph drawn run by run: reportlab's own would take the code of "ư" for a soft hyphen."""

    def __init__(self, runs: Iterable[tuple[str, str]], size: float) -> None:
        super().__init__()
        self._runs, self._size = list(runs), size
        self._drawn: list[tuple[float, float, str, str]] = []

    def wrap(self, available: float, _: float) -> tuple[float, float]:
        across, down = 0.0, self._size
        self._drawn = []
        for typed, font in self._runs:
            width = pdfmetrics.stringWidth(typed, font, self._size)
            if across + pdfmetrics.stringWidth(typed.rstrip(), font, self._size) > available:
                across, down = 0.0, down + self._size * 1.35
            self._drawn.append((across, down, typed, font))
            across += width
        self.height = down + self._size * 0.8
        return available, self.height

    def draw(self) -> None:
        for across, down, typed, font in self._drawn:
            self.canv.setFont(font, self._size)
            self.canv.drawString(across, self.height - down, typed)


def _line(text: str, look: Print, *, bold: bool = False, centred: bool = False) -> Flowable:
    if look.runs:
        return _OldFontLines(look.runs(text), look.size)
    style = ParagraphStyle(
        "line",
        fontName="SerifBold" if bold else "Serif",
        fontSize=look.size,
        leading=look.size * 1.35,
        spaceAfter=5,
        alignment=TA_CENTER if centred else TA_JUSTIFY if look.justified else TA_LEFT,
        justifyBreaks=int(look.justified),
    )
    return Flowing(look.mark(text), style)


def _flowables(block: Block, look: Print, width: float) -> list[Flowable]:
    if isinstance(block, PageBreak):
        return [NewPage()]
    if isinstance(block, Columns):
        small = replace(look, size=look.size - 1)
        rows = [[_line(one, small, centred=True) if one else "" for one in row] for row in block.rows]
        return [Grid(rows, colWidths=[width * 0.48, width * 0.52], style=[_TOP]), Spacer(1, 8)]
    if isinstance(block, Table):
        small = replace(look, size=look.size - 1)
        rows = [[_line(cell, small) for cell in row] for row in block.rows]
        widths = _widths(block, width)
        return [Grid(rows, colWidths=widths, style=[_BORDER, _TOP], repeatRows=int(look.repeats)), Spacer(1, 8)]
    heads = isinstance(block, Heading)
    titles = isinstance(block, Title)
    return [_line(text, look, bold=heads or titles, centred=titles) for text in block_lines(block)]


def _widths(block: Table, width: float) -> list[float]:
    """Columns as wide as their longest cell asks, none so narrow that a date would break."""
    longest = [max(len(cell) for cell in column) for column in zip(*block.rows, strict=True)]
    shares = [max(size / sum(longest), 0.17) for size in longest]
    return [width * share / sum(shares) for share in shares]
