"""Lines with their citations to the Markdown of an answer: grouped by document, authority first; pure.

One place for quotations and for sentences in other words, so that both are led by the document's name, its date and
what replaced it, and both cite exact stretches of the stored text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.datatypes import LESSON, Citation, Document, Passage
from assistant.marks import mark_keys, quotable_end
from assistant.wording import REPLACED, common_locator, document_line

LESSONS_HEADING = "**Kinh nghiệm tham khảo**"
_RANK: Mapping[str, int] = {"chỉ đạo": 0, "quy định": 0, "hướng dẫn": 1, LESSON: 2}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")
_LIST_SIGN = re.compile(r"\s*(?:[-*+•–#>]+\s+)?")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an answer in Markdown without marks, and what proves it; the first citation tells its document."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer with marks, and the citations that the marks stand for."""

    text: str
    citations: tuple[Citation, ...]


def cite(passage: Passage, document: Document, start: int, end: int) -> Citation:
    """A citation, its marker still open, of `document_text[start:end]` without list sign, source marks and blanks.

    The sources are those of the marks between the quotation and the end of its line.
    """
    text = passage.text
    first = _LIST_SIGN.match(text, start - passage.start, end - passage.start)
    begin = first.end() if first else start - passage.start
    stop = quotable_end(text, begin, end - passage.start)
    line_end = text.find("\n", stop)
    keys = set(mark_keys(text[stop : line_end if line_end >= 0 else len(text)]))
    sources = tuple(source for source in document.sources if source.key in keys)
    return Citation(0, passage, document, text[begin:stop], passage.start + begin, passage.start + stop, sources)


def quotation(citation: Citation) -> Line:
    """A line that quotes its citation."""
    return Line(f"“{escaped(citation.quote)}”", (citation,))


def compose_lines(lines: Sequence[Line], replaced_by: Mapping[str, str] | None = None) -> Composed:
    """Write the lines out, grouped by document: rules before guidance before lessons, else in the order given.

    Args:
        lines: what is said; markers are counted here, one for each stretch of text.
        replaced_by: names of the documents that replaced a document, by its id.
    """
    groups = _grouped(lines)
    only_lessons = all(_is_lesson(group) for group in groups)
    marked: dict[tuple[str, int, int], Citation] = {}
    blocks: list[str] = []
    for group in groups:
        if _is_lesson(group) and not only_lessons and LESSONS_HEADING not in blocks:
            blocks.append(LESSONS_HEADING)
        written = [f"- {line.text} {_marks(line, marked)}" for line in group]
        blocks.append("\n".join([lead([line.citations[0] for line in group], replaced_by or {}), *written]))
    return Composed("\n\n".join(blocks), tuple(marked.values()))


def lead(citations: Sequence[Citation], replaced_by: Mapping[str, str]) -> str:
    """The words in front of what one document says: its name and date, the place, and that it was replaced."""
    document = citations[0].document
    place = common_locator([one.passage.locator for one in citations])
    text = f"Theo {_lower_article(document_line(document))}{f', {place}' if place else ''}"
    if document.validity == REPLACED:
        successor = replaced_by.get(document.id)
        text += f" – văn bản đã được thay thế{f' bởi {successor}' if successor else ''}"
    return escaped(text) + ":"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def rank(document: Document) -> int:
    """Rules 0, guidance 1, lessons 2."""
    return _RANK.get(document.authority, 2)


def _grouped(lines: Sequence[Line]) -> list[list[Line]]:
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.citations[0].document.id, []).append(line)
    return sorted(groups.values(), key=_group_order)


def _group_order(group: Sequence[Line]) -> tuple[int, bool]:
    document = group[0].citations[0].document
    return rank(document), document.validity == REPLACED


def _is_lesson(group: Sequence[Line]) -> bool:
    return rank(group[0].citations[0].document) == _RANK[LESSON]


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
