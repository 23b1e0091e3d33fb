"""Lines with their citations to the Markdown of an answer: grouped by document, lessons apart; pure.

One place for quotations and for sentences in other words, so that both are led by the document's name, its date and
what replaced it, and both cite exact stretches of the stored text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.answering.table_rows import head_row
from assistant.datatypes import LESSON, ORIGINAL, Citation, Document, Passage
from assistant.language.folding import fold
from assistant.marks import mark_keys, quotable_end
from assistant.wording import REPLACED, common_place, document_line, without_bars

LESSONS_HEADING = "**Kinh nghiệm tham khảo**"
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")
_PRACTICE = ("vi du thuc te", "khong phai dieu khoan")
_LIST_SIGN = re.compile(r"\s*(?:[-*+•–#>]+\s+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer in Markdown without marks, and what proves it; the first citation tells its document."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the leads over the lines depend on.

    Args:
        replaced_by: names of the documents that replaced a document, by its id.
        asked_of: ids of the documents that the question names; their lessons do not stand apart.
    """

    replaced_by: Mapping[str, str] = field(default_factory=dict)
    asked_of: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer with marks, and the citations that the marks stand for."""

    text: str
    citations: tuple[Citation, ...]


def cite(passage: Passage, document: Document, start: int, end: int) -> Citation:
    """A citation, its marker still open, of `document_text[start:end]` without list sign, source marks and blanks.

    The sources are those of the marks between the quotation and the end of its line; an original has no such marks, its
    source is where it came from.
    """
    text = passage.text
    first = _LIST_SIGN.match(text, start - passage.start, end - passage.start)
    begin = first.end() if first else start - passage.start
    stop = quotable_end(text, begin, end - passage.start)
    line_end = text.find("\n", stop)
    keys = set(mark_keys(text[stop : line_end if line_end >= 0 else len(text)]))
    is_original = document.provenance == ORIGINAL
    sources = tuple(source for source in document.sources if is_original or source.key in keys)
    return Citation(0, passage, document, text[begin:stop], passage.start + begin, passage.start + stop, sources)


def quotation(citation: Citation) -> Line:
    """A line that quotes its citation; table rows are shown without bars, and behind them what their columns are."""
    head = head_row(citation.passage, citation.start) if citation.quote.startswith("|") else ""
    columns = f" ({escaped(without_bars(head))})" if head else ""
    return Line(f"“{escaped(without_bars(citation.quote))}”{columns}", (citation,))


def compose_lines(lines: Sequence[Line], frame: Frame) -> Composed:
    """Write the lines out in their order, grouped by document, lessons apart at the end.

    Markers are counted here, one for each stretch of text.
    """
    groups = _grouped(lines, frame)
    heading_due = not all(stands_apart(group[0].citations[0].document, frame) for group in groups)
    marked: dict[tuple[str, int, int], Citation] = {}
    blocks: list[str] = []
    for group in groups:
        if heading_due and stands_apart(group[0].citations[0].document, frame):
            blocks.append(LESSONS_HEADING)
            heading_due = False
        written = [f"- {line.text} {_marks(line, marked)}" for line in group]
        blocks.append("\n".join([lead([line.citations[0] for line in group], frame), *written]))
    return Composed("\n\n".join(blocks), tuple(marked.values()))


def stands_apart(document: Document, frame: Frame) -> bool:
    """Whether a document is a lesson that nobody asked for by name."""
    return document.authority == LESSON and document.id not in frame.asked_of


def lead(citations: Sequence[Citation], frame: Frame) -> str:
    """The words in front of what one document says: its name and date, the place, and that it was replaced."""
    document = citations[0].document
    place = common_place([one.passage for one in citations])
    text = f"Theo {_lower_article(document_line(document))}{f', {place}' if place else ''}"
    if _is_practice(citations[0]):
        text += " – thực tế thực hiện, không phải điều khoản"
    if document.validity == REPLACED:
        successor = frame.replaced_by.get(document.id)
        text += f" – văn bản đã được thay thế{f' bởi {successor}' if successor else ''}"
    return escaped(text) + ":"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _grouped(lines: Sequence[Line], frame: Frame) -> list[list[Line]]:
    groups: dict[tuple[str, bool], list[Line]] = {}
    for line in lines:
        first = line.citations[0]
        groups.setdefault((first.document.id, _is_practice(first)), []).append(line)
    return sorted(groups.values(), key=lambda group: stands_apart(group[0].citations[0].document, frame))


def _is_practice(citation: Citation) -> bool:
    """Whether it tells what was done somewhere, which a digest keeps apart from what the document rules."""
    headings = fold(" ".join(citation.passage.headings))
    return any(sign in headings for sign in _PRACTICE)


def _marks(line: Line, marked: dict[tuple[str, int, int], Citation]) -> str:
    """The marks of a line; a stretch that was cited before keeps its mark."""
    marks = []
    for one in line.citations:
        place = (one.document.id, one.start, one.end)
        marked.setdefault(place, replace(one, marker=len(marked) + 1))
        marks.append(f"[{marked[place].marker}]")
    return "".join(dict.fromkeys(marks))


def _lower_article(line: str) -> str:
    return line[:1].lower() + line[1:] if line.startswith("Bài “") else line
