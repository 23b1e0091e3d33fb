"""The remarks under an answer: numbers that the collection lacks, same numbers, gaps, lessons without a rule; pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering import phrases
from assistant.datatypes import LESSON, Citation, Document, Match, Query
from assistant.wording import document_line, document_name, joined

GAP_HEADING = "Chưa có trong kho"
"""The section of a digest that lists what is missing; never evidence, only a remark."""
_NEAR = 3


def answer_notes(query: Query, citations: Sequence[Citation], matches: Sequence[Match]) -> tuple[str, ...]:
    """All remarks that an answer needs, each once."""
    documents = list({one.document.id: one.document for one in citations}.values())
    notes = [*missing_notes(query), *_same_number_notes(documents), *gap_notes(matches[:_NEAR])]
    if documents and all(document.authority == LESSON for document in documents):
        notes.append(phrases.ONLY_LESSONS)
    return tuple(dict.fromkeys(notes))


def missing_notes(query: Query) -> tuple[str, ...]:
    """A remark for each document that the question names and the collection lacks."""
    return tuple(
        phrases.MISSING_NUMBER.format(
            name=f"{one.kind or 'văn bản'} {one.serial}{'-' + one.symbol if one.symbol else ''}"
        )
        for one in query.missing
    )


def gap_notes(matches: Sequence[Match]) -> tuple[str, ...]:
    """What a digest says it lacks, where that comes near the question."""
    gaps = [match for match in matches if GAP_HEADING in match.passage.headings]
    return tuple(
        phrases.GAP.format(name=document_name(one.document), text=one.passage.text.strip("- \n")) for one in gaps[:1]
    )


def _same_number_notes(documents: Sequence[Document]) -> tuple[str, ...]:
    notes = []
    for number in sorted({one.number for one in documents if one.number}):
        same = [one for one in documents if one.number == number]
        if len(same) > 1:
            listed = joined([document_line(one) for one in same])
            notes.append(phrases.SAME_NUMBER.format(number=number, documents=listed))
    return tuple(notes)
