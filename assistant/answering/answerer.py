"""The flow from a question understood to an answer: decline, or choose, compose, check the quotations, smooth."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from assistant.answering import phrases
from assistant.answering.catalogue_facts import document_facts
from assistant.answering.chat_model import ChatModel
from assistant.answering.collection import answer_about_collection
from assistant.answering.composing import nearest_documents, quoted_lines
from assistant.answering.declining import Judge, read_signs
from assistant.answering.evidence import Evidence, gather_evidence
from assistant.answering.lines import Frame, Line, compose_lines
from assistant.answering.notes import GAP_HEADING, answer_notes, gap_notes, missing_notes
from assistant.answering.opening import Opening, ask_which
from assistant.answering.premises import check_premises
from assistant.answering.quote_gate import exact_citations
from assistant.answering.selection import Limits, join_neighbours, limits_for, select
from assistant.answering.smoothing import smooth
from assistant.answering.suggestions import suggest
from assistant.datatypes import Answer, Document, Match, Query
from assistant.retrieval.ports import Reader
from assistant.validity import REPLACES
from assistant.wording import document_line

MATCHES_READ = 12
NEAREST = 3


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The answer in quotations, the sentences it was chosen from, and how an answer is made of other lines."""

    answer: Answer
    evidence: tuple[Evidence, ...] = ()
    build: Callable[[Sequence[Line]], Answer] | None = None


class Answerer:
    """Answers from the index; a language model, where there is one, only words what the passages prove.

    Args:
        reader: the index.
        judge: decides whether the evidence answers a question.
        chat: the language model, or `None`.
        limits: how much an answer quotes.
    """

    def __init__(
        self, reader: Reader, judge: Judge, chat: ChatModel | None = None, limits: Limits | None = None
    ) -> None:
        self._reader = reader
        self._judge = judge
        self._chat = chat
        self._limits = limits or Limits()

    def stream(self, query: Query, matches: Sequence[Match]) -> Iterator[str | Answer]:
        """The growing text of the answer, and at the end the answer; timings are left to the caller."""
        prepared = self._prepare(query, matches)
        if self._chat is None or prepared.build is None:
            yield prepared.answer
        else:
            yield from smooth(self._chat, query, prepared.evidence, prepared.answer, prepared.build)

    def _prepare(self, query: Query, matches: Sequence[Match]) -> _Prepared:
        documents = self._reader.documents()
        if query.intent != "content":
            return _Prepared(answer_about_collection(query, documents, date.today()))
        usable = [match for match in matches if GAP_HEADING not in match.passage.headings][:MATCHES_READ]
        evidence = gather_evidence(query, usable, self._reader)
        facts = document_facts(query, documents)
        supported = self._supported(query, usable, evidence)
        if not supported and not facts:
            return _Prepared(_not_found(query, matches, documents))
        limits = limits_for(query.meaning, self._limits, catalogue_answers=bool(facts))
        lines = self._quoted(query, evidence, limits) if supported else []
        frame = Frame(_replacements(documents), query.documents)
        opening = _opening(query, lines, documents, evidence, facts)
        build = partial(self._answer, query, matches, opening, frame)
        return _Prepared(build(lines), tuple(evidence), build if supported else None)

    def _supported(self, query: Query, matches: Sequence[Match], evidence: Sequence[Evidence]) -> bool:
        if not evidence:
            return False
        signs = read_signs(query, matches, evidence, self._reader)
        return self._judge.probability(signs) >= self._judge.threshold

    def _quoted(self, query: Query, evidence: Sequence[Evidence], limits: Limits) -> list[Line]:
        quotes = join_neighbours(select(evidence, limits, each_of=_each_of(query)))
        texts = {one.document.id: self._reader.text(one.document.id) for one in quotes}
        timeless = not query.years and not query.congress
        return quoted_lines(exact_citations(quotes, texts), query.documents, newest_first=timeless)

    def _answer(
        self, query: Query, matches: Sequence[Match], opening: Opening, frame: Frame, lines: Sequence[Line]
    ) -> Answer:
        composed = compose_lines(lines, frame)
        documents = self._reader.documents()
        cited = {one.document.id: self._reader.passages(one.document.id) for one in composed.citations}
        return Answer(
            question=query.text,
            status=opening.status,
            text="\n\n".join(part for part in (opening.line, composed.text) if part),
            citations=composed.citations,
            notes=answer_notes(query, composed.citations, matches),
            suggestions=suggest(composed.citations, cited, documents),
            understood=query.understood,
        )


def _opening(
    query: Query, lines: Sequence[Line], documents: Sequence[Document], evidence: Sequence[Evidence], facts: str | None
) -> Opening:
    """The line in front of the quotations: a premise set right, the catalogue's word, or which document is meant."""
    if correction := check_premises(query, documents, evidence):
        return Opening("premise_corrected", correction.line)
    if facts:
        return Opening("answered", facts)
    return ask_which(query, [citation for line in lines for citation in line.citations]) or Opening("answered", "")


def _each_of(query: Query) -> tuple[str, ...]:
    """The documents of which each is owed a sentence: those that the question names, where it names several."""
    return query.documents[:3] if len(query.documents) > 1 else ()


def _replacements(documents: Sequence[Document]) -> dict[str, str]:
    """What replaced a document, by the replaced one's id."""
    return {
        relation.target: document_line(document)
        for document in documents
        for relation in document.relations
        if relation.type == REPLACES
    }


def _not_found(query: Query, matches: Sequence[Match], documents: Sequence[Document]) -> Answer:
    known = {document.id: document for document in documents}
    nearest = [known[one] for one in dict.fromkeys(match.document.id for match in matches) if one in known][:NEAREST]
    text = phrases.NOT_FOUND
    if nearest:
        text += f"\n\n{phrases.NEAREST}\n{nearest_documents(nearest)}"
    notes = (*missing_notes(query), *gap_notes(query, matches))
    return Answer(query.text, "not_found", text, notes=notes, understood=query.understood)
