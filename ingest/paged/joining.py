"""Lines in the order of reading become paragraphs, each with the pages that it runs over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from assistant.language.folding import fold
from ingest.looks.lines import Line
from ingest.looks.markers import Marker, read_marker
from ingest.paged.line_ends import join_lines
from ingest.paged.reading_order import TextLine

_INDENT, _CENTERED, _EDGE = 0.7, 1.5, 0.3  # of the letters' size
_PITCH = 1.3  # times the usual distance of lines: further apart stand paragraphs
_SIZES = 1.15  # times as large: another size is another paragraph
_BLANK_LINE = 2.2  # times the usual distance: as if a line were left empty


@dataclass(slots=True)
class Paragraph:
    """One line of the stored text: where it begins (page from 0), and where in it later pages begin."""

    text: str
    page: int
    breaks: list[tuple[int, int]] = field(default_factory=list)
    is_apart: bool = False

    def add(self, text: str, page: int, last_page: int) -> None:
        """Put a line to the end."""
        joined = join_lines(self.text, text)
        if page != last_page:
            self.breaks.append((len(joined) - len(text), page))
        self.text = joined


@dataclass(frozen=True, slots=True)
class PagedLine:
    """A line and its page, counted from 0."""

    line: TextLine
    page: int


def usual_pitch(lines: Iterable[TextLine]) -> float:
    """Return the usual distance from line to line in points, 0 where no two lines follow each other."""
    pitches = [below.bottom - above.bottom for above, below in pairwise(lines) if _is_below(above, below)]
    return median(pitches) if pitches else 0.0


def join_paragraphs(lines: Sequence[PagedLine], pitch: float) -> Iterator[Paragraph]:
    """Yield the paragraphs of lines between which nothing else stands."""
    held: list[PagedLine] = []
    paragraph: Paragraph | None = None
    for one in lines:
        if paragraph and _goes_on(held, one, pitch):
            paragraph.add(one.line.text, one.page, held[-1].page)
            held.append(one)
            continue
        if paragraph:
            yield paragraph
        is_apart = bool(held) and _pitch(held[-1], one) > _BLANK_LINE * pitch > 0
        paragraph, held = Paragraph(one.line.text, one.page, is_apart=is_apart), [one]
    if paragraph:
        yield paragraph


def _goes_on(held: Sequence[PagedLine], one: PagedLine, pitch: float) -> bool:
    """Whether a line goes on with the paragraph that ends with the last of the lines held."""
    before, line = held[-1].line, one.line
    if _differ(before, line) or _pitch(held[-1], one) > _PITCH * pitch > 0:
        return False
    seen = _seen(before.text)
    is_open = not seen.ends_sentence and not before.text.endswith(",")
    if before.column != line.column and not (is_open and before.column and line.column):
        return False
    runs_on = line.text[0].islower() and not seen.ends_sentence
    is_full = before.x1 + line.first + 2 * _EDGE * line.size > before.right
    if _is_centred(before) or _is_centred(line):
        return bool(line.column) and is_open and (runs_on or line.text.isdecimal())
    if _marker(line.text):
        return is_full and is_open and len(held) > 1 and not _is_indented([item.line for item in held], line)
    if not is_full or (before.text.endswith((":", ";")) and not line.text[0].islower()):
        return runs_on
    return runs_on or not _is_indented([item.line for item in held], line)


def _differ(before: TextLine, line: TextLine) -> bool:
    """Whether the looks of two lines tell that they are no one paragraph: capitals, another size or weight."""
    is_upper = _seen(before.text).is_upper or _seen(line.text).is_upper
    ratio = max(before.size, line.size) / min(before.size, line.size)
    is_weighed = before.is_bold != line.is_bold and not line.text[0].islower()
    return is_upper or is_weighed or ratio > _SIZES


def _is_centred(line: TextLine) -> bool:
    left, right = line.x0 - line.left, line.right - line.x1
    return left > _CENTERED * line.size and abs(left - right) < _CENTERED * line.size


def _is_indented(held: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line begins further right than the lines of the paragraph above it, as a new paragraph does."""
    first, indent = held[0], line.x0 - line.left
    least = _INDENT * line.size
    if len(held) > 1:
        return indent > held[-1].x0 - held[-1].left + least
    if indent > first.x0 - first.left + least:
        return _marker(first.text) is None  # below a numbering the lines may hang
    return indent > least and abs(indent - (first.x0 - first.left)) < least


def _pitch(before: PagedLine, one: PagedLine) -> float:
    """Return the distance of two lines, 0 where they stand in different columns or pages."""
    is_near = before.page == one.page and _is_below(before.line, one.line)
    return one.line.bottom - before.line.bottom if is_near else 0.0


def _is_below(above: TextLine, below: TextLine) -> bool:
    return above.column == below.column and below.bottom > above.bottom


def _seen(text: str) -> Line:
    return Line(0, text, fold(text))


def _marker(text: str) -> Marker | None:
    return read_marker(_seen(text))
