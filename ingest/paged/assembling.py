"""Pages of lines, tables and notes become the stored text, with a page break for each page after the first.

A paragraph stays whole on its line also where a page ends inside it: the break stands behind the sentence that the page
cuts through, so that no sentence is torn and each sentence lies on the page where it begins.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.language.folding import compose
from assistant.language.sentences import sentence_spans
from ingest.loaded import PAGE_BREAK
from ingest.paged.joining import PagedLine, Paragraph, join_paragraphs, usual_pitch
from ingest.paged.reading_order import Item, TextLine
from ingest.paged.tables import Table, goes_on, joined_row, row_line, split_row, without_repeated_head


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page in the order of reading, and the notes at its foot ("[1] …")."""

    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def assemble(pages: Sequence[PageText]) -> str:
    """Return the text of a document, composed, with `len(pages) - 1` page breaks."""
    paragraphs = list(_with_notes(list(_paragraphs(pages)), pages))
    text, page = "", 0
    for paragraph in paragraphs:
        sign = "\n\n" if paragraph.is_apart else "\n"
        text += (sign if text else "") + PAGE_BREAK * max(0, paragraph.page - page)
        page = max(page, paragraph.page)
        text += _broken(paragraph, page)
        page = max([page, *(number for _, number in paragraph.breaks)])
    return compose(text + PAGE_BREAK * (len(pages) - 1 - page))


def _paragraphs(pages: Sequence[PageText]) -> Iterator[Paragraph]:
    lines = [item for page in pages for item in page.items if isinstance(item, TextLine)]
    pitch = usual_pitch(lines)
    items = [(item, number) for number, page in enumerate(pages) for item in page.items]
    for is_text, group in groupby(items, lambda pair: isinstance(pair[0], TextLine)):
        if is_text:
            found = [PagedLine(item, page) for item, page in group if isinstance(item, TextLine)]
            yield from join_paragraphs(found, pitch)
        else:
            yield from _rows([(item, page) for item, page in group if isinstance(item, Table)])


def _rows(tables: Sequence[tuple[Table, int]]) -> Iterator[Paragraph]:
    """Yield the rows of tables that follow each other; what goes on over a page is one table."""
    held: Paragraph | None = None
    cells: tuple[str, ...] = ()
    before: tuple[Table, int] | None = None
    for table, page in tables:
        is_same = before is not None and page > before[1] and goes_on(before[0], table)
        rest = without_repeated_head(before[0], table) if before and is_same else table
        for i, row in enumerate(rest.rows):
            if held and is_same and i == 0 and split_row(cells, row):
                cells = joined_row(cells, row)
                held = replace(held, text=row_line(cells))
                continue
            if held:
                yield held
            cells = row
            held = Paragraph(row_line(row), page, is_apart=i == 0 and not is_same)
        before = (replace(table, rows=before[0].rows), page) if before and is_same else (table, page)
    if held:
        yield held


def _with_notes(paragraphs: Sequence[Paragraph], pages: Sequence[PageText]) -> Iterator[Paragraph]:
    """Put the notes of each page behind its last paragraph, or before it where it goes on on the next page."""
    noted = 0
    for paragraph in paragraphs:
        last = max([paragraph.page, *(page for _, page in paragraph.breaks)])
        for page in range(noted, last):
            yield from (Paragraph(note, page) for note in pages[page].notes)
        noted = max(noted, last)
        yield paragraph
    for page in range(noted, len(pages)):
        yield from (Paragraph(note, page) for note in pages[page].notes)


def _broken(paragraph: Paragraph, page: int) -> str:
    """Return a paragraph that begins on `page` with its breaks, each behind the sentence in which a page ends."""
    text, starts = paragraph.text, [start for start, _ in sentence_spans(paragraph.text)]
    parts: list[str] = []
    done = 0
    for place, number in paragraph.breaks:
        stop = next((start for start in starts if start >= place), len(text))
        parts.append(text[done:stop].rstrip() + PAGE_BREAK * max(0, number - page))
        done, page = stop, max(page, number)
    return "".join([*parts, text[done:]])
