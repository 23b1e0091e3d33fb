"""Chosen sentences to the Markdown of an answer and its citations: grouped by document; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Evidence
from assistant.datatypes import LESSON, Citation, Document
from assistant.marks import mark_keys
from assistant.wording import REPLACED, common_locator, document_line, document_name

LESSONS_HEADING = "**Kinh nghiệm tham khảo**"
_AUTHORITY: Mapping[str, float] = {"chỉ đạo": 0.3, "quy định": 0.3, "hướng dẫn": 0.15}
_OUTDATED = 0.3
_PER_YEAR = 0.03
_OLDEST = 2005
_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~$])")


@dataclass(frozen=True, slots=True)
class Composed:
    """The text of an answer with marks, and the citations that the marks stand for."""

    text: str
    citations: tuple[Citation, ...]


def compose_answer(
    quotes: Sequence[Evidence],
    document_texts: Mapping[str, str],
    replaced_by: Mapping[str, str] | None = None,
    asked_of: Sequence[str] = (),
    *,
    newest_first: bool = True,
) -> Composed:
    """Write the quotations out, grouped by document, the best first, lessons apart at the end.

    Args:
        quotes: what is quoted, neighbours joined.
        document_texts: stored texts, to find the sources that stand behind a digest's statement.
        replaced_by: names of the documents that replaced a document, by its id.
        asked_of: ids of the documents that the question names.
        newest_first: whether what is newer speaks earlier; not where the question names a year or a congress.
    """
    groups = _grouped(quotes, asked_of, _PER_YEAR if newest_first else 0.0)
    citations: list[Citation] = []
    blocks: list[str] = []
    apart = [_stands_apart(group[0].document, asked_of) for group in groups]
    heading_due = not all(apart)
    for group, stands_apart in zip(groups, apart, strict=True):
        if heading_due and stands_apart:
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


def _grouped(quotes: Sequence[Evidence], asked_of: Sequence[str], per_year: float) -> list[list[Evidence]]:
    """One group for each document, its best sentence first and the others in the order of the text."""
    groups: dict[str, list[Evidence]] = {}
    for one in sorted(quotes, key=lambda item: item.start):
        groups.setdefault(one.document.id, []).append(one)
    led = [_best_first(group) for group in groups.values()]
    return sorted(led, key=lambda group: (_stands_apart(group[0].document, asked_of), -_weight(group[0], per_year)))


def _best_first(group: Sequence[Evidence]) -> list[Evidence]:
    best = max(group, key=lambda one: one.score)
    return [best, *(one for one in group if one is not best)]


def _stands_apart(document: Document, asked_of: Sequence[str]) -> bool:
    return document.authority == LESSON and document.id not in asked_of


def _weight(best: Evidence, per_year: float) -> float:
    """How early a document speaks: its best sentence, more for rules and newer ones, less for what was replaced."""
    document = best.document
    replaced = _OUTDATED if document.validity == REPLACED else 0.0
    year = document.issued.year if document.issued else _OLDEST
    return best.score + _AUTHORITY.get(document.authority, 0.0) - replaced + per_year * (year - _OLDEST)


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
