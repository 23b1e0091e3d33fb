"""Next questions that the collection can answer: other sections of what is cited, and related documents; pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.datatypes import Citation, Document, Passage
from assistant.language.folding import fold
from assistant.validity import links_of
from assistant.wording import document_name, is_table_head

MOST = 3
_NUMBERING = re.compile(
    r"^(?:[IVXLC]+|\d+|[a-zđ])(?:\.\d+)*[.)]\s*|^(?:Phần|Chương|Mục|Điều)\s+\S+?[.:]\s*", re.IGNORECASE
)
_UNASKED = ("chua co trong kho", "nhan dien", "vi du thuc te", "nguon", "phan mo dau")
_WORDS = range(2, 13)
_RELATED: Mapping[str, str] = {
    "được hướng dẫn bởi": "{other} hướng dẫn thực hiện {name} thế nào?",
    "được thay thế bởi": "{other} có gì mới so với {name}?",
    "được bổ sung bởi": "{other} bổ sung gì cho {name}?",
}


def suggest(
    citations: Sequence[Citation], passages: Mapping[str, Sequence[Passage]], documents: Sequence[Document]
) -> tuple[str, ...]:
    """Up to three questions: sections after the cited ones, then related documents.

    Args:
        citations: those of the answer.
        passages: all passages of the cited documents, by document id, in reading order.
        documents: the whole collection.
    """
    cited = list({one.document.id: one.document for one in citations}.values())
    asked = {heading for citation in citations for heading in citation.passage.headings}
    related = [question for document in cited for question in _about_relations(document, documents)]
    sections = [
        question
        for document in cited[:2]
        for question in _about_sections(document, passages.get(document.id, ()), asked, citations)
    ]
    return tuple(dict.fromkeys([*related[:1], *sections, *related[1:]]))[:MOST]


def _about_relations(document: Document, documents: Sequence[Document]) -> list[str]:
    return [
        _RELATED[link.type].format(other=document_name(link.document), name=document_name(document))
        for link in links_of(document, documents)
        if link.type in _RELATED and link.document.number
    ]


def _about_sections(
    document: Document, passages: Sequence[Passage], asked: set[str], citations: Sequence[Citation]
) -> list[str]:
    last = max((one.passage.order for one in citations if one.document.id == document.id), default=0)
    following = [*passages[last:], *passages[:last]]
    headings = dict.fromkeys(titles[-1] for one in following if (titles := _titles(one)) and titles[-1] not in asked)
    subjects = [subject for heading in headings if (subject := _subject(heading))]
    year = f" năm {document.issued.year}" if document.issued and document.number else ""
    return [f"{document_name(document)}{year} nêu gì về {subject}?" for subject in subjects[:MOST]]


def _titles(passage: Passage) -> list[str]:
    return [heading for heading in passage.headings if not is_table_head(heading)]


def _subject(heading: str) -> str:
    """A heading as it stands in a sentence, or nothing where it names no subject of its own."""
    bare = _NUMBERING.sub("", heading).strip(" .:;–-")
    if len(bare.split()) not in _WORDS or any(fold(bare).startswith(one) for one in _UNASKED):
        return ""
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]
