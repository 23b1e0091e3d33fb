"""Chosen sentences to the Markdown of an answer and its citations: grouped by document, authority first; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.datatypes import LESSON, Citation, Document
from assistant.marks import mark_keys
from assistant.wording import REPLACED, common_locator, document_line, document_name

LESSONS_HEADING = "**Kinh nghiệm tham khảo**"
_RANK: Mapping[str, int] = {"chỉ đạo": 0, "quy định": 0, "hướng dẫn": 1, LESSON: 2}
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer with marks, and the citations that the marks stand for."""

    text: str
    citations: tuple[Citation, ...]


def compose_answer(
    quotes: Sequence[Evidence], document_texts: Mapping[str, str], replaced_by: Mapping[str, str] | None = None
) -> Composed:
    """Write the quotations out, grouped by document, rules before guidance before lessons.

    Args:
        quotes: what is quoted, neighbours joined.
        document_texts: stored texts, to find the sources that stand behind a digest's statement.
        replaced_by: names of the documents that replaced a document, by its id.
    """
    groups = _grouped(quotes)
    citations: list[Citation] = []
    blocks: list[str] = []
    lessons_only = all(_RANK.get(group[0].document.authority, 2) == 2 for group in groups)
    heading_due = not lessons_only
    for group in groups:
        if heading_due and group[0].document.authority == LESSON:
            blocks.append(LESSONS_HEADING)
            heading_due = False
        lines = [_lead(group, replaced_by or {})]
        for one in group:
            citation = _citation(one, len(citations) + 1, document_texts[one.document.id])
            citations.append(citation)
            lines.append(f"- “{escaped(one.text)}” [{citation.marker}]")
        blocks.append("\n".join(lines))
    return Composed("\n\n".join(blocks), tuple(citations))


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def _grouped(quotes: Sequence[Evidence]) -> list[list[Evidence]]:
    groups: dict[str, list[Evidence]] = {}
    for one in sorted(quotes, key=lambda item: item.start):
        groups.setdefault(one.document.id, []).append(one)
    return sorted(groups.values(), key=_group_order)


def _group_order(group: Sequence[Evidence]) -> tuple[int, int, float]:
    document = group[0].document
    return (
        _RANK.get(document.authority, 2),
        int(document.validity == REPLACED),
        -max(one.score for one in group),
    )


def _lead(group: Sequence[Evidence], replaced_by: Mapping[str, str]) -> str:
    document = group[0].document
    place = common_locator([one.passage.locator for one in group])
    lead = f"Theo {_lower_article(document)}{f', {place}' if place else ''}"
    if document.validity == REPLACED:
        successor = replaced_by.get(document.id)
        lead += f" – văn bản đã được thay thế{f' bởi {successor}' if successor else ''}"
    return escaped(lead) + ":"


def _lower_article(document: Document) -> str:
    line = document_line(document)
    return line[:1].lower() + line[1:] if line.startswith("Bài “") else line


def _citation(one: Evidence, marker: int, text: str) -> Citation:
    line_end = text.find("\n", one.end)
    keys = set(mark_keys(text[one.end : line_end if line_end >= 0 else len(text)]))
    sources = tuple(source for source in one.document.sources if source.key in keys)
    return Citation(marker, one.passage, one.document, one.text, one.start, one.end, sources)


def nearest_documents(documents: Sequence[Document]) -> str:
    """The documents that come nearest, as a short Markdown list."""
    lines = []
    for document in documents:
        title = f": {escaped(document.title)}" if document.number else ""
        lines.append(f"- {escaped(document_name(document))}{title}")
    return "\n".join(lines)
