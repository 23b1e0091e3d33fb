"""Word files made from a description: typed by hand, with styles, with automatic numbering, with tables as layout."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from tests.ingest.files.description import (
    Block,
    Columns,
    Description,
    Heading,
    Item,
    PageBreak,
    Table,
    Title,
    block_lines,
)
from tests.ingest.files.word_footnotes import FootnotePart
from tests.ingest.files.writers_text import Writer

FillParagraph = Callable[[Any, str], None]  # puts a text into an empty paragraph of python-docx
Level = tuple[str, str, str]  # which markers it numbers (a pattern), Word's number format, Word's text of the number

SECTIONS: tuple[Level, ...] = (
    (r"[IVX]+\.", "upperRoman", "%1."),
    (r"\d+\.", "decimal", "%2."),
    (r"\d+\.\d+\.", "decimal", "%2.%3."),
    (r"[a-z]\)", "lowerLetter", "%4)"),
    (r"-", "bullet", "-"),
)
ARTICLES: tuple[Level, ...] = (
    (r"Điều \d+\.", "decimal", "Điều %1."),
    (r"\d+\.", "decimal", "%2."),
    (r"[a-z]\)", "lowerLetter", "%3)"),
)
_NUMBERING_ID = "77"


@dataclass(frozen=True, slots=True)
class Dress:
    """How a document is typed.

    Attributes:
        fill: puts the words into a paragraph.
        styles: mark headings with Word's heading styles.
        levels: number by Word's automatic numbering instead of typed signs.
        layout_table: put columns into a table without borders; otherwise a tab parts them.
        footnotes: make the footnotes Word's own; otherwise they are typed at the end.
        finish: changes the finished document.
    """

    fill: FillParagraph
    styles: bool = False
    levels: tuple[Level, ...] = ()
    layout_table: bool = True
    footnotes: bool = False
    finish: Callable[[Any], None] | None = None


def one_run(paragraph: Any, text: str) -> None:
    """All words in one run."""
    paragraph.add_run(text)


def many_runs(paragraph: Any, text: str) -> None:
    """Runs that break in the middle of words, as Word leaves them after editing and spell checking."""
    for start in range(0, len(text), 7):
        paragraph.add_run(text[start : start + 7])


def word_file(dress: Dress) -> Writer:
    """A writer of Word files in some dress."""

    def write(description: Description, path: Path) -> None:
        document = docx.Document()
        document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Noto Serif", Pt(12)
        notes = FootnotePart(document) if dress.footnotes and description.footnotes else None
        typing = _Typing(document, dress, partial(notes.fill, dress.fill) if notes else dress.fill)
        for block in description.blocks:
            typing.add(block)
        if notes:
            notes.attach(description.footnotes)
        else:
            for number, note in enumerate(description.footnotes, 1):
                typing.line(f"[{number}] {note}")
        if dress.finish:
            dress.finish(document)
        document.save(str(path))

    return write


class _Typing:
    """Types block after block into a document."""

    def __init__(self, document: Any, dress: Dress, fill: FillParagraph) -> None:
        self._document, self._dress, self._fill = document, dress, fill
        self._starts_page = False
        if dress.levels:
            _define_numbering(document, dress.levels)

    def add(self, block: Block) -> None:
        if isinstance(block, PageBreak):
            self._starts_page = True
        elif isinstance(block, Columns):
            self._columns(block)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Heading | Item) and block.marker:
            self._numbered(block)
        elif isinstance(block, Heading):
            self.line(block.line, style=self._style(block))
        else:
            paragraph = self.line(block_lines(block)[0])
            if isinstance(block, Title):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                for run in paragraph.runs:
                    run.bold = True

    def line(self, text: str, style: str | None = None) -> Any:
        paragraph = self._document.add_paragraph(style=style)
        self._fill(paragraph, text)
        if self._starts_page:
            paragraph.paragraph_format.page_break_before, self._starts_page = True, False
        return paragraph

    def _style(self, block: Block) -> str | None:
        return f"Heading {block.level}" if self._dress.styles and isinstance(block, Heading) else None

    def _numbered(self, block: Heading | Item) -> None:
        matches = (i for i, (pattern, *_) in enumerate(self._dress.levels) if re.fullmatch(pattern, block.marker))
        level = next(matches, None)
        if level is None:
            self.line(block.line, style=self._style(block))
            return
        paragraph = self.line(block.text, style=self._style(block))
        properties = paragraph._p.get_or_add_pPr()
        number = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{_NUMBERING_ID}"/></w:numPr>'
        properties._insert_numPr(parse_xml(number))

    def _columns(self, block: Columns) -> None:
        if not self._dress.layout_table:
            for left, right in block.rows:
                self.line(f"{left}\t{right}".strip())
            return
        cells = self._document.add_table(rows=1, cols=2).rows[0].cells
        for cell, column in zip(cells, zip(*block.rows, strict=True), strict=True):
            lines = [line for line in column if line]
            for i, line in enumerate(lines):
                self._fill(cell.paragraphs[0] if i == 0 else cell.add_paragraph(), line)

    def _table(self, block: Table) -> None:
        table = self._document.add_table(rows=len(block.rows), cols=max(map(len, block.rows)), style="Table Grid")
        for row, texts in zip(table.rows, block.rows, strict=True):
            cells = row.cells
            for cell, text in zip(cells, texts, strict=False):
                self._fill(cell.paragraphs[0], text)
            if len(texts) == 1:
                cells[0].merge(cells[-1])
        self._document.add_paragraph()  # Word never ends a file with a table


def _define_numbering(document: Any, levels: tuple[Level, ...]) -> None:
    """Add one list of several levels to the numbering part."""
    numbering = document.part.numbering_part.element
    written = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (_, kind, text) in enumerate(levels)
    )
    abstract = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{_NUMBERING_ID}"><w:multiLevelType w:val="multilevel"/>'
        f"{written}</w:abstractNum>"
    )
    numbering.insert(0, abstract)
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{_NUMBERING_ID}"><w:abstractNumId w:val="{_NUMBERING_ID}"/></w:num>')
    )


def running_lines(document: Any) -> None:
    """A header and a footer with the page's number, which are no part of the text."""
    section = document.sections[0]
    section.header.paragraphs[0].text = "Tài liệu lưu hành nội bộ"
    footer = section.footer.paragraphs[0]
    footer.add_run("Trang ")
    for kind in ("begin", None, "end"):
        run = footer.add_run()._r
        if kind is None:
            instruction = OxmlElement("w:instrText")
            instruction.text = " PAGE "
            run.append(instruction)
        else:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run.append(mark)
