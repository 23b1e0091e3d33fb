"""The flow from a question understood to an answer: decline, or choose, compose and check the quotations."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answering import phrases
from assistant.answering.collection import answer_about_collection
from assistant.answering.composing import Composed, compose_answer, nearest_documents
from assistant.answering.declining import read_signs
from assistant.answering.evidence import Evidence, gather_evidence
from assistant.answering.judge import JUDGE
from assistant.answering.premises import check_premises
from assistant.answering.quote_gate import exact_citations
from assistant.answering.selection import Limits, join_neighbours, select
from assistant.datatypes import Answer, Document, Match, Query
from assistant.retrieval.ports import Reader
from assistant.wording import document_line, document_name, joined

GAP_HEADING = "Chưa có trong kho"
MATCHES_READ = 12
NEAREST = 3


class Answerer:
    """Answers from the index alone, without a language model.

    Args:
        reader: the index.
        limits: how much an answer quotes.
    """

    def __init__(self, reader: Reader, limits: Limits | None = None) -> None:
        self._reader = reader
        self._limits = limits or Limits()

    def answer(self, query: Query, matches: Sequence[Match]) -> Answer:
        """The answer to a question; timings are left to the caller."""
        if query.intent != "content":
            return answer_about_collection(query, self._reader.documents(), date.today())
        usable = [match for match in matches if GAP_HEADING not in match.passage.headings][:MATCHES_READ]
        evidence = gather_evidence(query, usable, self._reader)
        if not self._supported(query, usable, evidence):
            return self._not_found(query, matches)
        quotes = join_neighbours(select(evidence, self._limits, each_of=_each_of(query)))
        composed = self._compose(quotes)
        if not composed.citations:
            return self._not_found(query, matches)
        correction = check_premises(query, self._reader.documents(), evidence)
        return Answer(
            question=query.text,
            status="premise_corrected" if correction else "answered",
            text=f"{correction.line}\n\n{composed.text}" if correction else composed.text,
            citations=composed.citations,
            notes=self._notes(query, composed, matches),
            understood=query.understood,
        )

    def _supported(self, query: Query, matches: Sequence[Match], evidence: Sequence[Evidence]) -> bool:
        if not evidence:
            return False
        return JUDGE.probability(read_signs(query, matches, evidence, self._reader)) >= 0.5

    def _compose(self, quotes: Sequence[Evidence]) -> Composed:
        texts = {one.document.id: self._reader.text(one.document.id) for one in quotes}
        exact = exact_citations(quotes, texts)
        return compose_answer(exact, texts, self._replacements())

    def _replacements(self) -> dict[str, str]:
        replaced: dict[str, str] = {}
        for document in self._reader.documents():
            for relation in document.relations:
                if relation.type == "thay thế":
                    replaced[relation.target] = document_line(document)
        return replaced

    def _not_found(self, query: Query, matches: Sequence[Match]) -> Answer:
        nearest = list(dict.fromkeys(match.document.id for match in matches))[:NEAREST]
        documents = {document.id: document for document in self._reader.documents()}
        listed = [documents[one] for one in nearest if one in documents]
        text = phrases.NOT_FOUND
        if listed:
            text += f"\n\n{phrases.NEAREST}\n{nearest_documents(listed)}"
        notes = (*_missing_notes(query), *_gap_notes(matches))
        return Answer(query.text, "not_found", text, notes=notes, understood=query.understood)

    def _notes(self, query: Query, composed: Composed, matches: Sequence[Match]) -> tuple[str, ...]:
        documents = list({one.document.id: one.document for one in composed.citations}.values())
        notes = [*_missing_notes(query), *_same_number_notes(documents), *_gap_notes(matches[:3])]
        if all(document.authority == "tham khảo" for document in documents):
            notes.append(phrases.ONLY_LESSONS)
        return tuple(dict.fromkeys(notes))


def _each_of(query: Query) -> tuple[str, ...]:
    """The documents of which each is owed a sentence: those that the question names, where it names several."""
    return query.documents[:3] if len(query.documents) > 1 else ()


def _missing_notes(query: Query) -> list[str]:
    return [
        phrases.MISSING_NUMBER.format(
            name=f"{one.kind or 'văn bản'} {one.serial}{'-' + one.symbol if one.symbol else ''}"
        )
        for one in query.missing
    ]


def _same_number_notes(documents: Sequence[Document]) -> list[str]:
    numbers = {one.number for one in documents if one.number}
    notes = []
    for number in sorted(numbers):
        same = [one for one in documents if one.number == number]
        if len(same) > 1:
            notes.append(
                phrases.SAME_NUMBER.format(number=number, documents=joined([document_line(one) for one in same]))
            )
    return notes


def _gap_notes(matches: Sequence[Match]) -> list[str]:
    gaps = [match for match in matches if GAP_HEADING in match.passage.headings]
    return [
        phrases.GAP.format(name=document_name(one.document), text=one.passage.text.strip("- \n")) for one in gaps[:1]
    ]
