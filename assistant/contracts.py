"""The JSON that the outside sees: answers, search results and documents as the command line and the HTTP API give them.

The keys are stable and documented; whoever changes one breaks other people's scripts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from assistant.datatypes import Answer, Citation, Document, DocumentReference, Match, Query, Source
from assistant.gaps import MissingDocument
from assistant.validity import with_derived_relations
from assistant.wording import place

Json = dict[str, Any]


def answer_json(answer: Answer, *, question_id: str | None = None) -> Json:
    """What `ask --json` prints for one question."""
    timings = answer.timings
    return {
        "id": question_id,
        "question": answer.question,
        "status": answer.status,
        "answer": answer.text,
        "citations": [citation_json(citation) for citation in answer.citations],
        "notes": list(answer.notes),
        "suggestions": list(answer.suggestions),
        "understood": list(answer.understood),
        "timings_ms": {
            "understand": round(timings.understand, 1),
            "search": round(timings.search, 1),
            "answer": round(timings.answer, 1),
        },
    }


def citation_json(citation: Citation) -> Json:
    """One mark of an answer with all that is needed to check it: `text[start:end] == quote`."""
    passage, document = citation.passage, citation.document
    return {
        "marker": citation.marker,
        "passage_id": passage.id,
        "document_id": document.id,
        "number": document.number,
        "title": document.title,
        "issued": _date(document.issued),
        "locator": place(passage),
        "page": passage.page,
        "provenance": document.provenance,
        "authority": document.authority,
        "validity": document.validity,
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
        "path": document.path,
        "sources": [_source(source) for source in citation.sources],
    }


def search_json(query: Query, matches: Sequence[Match], *, question_id: str | None = None) -> Json:
    """What `search --json` prints for one question; `rank` counts from 1, a higher `score` is better."""
    return {
        "id": question_id,
        "query": query.text,
        "understood": _understood(query),
        "passages": [_match(rank, match) for rank, match in enumerate(matches, start=1)],
    }


def documents_json(documents: Sequence[Document]) -> list[Json]:
    """What `documents --json` prints: the front matter of each document, with relations in both directions."""
    relations = with_derived_relations(documents)
    return [document_json(replace(document, relations=relations[document.id])) for document in documents]


def document_json(document: Document) -> Json:
    """The front matter of one document; an unknown date is null, any other unknown value is empty."""
    return {
        "id": document.id,
        "number": document.number,
        "kind": document.kind,
        "title": document.title,
        "issuer": document.issuer,
        "issued": _date(document.issued),
        "signer": document.signer,
        "congress": list(document.congress),
        "levels": list(document.levels),
        "authority": document.authority,
        "validity": document.validity,
        "effective": _date(document.effective),
        "expired": _date(document.expired),
        "as_of": document.as_of,
        "relations": [{"type": relation.type, "target": relation.target} for relation in document.relations],
        "provenance": document.provenance,
        "sources": [{"key": source.key, **_source(source)} for source in document.sources],
        "path": document.path,
    }


def missing_json(missing: Sequence[MissingDocument]) -> list[Json]:
    """What `documents --missing --json` prints: documents that are mentioned and not held, the most mentioned first."""
    return [
        {
            "number": one.number,
            "kind": one.kind,
            "year": one.year,
            "issued": _date(one.issued),
            "issuer": one.issuer,
            "subject": one.subject,
            "mentions": one.mentions,
            "mentioned_by": list(one.mentioned_by),
        }
        for one in missing
    ]


def error_json(message: str, *, question_id: str | None = None) -> Json:
    """The line that a batch gives in place of an answer that could not be made."""
    return {"id": question_id, "error": message}


def _match(rank: int, match: Match) -> Json:
    passage = match.passage
    return {
        "rank": rank,
        "score": match.score,
        "passage_id": passage.id,
        "document_id": match.document.id,
        "locator": place(passage),
        "page": passage.page,
        "text": passage.text,
        "start": passage.start,
        "end": passage.end,
        "path": match.document.path,
    }


def _understood(query: Query) -> Json:
    return {
        "meaning": query.meaning,
        "language": query.language,
        "intent": query.intent,
        "asks": query.asks,
        "documents": list(query.documents),
        "missing": [_reference(reference) for reference in query.missing],
        "years": list(query.years),
        "congress": list(query.congress),
        "levels": list(query.levels),
        "names": list(query.names),
        "quoted": list(query.quoted),
        "topic": query.topic,
        "notes": list(query.understood),
    }


def _reference(reference: DocumentReference) -> Json:
    return {
        "kind": reference.kind,
        "serial": reference.serial,
        "symbol": reference.symbol,
        "year": reference.year,
        "issued": _date(reference.issued),
    }


def _source(source: Source) -> Json:
    return {"title": source.title, "url": source.url}


def _date(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
