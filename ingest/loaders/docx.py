"""Word files (.docx): paragraphs with their automatic numbers, headings, tables, notes and text boxes, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ingest.loaded import LoadedFile, Reading
from ingest.loaders.assembly import TextLine, assemble, unbroken
from ingest.loaders.tables import table_lines
from ingest.loaders.word_numbering import WordNumbering
from ingest.loaders.word_package import Element, W, WordPackage, open_word
from ingest.loaders.word_runs import chosen, is_joined_to_next, is_removed_row, read_words
from ingest.loaders.word_styles import WordStyles, text_of, value
from ingest.loaders.word_tables import merged_places, reaches_down

_HOUSEKEEPING = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_REMOVED = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "sdtPr", "sectPr", "tblPr", "tcPr"))
_TABS = re.compile(r"[ \t]*\t[ \t]*")
_NO_BORDER = frozenset({"", "none", "nil"})
_SIDES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")


def load_docx(path: Path) -> LoadedFile:
    """Read a Word file.

    Raises:
        DocumentError: it is protected by a password, of another format or broken.
    """
    return read_package(open_word(path))


def read_package(package: WordPackage) -> LoadedFile:
    """Return the text of a Word file that was opened; page headers and footers are no part of it."""
    reader = _Reader(package)
    body = package.document.find(f"{W}body")
    lines = [] if body is None else [*reader.blocks(body), *reader.notes()]
    names = sorted(reader.encodings)
    remarks = [f"Chữ theo phông cũ ({', '.join(names)}) đã được đổi sang Unicode."] if names else []
    remarks += ["Mục lục tự động không được lấy vào nội dung."] if reader.has_contents else []
    return assemble(lines, Reading(" + ".join(names), remarks=tuple(remarks)))


class _Reader:
    """Walks through a Word file, counting its automatic numbers and its notes on the way."""

    def __init__(self, package: WordPackage) -> None:
        self._styles = WordStyles(package.styles)
        self._numbering = WordNumbering(package.numbering)
        self._notes = {"footnote": _notes_of(package.footnotes), "endnote": _notes_of(package.endnotes)}
        self._referred: list[tuple[str, str]] = []
        self._unfinished = ""
        self._cells_open = 0
        self.encodings: set[str] = set()
        self.has_contents = False

    def blocks(self, parent: Element) -> Iterator[TextLine]:
        """Yield the lines of the paragraphs and tables below an element."""
        for child in parent.iterchildren("*"):
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{W}sdt" and text_of(child, "sdtPr/docPartObj/docPartGallery") == "Table of Contents":
                self.has_contents = True
            elif child.tag not in _REMOVED:
                yield from self.blocks(chosen(child))

    def notes(self) -> Iterator[TextLine]:
        """Yield a line for each note that the text refers to, in the order of the references."""
        for number, (kind, name) in enumerate(self._referred, 1):
            paragraphs = self._notes[kind][name].iter(f"{W}p")
            text = " ".join(" ".join(self._words(paragraph)[0].split()) for paragraph in paragraphs)
            yield TextLine(f"[{number}] {text.strip()}")

    def _paragraph(self, paragraph: Element) -> Iterator[TextLine]:
        if self._styles.is_contents(paragraph):
            self.has_contents = True
            return
        label = self._label(paragraph)
        words, boxes = self._words(paragraph)
        text, self._unfinished = self._unfinished + words, ""
        if is_joined_to_next(paragraph):
            self._unfinished = label + text
        elif text.strip():
            yield from _lines(label + _TABS.sub("\t", text).strip(), self._styles.heading_level(paragraph))
        else:
            yield TextLine(label.strip() if self._cells_open else "")  # a column of automatic numbers
        for box in boxes:
            yield from self.blocks(box)

    def _label(self, paragraph: Element) -> str:
        number, level, style = self._styles.numbering(paragraph)
        return self._numbering.label(number, level, style) if number else ""

    def _words(self, paragraph: Element) -> tuple[str, tuple[Element, ...]]:
        words = read_words(paragraph, self._styles, self._mark_of_note)
        self.encodings |= words.encodings
        return words.text, words.boxes

    def _mark_of_note(self, kind: str, name: str) -> str:
        if name not in self._notes[kind]:
            return ""
        if (kind, name) not in self._referred:
            self._referred.append((kind, name))
        return f"[{self._referred.index((kind, name)) + 1}]"

    def _table(self, table: Element) -> Iterator[TextLine]:
        rows = list(_rows(table))
        cells = [list(_cells(row)) for row in rows]
        words = [[self._cell(cell) for cell in row] for row in cells]
        lines = table_lines(words, is_bordered=self._is_bordered(table), merged=merged_places(rows, cells))
        yield from map(TextLine, lines)

    def _cell(self, cell: Element) -> list[str]:
        """Return the lines of a cell; of cells merged downwards only the uppermost has any."""
        if reaches_down(cell):
            return []
        self._cells_open += 1
        lines = [line.text for line in self.blocks(cell) if line.text]
        self._cells_open -= 1
        return lines

    def _is_bordered(self, table: Element) -> bool:
        """Whether lines are drawn: what the cells say counts more than the table, the table more than its style."""
        cells = [cell.find(f"{W}tcPr/{W}tcBorders") for cell in table.iter(f"{W}tc")]
        if cells and all(borders is not None for borders in cells):
            return any(_draws(borders) for borders in cells)
        own = table.find(f"{W}tblPr/{W}tblBorders")
        borders = own if own is not None else self._styles.table_borders(text_of(table, "tblPr/tblStyle"))
        return (borders is not None and _draws(borders)) or any(_draws(cell) for cell in cells if cell is not None)


def _notes_of(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    notes = (note for note in root.iterchildren(f"{W}footnote", f"{W}endnote"))
    return {value(note, "id"): note for note in notes if value(note, "type") not in _HOUSEKEEPING}


def _lines(text: str, level: int) -> Iterator[TextLine]:
    """Yield the lines of a paragraph; a break inside a heading parts nothing."""
    lines = unbroken(text.split("\n"))
    return iter([TextLine(" ".join(lines), level)] if level else map(TextLine, lines))


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, those in content controls and tracked changes too."""
    for child in table.iterchildren("*"):
        if child.tag == f"{W}tr":
            if not is_removed_row(child):
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _rows(child)


def _cells(row: Element) -> Iterator[Element]:
    for child in row.iterchildren("*"):
        if child.tag == f"{W}tc":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _cells(child)


def _draws(borders: Element) -> bool:
    return any(text_of(borders, side).lower() not in _NO_BORDER for side in _SIDES)
