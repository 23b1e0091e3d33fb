"""The remarks under an answer: numbers that the collection lacks, same numbers, gaps, lessons without a rule; pure."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answering import phrases
from assistant.datatypes import LESSON, Citation, Document, Match, Query
from assistant.language.folding import syllables
from assistant.retrieval.content_words import content_syllables
from assistant.wording import document_line, document_name, joined, reference_name

GAP_HEADING = "Chưa có trong kho"
"""The section of a digest that lists what is missing; never evidence, only a remark."""
_NEAR = 3
_LEAST_SHARED = 0.4


def answer_notes(query: Query, citations: Sequence[Citation], matches: Sequence[Match]) -> tuple[str, ...]:
    """All remarks that an answer needs, each once."""
    documents = list({one.document.id: one.document for one in citations}.values())
    notes = [*missing_notes(query), *_same_number_notes(documents), *gap_notes(query, matches[:_NEAR])]
    if documents and all(document.authority == LESSON for document in documents):
        notes.append(phrases.ONLY_LESSONS)
    return tuple(dict.fromkeys(notes))


def missing_notes(query: Query) -> tuple[str, ...]:
    """A remark for each document that the question names and the collection lacks."""
    return tuple(phrases.MISSING_NUMBER.format(name=reference_name(one)) for one in query.missing)


def gap_notes(query: Query, matches: Sequence[Match]) -> tuple[str, ...]:
    """The line in which a digest says that it lacks what comes near the question; at most one."""
    lines = [
        (_shared(query, line), match.document, line)
        for match in matches
        if GAP_HEADING in match.passage.headings
        for line in _lines(match.passage.text)
    ]
    if not lines:
        return ()
    shared, document, line = max(lines, key=lambda one: one[0])
    if shared < _LEAST_SHARED:
        return ()
    return (phrases.GAP.format(name=document_name(document), text=line[:1].lower() + line[1:]),)


def _lines(text: str) -> list[str]:
    return [line for part in text.splitlines() if (line := part.strip(" -*\t"))]


def _shared(query: Query, line: str) -> float:
    """Share of the question's content syllables that stand in a line."""
    asked = set(content_syllables(query.focus or query.meaning))
    return len(asked & set(syllables(line))) / len(asked) if asked else 0.0


def _same_number_notes(documents: Sequence[Document]) -> tuple[str, ...]:
    notes = []
    for number in sorted({one.number for one in documents if one.number}):
        same = [one for one in documents if one.number == number]
        if len(same) > 1:
            listed = joined([document_line(one) for one in same])
            notes.append(phrases.SAME_NUMBER.format(number=number, documents=listed))
    return tuple(notes)
